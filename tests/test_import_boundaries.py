"""The import table of the design: which room may import what. It is law."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ROOMS = ("motion", "train", "export", "demo")
ALLOWED = {
    "motion": {"motion", "numpy", "ezc3d"},
    "train": {"motion", "train", "demo.encoders", "demo.label", "demo.page.look", "demo.render", "numpy", "scipy",
              "sklearn", "matplotlib", "torch", "transformers", "tokenizers", "onnx", "gradio", "inflect", "tqdm"},
    "export": {"motion", "train", "export", "demo.atlas", "demo.calibration", "demo.encoders", "demo.gallery",
               "demo.index", "demo.label", "demo.search", "numpy", "onnx", "onnxruntime", "sklearn", "torch",
               "tokenizers"},
    "demo": {"motion", "demo", "numpy", "faiss", "onnxruntime", "gradio", "tokenizers", "PIL", "tqdm"},
}  # fmt: skip

EXCEPTIONS = {"motion/convert.py": {"demo.render"}}
"""What one file alone may import beyond its room, and only inside the function that needs it: a motion file becomes a
picture by the demo's renderer, the only one there is."""


def imported(path: Path) -> set[str]:
    """Names of the modules that a file imports, wherever in it."""
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path} imports relatively; rooms are named in full"
            names.add(node.module)
    return names


def allowed(name: str, room: str) -> bool:
    """Whether a room may import a module: what is listed, or lies below it, or comes with Python."""
    if name.split(".")[0] in sys.stdlib_module_names:
        return True
    return any(name == each or name.startswith(f"{each}.") for each in ALLOWED[room])


def excepted(path: Path) -> set[str]:
    return EXCEPTIONS.get(path.relative_to(ROOT).as_posix(), set())


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_imports_only_what_it_may(room):
    files = sorted((ROOT / room).rglob("*.py"))
    assert files
    broken = [
        f"{path.relative_to(ROOT)}: {name}"
        for path in files
        for name in imported(path) - excepted(path)
        if not allowed(name, room)
    ]
    assert broken == []


@pytest.mark.parametrize("file", EXCEPTIONS)
def test_an_exception_is_used_and_costs_nothing_at_import(file):
    assert imported(ROOT / file) >= EXCEPTIONS[file]
    module = file.removesuffix(".py").replace("/", ".")
    code = f"import sys, {module}; print([name for name in sys.modules if name.split('.')[0] in ('demo', 'PIL')])"
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


def test_importing_the_demo_loads_neither_torch_nor_transformers():
    files = [path for path in (ROOT / "demo").rglob("*.py") if not path.stem.startswith("__")]
    modules = [".".join(path.relative_to(ROOT).with_suffix("").parts) for path in files]
    code = (
        f"import sys, {', '.join(modules)}; print([n for n in ('torch', 'transformers', 'train') if n in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


def test_models_holds_no_code_and_stays_small():
    files = [path for path in (ROOT / "models").rglob("*") if path.is_file()]
    assert not [path for path in files if path.suffix == ".py"]
    assert sum(path.stat().st_size for path in files) < 60e6


@pytest.mark.parametrize("room", ROOMS)
def test_texts_are_utf_8_whatever_the_machine_is_set_to(room):
    for path in (ROOT / room).rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and of_a_text(node):
                assert "encoding" in {each.arg for each in node.keywords}, f"{path}, line {node.lineno}"


def of_a_text(call: ast.Call) -> bool:
    """Whether a call is `path.read_text()`, `path.write_text(text)`, or `path.open("w")`, in a mode of texts."""
    if call.func.attr != "open":
        return call.func.attr in ("read_text", "write_text")
    return all(isinstance(mode, ast.Constant) and "b" not in str(mode.value) for mode in call.args)
