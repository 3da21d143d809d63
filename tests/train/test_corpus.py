"""Where training phrases come from."""

from train.corpus import fingerprint, studio


def test_the_studio_makes_the_same_whoever_works():
    one, two = studio(6, seed=4, workers=1), studio(6, seed=4, workers=2)
    assert fingerprint(one) == fingerprint(two)
    assert fingerprint(one) != fingerprint(studio(6, seed=5, workers=1))
