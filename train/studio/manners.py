"""Words for qualities: how a movement is said to be done."""

ADVERBS = {
    "slow": (
        "slowly", "in slow motion", "very slowly", "unhurriedly", "at a slow pace", "taking plenty of time", "lazily",
        "in a leisurely way", "calmly", "at half speed", "at a slow tempo", "at a snail's pace", "ever so slowly",
        "with no rush", "taking all the time in the world",
    ),
    "fast": (
        "quickly", "fast", "rapidly", "at high speed", "in a hurry", "very fast", "swiftly", "speedily", "hastily",
        "as fast as possible", "briskly", "at top speed", "at double speed", "at a fast tempo", "at a rapid pace",
        "in double time", "with great speed",
    ),
    "smooth": (
        "smoothly", "fluidly", "with a smooth flow", "in one flowing movement", "gliding softly", "softly",
        "gracefully", "gently", "seamlessly", "without any break", "legato", "like silk", "fluently",
        "in a continuous flow", "in one continuous motion", "with soft transitions",
        "melting from one shape into the next",
    ),
    "sharp": (
        "sharply", "abruptly", "crisply", "with sharp accents", "with sudden stops", "in a staccato way", "snappily",
        "suddenly", "jerkily", "percussively", "hitting every position hard", "with hard accents", "with crisp stops",
        "in sudden bursts", "in a choppy way", "in a clipped way", "jaggedly",
    ),
    "heavy": (
        "heavily", "with heavy weight", "sinking into the floor", "ponderously", "as if weighed down",
        "with full weight", "grounded and weighty", "as if wading through mud", "wearily", "as if made of lead",
        "as if carrying a heavy load", "with leaden limbs", "giving in to gravity", "in a lumbering way",
        "like an elephant",
    ),
    "light": (
        "lightly", "light as a feather", "with a light touch", "on light feet", "airily", "weightlessly", "delicately",
        "daintily", "hardly touching the floor", "feather-light", "as light as air", "as if floating on air",
        "as if without weight", "ethereally",
    ),
    "small": (
        "with small movements", "in a small way", "tinily", "barely moving", "with little range", "compactly",
        "slightly", "just a little", "minimally", "modestly", "with tiny movements", "with small gestures",
        "on a small scale", "keeping everything small", "in miniature", "with hardly any movement",
    ),
    "big": (
        "with big movements", "in a big way", "expansively", "with full range", "hugely", "taking up space", "broadly",
        "with exaggerated movements", "as large as possible", "widely", "with large movements", "with huge gestures",
        "on a large scale", "larger than life", "filling the whole space", "with oversized gestures",
    ),
    "bouncy": (
        "with a bounce", "bouncily", "with springy knees", "bouncing to the beat", "with a bouncy groove", "springily",
        "bobbing up and down", "elastically", "with a spring in every beat", "as if on springs",
        "as if on a trampoline", "like a rubber ball", "with a bounce in the knees", "with bobbing knees",
        "bouncing up and down",
    ),
}  # fmt: skip
ADJECTIVES = {
    "slow": (
        "slow", "unhurried", "slow-motion", "leisurely", "lazy", "calm", "slow-paced", "unrushed", "half-speed",
        "drawn-out", "slowed-down",
    ),
    "fast": (
        "fast", "quick", "rapid", "speedy", "swift", "hasty", "fast-paced", "high-speed", "double-time", "hurried",
        "lightning-fast",
    ),
    "smooth": (
        "smooth", "flowing", "fluid", "soft", "graceful", "gentle", "silky", "seamless", "continuous", "fluent",
        "liquid",
    ),
    "sharp": (
        "sharp", "abrupt", "crisp", "snappy", "staccato", "sudden", "choppy", "clipped", "jerky", "jagged",
        "hard-edged",
    ),
    "heavy": (
        "heavy", "weighty", "ponderous", "leaden", "lumbering", "weighed-down", "burdened", "cumbersome", "lead-heavy",
    ),
    "light": (
        "light", "airy", "weightless", "feathery", "delicate", "feather-light", "floaty", "dainty", "ethereal",
        "featherlike",
    ),
    "small": (
        "small", "tiny", "little", "compact", "slight", "minimal", "miniature", "modest", "small-scale", "teeny",
    ),
    "big": (
        "big", "large", "huge", "expansive", "broad", "exaggerated", "oversized", "enormous", "giant", "large-scale",
        "larger-than-life",
    ),
    "bouncy": (
        "bouncy", "springy", "elastic", "bobbing", "rubbery", "spring-loaded", "jouncing", "trampoline-like",
    ),
}  # fmt: skip
