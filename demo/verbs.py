"""How the moves of the vocabulary are said of a dancer, in the third person, and how a side of each is said.

A move that is not here, of labels of one's own, is said by its id.
"""

LEG, HAND, ARM, WAY = "with the {} leg", "with the {} hand", "with the {} arm", "to the {}"

VERBS = {
    "walk": ("walks forward", ""), "backward_walk": ("walks backward", ""), "run": ("runs", ""),
    "march": ("marches", ""), "tiptoe": ("walks on tiptoe", ""), "skip": ("skips", ""), "gallop": ("gallops", ""),
    "chasse": ("does a chassé", WAY), "side_step": ("steps sideways", WAY), "slide": ("slides", WAY),
    "grapevine": ("does a grapevine", WAY), "moonwalk": ("moonwalks", ""), "jump": ("jumps", ""),
    "hop": ("hops", "on the {} foot"), "leap": ("leaps", ""), "star_jump": ("does star jumps", ""),
    "tuck_jump": ("jumps with tucked knees", ""), "turn": ("turns", WAY), "spin": ("spins", WAY),
    "pirouette": ("does a pirouette", WAY), "half_turn": ("makes a half turn", WAY),
    "chaine_turn": ("does chaîné turns", WAY), "kick": ("kicks", LEG), "side_kick": ("kicks to the side", LEG),
    "back_kick": ("kicks backward", LEG), "high_kick": ("kicks high", LEG),
    "knee_lift": ("lifts the knee", "on the {} side"), "passe": ("does a passé", LEG),
    "develope": ("does a développé", LEG), "arabesque": ("does an arabesque", LEG), "tendu": ("does a tendu", LEG),
    "plie": ("does a plié", ""), "grand_plie": ("does a grand plié", ""), "lunge": ("lunges", LEG),
    "side_lunge": ("lunges sideways", WAY), "rond_de_jambe": ("does a rond de jambe", LEG),
    "leg_swing": ("swings the leg", "on the {} side"), "stomp": ("stomps", "with the {} foot"),
    "tap": ("taps the floor", "with the {} foot"), "squat": ("squats", ""), "kneel": ("kneels", "on the {} knee"),
    "wave": ("waves", HAND), "wave_both_hands": ("waves both hands", ""),
    "raise_arm": ("raises an arm", "on the {} side"), "raise_both_arms": ("raises both arms", ""),
    "open_arms": ("opens the arms", ""),
    "arm_circle": ("circles an arm", "on the {} side"), "arm_swing": ("swings the arms", ""),
    "port_de_bras": ("does a port de bras", ""), "reach": ("reaches out", HAND), "clap": ("claps", ""),
    "punch": ("punches", "with the {} fist"), "push": ("pushes", ""), "point": ("points", HAND),
    "snap": ("snaps the fingers", ""), "arm_ripple": ("ripples the arms", ""), "hug": ("hugs", ""),
    "flap": ("flaps the arms", ""), "bow": ("bows", ""), "sway": ("sways", ""), "body_roll": ("does a body roll", ""),
    "twist": ("twists", ""), "side_bend": ("bends sideways", WAY), "contraction": ("contracts the torso", ""),
    "hip_sway": ("sways the hips", ""), "hip_circle": ("circles the hips", ""), "shimmy": ("shimmies", ""),
    "shoulder_roll": ("rolls the shoulders", ""), "chest_pop": ("pops the chest", ""), "head_nod": ("nods", ""),
    "robot": ("does the robot", ""), "waltz": ("waltzes", ""), "cha_cha": ("dances cha-cha", ""),
    "rumba": ("dances rumba", ""), "tango": ("dances tango", ""), "salsa": ("dances salsa", ""),
    "samba": ("dances samba", ""), "swing": ("dances swing", ""), "charleston": ("dances the Charleston", ""),
    "step_touch": ("does step touches", ""), "running_man": ("does the running man", ""),
    "disco_point": ("does disco points", HAND), "dab": ("dabs", WAY), "floss": ("does the floss", ""),
    "vogue": ("vogues", ""), "pause": ("stands still", ""), "balance": ("balances", ""), "pose": ("holds a pose", ""),
}  # fmt: skip
"""For each move its verb, and what names its side, with {} for left or right; empty where it has none."""

SHARED = ("does", "dances")
"""Verbs that are said once of several moves in a row."""


def verb(move: str) -> str:
    """A move as it is said of a dancer."""
    return VERBS.get(move, (move.replace("_", " "), ""))[0]


def sided(move: str, side: str | None) -> str:
    """A move with its side, left or right, where it has one and it is known."""
    manner = VERBS.get(move, ("", ""))[1]
    return f"{verb(move)} {manner.format(side)}" if side and manner else verb(move)
