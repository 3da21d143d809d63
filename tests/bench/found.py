"""Are the movements of a text in a dance, in their order? By its labels over time, or by those of its paragraph."""

import numpy as np


def in_order(expected: list[list[str]], at_once: list[int], ranked: list[list[str]]) -> list[bool]:
    """For each clause whether it is found, as many as can be found one after the other.

    expected: the moves that each clause may be read as. at_once: indices of the clauses that are danced at once.
    ranked: for each stretch of the dance its moves, best first. A clause is found where one of its moves comes first,
    one of k that are danced at once where it comes among the first k. A stretch serves one clause, or those danced at
    once, or neighbours that expect the same.
    """
    steps = [[k] for k in range(len(expected)) if k not in at_once or k == min(at_once)]
    steps = [at_once if at_once and step[0] == min(at_once) else step for step in steps]
    best: dict[tuple[int, int], tuple[int, frozenset[int]]] = {}

    def search(step: int, stretch: int) -> tuple[int, frozenset[int]]:
        if step == len(steps) or stretch == len(ranked):
            return 0, frozenset()
        if (step, stretch) not in best:
            members = steps[step]
            hits = frozenset(k for k in members if set(expected[k]) & set(ranked[stretch][: len(members)]))
            options = []
            if hits:
                following = steps[step + 1] if step + 1 < len(steps) else []
                same = [expected[k] for k in following] == [expected[k] for k in members]
                count, others = search(step + 1, stretch if same else stretch + 1)
                options.append((count + len(hits), others | hits))
            options += [search(step, stretch + 1), search(step + 1, stretch)]
            best[step, stretch] = max(options, key=lambda option: option[0])
        return best[step, stretch]

    found = search(0, 0)[1]
    return [k in found for k in range(len(expected))]


def stretches(moves: np.ndarray, by_frame: np.ndarray, count: int) -> list[list[str]]:
    """The `count` best moves, best first, of each stretch of frames (n, k) in which they are the same."""
    tops = moves[np.argsort(-by_frame, axis=1, kind="stable")[:, :count]].tolist()
    return [top for index, top in enumerate(tops) if index == 0 or top != tops[index - 1]]
