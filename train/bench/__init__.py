"""The benchmark: every method on the same rows, with the same data and time (`python -m train.evaluate --suite`)."""
