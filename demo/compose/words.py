"""The closed words of the grammar: order, sides, ways, counts, times, stillness, manner.

None of these is a movement: what moves is told by the text encoder alone. A piece of text of nothing but these words
describes the movement beside it ("jumps up and down", "the left hand", "slowly").
"""

import re

CONNECTORS = {
    "over": r"at the same time as|at the same time|simultaneously|all the while|meanwhile|while|whilst|during"
    r"|as(?= (?:he|she|they|it|you|we|i|one|the \w+)\b(?! (?:can|could)\b))",
    "then": r"followed by|(?:after|before) (?:that|which|this)|afterwards?|and (?:then|finally|lastly|next)|then|next"
    r"|finally|lastly|subsequently|first of all|firstly|(?:at )?first|secondly|thirdly|in the end|at the end"
    r"|(?:and )?(?:to )?(?:end|finish|start|begin|close|open)(?:s|es|ing|ning)? (?:off )?(?:with|by|in|on)",
    "before": r"before",
    "after": r"after",
    "with": r"with",
    "and": r"and(?! forth\b)|plus|but",
}
"""How one movement follows another. over: at once. with: at once, unless what follows describes the movement."""

SENTENCES = tuple(";.!?:\n")
"""Marks after which a sentence may say more of the movement before."""

MARKS = {"then": rf"[{''.join(SENTENCES)}]|->|→|–|—", "and": r"[,&+/]"}
"""The same in punctuation."""

PATTERN = re.compile(
    "|".join([rf"(?P<{kind}>\b(?:{body})\b)" for kind, body in CONNECTORS.items()])
    + "".join(rf"|(?P<{kind}_mark>{body})" for kind, body in MARKS.items())
)


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


SIDES = {
    "left": "left", "lefts": "left", "right": "right", "rights": "right", "both": "both", "counterclockwise": "left",
    "anticlockwise": "left", "clockwise": "right", "leftward": "left", "leftwards": "left", "rightward": "right",
    "rightwards": "right",
}  # fmt: skip
WAYS = {
    "forward": "forward", "forwards": "forward", "ahead": "forward", "backward": "backward", "backwards": "backward",
    "spot": "in_place", "place": "in_place",
}  # fmt: skip
COUNTS = {
    "once": 1, "twice": 2, "thrice": 3, "single": 1, "double": 2, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5,
    "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "dozen": 12,
    "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "twenty": 20, "twenty-four": 24, "thirty-two": 32,
    "couple": 2, "several": 3, "few": 3, "repeatedly": 3,
}  # fmt: skip
OPPOSITE = {"left": "right", "right": "left", "forward": "backward", "backward": "forward"}
"""The other side or way."""

SECONDS = {
    "second": 1.0, "seconds": 1.0, "sec": 1.0, "secs": 1.0, "s": 1.0, "moment": 1.0, "while": 2.0, "minute": 60.0,
    "minutes": 60.0, "min": 60.0, "mins": 60.0,
}  # fmt: skip
BEATS = {
    "beat": 1, "beats": 1, "count": 1, "counts": 1, "bar": 4, "bars": 4, "measure": 4, "measures": 4, "eights": 8,
    "eight-count": 8, "eight-counts": 8, "8-count": 8, "8-counts": 8,
}  # fmt: skip
"""Lengths by the music, in beats: its tempo says how long one is."""

PARTS = _set(
    "hand hands arm arms leg legs foot feet hip hips shoulder shoulders knee knees elbow elbows chest torso body toe "
    "toes heel heels fist fists finger fingers wrist wrists palm palms side sides head"
)
RAISED = _set("up down out high wide apart open overhead")
"""Where a part of the body goes, in words that are a movement if nothing else is."""

HOLDS = _set(
    "freeze freezes freezing pause pauses pausing hold holds holding stop stops stopping stand stands standing stay "
    "stays staying wait waits waiting still motionless halt halts"
)
HELD = _set("pose position shape nothing")

QUALITIES = {
    "slow": "slow slower slowly unhurried leisurely calm calmly gradual",
    "fast": "fast faster quick quicker quickly rapid rapidly swift speedy",
    "smooth": "smooth smoothly fluid fluidly flowing soft softly gentle gently graceful gracefully",
    "sharp": "sharp sharply abrupt abruptly crisp crisply sudden suddenly snappy staccato",
    "heavy": "heavy heavily weighty",
    "light": "light lightly airy delicate delicately",
    "small": "small smaller tiny little slight slightly",
    "big": "big bigger large huge wide widely expansive hugely",
    "bouncy": "bouncy bouncily springy bounce bouncing",
}
QUALITY = {word: id for id, words in QUALITIES.items() for word in words.split()}

PLAIN = _set(
    "a an the his her their my your its our this these in on at to of for by from into out off over up down around "
    "round through he she they it i you we one who that is are be very really quite so ever much more less again all "
    "another way some own there with and as like back forth aside sideways diagonally diagonal straight together along "
    "away inwards outwards upward upwards downward downwards high low time times step-by-step bit lot person "
    "dancer someone somebody man woman figure performer people each other same also just only too then movement "
    "degree degrees metre metres meter meters m centimetre centimetres centimeter centimeters cm bpm "
    "direction opposite do does repeat repeats movements motion way speed pace tempo energy accents steps hardly "
    "almost without should must can could will would shall may might start starts begin begins mirrored higher lower "
    "deeper closer further longer"
)
"""Words that mean no movement by themselves."""
