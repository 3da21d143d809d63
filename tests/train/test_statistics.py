"""A whole dance in figures."""

import numpy as np
import pytest
import torch

from motion.canonical import FPS, face_forward
from motion.clip import mirror
from train.caption import Attributes
from train.features import raw_features
from train.statistics import FARTHEST, STATISTICS, Statistics, raw_statistics, repetition
from train.studio.choreographer import choreograph
from train.studio.repertoire import load_moves


def figures(positions: np.ndarray) -> torch.Tensor:
    dance = torch.from_numpy(positions).float()[None]
    mask = torch.ones(1, len(positions), dtype=torch.bool)
    return raw_statistics(dance, raw_features(dance, mask), mask)[0]


@pytest.fixture(scope="module")
def spin() -> np.ndarray:
    load_moves()
    return choreograph(np.random.default_rng(0), Attributes(("spin",), side="left", times=2), 1).positions


def test_the_mirror_image_turns_the_other_way(spin):
    own, other = figures(spin), figures(face_forward(mirror(spin)))
    assert own.shape == (STATISTICS,)
    seconds, way, _, turned, either_way, wrists, ankles, *_ = own[-9:].tolist()
    assert seconds == pytest.approx(len(spin) / FPS)
    assert either_way >= turned > 3 * np.pi, "two turns to the left, but for what is between the frames"
    assert other[-9:][[1, 3, 4, 5, 6]].tolist() == pytest.approx([way, -turned, either_way, -wrists, -ankles], abs=1e-3)


def test_strange_dances_are_as_far_away_as_the_strangest(spin):
    statistics = Statistics()
    statistics.std.fill_(1e-3)
    dance, mask = torch.from_numpy(spin)[None], torch.ones(1, len(spin), dtype=torch.bool)
    assert statistics(dance, raw_features(dance, mask), mask).abs().max() == FARTHEST


def test_what_repeats_itself_every_second_is_found_to():
    time = torch.arange(80) / 20
    signal = torch.stack([1 + torch.sin(2 * torch.pi * time), time])
    height, period = repetition(signal, torch.ones(2, 80, dtype=torch.bool))
    assert period.tolist() == pytest.approx([1.0, 0.0])
    assert height[0] > 0.7, "three of four seconds overlap"
