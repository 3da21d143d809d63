"""Rumba and cha-cha, Latin dances of the ballroom that share their breaks and hips."""

from train.studio.moves.carriage import exact
from train.studio.moves.steps_footwork import away, close, footwork, hips_over, poise, rounds, shod, tempo
from train.studio.moves.steps_latin_arms import GATHERED, OPENED, one_of, paired, some_of, strike
from train.studio.moves.steps_latin_figures import CHA_CHA, CHA_CHAS, RUMBA, RUMBAS
from train.studio.repertoire import Task, Words, move
from train.studio.score import OTHER, Score


@move(
    "rumba",
    Words(
        does=(
            "dances a rumba",
            "does rumba steps with rolling hips",
            "steps through a rumba and lets the hips settle over each straight leg",
            "opens one arm to the side over a hip that settles in a rumba",
            "dances the rumba with strong hip action",
            "does Latin ballroom rumba steps",
            "dances rumba",
            "does a ballroom rumba",
            "rolls the hips in rumba steps",
            "dances a cuban rumba",
        ),
        noun=(
            "rumba",
            "rumba step",
            "Latin rumba",
            "rumba with rolling hips",
            "rumba dance",
            "cuban rumba",
            "ballroom rumba",
            "latin dance of love",
        ),
        pictures=(
            "slow, quick, quick, and the hip settles",
            "the latin dance of love",
            "a hip settling over each straightened leg",
            "a long step, a hip that rolls out, an arm that opens",
            "cuban motion on long steps",
            "sultry ballroom dance from cuba",
            "weight poured from one hip to the other, an arm opening to the side",
            "romance on the latin floor",
            "latin ballroom, a bolero feeling, hips all the way",
            "the hip goes out and back over the leg that has just stepped",
        ),
    ),
)
def rumba(s: Score, do: Task) -> None:
    """Slow, quick, quick: a long step whose hip settles far out while an arm opens, or both; turns between."""
    shod(s)
    count = max(tempo(s, 80, 116), 0.4 / s.beat)
    plan, much, long, wrung = RUMBAS[s.count(0, len(RUMBAS) - 1)], s.pick(0.9, 1.6), s.pick(0.85, 1.3), s.pick(1, 2)
    opened, gathered, soft = some_of(s, OPENED), some_of(s, GATHERED, 2), s.pick(0.65, 1)
    tall = poise(s, drop=-s.pick(0, 0.02), bend=-s.pick(0, 8))
    s.to(s.pick(0.5, 1.1), **tall, **paired(s, "R", one_of(s, gathered)))
    start, free, back = s.now, "R", s.chance(0.4)
    if s.chance(0.25):
        strike(s, free, count)
    for _ in range(max(2, rounds(s, 4 * count, 3, 7))):
        figure = RUMBA[str(s.rng.choice(plan))]
        for foot, beats, pace in footwork(s, figure, free, count, long, back, 0.2, 0.4, height=0.03, heel=34, toe=-12):
            slow = pace.counts == 2
            if slow or s.chance(0.6):
                s.shape(soft * beats, **paired(s, foot, one_of(s, opened if slow or s.chance(0.4) else gathered)))
            s.shape(0.85 * beats, head_tilt=away(foot) * 10 * slow)
            s.to(0.8 * beats, **_settled(s, foot, much * (1 if slow else 0.7), wrung))
            s.hold(0.2 * beats)
        free, back = OTHER[foot], not back
    _leave(s, free, count, start)


def _settled(s: Score, foot: str, much: float, wrung: float) -> dict[str, float]:
    """Hips over `foot`, the knees straighter than in a club and the shoulders turned `wrung` times as far."""
    hips, heel = hips_over(s, foot, much), f"{OTHER[foot]}_heel"
    return hips | {"twist": wrung * hips["twist"], heel: max(8 * much, s.value(heel))}


def _leave(s: Score, foot: str, count: float, start: float) -> None:
    """Often a last pose; then all comes to rest, which a recording may miss, as it may what came before the dance."""
    danced = s.now
    if s.chance(0.3):
        strike(s, foot, count)
        danced = s.now
    close(s, foot, count)
    s.spare = (1.3 * start, 1.4 * (s.now - danced) + s.pick(0.1, 0.8))


BENT = {"plane": 78, "grip": 0}
"""Arms out at the sides, from where the forearms fold ahead."""


@move(
    "cha_cha",
    Words(
        does=(
            "dances a cha-cha",
            "does the cha-cha-cha",
            "breaks on one foot and steps cha-cha-cha to the side",
            "steps a cha-cha with five steps to four beats",
            "dances cha-cha steps with swinging hips",
            "does a Latin cha-cha",
            "dances the cha-cha",
            "does cha-cha steps",
            "dances a cuban cha-cha",
            "rocks on one foot and steps a cha-cha-cha aside",
        ),
        noun=(
            "cha-cha",
            "cha-cha-cha",
            "cha-cha step",
            "cha-cha basic",
            "latin cha-cha",
            "cuban cha-cha",
            "cha-cha dance",
            "ballroom cha-cha",
        ),
        pictures=(
            "one, two, cha-cha-cha",
            "two, three, four-and-one",
            "a rock step and three chasing steps to the side",
            "five steps in four beats",
            "cuban dance with a triple step",
            "break, replace, side, close, side",
            "elbows out, forearms pumping, hips swinging",
            "cheeky latin dance in four-four time",
            "two steps on the beat, then three in two beats",
            "oye como va",
        ),
    ),
)
def cha_cha(s: Score, do: Task) -> None:
    """Two, three: onto one foot and back; four-and-one: side, together, side, or a lock; arms pump or open out."""
    shod(s)
    count = max(tempo(s, 104, 134), 0.36 / s.beat)
    plan, much, long, back = CHA_CHAS[s.count(0, len(CHA_CHAS) - 1)], s.pick(0.6, 1.2), s.pick(0.8, 1.35), s.chance(0.5)
    arms = _pumping(s) if s.chance(0.4) else _opening(s)
    tall = poise(s, drop=s.pick(-0.02, 0.02), bend=-s.pick(0, 8))
    start, free, wrung, enters = 0.0, "R", s.pick(1, 1.6), s.chance(0.4)
    if enters:
        s.hold(s.pick(0, 2))
        s.shape(0.6, **tall)
        strike(s, free, count, s.pick(0.05, 0.5))
    else:
        s.to(s.pick(0.4, 1.0), **tall, **arms("R", True))
        start = s.now
    for _ in range(max(1 if enters else 2, rounds(s, 4 * count, 1 if enters else 2.5, 6.5))):
        figure = CHA_CHA[str(s.rng.choice(plan))]
        for index, (foot, beats, pace) in enumerate(
            footwork(s, figure, free, count, long, back, 0.2, 0.5, height=0.035, heel=28, toe=-8)
        ):
            s.shape(max(beats, 0.8 * count), **arms(foot, index == 0))
            s.to(beats, **_settled(s, foot, much * (0.7 if pace.counts < 1 else 1), wrung))
        free, back = OTHER[foot], not back
    _leave(s, free, count, start)


def _pumping(s: Score):
    """A function from the stepping foot to arms out at the sides whose forearms push by turns, shoulders with them."""
    elbow, push, shrug = s.pick(65, 105), s.pick(15, 45), s.pick(2, 9)
    bent = BENT | {"lift": s.pick(48, 80), "roll": s.pick(-10, 35)}
    pushed, drawn = bent | {"elbow": elbow - push}, bent | {"elbow": elbow + 0.5 * push}

    def arms(foot: str, breaks: bool) -> dict[str, float]:
        shrugs = {f"{foot}_shrug": shrug, f"{OTHER[foot]}_shrug": 0}
        return exact(s, **_arm(OTHER[foot], pushed), **_arm(foot, drawn)) | shrugs

    return arms


def _opening(s: Score):
    """A function from the stepping foot to arms that open out on a break and come in, or stay, on the other steps."""
    opened, gathered, stays = some_of(s, OPENED), some_of(s, GATHERED, 2), s.pick(0.3, 0.8)

    def arms(foot: str, breaks: bool) -> dict[str, float]:
        if breaks:
            return paired(s, foot, one_of(s, opened))
        return {} if s.chance(stays) else paired(s, foot, one_of(s, gathered))

    return arms


def _arm(side: str, angles: dict[str, float]) -> dict[str, float]:
    return {f"{side}_{name}": angle for name, angle in angles.items()}
