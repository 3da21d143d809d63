"""The endpoints, as a program has them: README's own lines, and bad input."""

import re

import numpy as np
import pytest
from gradio_client import Client, handle_file
from gradio_client.exceptions import AppError

from demo.gallery import Gallery
from motion import load
from tests.browser import ROOT
from tests.demo.puppet import write_bvh

RESULT = {"rank", "id", "caption", "score", "duration", "source", "attributes", "files"}


@pytest.fixture(scope="module")
def client(url, tmp_path_factory):
    return Client(url, verbose=False, download_files=tmp_path_factory.mktemp("downloads"))


def test_readme(url, tmp_path, monkeypatch):
    """README's example runs as it stands, but for the address."""
    write_bvh(tmp_path / "my_dance.bvh")
    monkeypatch.chdir(tmp_path)
    (code,) = re.findall(r"```python\n(.*?gradio_client.*?)```", (ROOT / "README.md").read_text(), re.DOTALL)
    known = {}
    exec(re.sub(r'Client\("[^"]*"\)', f'Client("{url}", verbose=False)', code), known)
    assert known["found"]["results"][0]["caption"]
    assert known["like"]["results"][0]["id"] != known["found"]["results"][0]["id"]
    assert known["read"]["sentence"]
    assert [clause["recognised"] for clause in known["made"]["clauses"]] == [True] * 3


def test_search(client):
    found = client.predict("slow spin with a kick", api_name="/search")
    assert all(set(result) == RESULT | {"confidence", "why"} for result in found["results"])
    assert len(found["results"]) == 7
    only = client.predict("a dance", move="waltz", quality="slow", count=3, api_name="/search")["results"]
    assert 1 <= len(only) <= 3
    for result in only:
        assert "waltz" in result["attributes"]["moves"]
        assert "slow" in result["attributes"]["qualities"]


def test_similar(client):
    id = client.predict("a waltz", api_name="/search")["results"][0]["id"]
    found = client.predict(id, count=4, api_name="/similar")
    assert found["like"]["id"] == id
    assert [set(result) for result in found["results"]] == [RESULT] * 4
    assert client.predict(id, move="kick", count=2, api_name="/similar")["results"][0]["attributes"]["moves"]


def test_label(client, tmp_path):
    path = write_bvh(tmp_path / "puppet.bvh", frames=130, turn=720)
    read = client.predict(handle_file(str(path)), api_name="/label")
    assert read["file"] == "puppet.bvh"
    assert len(read["labels"]) == 5
    assert read["segments"][-1]["end"] == pytest.approx(6.5, abs=0.06)
    assert set(read["near"][0]) == RESULT - {"rank"}
    np.testing.assert_allclose(load(read["clip"]).positions, load(path).positions, atol=0.001)


def test_what_is_known_of_a_file_can_be_told(client, tmp_path):
    path = tmp_path / "turned.npy"
    np.save(path, Gallery.load().clip(0).positions[..., [1, 2, 0]])
    found = client.predict(handle_file(str(path)), api_name="/label")
    told = client.predict(handle_file(str(path)), up="-Y", fps=60, joints="humanml3d", api_name="/label")
    assert "X up" in found["reading"]
    assert "-Y up as told" in told["reading"]
    assert told["duration"] == pytest.approx(found["duration"] / 3, abs=0.06)


def test_compose(client, url):
    import httpx

    text = "jump, calculate the interest rate of a mortgage, then bow & clap"
    made = client.predict(text, bpm=100, api_name="/compose")
    assert [clause["text"] for clause in made["clauses"]] == ["jump", "bow", "clap"]
    assert made["ignored"] == ["calculate the interest rate of a mortgage"]
    assert made["link"] == "?" + str(httpx.QueryParams({"text": text, "bpm": 100}))
    for name, link in made["files"].items():
        answer = httpx.get(f"{url}/{link}")
        assert answer.status_code == 200, name
        assert len(answer.content) > 1000
        assert "no-store" in answer.headers["cache-control"]
    own = client.predict(text, api_name="/compose")
    assert (own["bpm"], own["link"]) == (0, "?" + str(httpx.QueryParams({"text": text})))


def test_every_file_that_a_result_names(client, url):
    import httpx

    result = client.predict("a kick", count=1, api_name="/search")["results"][0]
    for name, link in result["files"].items():
        answer = httpx.get(f"{url}/{link}")
        assert answer.status_code == 200, name
        assert len(answer.content) > 1000
        assert "max-age" in answer.headers["cache-control"]
    assert httpx.get(f"{url}/{result['files']['dance.gif'].replace('/dance.gif', '%00/dance.gif')}").status_code == 404


@pytest.mark.parametrize(
    ("endpoint", "arguments", "said"),
    [
        ("/search", {"text": " "}, "no words"),
        ("/search", {"text": "kick", "move": "no such move"}, "no such move"),
        ("/search", {"text": "kick", "count": 1000}, "25"),
        ("/search", {"text": "kick", "count": 0}, "1"),
        ("/similar", {"id": "<b>nobody</b>"}, "no dance called"),
        ("/similar", {"id": "studio-0000", "count": 0}, "from 1 to 25"),
        ("/similar", {"id": "studio-0000", "count": 10**9}, "from 1 to 25"),
        ("/similar", {"id": "studio-0000", "quality": "no such"}, "no such"),
        ("/similar", {"id": "studio-0000", "count": 2.5}, "whole numbers from 1 to 25"),
        ("/similar", {"id": "studio-0000\0"}, "no dance called"),
        ("/similar", {"id": None}, "found None; accepted is a text"),
        ("/search", {"text": None}, "found None; accepted is a text"),
        ("/compose", {"text": 7}, "found 7; accepted is a text"),
        ("/label", {"file": None}, "file"),
        ("/compose", {"text": "the stock market fell sharply"}, "No good match"),
        ("/compose", {"text": "walk, then bow", "bpm": 10}, "from 40 to 240"),
    ],
)
def test_bad_input_is_told_in_a_sentence(client, endpoint, arguments, said):
    with pytest.raises(AppError, match=said):
        client.predict(**arguments, api_name=endpoint)


def test_only_these_are_offered(client):
    offered = {"/search", "/similar", "/label", "/compose"}
    assert set(client.view_api(return_format="dict")["named_endpoints"]) == offered
