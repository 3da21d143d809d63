"""Loss, metrics, features, encoders and augmentation, each against an independent reference."""

import numpy as np
import pytest
import torch
from transformers import AutoModel

from motion.canonical import FPS, face_forward, heading
from motion.command import InputError
from motion.phrases import pad
from motion.rotation import about, rotate
from train.augment import augment
from train.caption import Attributes
from train.dance_encoder import DanceEncoder
from train.features import FEATURES, raw_features
from train.loop import _step
from train.loss import contrastive_loss
from train.metrics import balanced_accuracy, retrieval
from train.order import early_and_late
from train.studio.choreographer import choreograph
from train.studio.repertoire import load_moves
from train.text_encoder import (
    LIKE,
    StemCache,
    TextEncoder,
    bert_folder,
    in_order,
    load_tokenizer,
    mean_over,
    sentence_embeddings,
    tokenize,
)

load_moves()
TEXTS = ["a dancer kicks", "slow spin with a kick to the left"]


@pytest.fixture(scope="module")
def positions() -> np.ndarray:
    return choreograph(np.random.default_rng(0), Attributes(("turn",), side="left")).positions


@pytest.fixture(scope="module")
def text_encoder() -> TextEncoder:
    torch.manual_seed(0)
    return TextEncoder().eval()


def unit(rows: int, dim: int = 8) -> torch.Tensor:
    torch.manual_seed(rows)
    return torch.nn.functional.normalize(torch.randn(rows, dim), dim=1)


NOWHERE = torch.tensor([-2.0, -2.0])
"""Lower than any cosine: nothing is never chosen."""
NO_RIVALS = torch.tensor([], dtype=torch.long)


def test_with_one_positive_each_the_loss_is_symmetric_cross_entropy():
    text, dance, scale = unit(6), unit(6).flip(0), torch.tensor(10.0)
    truth = 2 * torch.eye(6, dtype=torch.int8) - 1
    logits, answer = 10 * text @ dance.T, torch.arange(6)
    expected = (
        torch.nn.functional.cross_entropy(logits, answer) + torch.nn.functional.cross_entropy(logits.T, answer)
    ) / 2
    assert contrastive_loss(text, dance, truth, scale, NOWHERE, NO_RIVALS).item() == pytest.approx(
        expected.item(), abs=1e-5
    )


def test_unknown_pairs_do_not_matter_and_false_ones_do():
    text, dance, scale = unit(4)[:1], unit(4).flip(0), torch.tensor(10.0)
    truth = torch.tensor([[1, 0, -1, -1]], dtype=torch.int8)

    def loss_with(moved: int) -> float:
        others = dance.clone()
        others[moved] = -dance[moved]
        return contrastive_loss(text, others, truth, scale, NOWHERE, NO_RIVALS).item()

    plain = contrastive_loss(text, dance, truth, scale, NOWHERE, NO_RIVALS).item()
    assert loss_with(1) == pytest.approx(plain, abs=1e-6)
    assert loss_with(2) != pytest.approx(plain, abs=1e-3)


def test_what_belongs_to_nothing_is_to_be_far_from_everything():
    text, dance, scale = unit(3), unit(3), torch.tensor(10.0)
    truth = torch.tensor([[1, -1, -1], [-1, 1, -1], [-1, -1, -1]], dtype=torch.int8)

    def loss(stranger: torch.Tensor) -> float:
        return contrastive_loss(
            torch.stack([text[0], text[1], stranger]), dance, truth, scale, torch.zeros(2), NO_RIVALS
        ).item()

    assert loss(-dance[0] - dance[1]) < loss(dance[0]), "a text about nothing is better off away from a dance"


def test_dances_choose_among_rival_captions_which_choose_no_dance():
    text, dance, scale = unit(3), unit(2), torch.tensor(10.0)
    truth = torch.tensor([[1, -1], [-1, 1], [-1, -1]], dtype=torch.int8)
    logits, answer = 10 * text @ dance.T, torch.arange(2)
    both = torch.nn.functional.cross_entropy(logits[:2], answer) + torch.nn.functional.cross_entropy(logits.T, answer)
    beaten = -torch.log(torch.sigmoid(logits[1, 1] - logits[2, 1]))
    loss = contrastive_loss(text, dance, truth, scale, NOWHERE, rivals=torch.tensor([1]))
    assert loss.item() == pytest.approx((both + beaten / 2).item() / 2, abs=1e-5)


def test_a_loss_that_is_no_number_changes_no_weight():
    class Lost(torch.nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.weight = torch.nn.Parameter(torch.ones(2))

        def loss(self, batch):
            return (self.weight * torch.nan).sum()

    model = Lost()
    with pytest.raises(InputError, match="no number; train again into another folder with a lower --rate"):
        _step(model, torch.optim.SGD(model.parameters(), 1.0), None)
    assert model.weight.tolist() == [1, 1]


def test_metrics_on_ranks_known_by_hand():
    similarity = np.array([[0.9, 0.1, 0.0], [0.8, 0.7, 0.1], [0.5, 0.5, 0.5]])
    scores = retrieval(similarity, np.eye(3, dtype=bool))
    assert scores["R@1"] == pytest.approx(100 / 3)
    assert scores["MedR"] == 2
    assert retrieval(np.zeros((4, 50)), np.eye(4, 50, dtype=bool))["R@10"] == 0, "a constant score earns nothing"
    assert balanced_accuracy(["a", "a", "a", "b"], ["a", "a", "a", "a"]) == 50


def test_features_do_not_change_with_where_the_dance_is(positions):
    """Only the way over the floor is told from where the first frame faces, which is +Z in a canonical phrase."""
    elsewhere = rotate(about("y", 70.0), positions) + np.array([3, 0, -2])
    mask = torch.ones(3, len(positions), dtype=torch.bool)
    dances = np.stack([positions, face_forward(elsewhere), elsewhere])
    here, faced, there = raw_features(torch.from_numpy(dances).float(), mask)
    torch.testing.assert_close(faced, here, atol=2e-3, rtol=0)
    way = [FEATURES - 6, FEATURES - 5]
    others = [index for index in range(FEATURES) if index not in way]
    torch.testing.assert_close(there[:, others], here[:, others], atol=2e-3, rtol=0)
    assert (there[:, way] - here[:, way]).abs().max() > 0.1


def test_features_know_how_far_the_dancer_has_turned(positions):
    features = raw_features(torch.from_numpy(positions)[None], torch.ones(1, len(positions), dtype=torch.bool))
    accumulated = features[0, :, -4].numpy()
    expected = np.unwrap(heading(positions))
    np.testing.assert_allclose(accumulated, expected - expected[0], atol=1e-3)


def test_padding_does_not_change_the_embedding(positions):
    torch.manual_seed(0)
    encoder = DanceEncoder().eval()
    short = positions[:23]
    padded, lengths = pad([positions[:60], short])
    with torch.no_grad():
        together = encoder(torch.from_numpy(padded), torch.from_numpy(lengths))
        alone = encoder(torch.from_numpy(short)[None], torch.tensor([23]))
    torch.testing.assert_close(together[1:], alone, atol=1e-5, rtol=0)


def test_the_text_encoder_runs_bert_as_transformers_does():
    text_encoder = TextEncoder(pooling="mean").eval()
    ids, mask = tokenize(load_tokenizer(), TEXTS)
    reference = AutoModel.from_pretrained(bert_folder()).eval()
    with torch.no_grad():
        hidden = reference(input_ids=ids, attention_mask=mask).last_hidden_state
        weight = mask[..., None]
        pooled = (hidden * weight).sum(1) / weight.sum(1)
        expected = torch.nn.functional.normalize(text_encoder.head(pooled), dim=-1)
        # The frozen layers are rounded to half precision, 11 bits: 1e-3 relative, less once it is averaged.
        torch.testing.assert_close(text_encoder(ids, mask), expected, atol=5e-3, rtol=0)


def test_cached_captions_embed_as_fresh_ones(text_encoder):
    tokenizer = load_tokenizer()
    cache = StemCache(text_encoder, tokenizer)
    cache.add(TEXTS)
    with torch.no_grad():
        torch.testing.assert_close(cache.embed(TEXTS), text_encoder(*tokenize(tokenizer, TEXTS)), atol=2e-3, rtol=0)


def test_sentences_are_embedded_in_batches_as_one_by_one(monkeypatch):
    monkeypatch.setattr("train.text_encoder.TOGETHER", 2)
    texts = [TEXTS[1], "kick", TEXTS[0], "kick", "a very long way round to the left"]
    found = sentence_embeddings(texts)
    encoder, tokenizer = TextEncoder(tuned=0), load_tokenizer()
    for row, text in zip(found, texts, strict=True):
        ids, mask = tokenize(tokenizer, [text])
        with torch.no_grad():
            expected = torch.nn.functional.normalize(mean_over(encoder.stem(ids, mask), mask), dim=-1)[0]
        torch.testing.assert_close(torch.from_numpy(row), expected, atol=1e-5, rtol=0)


def test_augmentation_keeps_the_dance(positions):
    rng = np.random.default_rng(0)
    for _ in range(5):
        changed = augment(rng, positions)
        assert abs(len(changed) - len(positions)) < 0.1 * len(positions) + FPS / 2
        assert np.isfinite(changed).all()
        assert np.unwrap(heading(changed))[-1] > 0.3, "a turn to the left is still a turn to the left"


def test_pooling_in_order_knows_first_from_last_and_ignores_padding():
    torch.manual_seed(0)
    hidden = torch.randn(1, 6, 4)
    mask = torch.tensor([[1, 1, 1, 1, 0, 0]])
    pooled, backwards = in_order(hidden, mask), in_order(hidden[:, [3, 2, 1, 0, 4, 5]], mask)
    torch.testing.assert_close(pooled, torch.cat([backwards[:, 4:], backwards[:, :4]], dim=1))
    torch.testing.assert_close(pooled, in_order(hidden[:, :4], mask[:, :4]))
    ramp = torch.tensor([7, 5, 3, 1]) / 16
    torch.testing.assert_close(pooled[0, :4], (hidden[0, :4] * ramp[:, None]).sum(0))


def test_early_and_late_weights_share_what_there_is():
    torch.manual_seed(0)
    weight, mask = torch.rand(1, 8, 2), torch.ones(1, 8, dtype=torch.bool)
    both = early_and_late(weight, mask)
    torch.testing.assert_close(both[..., :2] + both[..., 2:], weight)
    assert (both[:, :4, :2] > both[:, :4, 2:]).all()
    assert (both[:, 4:, :2] < both[:, 4:, 2:]).all()


def test_texts_of_unlike_lengths_are_finished_as_one_by_one():
    encoder = TextEncoder().eval()
    texts = [" ".join(["kick"] * (1 + index % 30)) for index in range(2 * LIKE + 5)]
    ids, mask = tokenize(load_tokenizer(), texts)
    hidden = encoder.stem(ids, mask)
    with torch.no_grad():
        torch.testing.assert_close(encoder.finish_unlike(hidden, mask), encoder.finish(hidden, mask), atol=1e-5, rtol=0)
