"""notebooks/glossary.ipynb: every term has its line of code, its other names, what it is not, and its lesson."""

import re

import lessons
import nbformat.v4 as make
import prose
import pytest
from test_confusions import sections

PATH = lessons.FOLDER / "glossary.ipynb"
NOTEBOOK = lessons.read(PATH)
ENTRIES = {name: cells for name, cells in sections(NOTEBOOK).items() if name not in ("", "Glossary")}
ASKED_FOR = "Units Features Timesteps Batch Kernel Recurrent-kernel Bias Gate Hidden-state Cell-state".split()
FURTHER = re.compile(r"\*\*Also called:\*\* .+\. \*\*Not\*\* .+\. Taught in \[(\d+) · (.+?)\]\((\w+\.ipynb)#(\S+)\)\.$")
LINK = re.compile(r"glossary\.ipynb#([^)\s]+)\)")


def faults(cells):
    """What an entry lacks."""
    meaning, *codes, further = cells
    line = FURTHER.match(further.source)
    kept = {
        "one cell of code": [cell.cell_type for cell in codes] == ["code"],
        "at most two lines of code besides its import": codes and codes[0].source.count("\n") < 3,
        "a value": codes and [one.output_type for one in codes[0].outputs] == ["execute_result"],
        "a sentence that leads to the code": meaning.source.endswith(":"),
        "at most four sentences": len(re.findall(r"[.:](?:\s|$)", meaning.source.split("\n\n", 1)[-1])) <= 4,
        "other names, what it is not, and its lesson": line,
        "a cell in the lesson": line and line[4] in sections(lessons.read(lessons.FOLDER / line[3])),
        "the lesson's own words": line and line[2].replace(" ", "-") == line[4] and int(line[3][:2]) == int(line[1]),
    }
    return [what for what, fine in kept.items() if not fine]


@pytest.mark.parametrize("name", ENTRIES)
def test_an_entry_is_whole(name):
    assert faults(ENTRIES[name]) == []


def test_an_entry_that_lacks_something_is_noticed():
    whole = ENTRIES["Kernel"]
    assert faults([whole[0], whole[2]])
    assert faults([*whole[:2], make.new_markdown_cell("**Also called:** W. Taught in [1 · x](01_gates.ipynb#x).")])
    gone = whole[2].source.replace("#Step-1:-one", "#Step-9:-one")
    assert faults([*whole[:2], make.new_markdown_cell(gone)]) == ["a cell in the lesson", "the lesson's own words"]


@pytest.mark.parametrize("check", lessons.CHECKS, ids=lambda check: check.__name__)
def test_the_glossary_is_a_notebook_like_the_lessons(check):
    assert check(NOTEBOOK) == []


def test_its_numbers_have_a_source_and_its_equations_hold():
    assert prose.unexplained_numbers(NOTEBOOK, "glossary") == []
    assert prose.wrong_equations(NOTEBOOK) == []


def test_the_index_names_each_entry_in_its_order():
    index = re.findall(r"\[([^\]]+)\]\(#([^)]+)\)", NOTEBOOK.cells[0].source)
    assert [anchor for _, anchor in index] == list(ENTRIES)
    assert [name.replace(" ", "-") for name, _ in index] == list(ENTRIES)
    assert set(ASKED_FOR) <= set(ENTRIES)


def plain(text):
    """A text without what two spellings of a word differ in."""
    return re.sub(r"[\s_-]", "", text.lower())


def test_each_word_is_used_in_a_lesson():
    used = plain(" ".join(cell.source for path in lessons.PATHS for cell in lessons.read(path).cells))
    assert [name for name in ENTRIES if plain(name) not in used] == []
    assert plain("Perceptron") not in used


def test_every_link_to_the_glossary_finds_its_entry():
    texts = {path.name: "\n".join(lessons.prose(lessons.read(path))) for path in lessons.PATHS}
    texts["TEACHING.md"] = (lessons.FOLDER.parent / "docs" / "teaching" / "TEACHING.md").read_text("utf-8")
    lost = [(name, anchor) for name, text in texts.items() for anchor in LINK.findall(text) if anchor not in ENTRIES]
    assert lost == []
    assert LINK.findall("[a gate](glossary.ipynb#Gates)") == ["Gates"]
    assert "Gates" not in ENTRIES
