"""Labelling without the page: what is asked, what is kept, what is spread."""

import csv
import multiprocessing
import re
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

from motion.command import InputError
from motion.recording import NOTHING
from tests.demo.puppet import puppet, write_bvh
from train.label import measure
from train.label.__main__ import parse_args, run
from train.label.clusters import Clusters, cluster, flattened, questions
from train.label.hand import COLUMNS, add_hand, read_hand
from train.label.options import duration
from train.label.report import write_report
from train.label.session import SKIPPED, Session
from train.label.spread import spread
from train.label.table import read_table
from train.label.windows import Window, cut

POINTS = np.repeat(np.eye(4), 25, axis=0) + 0.05 * np.random.default_rng(0).normal(size=(100, 4))
"""Four clumps of 25, in order."""
CLUMP = np.repeat(np.arange(4), 25)


def windows(count: int = 100) -> list[Window]:
    return [Window(Path("a.bvh"), 10 * index, 10 * index + 30, np.zeros((30, 22, 3))) for index in range(count)]


def session(folder: Path, asked: list[int]) -> Session:
    return Session(folder, windows(), POINTS, Clusters(CLUMP, 4, {}), asked, CLUMP)


def test_recordings_become_phrases_of_one_length(tmp_path):
    write_bvh(tmp_path / "b.bvh", frames=90)
    write_bvh(tmp_path / "a.bvh", frames=25)
    (tmp_path / "notes.txt").write_text("no dance")
    found = cut([tmp_path], 30, 15, NOTHING)
    assert [(each.file.name, each.stop - each.start, each.positions.shape) for each in found[:2]] == [
        ("a.bvh", len(found[0].positions), (len(found[0].positions), 22, 3)),
        ("b.bvh", 30, (30, 22, 3)),
    ]
    assert len({each.key for each in found}) == len(found)
    assert flattened(found).shape[0] == len(found)
    with pytest.raises(InputError, match=r"length of 0\.10 s"):
        cut([tmp_path], 2, 1, NOTHING)
    with pytest.raises(InputError, match="found no"):
        cut([tmp_path / "nowhere.bvh"], 30, 15, NOTHING)


def test_lengths_are_seconds_or_frames():
    assert duration("3s") == duration("60") == 60
    with pytest.raises(SystemExit):
        parse_args(["a.bvh", "--length", "long"])


def test_the_number_of_clusters_is_found_and_explained():
    found = cluster(POINTS)
    assert found.count == 4
    assert "4: 0.9" in found.why
    assert cluster(POINTS, 7).count == 7


@pytest.mark.parametrize(
    ("phrases", "asked", "said"),
    [(100, 6, "6 clusters, as asked"), (6, 10, "6 clusters, one for each phrase"), (10, None, "1 cluster, for so few")],
)
def test_the_number_of_clusters_is_said_as_it_came_about(phrases, asked, said):
    assert cluster(POINTS[:: len(POINTS) // phrases][:phrases], asked).why.startswith(said)


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize(
    ("kinds", "asked", "said"),
    [(1, None, "1 cluster, for so few"), (3, None, "3 clusters: of"), (3, 10, "3 clusters, one for each phrase that")],
)
def test_phrases_that_are_the_same_are_one_cluster(kinds, asked, said):
    same = np.eye(4)[np.arange(60) % kinds]
    found = cluster(same, asked)
    assert len(np.unique(found.of)) == found.count == kinds
    assert found.why.startswith(said)
    assert len(set(questions(same, 10)[0])) == len(questions(same, 10)[0]) == kinds


def test_questions_are_spread_over_all_that_there_is():
    assert sorted(CLUMP[questions(POINTS, 4)[0]]) == [0, 1, 2, 3]
    assert len(set(questions(POINTS, 10)[0])) == 10


def test_labels_spread_to_what_is_alike_and_say_how_surely():
    found = spread(POINTS, CLUMP, {0: "kick", 30: "spin", 60: "jump"})
    assert (found.label[:75] == np.repeat(["kick", "spin", "jump"], 25)).all()
    assert found.by[[0, 1, 30]].tolist() == ["hand", "spread", "hand"]
    assert found.confidence[:75].min() > 0.9
    assert found.unsure[75:].mean() > 0.9, "nobody has named the last clump"


def test_a_hand_label_stays_what_it_is():
    found = spread(POINTS, CLUMP, {0: "kick", 1: "spin", 2: "kick"})
    assert found.label[:3].tolist() == ["kick", "spin", "kick"]
    assert (found.confidence[:3] == 1).all()


def test_what_is_asked_first_then_what_is_least_sure(tmp_path):
    labelling = session(tmp_path, [5, 30])
    assert labelling.next("ann") == 5
    assert labelling.next("ann") == 5, "asked again until answered"
    assert labelling.next("bob") == 30, "not what somebody else is looking at"
    labelling.answer(5, "kick", "ann")
    labelling.answer(30, "spin", "bob")
    third = labelling.next("ann")
    assert CLUMP[third] in (2, 3), "the clumps without a name are the least sure"
    labelling.answer(third, SKIPPED, "ann")
    assert labelling.next("ann") != third


def test_a_stopped_labelling_goes_on(tmp_path):
    session(tmp_path, [5, 30]).answer(5, "a kick, low", "ann")
    again = session(tmp_path, [5, 30])
    assert again.by_hand == {5: "a kick, low"}
    assert again.next("ann") == 30
    again.answer(5, "", "ann")
    assert session(tmp_path, [5, 30]).next("ann") == 5, "taken back"


def test_labels_csv_holds_every_phrase(tmp_path):
    labelling = session(tmp_path, [5])
    labelling.answer(5, "kick")
    labelling.answer(40, 'spin, "slow"')
    rows = read_table(tmp_path / "labels.csv")
    assert len(rows) == 100
    assert rows[40]._replace(file=None) == (None, 20.0, 21.5, 'spin, "slow"', "hand", 1.0)
    assert {row.by for row in rows} >= {"hand", "spread"}
    assert [path.name for path in tmp_path.glob("*.part")] == []


def test_a_phrase_that_somebody_says_has_no_name_gets_none(tmp_path):
    labelling = session(tmp_path, [5])
    labelling.answer(5, "kick")
    alike = next(index for index in np.flatnonzero(CLUMP[5] == CLUMP).tolist() if index != 5)
    labelling.answer(alike, SKIPPED)
    rows = read_table(tmp_path / "labels.csv")
    assert (rows[alike].label, rows[alike].by) == (SKIPPED, "hand")


def test_a_table_may_be_made_by_hand(tmp_path):
    (tmp_path / "mine.csv").write_text("file,start,end,label\na.bvh,0,2,kick\na.bvh,2,4,\n")
    assert [(row.label, row.by, row.confidence) for row in read_table(tmp_path / "mine.csv")] == [("kick", "hand", 1.0)]
    head = "file,start,end,label\n"
    ends = [("zero", 2), (-1, 2), (3, 2), ("nan", 2), (0, "inf")]
    rows = [f"{head}a.bvh,{start},{end},kick\n" for start, end in ends]
    for content in ("file,label\na.bvh,kick\n", head, *rows):
        (tmp_path / "bad.csv").write_text(content)
        with pytest.raises(InputError):
            read_table(tmp_path / "bad.csv")


def test_a_written_table_is_of_one_source(tmp_path):
    sources = [f"--mocap={name}={tmp_path}" for name in ("bandai", "ballroom")]
    with pytest.raises(InputError, match="bandai, ballroom; a table is of one of them"):
        measure.run(measure.parse_args([*sources, "--write", str(tmp_path / "a.csv")]))


def test_what_was_seen_for_a_label_is_not_counted_as_found():
    """Only the four phrases of a file, which overlap, have a name in common: one that is known has been seen."""
    starts = [(index // 4, 5 * (index % 4)) for index in range(100)]
    dances = [Window(Path(f"{file}"), at, at + 30, np.full((30, 22, 3), file)) for file, at in starts]
    encoders = SimpleNamespace(encode_dance=lambda positions: np.eye(25)[[int(each[0, 0, 0]) for each in positions]])
    found = measure.compare(dances, np.array([f"name {file:02d}" for file, _ in starts]), encoders)
    for row, count in zip(found, (1, 1, 2, 5), strict=True):
        others = int(re.search(rf"% \({count} labels, (\d+) others\)", row)[1])
        assert others % 4 == 0
        assert 100 - 8 * count <= others <= 100 - 4 * count
    seen = [[figures.pop(f"{way} seen") for way in ("ours", "notebook's")] for figures in found.values()]
    assert seen[0] == pytest.approx([100 * 30 / (25 * 45)] * 2)
    assert {figure for figures in found.values() for figure in figures.values()} == {0}


def _label_many(path: Path, who: str) -> None:
    for index in range(200):
        add_hand(path, ("a.bvh", f"{who}{index}"), f"label {index}", who)


def test_two_people_do_not_lose_each_others_rows(tmp_path):
    path = tmp_path / "hand.csv"
    people = [multiprocessing.get_context("spawn").Process(target=_label_many, args=(path, who)) for who in "ab"]
    for person in people:
        person.start()
    for person in people:
        person.join()
    assert read_hand(path) == {("a.bvh", f"{who}{index}"): f"label {index}" for who in "ab" for index in range(200)}
    with path.open(newline="") as file:
        assert sum(row[0] == COLUMNS[0] for row in csv.reader(file)) == 1, "one header"


def test_a_row_cut_off_by_a_killed_process_costs_only_itself(tmp_path):
    path = tmp_path / "hand.csv"
    add_hand(path, ("a.bvh", "0.00"), "kick")
    path.write_bytes(path.read_bytes() + b"a.bvh,1.00,sp")
    assert read_hand(path)[("a.bvh", "0.00")] == "kick"
    add_hand(path, ("a.bvh", "2.00"), "jump")
    assert read_hand(path)[("a.bvh", "2.00")] == "jump"


@pytest.mark.parametrize("text", ["=HYPERLINK(1)", "a\nb,c", "x" * 5000, "\ud800", " kick "])
def test_any_text_is_one_plain_row(tmp_path, text):
    path = tmp_path / "hand.csv"
    add_hand(path, ("a.bvh", "0.00"), text)
    (label,) = read_hand(path).values()
    assert "\n" not in label
    assert not label.startswith("=")
    assert 0 < len(label) <= 100


def test_the_command_prepares_and_reports(tmp_path, capsys):
    for name in "ab":
        write_bvh(tmp_path / f"{name}.bvh", frames=200)
    (tmp_path / "out").mkdir()
    add_hand(tmp_path / "out" / "hand.csv", (str(tmp_path / "a.bvh"), "0.00"), "kick", "")
    arguments = [str(tmp_path), "--out", str(tmp_path / "out"), "--length", "1s", "--by", "positions", "--no-page"]
    run(parse_args(arguments))
    labels = read_table(tmp_path / "out" / "labels.csv")
    assert f"and labels.csv: {len(labels)} phrases, 1 labelled by hand" in capsys.readouterr().out
    report = (tmp_path / "out" / "labels.html").read_text()
    assert report.count("<img") == 1 + report.count("<h2>") > 1
    assert "//" not in report.replace("data:image/png;base64,", "").split("</style>")[1].split("<img")[0]
    with pytest.raises(InputError, match="another length"):
        run(parse_args([*arguments, "--length", "2s"]))
    with pytest.raises(InputError, match="share"):
        run(parse_args([*arguments, "--share", "0"]))
    with pytest.raises(InputError, match="found 0 clusters; accepted is 1 or more"):
        run(parse_args([*arguments, "--clusters", "0"]))
    with pytest.raises(InputError, match=r"labels of other recordings in .*a\.bvh"):
        run(parse_args([str(tmp_path / "b.bvh"), *arguments[1:]]))


def test_clusters_of_phrases_that_are_the_same_may_be_empty(tmp_path):
    dances = [Window(Path("a.bvh"), 30 * index, 30 * index + 30, puppet(30).positions) for index in range(2)]
    clusters = Clusters(np.array([0, 2]), 3, {})
    write_report(tmp_path / "labels.html", Session(tmp_path, dances, POINTS[:2], clusters, [0], CLUMP[:2]))
    report = (tmp_path / "labels.html").read_text()
    assert re.findall("<h2>(.*?)</h2>", report) == ["Cluster 1, 1 phrases", "Cluster 3, 1 phrases"]
