"""Real motion by path, of the recordings that are known by name; each says what of it is left out of training."""
