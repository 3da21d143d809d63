"""Every baseline takes two steps of the same loop, and does what its source says."""

import json
from collections import defaultdict
from dataclasses import replace

import numpy as np
import onnxruntime
import pytest
import torch

from export.graphs import export_dance
from motion.canonical import face_forward
from motion.command import InputError
from motion.phrases import pad, phrase_bounds
from train import __main__ as train
from train.baselines.chance import Chance
from train.baselines.notebook import PhraseLSTM, margin_loss, true_and_false
from train.baselines.tmr import divergence, filtered_contrast
from train.batch import dance
from train.bench.suite import METHODS
from train.caption import Phrase
from train.config import Config
from train.loop import fit
from train.model import TorchEncoders, load_run
from train.recipes import RECIPES
from train.studio.choreographer import improvise
from train.studio.repertoire import load_moves
from train.text_encoder import StemCache, load_tokenizer
from train.windowed import Windowed, cut

WINDOWS = {"phrase_length": 30, "width": 48, "layers": 1}
SETTINGS = {name: recipe for name, recipe in RECIPES.items() if recipe} | {"default on windows": WINDOWS}


@pytest.fixture(scope="module")
def phrases() -> list[Phrase]:
    """Sixteen phrases of at most three and a half seconds."""
    load_moves()
    rng = np.random.default_rng(0)
    danced = [improvise(rng, 2) for _ in range(16)]
    return [replace(phrase, positions=phrase.positions[:70]) for phrase in danced]


@pytest.fixture(scope="module")
def known() -> dict[int, dict]:
    """What BERT's frozen layers make of texts, by the number of its layers that are not frozen."""
    return defaultdict(dict)


@pytest.fixture(scope="module", params=SETTINGS)
def trained(request, phrases, known, tmp_path_factory):
    """Name of the settings, the model after two steps, and the loss of each."""
    out = tmp_path_factory.mktemp("run")
    config = Config(**SETTINGS[request.param] | {"batch": 16, "epochs": 2})
    config.save(out / "config.json")
    fit(config, phrases, phrases, out, known[config.tuned])
    model, loaded = load_run(out)
    assert loaded == config
    return request.param, model, [json.loads(line)["loss"] for line in (out / "log.jsonl").read_text().splitlines()]


def test_two_steps_are_taken(trained):
    name, _, losses = trained
    assert len(losses) == 2
    assert np.isfinite(losses).all()
    assert all((loss < 0) == (name == "notebook") for loss in losses), "only as written has it no lower bound"


def test_embeddings_are_of_unit_length_and_tell_apart(trained, phrases, known):
    _, model, _ = trained
    encoders = TorchEncoders(model, StemCache(model.text, load_tokenizer(), known[len(model.text.tuned)]))
    for embedded in (
        encoders.encode_dance([phrase.positions for phrase in phrases]),
        encoders.encode_text([phrase.captions[0].text for phrase in phrases]),
    ):
        assert embedded.shape == (16, 256)
        np.testing.assert_allclose(np.linalg.norm(embedded, axis=1), 1, atol=1e-5)
        assert embedded.std(axis=0).max() > 1e-3


def test_padding_does_not_change_an_embedding(trained, phrases):
    _, model, _ = trained
    parts = [phrases[index].positions[:frames] for index, frames in enumerate((70, 10, 31, 46))]
    with torch.no_grad():
        together = model.dance(*(torch.from_numpy(each) for each in pad(parts)))
        alone = [model.dance(torch.from_numpy(part)[None], torch.tensor([len(part)])) for part in parts]
    # Float32 sums in another order.
    torch.testing.assert_close(together, torch.cat(alone), atol=1e-5, rtol=0)


@pytest.mark.parametrize("length", [30, 31])
def test_windowed_is_the_mean_over_the_windows_of_a_clip(phrases, length):
    torch.manual_seed(0)
    encoder = PhraseLSTM(16, 8).eval()
    parts = [phrases[index].positions[:frames] for index, frames in enumerate((70, 12, length, length + 1, 45, 46))]
    with torch.no_grad():
        found = Windowed(encoder, length)(*(torch.from_numpy(each) for each in pad(parts)))
        for row, part in zip(found, parts, strict=True):
            bounds = phrase_bounds(len(part), length, length // 2)
            cuts = torch.from_numpy(np.stack([face_forward(part[start:stop]) for start, stop in bounds]))
            mean = encoder(cuts, torch.full((len(cuts),), cuts.shape[1])).mean(0)
            torch.testing.assert_close(row, mean / mean.norm(), atol=1e-5, rtol=0)


def test_training_sees_one_window_that_faces_forward(phrases):
    rng = np.random.default_rng(0)
    window = torch.from_numpy(dance(rng, phrases[0].positions, 30))[None]
    assert window.shape == (1, 30, 22, 3)
    again, valid = cut(window, torch.tensor([30]), 30)
    assert valid.tolist() == [[True]]
    torch.testing.assert_close(again[0], window, atol=1e-5, rtol=0)
    assert len(dance(rng, phrases[0].positions[:20], 30)) <= 30


def test_a_windowed_lstm_is_exported_for_any_length(tmp_path):
    torch.manual_seed(0)
    model = Windowed(PhraseLSTM(16, 8), 30).eval()
    export_dance(model, tmp_path / "dance.onnx")
    session = onnxruntime.InferenceSession(tmp_path / "dance.onnx")
    for batch, frames in ((1, 10), (2, 30), (3, 31), (2, 45), (3, 46), (7, 200)):
        positions, lengths = torch.randn(batch, frames, 22, 3), frames - torch.arange(batch)
        (found,) = session.run(None, {"positions": positions.numpy(), "lengths": lengths.numpy()})
        with torch.no_grad():
            np.testing.assert_allclose(found, model(positions, lengths).numpy(), atol=1e-5)


def test_the_margin_loss_by_hand():
    distance = torch.tensor([0.5, 2.0, 0.25])
    assert margin_loss(distance, torch.tensor([0, 1, 1])).item() == pytest.approx((0.25 + 0 + 0.5625) / 3)
    as_written = margin_loss(torch.tensor([2.0, 0.5]), torch.tensor([3, 2]))
    assert as_written.item() == pytest.approx((-2 * 4 - 0.25 + 2 * 0.25) / 2)


def test_pairs_of_the_mended_loss_are_half_true_and_never_unknown():
    truth = torch.tensor([[1, 0, -1, -1], [-1, 1, 1, -1], [0, -1, 1, -1], [-1, -1, -1, 1]], dtype=torch.int8)
    pairs, labels = true_and_false(truth)
    assert labels.tolist() == [0] * 5 + [1] * 5
    assert truth[pairs[:, 0], pairs[:, 1]].tolist() == [1] * 5 + [-1] * 5
    assert len({tuple(pair) for pair in pairs.tolist()}) == 10


def test_tmr_leaves_out_captions_that_are_alike():
    """On its scale 0.8 is a cosine of 0.6: caption 1 is just above it to caption 0, caption 2 just below."""
    torch.manual_seed(0)
    text, dances = torch.randn(4, 8), torch.randn(4, 8)
    first = torch.tensor([1.0, 0, 0, 0])
    sentences = torch.stack([first, *(cos * first + (1 - cos**2) ** 0.5 * torch.eye(4)[at + 1]
                                      for at, cos in enumerate((0.61, 0.59, 0.0)))])  # fmt: skip

    def pushed_away(other: int) -> float:
        """How much text 0, with the other texts silenced, pushes dance `other` away."""
        dance = dances.clone().requires_grad_()
        only = text.clone()
        only[1:] = 0
        filtered_contrast(only, dance, sentences).backward()
        return float(dance.grad[other].norm())

    assert pushed_away(1) == 0
    assert pushed_away(2) > 0
    assert pushed_away(3) > 0
    everything = filtered_contrast(text, dances, torch.ones(4, 1))
    assert everything.item() == pytest.approx(0), "of captions all alike none is a negative"


def test_divergence_agrees_with_torch():
    torch.manual_seed(0)
    p, q = (tuple(torch.randn(2, 3, 5)) for _ in range(2))
    normal = [torch.distributions.Normal(mean, (log_variance / 2).exp()) for mean, log_variance in (p, q)]
    expected = torch.distributions.kl_divergence(*normal).mean()
    torch.testing.assert_close(divergence(p, q), expected)


def test_chance_gives_equal_inputs_equal_directions(phrases):
    chance, positions = Chance(), [phrases[0].positions, phrases[1].positions, phrases[0].positions]
    for embedded in (chance.encode_dance(positions), chance.encode_text(["a kick", "a spin", "a kick"])):
        np.testing.assert_array_equal(embedded[0], embedded[2])
        assert abs(embedded[0] @ embedded[1]) < 0.3
        np.testing.assert_allclose(np.linalg.norm(embedded, axis=1), 1, atol=1e-6)


def test_a_recipe_is_a_start_from_which_options_depart():
    args = train.parse_args(["--recipe", "tmr", "--rate", "3e-4"])
    assert (args.encoder, args.loss, args.tuned, args.batch, args.rate) == ("tmr", "tmr", 0, 32, 3e-4)
    assert Config(**{name: getattr(train.parse_args([]), name) for name in train.HELP}) == Config()


def test_what_somebody_brings_is_learned_on_top_of_exported_models_unless_told_otherwise(tmp_path):
    real = ["--mocap", f"captioned={tmp_path}"]
    for brought in (real, ["--corpus", "labels.csv"]):
        args = train.parse_args(brought)
        assert {name: getattr(args, name) for name in RECIPES["tune"]} == RECIPES["tune"]
    assert train.parse_args([*real, "--recipe", "default"]).start == ""
    assert train.parse_args([*real, "--minutes", "3"]).minutes == 3
    assert "tune" not in METHODS


@pytest.mark.parametrize("settings", [{"loss": "margin"}, {"encoder": "tmr", "loss": "tmr"}, {"phrase_length": 5}])
def test_settings_that_do_not_go_together_are_refused(settings):
    with pytest.raises(InputError, match="accepted is"):
        Config(**settings)
