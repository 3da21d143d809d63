"""A text to its embedding, against PyTorch, other settings of onnxruntime, and other forms of the graph.

Speed is of one query at a time, as people ask. Agreement is of what a search finds: for each query, whether the first
ten dances of the shipped gallery are the ones that the shipped encoder finds, in whatever order, and in the same.
"""

import tempfile
from collections.abc import Callable
from pathlib import Path

import numpy as np
import onnxruntime

from demo.encoders import MODELS, SPIN, Encoders
from demo.gallery import Gallery
from demo.search import BY_CAPTION
from motion.contract import TEXT_INPUTS
from tests.bench.asked import read
from tests.bench.eager import Eager
from tests.bench.forms import forms
from tests.bench.race import Bar, Found, Row, race

QUERY = "slow spin with a kick"
CAPTIONS, TOP = 200, 10
ROUNDS, CALLS = 15, 10
LEVEL = onnxruntime.GraphOptimizationLevel
SETTINGS: dict[str, dict] = {
    "1 thread": {"threads": 1},
    "2 threads, never spinning": {"spinning": ("allow_spinning", "0")},
    "2 threads, spinning as it comes": {"spinning": None},
    "2 threads, parallel execution": {"parallel": True},
    "extended optimisation": {"level": LEVEL.ORT_ENABLE_EXTENDED},
    "basic optimisation": {"level": LEVEL.ORT_ENABLE_BASIC},
    "no arena": {"arena": False},
}
"""What onnxruntime lets one choose, each for itself beside this project's."""


def measure(models: Path = MODELS, queries: Path | None = None, rounds: int = ROUNDS, calls: int = CALLS) -> Found:
    """queries: a JSON list of objects with a text, by which to compare what is found beside the gallery's captions."""
    ours, eager, gallery = Encoders(models), Eager(models), Gallery.load(models / "gallery.npz")
    texts = list(dict.fromkeys(gallery.captions.tolist()))[:CAPTIONS]
    asked = read(queries)
    encode = {
        "this project": ours.encode_text,
        "PyTorch eager": lambda texts: eager.encode_text(texts).numpy(),
        "PyTorch eager, 1 thread": lambda texts: eager.encode_text(texts, threads=1).numpy(),
    }
    with tempfile.TemporaryDirectory() as folder:
        graph, stem = models / "text_encoder.onnx", models / "text_encoder.stem"
        sizes = {"this project": (graph.stat().st_size + stem.stat().st_size) / 1e6}
        encode |= {name: _by(models, _session(graph, **how)) for name, how in SETTINGS.items()}
        for name, path in forms(models, Path(folder)).items():
            encode[name], sizes[name] = _by(models, _session(path)), path.stat().st_size / 1e6
        timed = race({name: lambda one=one: one([QUERY]) for name, one in encode.items()}, rounds, calls)
        seen = {name: np.concatenate([one([text]) for text in texts + asked]) for name, one in encode.items()}
    truth = _first(gallery, seen["this project"])
    rows, same = [], {}
    for row in timed:
        facts = {"MB": sizes[row.name]} if row.name in sizes else {}
        agrees = [set(a) == set(b) for a, b in zip(_first(gallery, seen[row.name]), truth, strict=True)]
        ordered = [a == b for a, b in zip(_first(gallery, seen[row.name]), truth, strict=True)]
        same[row.name] = float(np.mean(agrees[len(texts) :] or agrees))
        facts["least cosine"] = float((seen[row.name] * seen["this project"]).sum(-1).min())
        facts |= {"same ten": float(np.mean(agrees)), "in order": float(np.mean(ordered))}
        rows.append(Row(row.name, row.ms, row.ratio, facts))
    settings = {row.name: row.ratio.median for row in rows if row.name in SETTINGS}
    return Found(
        f"a text to its embedding, one at a time; {len(texts)} captions and {len(asked)} queries to agree on",
        rows,
        [
            Bar("times as fast as PyTorch eager, as it comes", rows[1].ratio.median, 3, at_most=False),
            Bar("times as fast as PyTorch eager, 1 thread", rows[2].ratio.median, 3, at_most=False),
            Bar("share of queries with PyTorch's first ten", same["PyTorch eager"], 0.98, at_most=False),
            Bar("times as long as onnxruntime's best setting", 1 / min(settings.values()), 1.1),
        ],
    )


def _session(
    path: Path,
    threads: int = 2,
    spinning: tuple[str, str] | None = ("spin_duration_us", SPIN),
    level=LEVEL.ORT_ENABLE_ALL,
    arena: bool = True,
    parallel: bool = False,
) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads, options.inter_op_num_threads = threads, 2 if parallel else 1
    if spinning:
        name, value = spinning
        options.add_session_config_entry(f"session.intra_op.{name}", value)
    options.graph_optimization_level, options.enable_cpu_mem_arena = level, arena
    options.execution_mode = (
        onnxruntime.ExecutionMode.ORT_PARALLEL if parallel else onnxruntime.ExecutionMode.ORT_SEQUENTIAL
    )
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])


def _by(models: Path, session: onnxruntime.InferenceSession) -> Callable[[list[str]], np.ndarray]:
    """An encoder of texts that runs another session than the shipped one, and is otherwise the same."""
    encoders = Encoders(models)
    encoders.encode_tokens = lambda *arrays: session.run(None, dict(zip(TEXT_INPUTS, arrays, strict=True)))[0]
    return encoders.encode_text


def _first(gallery: Gallery, embeddings: np.ndarray) -> list[list[int]]:
    return [gallery.search(embedding, TOP, BY_CAPTION)[0].tolist() for embedding in embeddings]
