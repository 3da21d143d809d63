"""Rows on real motion, named by text alone: none of these words or recordings need to have been trained on."""

import numpy as np

from train.bench.measure import Measure, right
from train.bench.protocols import protocols
from train.caption import TRUE, Attributes, Phrase, truth_table
from train.encoders import Encoders, label_embeddings
from train.real.ballroom import DANCES
from train.studio.repertoire import MOVES
from train.text_encoder import sentence_embeddings

GAITS = ("walk", "run")


def actions(encoders: Encoders, phrases: list[Phrase], styles: list[str]) -> dict[str, Measure]:
    """Actions as a choice among those that the phrases have, and among every move of the repertoire, sides left out.

    All balanced over actions; the side of those that have one, walk against run, and each style on its own line.
    Repeats of an action in a style are nearly the same motion: the intervals are over actions in styles, and those of
    one style over its actions.
    """
    wanted = sorted({phrase.attributes for phrase in phrases}, key=str)
    dances = encoders.encode_dance([phrase.positions for phrase in phrases])
    truth = [phrase.attributes for phrase in phrases]
    chosen = [wanted[index] for index in (dances @ label_embeddings(encoders, wanted).T).argmax(axis=1)]
    names = tuple(MOVES)
    similarity = dances @ label_embeddings(encoders, [Attributes((name,)) for name in names]).T
    ranking = [[names[index] for index in row] for row in np.argsort(-similarity, axis=1)]
    moves = [each.moves[0] for each in truth]
    nearest = [move if move in row[:3] else row[0] for move, row in zip(moves, ranking, strict=True)]
    repeats = [f"{each} {style}" for each, style in zip(truth, styles, strict=True)]
    choice = right(truth, chosen, True, repeats)
    found = {
        "choice of actions": choice,
        "first of all moves": right(moves, [row[0] for row in ranking], True, repeats),
        "in first three of all moves": right(moves, nearest, True, repeats),
    }
    sided = [index for index, each in enumerate(truth) if each.side]
    if sided:
        by_side = [chosen[index].side for index in sided]
        sides = [truth[index].side for index in sided]
        found["arm or turn side"] = right(sides, by_side, True, [repeats[index] for index in sided])
    gaits = [index for index, move in enumerate(moves) if move in GAITS]
    if len({moves[index] for index in gaits}) == 2:
        columns = [names.index(name) for name in GAITS]
        picked = [GAITS[int(similarity[index, columns].argmax())] for index in gaits]
        of_gaits = [repeats[index] for index in gaits]
        found["walk against run"] = right([moves[index] for index in gaits], picked, True, of_gaits)
    for style in sorted(set(styles)):
        here = np.array([each == style for each in styles])
        within = Measure(choice.values[here], choice.groups[here], clusters=choice.clusters[here])
        found[f"choice of actions, {style}"] = within.of_groups()
    return found


def genres(encoders: Encoders, phrases: list[Phrase]) -> dict[str, Measure]:
    """The dance of each whole file, as a choice among all DANCES: the mean of its phrases' cosines.

    By file, and balanced over dances. Half of the eight files without the third to choose by are rumbas: who answers
    nothing else has 50 by file and 25 balanced. Since some dances have one file, the balanced interval is over dances.
    """
    wanted = [Attributes((dance,)) for dance in DANCES.values()]
    votes = encoders.encode_dance([phrase.positions for phrase in phrases]) @ label_embeddings(encoders, wanted).T
    truth, answers, files = [], [], sorted({phrase.source for phrase in phrases})
    for source in files:
        own = [index for index, phrase in enumerate(phrases) if phrase.source == source]
        truth.append(phrases[own[0]].attributes.moves[0])
        answers.append(wanted[int(votes[own].mean(axis=0).argmax())].moves[0])
    balanced = right(truth, answers, True, files).of_groups()
    return {"genre of a file": right(truth, answers, clusters=files), "genre of a file, balanced": balanced}


def captioned(encoders: Encoders, phrases: list[Phrase]) -> dict[str, Measure]:
    """Retrieval among clips with free captions, one each, by every protocol.

    A clip longer than a phrase is several, which may differ by a frame: what was written for one is of all of them.
    """
    captions = [phrase.captions[index % len(phrase.captions)] for index, phrase in enumerate(phrases)]
    texts = [caption.text for caption in captions]
    true = truth_table([caption.claims for caption in captions], [phrase.attributes for phrase in phrases]) == TRUE
    clips: dict[tuple, int] = {}
    clip = np.array([clips.setdefault((phrase.source, phrase.captions), len(clips)) for phrase in phrases])
    dance = encoders.encode_dance([phrase.positions for phrase in phrases])
    own = clip[:, None] == clip
    return protocols(encoders.encode_text(texts), dance, sentence_embeddings(texts), true, own, clip)
