"""The room `page` without a browser: what goes into a page, how a lesson is cut into slides, and what is refused."""

import json
import re
from pathlib import Path

import nbformat.v4 as make
import pytest

from lstmlesson import page
from lstmlesson.course.lesson_files import folder as course_folder
from lstmlesson.course.lesson_files import read as lesson
from lstmlesson.explorers import gates, reader, trained
from lstmlesson.language import word
from lstmlesson.page import alive, exporter, mathematics
from lstmlesson.page import table_of_contents as contents
from lstmlesson.page.deck import cut, reveal, write_deck

FOLDED = {"jupyter": {"source_hidden": True, "outputs_hidden": True}}
SHOWN = {"text/plain": "48"}
PICTURE = {"text/html": "<img alt='blocks' src='data:,'>"}


def prose(text, kind="-"):
    return make.new_markdown_cell(text, metadata={"slideshow": {"slide_type": kind}})


def code(source="1", kind="-", data=SHOWN, **metadata):
    outputs = [make.new_output("execute_result", data)]
    return make.new_code_cell(source, outputs=outputs, metadata={"slideshow": {"slide_type": kind}, **metadata})


def html(*cells, **more):
    return exporter.html(make.new_notebook(cells=list(cells)), Path(), **more)


# Explorers.


NEEDED = ("_text", "_polynomials", "_controls", "_derived", "_call", "kind", "features", "units", "bias")


def test_the_state_of_an_explorer_comes_back_out_of_its_page():
    state = gates(features=3, units=2).get_state()
    placed = alive.placed("<p>48</p>", state)
    data = json.loads(re.search(r'<script type="application/json">(.*)</script>', placed)[1])
    assert data == {name: state[name] for name in NEEDED}
    assert placed.startswith("<div data-explorer><p>48</p>")


def test_nothing_in_a_state_ends_its_script():
    nasty = "</script><!--<script>"
    placed = alive.placed("", {"_text": nasty, "_polynomials": [], "_controls": [], "_derived": [], "_call": ""})
    assert placed.count("</script>") == placed.count("<script") == 1
    assert json.loads(re.search(r"json\">(.*)</script>", placed)[1])["_text"] == nasty


@pytest.mark.parametrize("explorer", [trained(), reader("lstm (LSTM)  (None, 8)  384")])
def test_what_asks_the_kernel_stands_still_and_says_so(explorer):
    placed = alive.placed(explorer.static(), explorer.get_state())
    assert "data-explorer" not in placed
    assert placed.count(word("still")) == 1
    assert "Run this cell" not in placed


def test_a_widget_without_any_sentence_is_said_to_stand_still_too():
    assert alive.placed("<p>48</p>", {"value": 48}).endswith(f'<p class="still">{word("still")}</p>')


# What is folded, and where links lead.


def test_an_answer_is_folded_and_a_question_is_not():
    text = html(prose("How many?"), code("answer()", **FOLDED))
    details = re.search(r"<details.*?</details>", text, re.DOTALL)[0]
    assert word("open answer") in details
    assert "48" in details
    assert text.count("<details") == 1
    assert "How many?" not in details


@pytest.mark.parametrize(
    ("hidden", "inside", "outside"), [("source_hidden", "ask", "48"), ("outputs_hidden", "48", "ask")]
)
def test_one_half_of_a_cell_is_folded_alone(hidden, inside, outside):
    body = html(code("ask", jupyter={hidden: True})).partition("<main>")[2].partition("</main>")[0]
    details = re.search(r"<details.*?</details>", body, re.DOTALL)[0]
    assert inside in details
    assert outside not in details
    assert outside in body


def test_answers_in_prose_stay_inside_what_folds_them():
    text = html(prose("<details><summary>Open the answer</summary>\n\nIt is **48**.\n\n</details>"))
    assert "<strong>48</strong>" in re.search(r"<details>.*</details>", text, re.DOTALL)[0]


def test_a_link_leads_to_a_page_or_is_text():
    links = prose("[one](01_gates.ipynb#step) [two](02.ipynb) [file](../README.md) [web](https://example.org/x)")
    text = html(links, pages=["01_gates"])
    assert re.findall(r'<a href="(.*?)"', text) == ["01_gates.html#step", "https://example.org/x"]
    assert "one</a> two file <a" in text


def test_a_page_names_its_language_its_title_and_nothing_from_elsewhere():
    text = html(prose("# 4 · What is `None`?"))
    assert '<html lang="en">' in text
    assert "<title>4 · What is None? · lstmlesson</title>" in text
    assert re.findall(r'(?:src|href)="(?!data:)(.*?)"', text) == []
    assert "url(" not in text
    assert "@import" not in text


# Mathematics.


def test_mathematics_becomes_mathml_and_keeps_its_source():
    text = html(prose("With $f$ features:\n\n$$4\\,(f \\cdot u) = 12{,}416$$"))
    assert text.count("<math") == 2
    assert "$" not in re.search(r"<main>.*</main>", text, re.DOTALL)[0]
    assert re.findall(r'alttext="(.*?)"', text) == ["f", r"4\,(f \cdot u) = 12{,}416"]
    assert "<mn>12,416</mn>" in text


def test_a_comma_between_two_things_stays_one():
    assert "<mn>1,2</mn>" not in mathematics.mathml("(1, 2)")


def test_what_sympy_shows_becomes_mathml():
    assert "<math" in html(code(data={"text/latex": "$\\displaystyle 4 u^{2}$", "text/plain": "4*u**2"}))


# Slides.


def begins(*cells):
    """For each piece of a lesson 1 where a slide begins with it."""
    return [int(cell.metadata.begins) for cell in cut(make.new_notebook(cells=list(cells))).cells]


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ([prose("a", "slide"), code()], [0, 0]),
        ([prose("a", "slide"), prose("b", "slide"), prose("c", "subslide"), code(kind="fragment")], [0, 1, 1, 0]),
        ([prose("a", "slide"), prose("## b"), code()], [0, 1, 0]),
        ([prose("a\n\n## b\n\n## c", "slide"), code()], [0, 1, 1, 0]),
        ([prose("a\n\n```\n# no heading\n```", "slide")], [0]),
        ([prose("a", "slide"), code(data=PICTURE), prose("b")], [0, 0, 1]),
        ([prose("a", "slide"), code(data=PICTURE), code(data=PICTURE), code()], [0, 0, 1, 1]),
        ([prose("a", "slide"), code(data=PICTURE), code(**FOLDED), prose("<details>48</details>")], [0, 0, 0, 0]),
        ([prose("| a |\n|---|\n| b |", "slide"), prose("b", "fragment")], [0, 1]),
        ([prose("a", "slide"), code(data={"text/plain": "line\n" * 9}), code()], [0, 0, 1]),
        ([prose("a", "slide"), prose("left out", "skip"), prose("for the speaker", "notes"), code()], [0, 0]),
    ],
)
def test_a_slide_has_one_thing_to_look_at(cells, expected):
    assert begins(*cells) == expected


def test_what_follows_a_fragment_appears_with_it_and_a_slide_begins_with_none():
    kinds = ["slide", "-", "fragment", "-", "fragment", "slide", "-"]
    cells = cut(make.new_notebook(cells=[code(kind=kind) for kind in kinds])).cells
    assert [cell.metadata.fragment for cell in cells] == [0, 0, 1, 1, 2, 0, 0]


def test_a_slide_without_a_heading_carries_the_one_that_holds():
    cells = cut(make.new_notebook(cells=[prose("# a `b`", "slide"), prose("c", "slide"), prose("## d")])).cells
    assert [cell.metadata.running for cell in cells] == ["", "a b", ""]


def test_a_deck_is_a_folder_with_reveal_beside_it(tmp_path):
    write_deck(make.new_notebook(cells=[prose("# a", "slide"), prose("b", "slide")]), Path(), tmp_path / "deck")
    files = sorted(str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*.*"))
    assert files == ["deck/index.html", "deck/reveal/reveal.css", "deck/reveal/reveal.js"]
    text = (tmp_path / "deck" / "index.html").read_text("utf-8")
    assert text.count("<section>") == text.count("</section>") == 2
    assert "MIT licensed" in (tmp_path / "deck" / "reveal" / "reveal.js").read_text("utf-8")
    assert "Hakim El Hattab" in (tmp_path / "deck" / "reveal" / "LICENSE").read_text("utf-8")


def test_without_reveal_the_command_to_type_is_named(monkeypatch, tmp_path):
    monkeypatch.setattr("lstmlesson.page.deck.find_spec", lambda name: None)
    with pytest.raises(ModuleNotFoundError, match=re.escape('pip install "lstmlesson[slides]"')):
        page.slides(tmp_path / "not_even_looked_at.ipynb", tmp_path / "deck")
    assert not (tmp_path / "deck").exists()
    monkeypatch.undo()
    assert reveal().is_dir()


# From a notebook to files.


@pytest.fixture(scope="module")
def lessons(tmp_path_factory):
    """Two small lessons in a folder."""
    folder = tmp_path_factory.mktemp("lessons")
    source = "from lstmlesson.explorers import gates\ngates(features=3, units=2)"
    texts = {"00_one": "# 0 · One?\n\n**Time:** 5 minutes. [two](01_two.ipynb)", "01_two": "# 1 · Two?\n\n![a](a.svg)"}
    (folder / "a.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')
    for name, text in texts.items():
        notebook = make.new_notebook(cells=[prose(text, "slide"), make.new_code_cell(source)])
        nbformat_write(notebook, folder / f"{name}.ipynb")
    return folder


def nbformat_write(notebook, path):
    path.write_text(json.dumps(notebook), encoding="utf-8")


@pytest.mark.slow
def test_the_course_is_written_with_its_contents(lessons, tmp_path):
    found = [lesson(path) for path in sorted(lessons.glob("*.ipynb"))]
    before = {path: path.read_bytes() for path in lessons.iterdir()}
    contents.write_pages(found, tmp_path / "new" / "course")
    pages = {path.name: path.read_text("utf-8") for path in (tmp_path / "new" / "course").iterdir()}
    assert sorted(pages) == ["00_one.html", "01_two.html", "index.html"]
    for name, text in pages.items():
        links = re.findall(r'<a href="(.*?)"', text)
        assert links
        assert set(links) <= set(pages), name
    assert re.findall(r"<li>.*?</li>", pages["index.html"], re.DOTALL) == [
        '<li><a href="00_one.html">0 · One?</a>, 5 minutes</li>',
        '<li><a href="01_two.html">1 · Two?</a></li>',
    ]
    assert '<img alt="a" src="data:image/svg+xml;base64,' in pages["01_two.html"]
    assert pages["00_one.html"].count("<div data-explorer") == 1
    assert {path: path.read_bytes() for path in lessons.iterdir()} == before


@pytest.mark.slow
def test_a_page_alone_has_no_link_to_what_is_not_there(lessons):
    text = page.lesson_page(lessons / "00_one.ipynb")
    assert "<a href" not in text
    assert "two" in text


@pytest.mark.slow
def test_a_notebook_that_fails_is_refused(tmp_path):
    nbformat_write(make.new_notebook(cells=[make.new_code_cell("1/0")]), tmp_path / "wrong.ipynb")
    with pytest.raises(Exception, match="ZeroDivisionError"):
        page.lesson_page(tmp_path / "wrong.ipynb")
    with pytest.raises(FileNotFoundError):
        page.lesson_page(tmp_path / "none.ipynb")


def test_a_link_to_a_heading_finds_it_under_the_name_that_jupyterlab_gives_it():
    written = html(prose("## What `None` is"), prose("## Predict: two, or *ten*?"), prose("## What `None` is"))
    assert re.findall(r'id="(\w[^"]*)"', re.sub(r'id="cell[^"]*"', "", written)) == [
        "What-None-is",
        "Predict:-two,-or-ten?",
    ]
    assert written.count("<h2") == 3


# ---- Without running a lesson again ------------------------------------------------------------------------------


@pytest.mark.slow
@pytest.mark.parametrize("name", ["01_gates", "06_reading_a_summary"])
def test_a_lesson_as_it_stands_is_the_page_that_running_it_gives(name):
    path = course_folder() / f"{name}.ipynb"
    ran, stood = alive.with_explorers(alive.run(path)), alive.as_it_stands(path)
    # The kernel says which Python it is, and nbconvert names the code after it.
    ran.metadata.language_info = stood.metadata.language_info
    assert exporter.html(stood, path.parent) == exporter.html(ran, path.parent)


def test_a_lesson_whose_file_holds_its_outputs_is_not_run(monkeypatch, lessons):
    monkeypatch.setattr(alive, "run", lambda path: pytest.fail(f"{path} is run"))
    stood = alive.as_it_stands(course_folder() / "01_gates.ipynb")
    assert exporter.html(stood, course_folder()).count("<div data-explorer") == 5
    with pytest.raises(BaseException, match=r"00_one.ipynb is run"):
        alive.as_it_stands(lessons / "00_one.ipynb")
