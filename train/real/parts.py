"""Parts and folds: what of real motion may be trained on, and what is left out of it to be measured on.

Repeats of one action, or windows of one dance, are nearly the same motion, so that a random split measures memory. What
is left out is left out whole: a style, a recording, a file. A fold says which third; three runs, one for each fold,
leave out everything once.
"""

FOLDS = (0, 1, 2)


def wanted(part: str, left_out: bool) -> bool:
    """Whether something is of a part: "train" is all but what is left out, "test" what is left out, "all" is both."""
    return {"train": not left_out, "test": left_out, "all": True}[part]
