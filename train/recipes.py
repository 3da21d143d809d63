"""Named settings of a training run: the default, and the baselines that it is measured against."""

NOTEBOOK = {"encoder": "lstm", "loss": "as_written", "pooling": "cls", "phrase_length": 30, "tuned": 0}

TUNE = {"start": "models", "phrases": 6000, "validation": 500, "epochs": 4, "minutes": 15.0, "rate": 1e-4,
        "text_rate": 2e-5}  # fmt: skip
"""How labels or recordings are learned on top of what exported models know: gently, with the studio beside them."""

RECIPES: dict[str, dict] = {
    "default": {},
    "tune": TUNE,
    "notebook": NOTEBOOK,
    "notebook-mended": NOTEBOOK | {"loss": "margin"},
    "tmr": {"encoder": "tmr", "loss": "tmr", "batch": 32, "rate": 1e-4, "tuned": 0},
    "handmade": {"encoder": "handmade", "pooling": "mean", "tuned": 0},
}
"""What each changes of `Config`."""

FROM_NOTHING = tuple(name for name, recipe in RECIPES.items() if "start" not in recipe)
"""Those that can be compared, since none knows anything before it begins."""
