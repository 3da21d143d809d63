"""What a cosine is worth."""

import json

import numpy as np
import pytest

from demo.calibration import Calibration
from demo.encoders import MODELS
from motion.command import InputError


def test_confidence_is_a_logistic_curve():
    curve = Calibration(weight=10.0, bias=-5.0, least_text=0.4, least_dance=0.4)
    np.testing.assert_allclose(curve.confidence(np.array([0.5, 0.5 + np.log(3) / 10])), [0.5, 0.75])


def test_the_models_come_with_theirs():
    known = Calibration.load(MODELS)
    assert known.weight > 0
    assert 0 < known.least_text < 1
    assert 0 < known.least_dance < 1


def test_models_without_it_say_what_writes_it(tmp_path):
    with pytest.raises(InputError, match="python -m export"):
        Calibration.load(tmp_path)
    (tmp_path / "contract.json").write_text(json.dumps({"fps": 20}))
    with pytest.raises(InputError, match="python -m export"):
        Calibration.load(tmp_path)
