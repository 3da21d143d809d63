"""One clause, read from its own words: which side and way, how often, how long, in what manner, or standing still.

Only closed words are read (`demo.compose.words`). Which movement the others mean is not known here.
"""

import re
from dataclasses import dataclass

from demo.compose.around import circles, turns
from demo.compose.bearing import bearing
from demo.compose.said import is_hold, number, numeral, plain, side_of, tidy, way_of, without
from demo.compose.words import BEATS, COUNTS, QUALITY, SECONDS
from motion.command import InputError

OFTEN, STRIDES = 16, 32
"""Times that one movement is danced, and whole turns or circles in one; and its steps."""

SECONDS_LONG = (0.5, 30.0)
"""Seconds that one movement lasts, at least and at most."""

BEAT = 0.5
"""Seconds of a beat where no tempo is told."""

NUMBER = r"(\d{1,6}(?:\.\d{1,6})?|" + "|".join((*COUNTS, "a", "an", "half a")) + ")"
UNITS = "|".join((*SECONDS, *BEATS)).replace("-", "[ -]")
ANOTHER = r"(?:(?<=for )|(?!an? second (?!of\b|long\b|and\b)[a-z]))"
"""Not before "a second kick", which is the second of them and not one of a second."""
AMOUNT = (
    rf"(?<![a-z]-)\b(?<!\bto )(?<!\bon )(?<!\bevery ){ANOTHER}{NUMBER}(?:[ -](?:of )?(?:more )?|(?<=\d))({UNITS})\b"
)
COUNTED_IN = r"\b5[ ,-]*6[ ,-]*7[ ,-]*8\b[:,.! ]*"
"""What is called before a dance begins."""
LENGTH = re.compile(rf"(?:\bfor )?(?:\b(?:about|around) )?{AMOUNT}(?: long| of)?")
TIMES = re.compile(rf"(?<![\d.])\b(?:x ?(\d+)|(\d+) ?x|(?:a )?(\d+|{'|'.join(COUNTS)})(?: more)? (?:of )?times)(?!\w)")
STEPS = re.compile(rf"(?:\bfor )?(?<![\d.-])\b(\d+|{'|'.join(COUNTS)})((?: [a-z]+)?) steps?\b(?! touch)")
GAIT = re.compile(r"\b(?:walk|march|run|jog|stroll|tip-?toe|stomp)")
"""What is counted in steps."""

MIRRORED = re.compile(r"\bmirrored\b")
"""What a movement is on the other side, where nobody says which that is."""

ADVERBS = ("once", "twice", "thrice", "repeatedly")
"""How a count is said in one word, beside "two claps"."""


@dataclass(frozen=True)
class Clause:
    """One movement that is asked for.

    text: its words, but for a length. heard: those of them that say something to the encoder. side: left, right or
    both; direction: forward, backward or in_place; times; steps; turns: how far each time, in whole turns; around: how
    many circles the way goes round, above 0 to the left; bearing: which way it goes, in whole turns to the left of the
    front; seconds; qualities: ids. None where nothing is said. hold: stillness, no movement. mirrored: on the other
    side than the same words without that. group: clauses of one number are danced at once, the first of them carries
    the others; along: whether there are others, once it is known which clauses are about a dance.
    """

    text: str
    side: str | None = None
    direction: str | None = None
    times: int | None = None
    steps: int | None = None
    turns: float | None = None
    around: float | None = None
    bearing: float | None = None
    seconds: float | None = None
    qualities: tuple[str, ...] = ()
    hold: bool = False
    mirrored: bool = False
    group: int = 0
    heard: str = ""
    along: bool = False

    @property
    def counted(self) -> bool:
        """Whether it is said how often or how far, so that no length makes it more often or further."""
        return bool(self.times or self.steps or self.turns or self.around)


def read(words: str, group: int = 0, beat: float = BEAT) -> Clause:
    """One clause from its own words. beat: seconds. Raises InputError for a count or a length beyond all dancing."""
    seconds = None
    if length := LENGTH.search(words):
        amount, unit = length.groups()
        seconds = number(amount) * (SECONDS.get(unit) or beat * BEATS[unit.replace(" ", "-")])
        words = tidy(without(words, length))
        if not SECONDS_LONG[0] <= seconds <= SECONDS_LONG[1]:
            least, most = SECONDS_LONG
            raise InputError(f"found a movement of {seconds:g} seconds; one lasts from {least:g} to {most:g}.")
    mirrored = bool(MIRRORED.search(words))
    around, rest = circles(MIRRORED.sub(" ", words))
    towards, rest = (None, rest) if around else bearing(rest)
    far, rest, countable = turns(rest)
    times = _times(countable, STRIDES if GAIT.search(rest) else OFTEN)
    steps, rest = _steps_of(rest)
    if around and times:
        around, times = around * times, None
    elif times and not steps and GAIT.search(rest):
        steps, times = times, None
    if around and abs(around) > OFTEN:
        raise InputError(f"found {abs(around):g} circles; up to {OFTEN} are danced.")
    if far and far * (times or 1) > OFTEN:
        raise InputError(f"found turns of {360 * far * (times or 1):g} degrees in all; up to {360 * OFTEN} are danced.")
    return Clause(
        text=tidy(words),
        side=side_of(rest),
        direction=way_of(rest),
        times=times,
        steps=steps,
        turns=far,
        around=around,
        bearing=towards,
        seconds=seconds,
        qualities=tuple(dict.fromkeys(QUALITY[token] for token in rest.split() if token in QUALITY)),
        hold=is_hold(rest),
        mirrored=mirrored,
        group=group,
        heard=tidy(TIMES.sub(" ", rest)),
    )


def _times(words: str, most: int) -> int | None:
    """How often, if said, up to `most`: "twice", "3 x", "four times", "two claps"; but not "two hands" or "one leg"."""
    found, tokens = TIMES.search(words), words.split()
    said = found[found.lastindex] if found else None
    for index, token in enumerate(tokens if not found else ()):
        after = next((each for each in tokens[index + 1 :] if each not in QUALITY and each != "high"), "")
        if token in ADVERBS or (numeral(token) and after and not plain(after)):
            said = token
            break
    if said is None:
        return None
    times = number(said)
    if not 1 <= times <= most:
        raise InputError(f"found a movement to be danced {times:g} times; from 1 to {most} times are danced.")
    return int(times)


def _steps_of(words: str) -> tuple[int | None, str]:
    """How many steps are said, and the words without that: "walk four steps forward", "three small steps"."""
    found = STEPS.search(words)
    if not found:
        return None, words
    steps = number(found[1])
    if not 1 <= steps <= STRIDES:
        raise InputError(f"found {steps:g} steps in one movement; from 1 to {STRIDES} are danced.")
    kept = found[2] if GAIT.search(words) else f"{found[2]} steps"
    return int(steps), words[: found.start()] + kept + words[found.end() :]
