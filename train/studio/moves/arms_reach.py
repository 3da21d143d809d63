"""The whole body goes after one hand."""

from train.studio.moves.arms_ways import at_ease, carry, hang
from train.studio.moves.carriage import exact
from train.studio.repertoire import ARM, Task, Words, move
from train.studio.score import Score


@move(
    "reach",
    Words(
        does=(
            "reaches out",
            "reaches for something",
            "stretches a hand out towards something",
            "stretches one arm far out towards something",
            "strains to reach something",
            "extends an arm as far as it goes",
            "tries to grab something out of reach",
            "stretches after something",
            "grabs for something far away",
            "extends one hand towards something and leans after it",
        ),
        noun=(
            "reach",
            "reach with one arm",
            "stretch towards something",
            "reaching out of one hand",
            "reaching movement",
            "full-body reach",
            "stretch of one arm",
            "grab for something",
        ),
        side=ARM,
        pictures=(
            "trying to catch something just beyond the fingertips",
            "one arm stretches and the whole body goes after it",
            "as if to pick an apple that hangs too far away",
            "almost got it, just a bit further",
            "the body pulled along by one hand",
            "the hand goes out, a heel leaves the floor, the fingers strain",
            "as if for a rope that swings out of reach",
            "an arm extended to its limit, the trunk following",
            "straining with one hand for something out of reach",
            "out goes the arm and the shoulder with it",
        ),
    ),
    times=(1, 1, 2),
)
def reach(s: Score, do: Task) -> None:
    """One arm stretches towards something and the whole body goes after it, off the heels, strains, and comes back."""
    with at_ease(s):
        for _ in range(do.times):
            where = str(s.rng.choice(["ahead", "ahead", "ahead", "above", "aside", "aside", "aside", "across"]))
            beats, far = s.pick(1.0, 2.6), s.pick(0.75, 1.2)
            foot, step, body, arm = whole_body(s, where)
            onto = {
                "forth": 0.8 * step.get("ahead", 0.0),
                "sway": 0.8 * step.get("out", 0.0) * (1 if foot == "L" else -1),
            }
            rear = "L" if foot == "R" else "R"
            heels = {f"{side}_heel": s.pick(28, 55) for side in (rear, *(foot if where == "above" else ""))}
            body = {name: far * most * max(s.quality.size, 0.8) for name, most in body.items()}
            s.step(foot, 0.7 * beats, under=0, height=0.05, **step)
            trails = where != "across" and foot == "R" and s.chance(0.8 if where == "above" else 0.4)
            s.shape(beats, **exact(s, **{name: 0.8 * most for name, most in body.items()}), **onto)
            s.shape(beats, **{name: 0.6 * high for name, high in heels.items()}, R_round=12, R_shrug=10)
            s.shape(beats, L_lift=s.pick(10, 50), L_plane=s.pick(90, 150), L_elbow=s.pick(0, 40))
            carry(s, beats, "R", **arm, elbow=-s.pick(5, 35), roll=0)
            for _ in range(s.count(1, 3)):
                strain = s.pick(0.5, 1.0)
                if trails:
                    s.shape(strain, L_free=1, L_hip=-12, L_knee=15, L_out=25 if where == "aside" else 5, L_point=50)
                s.shape(strain, **exact(s, **body), **heels, R_shrug=26, R_round=22 * (where != "above"))
                s.to(strain, **exact(s, R_elbow=-35, R_lift=arm["lift"] + 5))
                s.hold(s.pick(0.2, 1.2))
                s.to(0.5, **exact(s, **{name: 0.85 * most for name, most in body.items()}, R_elbow=-10), R_shrug=14)
            if trails:
                s.step("L", 0.3, under=0, height=0, heel=0)
                s.to(0.3, L_free=0, L_hip=0, L_knee=0, L_out=0, L_point=20)
            s.step(foot, 0.7, delay=0.3, under=1.1)
            idle = {name: 0.0 for name in (*body, *onto, "R_round", "R_shrug", "L_heel", "R_heel")}
            s.shape(1.0, **idle, L_lift=4, L_elbow=0, L_plane=75)
            hang(s, s.pick(1.1, 2.2), "R")
    s.relax(s.pick(0.4, 1.0))


def whole_body(s: Score, where: str) -> tuple[str, dict[str, float], dict[str, float], dict[str, float]]:
    """What goes after the hand: the foot that steps, how far, the trunk, and where the arm points from it."""
    return {
        "ahead": (
            "RL"[s.count(0, 1)],
            {"ahead": s.pick(0.3, 0.5)},
            {
                "lean": s.pick(22, 38),
                "bend": s.pick(5, 18),
                "twist": s.pick(15, 40),
                "drop": s.pick(0.03, 0.12),
            },
            {"lift": s.pick(118, 165), "plane": s.pick(5, 35)},
        ),
        "above": (
            "R",
            {"out": s.pick(0.02, 0.1), "ahead": s.pick(0.15, 0.32)},
            {"lean": s.pick(10, 20), "side": s.pick(12, 26), "bend": s.pick(-8, 4), "nod": -30, "drop": -0.02},
            {"lift": s.pick(162, 180), "plane": s.pick(20, 70)},
        ),
        "aside": (
            "R",
            {"out": s.pick(0.25, 0.42)},
            {
                "side": -s.pick(22, 38),
                "tilt": -s.pick(6, 16),
                "twist": -s.pick(0, 14),
                "drop": s.pick(0.02, 0.08),
            },
            {"lift": s.pick(115, 155), "plane": s.pick(75, 100)},
        ),
        "across": (
            "L",
            {"out": s.pick(0.15, 0.35), "ahead": s.pick(0.0, 0.2)},
            {"twist": s.pick(42, 62), "side": s.pick(8, 22), "lean": s.pick(4, 14), "drop": s.pick(0.02, 0.08)},
            {"lift": s.pick(112, 150), "plane": s.pick(-10, 20)},
        ),
    }[where]
