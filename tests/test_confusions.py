"""notebooks/CONFUSIONS.md says where each confusion is answered; here each place is opened, its numbers are sought."""

import re

import lessons
import pytest
from prose import whole_numbers

TABLES = (lessons.FOLDER / "CONFUSIONS.md").read_text("utf-8").split("\n## ")[1:]
LINK = re.compile(r"\]\((\w+\.ipynb)#([^)\s]+)\)")
ROWS = [line for table in TABLES for line in table.splitlines() if LINK.search(line)]
KNOWN = 42  # confusions that the course set out to answer, besides those of the five questions it began with


def sections(notebook):
    """The cells of each section by its heading, as JupyterLab writes headings into addresses."""
    found, heading = {}, ""
    for cell in notebook.cells:
        if cell.cell_type == "markdown" and (match := re.match(r"##? (.+)", cell.source)):
            heading = match[1].replace("`", "").replace(" ", "-")
        found.setdefault(heading, []).append(cell)
    return found


def numbers_in(cells):
    """Every whole number of some cells, in prose, code and results; single digits too."""
    outputs = [output for cell in cells for output in cell.get("outputs", [])]
    datas = [output.get("data", {}) for output in outputs]
    shown = [output.get("text", "") for output in outputs]
    shown += ["".join(data.get("text/plain", "")) + lessons.opened(data) for data in datas]
    text = " ; ".join([cell.source for cell in cells] + shown).replace("{,}", "").replace("_", "")
    return whole_numbers(text) | set(re.findall(r"(?<![\d.,])\d(?![\d.,]\d|\d)", text))


def wrong(row, folder=lessons.FOLDER):
    """What a row promises and its place does not keep; the numbers may be spread over the places that it names."""
    cells, missing = [], []
    for file, heading in LINK.findall(row):
        here = sections(lessons.read(folder / file)).get(heading, [])
        missing += [] if here else [f"{file} has no section {heading}"]
        cells += here
    promised = set(re.findall(r"\d+", row.rstrip(" |").rsplit("|", 1)[-1])) if not row.endswith("| |") else set()
    return missing + sorted(promised - numbers_in(cells))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.split("|")[2].strip()[:40])
def test_the_place_of_a_confusion_holds_its_numbers(row):
    assert wrong(row) == []


def test_every_confusion_has_one_row():
    assert re.findall(r"^\| (\d+) \|", TABLES[0], re.MULTILINE) == [str(number) for number in range(1, KNOWN + 1)]


def test_every_seed_has_rows():
    seeds = re.findall(r"^\| (\d{3}) \|", TABLES[1], re.MULTILINE)
    assert {seed: seeds.count(seed) >= 2 for seed in seeds} == dict.fromkeys(["000", "001", "002", "003", "004"], True)


@pytest.mark.parametrize(
    "row",
    [
        "| 3 | time | [2, Check](02_weight_sharing.ipynb#Check) | 641 |",
        "| 3 | time | [2, Chuck](02_weight_sharing.ipynb#Chuck) | |",
    ],
)
def test_a_broken_promise_is_noticed(row):
    assert wrong(row)
