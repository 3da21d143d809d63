"""English words, bent: verbs into their base form or participle, nouns with their article."""

from functools import cache

import inflect

_ENGINE = inflect.engine()


IRREGULAR = {
    "does not move": ("do not move", "not moving"),
    "chasses": ("chasse", "chasseing"),
    "flosses": ("floss", "flossing"),
    "gallops": ("gallop", "galloping"),
    "squats": ("squat", "squatting"),
    "waltzes": ("waltz", "waltzing"),
    "opens": ("open", "opening"),
    "loosens": ("loosen", "loosening"),
    "straightens": ("straighten", "straightening"),
    "tiptoes": ("tiptoe", "tiptoeing"),
    "pivots": ("pivot", "pivoting"),
    "travels": ("travel", "travelling"),
    "models": ("model", "modelling"),
    "again": ("again", "again"),
    "forth": ("forth", "forth"),
    "fro": ("fro", "fro"),
}
"""Base form and participle of what `inflect` bends wrongly."""


@cache
def inflected(how: str, third_person: str) -> str:
    """The verb at the head of a clause, and any verb after "and", as base form or participle."""
    if third_person in IRREGULAR:
        return IRREGULAR[third_person][how == "present_participle"]
    clauses = third_person.split(" and ")
    if len(clauses) > 1:
        return " and ".join(inflected(how, clause) for clause in clauses)
    verb, _, rest = third_person.partition(" ")
    bent = IRREGULAR[verb][how == "present_participle"] if verb in IRREGULAR else getattr(_ENGINE, how)(verb)
    return f"{bent} {rest}".strip()


@cache
def article(noun: str) -> str:
    return _ENGINE.a(noun)
