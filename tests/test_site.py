"""The site as files: whole, strict, small, the same when built twice, and honest without JavaScript."""

import gzip
import json
import re
import struct
from itertools import pairwise
from urllib.parse import unquote

import pytest
import sites

from lstmlesson import course
from lstmlesson.command import main
from lstmlesson.site import frame, write_site
from lstmlesson.site.offline import offline_worker
from lstmlesson.site.shared import Shared

pytestmark = pytest.mark.slow
LARGEST_PAGE, LARGEST_PYTHON = 40_000, 6_000_000  # bytes, compressed


@pytest.fixture(scope="module")
def files():
    return sites.without_python()


@pytest.fixture(scope="module")
def whole():
    return sites.with_python()


def test_every_lesson_has_its_page_and_leads_to_the_next(files):
    names = [f"{lesson.name}.html" for lesson in course.lessons()]
    assert {"index.html", "glossary.html", "count_card.html", "questions.html", "404.html", *names} <= files.keys()
    for before, after in pairwise(names):
        assert f'<a rel="next" href="{after}">' in files[before].decode()
        assert f'<a rel="prev" href="{before}">' in files[after].decode()


def test_no_page_holds_what_the_policy_forbids(whole):
    for name, text in sites.pages(whole).items():
        tags = sites.Tags(text)
        assert [one for one in tags.found if any(key == "style" or key.startswith("on") for key in one[1])] == [], name
        assert tags.named("style") == [] == sites.scripts_inside(text), name
        assert tags.named("meta")[1]["content"] == frame.POLICY, name
        addresses = [one.get("src") or one.get("href") or "" for one in tags.named("script", "link", "img")]
        ours = [one for one in addresses if not one.startswith(sites.BASE)]
        assert [one for one in ours if one.startswith(("http", "data:", "//"))] == [], name


def test_no_link_within_the_site_leads_nowhere(whole):
    places = {name: set(re.findall(r'\bid="([^"]*)"', text)) for name, text in sites.pages(whole).items()}
    for name, text in sites.pages(whole).items():
        tags = sites.Tags(text).named("a", "link", "script", "img")
        addresses = [one.get("href") or one.get("src") or one.get("data-from") or "" for one in tags]
        for address in [one.removeprefix(sites.BASE) for one in addresses]:
            if re.match(r"[a-z]+:", address):
                continue
            file, _, place = unquote(address).partition("#")
            assert (file or name) in whole or address == "", (name, address)
            assert not place or place in places[file or name] or "mistake" in place, (name, address)


def test_every_page_says_in_its_head_what_it_is(whole):
    titles, about = [], []
    for name, text in sites.pages(whole).items():
        tags = sites.Tags(text)
        said = {one.get("name") or one.get("property"): one.get("content") for one in tags.named("meta")}
        titles.append(re.search("<title>(.*?)</title>", text)[1])
        about.append(said["description"])
        assert 20 < len(said["description"]) <= 156, name
        assert said["og:title"] == titles[-1].replace("&#x27;", "'").replace("&amp;", "&"), name
        assert tags.named("html")[0]["lang"] == "en"
        assert len(tags.named("h1")) == 1, name
        assert [one for one in tags.named("img") if not one.get("alt")] == [], name
    assert len(set(titles)) == len(titles)
    assert len(set(about)) == len(about)


def test_a_picture_says_its_sizes_so_that_nothing_moves_when_it_comes(files):
    pictures = [one for text in sites.pages(files).values() for one in sites.Tags(text).named("img")]
    assert len(pictures) > 20
    assert [one for one in pictures if not (one.get("width") and one.get("height"))] == []


def test_without_an_address_nothing_speaks_of_one(files, whole):
    assert "sitemap.xml" not in files
    assert all("canonical" not in text and "OWNER" not in text for text in sites.pages(files).values())
    listed = re.findall("<loc>(.*?)</loc>", whole["sitemap.xml"].decode())
    assert sites.BASE in listed
    assert len(listed) == len(sites.pages(whole)) - 1  # all but the page for a wrong way
    assert struct.unpack(">II", whole["preview.png"][16:24]) == (1200, 630)


def test_it_is_small(whole):
    sizes = {name: len(gzip.compress(content, 6)) for name, content in whole.items()}
    assert {name: size for name, size in sizes.items() if name.endswith(".html") and size > LARGEST_PAGE} == {}
    python = [name for name in sizes if name.startswith("py/")]
    assert {"py/python.zip.gz", "py/lstmlesson.zip.gz", "py/pyodide.asm.wasm"} <= set(python)
    assert sum(sizes[name] for name in python) < LARGEST_PYTHON


def test_it_is_the_same_when_it_is_built_twice(whole, tmp_path):
    sites.python_files.cache_clear()
    write_site(tmp_path / "again", sites.BASE)
    again = {
        str(path.relative_to(tmp_path / "again")): path.read_bytes()
        for path in (tmp_path / "again").rglob("*")
        if path.is_file()
    }
    assert again.keys() == whole.keys()
    assert [name for name in whole if again[name] != whole[name]] == []


def test_the_worker_keeps_every_page_and_a_changed_page_changes_its_name_alone(whole):
    text = whole["sw.js"].decode()
    kept = json.loads(re.search("const KEPT = (.*);", text)[1])
    assert {"./", "index.html", "00_start_here.html", "site.css", "paste.js"} <= set(kept)
    assert not [name for name in kept if name.startswith("py/")]
    assert {name for name in kept if name != "./"} <= whole.keys()
    before, changed = caches(whole), caches({**whole, "index.html": b"another"})
    assert [one == other for one, other in zip(before, changed, strict=True)] == [False, True]


def caches(files):
    """The names under which the worker keeps pages, and Python."""
    return re.findall(r'const (?:PAGES|PYTHON) = "(.*)"', offline_worker(files, "py/"))


def test_what_an_element_had_of_its_own_becomes_a_file_or_a_class():
    shared = Shared()
    page = shared.page('<style>p { }</style><p style="color: red" class="a">x</p><br style="color: red"/>')
    (name,) = shared.classes.values()
    assert (
        page
        == f'<link rel="stylesheet" href="{next(iter(shared.files))}"><p class="{name} a">x</p><br class="{name}"/>'
    )
    live = shared.page(r'<script type="application/json">{"text": "<p style=\"a\">"}</script>')
    assert live == r'<script type="application/json">{"text": "<p data-style=\"a\">"}</script>'


@pytest.mark.parametrize("base", ["example.org", "ftp://example.org/", "https://example.org/?a=1", "https://"])
def test_an_address_that_is_none_is_refused(base, tmp_path, capsys):
    assert main(["site", str(tmp_path / "site"), "--base", base]) == 2
    assert base in capsys.readouterr().err
    assert not (tmp_path / "site").exists()


def test_without_npm_it_is_said_what_is_needed(tmp_path, capsys, monkeypatch):
    sites.python_files.cache_clear()
    monkeypatch.setenv("PATH", str(tmp_path))
    assert main(["site", str(tmp_path / "site")]) == 2
    said = capsys.readouterr().err
    assert "npm is not installed" in said
    assert "--without-python" in said
    assert not (tmp_path / "site").exists()


def test_a_folder_that_is_there_is_kept(tmp_path, capsys):
    (tmp_path / "mine.txt").write_text("mine")
    assert main(["site", str(tmp_path), "--without-python"]) == 2
    assert "--force" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]
