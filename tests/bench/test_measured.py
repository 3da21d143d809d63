"""What is measured is what it says: rivals do the same work, made dances are as dense as real ones."""

import asyncio

import httpx
import numpy as np
import onnxruntime
import pytest

from demo import gallery as gallery_room
from demo.encoders import MODELS, Encoders
from demo.gallery import Gallery
from motion.command import InputError
from tests.bench import environment, gif, load, searching
from tests.bench.dances import many
from tests.bench.eager import Eager
from tests.bench.forms import single
from tests.bench.load import Crowd
from tests.bench.server import ask, serve
from tests.demo.puppet import puppet

PAGE = (
    "import gradio\n"
    "def echo(text, times=1):\n"
    "    if text == 'bad': raise gradio.Error('no')\n"
    "    return {'said': text * int(times), 'results': [{'files': {'dance.gif': 'gradio_api/info'}}]}\n"
    "gradio.Interface(echo, ['text', gradio.Number(2)], 'json', api_name='search').launch()"
)


@pytest.fixture(scope="module")
def real() -> Gallery:
    return Gallery.load()


def test_made_dances_are_as_dense_as_real_ones(real):
    def nearest(rows: np.ndarray) -> np.ndarray:
        cosines = rows @ rows.T
        np.fill_diagonal(cosines, -1)
        return np.percentile(cosines.max(1), (25, 50, 75))

    made = many(real, len(real))
    np.testing.assert_allclose(nearest(made.embeddings), nearest(real.embeddings), atol=0.04)


def test_search_is_measured_on_galleries_small_and_large(monkeypatch):
    """Tiny ones here: what is recalled, kept in memory and met is there in the same form."""
    for room in (searching, gallery_room):
        monkeypatch.setattr(room, "LARGE", 3000)
    monkeypatch.setattr(gallery_room, "FEW", 100)
    small, large = searching.measure((500, 3000), rounds=1)
    assert [bar.met for bar in large.bars if bar.name.startswith("recall")] == [True, True]
    assert large.facts["index in memory, MB"] > 0
    assert not any("memory" in name for name in small.facts)
    assert all(row.facts["recall@10"] > 0.99 for row in (*small.rows, *large.rows)[::2])


def test_ready_frames_are_the_dance():
    clip = puppet(12, turn=90)
    frames = gif.flat(clip, 96)
    assert [frame.mode for frame in frames] == ["P"] * 12
    assert gif.write(frames) > 0


def test_the_animation_is_written_frame_by_frame(monkeypatch):
    seen = []
    monkeypatch.setattr("matplotlib.animation.PillowWriter.finish", lambda writer: seen.append(len(writer._frames)))
    gif.funcanimation(puppet(4), 96)
    assert seen == [4]


def test_a_form_in_single_precision_computes_the_same(tmp_path):
    session = onnxruntime.InferenceSession(single(MODELS).SerializeToString(), providers=["CPUExecutionProvider"])
    with np.load(MODELS / "golden.npz") as golden:
        inputs = {name: golden[name] for name in ("input_ids", "attention_mask")}
    (found,) = session.run(None, inputs)
    np.testing.assert_allclose(found, Encoders().encode_tokens(*inputs.values()), atol=1e-6)


def test_an_older_export_is_no_rival(tmp_path):
    (tmp_path / "contract.json").write_text("{}")
    with pytest.raises(InputError, match="how it was trained"):
        Eager(tmp_path)


def test_a_crowd_is_answered_and_errors_are_seen(monkeypatch):
    monkeypatch.setattr(load, "LOOKS", (0.1, 0.5))
    monkeypatch.setattr(load, "EVERY", 0.2)
    with serve(("-c", PAGE)) as server:
        crowd = Crowd(server, ["a kick", "a wave"], people=3, seconds=2)
        asyncio.run(crowd.stay())

        async def bad() -> None:
            async with httpx.AsyncClient(trust_env=False) as client:
                (answer,) = await ask(client, server, "good")
                assert answer["said"] == "goodgood"
                await ask(client, server, "bad")

        with pytest.raises(RuntimeError, match="'bad'"):
            asyncio.run(bad())
        assert server.memory() > 20
    assert crowd.waits
    assert len(crowd.pictures) == len(crowd.waits)
    assert min(np.subtract(sorted(crowd.pictures), sorted(crowd.waits))) > 0, "who has waited less may look sooner"
    assert crowd.errors == []
    assert len(crowd.memory) >= 2


def test_what_a_space_installs_is_counted_once_and_whole():
    found = environment.measure().facts
    *parts, whole = found.values()
    assert sum(parts) == pytest.approx(whole)
    assert found["numpy, MB"] > 10
    installed = environment.needed(["gradio", "gradio", "a-package-of-another-platform"])
    assert {"gradio", "pydantic-core"} <= set(installed)
    assert "torch" not in installed


def test_a_server_that_does_not_start():
    with pytest.raises(InputError, match="ZeroDivisionError"), serve(("-c", "1 / 0")):
        pytest.fail("it started")
