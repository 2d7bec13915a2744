"""Cells that ask Keras or PyTorch themselves are optional: tagged, one friendly line without them, right with them."""

import re

import lessons
import pytest

# What each must show where the frameworks are installed, from records of Keras 3.15.1 and PyTorch 2.13.
WITH_FRAMEWORKS = {
    "03_input_shapes": ["expected ndim=3, found ndim=2"],
    "07_pytorch_and_gru": ["[56, 51712]", "[48, 42, 96]"],
}
ASKS = re.compile(r"\bfind_spec\(|^\s*(?:from|import) (?:keras|torch|tensorflow)\b", re.MULTILINE)


def optional(path):
    return [cell for cell in lessons.code_cells(lessons.read(path)) if "optional" in cell.metadata.get("tags", [])]


def shown(cells):
    """What each of these cells ends with, run here one after the other."""
    names = {}
    for cell in cells:
        exec(cell.source, names)
        yield str(names[cell.source.splitlines()[-1]])


def test_the_lessons_that_ask_a_framework_are_these():
    assert {path.stem: len(optional(path)) for path in lessons.PATHS if optional(path)} == {
        name: len(texts) for name, texts in WITH_FRAMEWORKS.items()
    }


@pytest.mark.parametrize("path", lessons.PATHS, ids=lambda path: path.stem)
def test_every_cell_that_asks_a_framework_is_tagged_and_committed_without_it(path):
    for cell in lessons.code_cells(lessons.read(path)):
        ours = "lstmlesson as keras" in cell.source or cell.source.startswith("%%count")
        if ASKS.search(cell.source) and not ours:
            assert {"optional", "nbval-ignore-output"} <= set(cell.metadata.get("tags", []))
            assert "is not installed here. That is fine" in cell.outputs[0]["data"]["text/plain"]
            assert "\n" not in cell.outputs[0]["data"]["text/plain"]


@pytest.mark.frameworks
@pytest.mark.filterwarnings("ignore:Do not pass an `input_shape`:UserWarning")
@pytest.mark.parametrize("name", WITH_FRAMEWORKS)
def test_with_the_frameworks_each_optional_cell_shows_their_own_number(name):
    cells = optional(lessons.FOLDER / f"{name}.ipynb")
    for result, text in zip(shown(cells), WITH_FRAMEWORKS[name], strict=True):
        assert text in result
