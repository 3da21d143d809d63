"""Named settings of a training run: the default, and the baselines that it is measured against."""

NOTEBOOK = {"encoder": "lstm", "loss": "as_written", "pooling": "cls", "phrase_length": 30, "tuned": 0}

TUNE = {"start": "models", "phrases": 6000, "validation": 500, "epochs": 4, "minutes": 12.0, "rate": 1e-4,
        "text_rate": 2e-5}  # fmt: skip
"""How a table of labels is learned on top of what exported models know: gently, with the studio beside it."""

RECIPES: dict[str, dict] = {
    "default": {},
    "notebook": NOTEBOOK,
    "notebook-mended": NOTEBOOK | {"loss": "margin"},
    "tmr": {"encoder": "tmr", "loss": "tmr", "batch": 32, "rate": 1e-4, "tuned": 0},
    "handmade": {"encoder": "handmade", "pooling": "mean", "tuned": 0},
}
"""What each changes of `Config`."""
