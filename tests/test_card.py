"""The count card beside the records of real frameworks: every formula on it is put to each record that it is about.

The card is read as a reader sees it, from its HTML. A formula is worked out from its text alone, with the sizes of a
record, and has to give what Keras or PyTorch counted; so does a shape. The declarations play no part in it.
"""

import re
from html.parser import HTMLParser

import lessons
import pytest
import records

from lstmlesson.views.count_card.card_page import card
from lstmlesson.views.count_card.entries import EXAMPLE, LETTERS, SILENT, WITHOUT

FILE = lessons.FOLDER / "count_card.html"


class Tables(HTMLParser):
    """The tables of a page: lists of rows, each a list of texts."""

    def __init__(self, html):
        super().__init__()
        self.tables, self.inside = [], False
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        if tag == "table":
            self.tables.append([])
        if tag == "tr":
            self.tables[-1].append([])
        if tag in ("td", "th"):
            self.tables[-1][-1].append("")
            self.inside = True

    def handle_data(self, text):
        if self.inside:
            self.tables[-1][-1][-1] += text

    def handle_endtag(self, tag):
        self.inside = self.inside and tag not in ("td", "th")


def rows(html):
    """The rows of the four tables, without their headings."""
    return [table[1:] for table in Tables(html).tables]


KERAS, TORCH, SUMMARY, SHAPES = rows(card())
FORMULAS = {row[0]: row[2] for row in KERAS} | {f"torch {row[0]}": row[1] for row in TORCH}
EXAMPLES = {row[0]: row[3] for row in KERAS} | {f"torch {row[0]}": row[2] for row in TORCH}
OUTPUTS = {row[0]: row[4] for row in KERAS} | {row[0]: row[1] for row in SHAPES}


def worth(text, sizes=None):
    """What a formula, a sum or a shape comes to."""
    python = re.sub(r"(\d)\(", r"\1*(", re.sub(r"(?<=\d),(?=\d{3}\b)", "", text).replace("·", "*"))
    return eval(python, {"__builtins__": {}}, sizes or {})


# What a count hangs on besides sizes, and a shape besides that; each with the value that it has where none is said.
COUNTED = {"use_bias": True, "reset_after": True, "groups": 1, "center": True, "scale": True, "axis": -1}
COUNTED |= {"num_layers": 1, "bias": True, "bidirectional": False, "projected": False}
COUNTED |= {"backward_layer": None, "frozen": False}
SHAPED = {"return_sequences": False, "return_state": False, "merge_mode": "concat"}
SHAPED |= {"padding": "valid", "strides": 1, "dilation_rate": 1}
SIZES = {"units": "u", "filters": "u", "input_dim": "V", "output_dim": "d", "kernel_size": "k", "proj_size": "p"}
# What a name on the card means in a record, where that is more than a class: classes from the outside in, arguments.
MEANS = {
    "GRU(u, reset_after=False)": ("GRU", {"reset_after": False}),
    "LSTM(u, use_bias=False)": ("LSTM", {"use_bias": False}),
    "LSTM(u, return_sequences=True)": ("LSTM", {"return_sequences": True}),
    "LSTM(u, return_state=True)": ("LSTM", {"return_state": True}),
    "Bidirectional(LSTM(u))": ("Bidirectional LSTM", {}),
    "Bidirectional(LSTM(u, return_sequences=True))": ("Bidirectional LSTM", {"return_sequences": True}),
    "TimeDistributed(Dense(u))": ("TimeDistributed Dense", {}),
    "torch LSTM(f, u, num_layers=2)": ("torch LSTM", {"num_layers": 2}),
    "torch LSTM(f, u, bidirectional=True)": ("torch LSTM", {"bidirectional": True}),
    "torch LSTM(f, u, num_layers=2, bidirectional=True)": ("torch LSTM", {"num_layers": 2, "bidirectional": True}),
    "torch LSTM(f, u, proj_size=p)": ("torch LSTM", {"projected": True}),
}


def taken_apart(record):
    """The classes of a record from the outside in, all that was said to them, and its sizes by their letters."""
    if "args" in record:
        path, said, sizes = ["torch", record["class"]], record["kwargs"], dict(zip("fu", record["args"], strict=False))
    else:
        path, said, shape = [], {}, record["input_shape"]
        sizes = dict(zip("BTrc", shape, strict=False)) | {"f": shape[-1]}
        config = record["layers"][0]
        while config:
            path, said = [*path, config["class"]], said | config["kwargs"]
            config = config["kwargs"].get("layer")
    sizes |= {letter: said[name] for name, letter in SIZES.items() if name in said}
    frozen = bool(record.get("frozen_layers")) or not said.get("trainable", True)
    return " ".join(path), said | {"projected": bool(said.get("proj_size")), "frozen": frozen}, sizes


RECORDS = [
    (record, *taken_apart(record))
    for record in (*records.load("counts.jsonl.gz"), *records.load("counts_torch.jsonl.gz"))
    if "error" not in record and len(record.get("layers", "1")) == 1
]


def told(name, texts, watched):
    """The records that a line of the card is about, each with its sizes, where it has one for each letter."""
    classes, meant = MEANS.get(name, (re.sub(r"\(.*", "", name), {}))
    letters = set(re.findall("[A-Za-z]", texts))
    for record, path, said, sizes in RECORDS:
        given = {argument: said.get(argument, default) for argument, default in watched.items()}
        whole = all(isinstance(sizes.get(letter), int) for letter in letters)
        if path == classes and given == watched | meant and whole:
            yield record, sizes


def wrong_counts(name, formula):
    """The records that a formula does not fit; and a complaint where there are too few to say anything."""
    found = list(told(name, formula, COUNTED))
    counted = "trainable" if name.endswith("trained") else "total"
    wrong = [one["id"] for one, sizes in found if worth(formula, sizes) != one[counted]]
    return wrong + ["fewer than five records"] * (len(found) < 5)


def wrong_shapes(name, shape, axes):
    """The same for the shape of what comes out; axes: how many a sample has that goes in."""
    found = [one for one in told(name, shape, COUNTED | SHAPED) if len(one[0]["input_shape"]) == axes + 1]
    wrong = [one["id"] for one, sizes in found if with_batch(worth(shape, sizes), one) != one["output_shape"]]
    return wrong + ["no record"] * (not found)


def with_batch(shape, record):
    """A shape, or several, as Keras shows them."""
    several = isinstance(shape[0], tuple)
    return [with_batch(one, record) for one in shape] if several else [record["input_shape"][0], *shape]


@pytest.mark.parametrize("name", FORMULAS)
def test_a_formula_gives_what_the_frameworks_counted(name):
    assert wrong_counts(name, FORMULAS[name]) == []


@pytest.mark.parametrize("name", OUTPUTS)
def test_a_shape_is_what_keras_puts_out(name):
    axes = {row[0]: len(row[1].strip("()").rstrip(",").split(",")) for row in KERAS}.get(name, 2)
    assert wrong_shapes(name, OUTPUTS[name], axes) == []


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_worked_example_holds_and_is_the_formula_with_numbers(name):
    numbers, count = EXAMPLES[name].split(" = ")
    sizes = {str(letter): size for letter, size in zip(LETTERS, EXAMPLE, strict=True)}
    assert worth(numbers) == worth(count) == worth(FORMULAS[name], sizes)


def test_a_wrong_line_is_noticed():
    assert wrong_counts("LSTM(u)", "3(f·u + u·u + u)")
    assert wrong_counts("LSTM(u)", "4(T·u + u·u + u)")
    assert wrong_counts("torch LSTM(f, u)", "4(f·u + u·u + u)")
    assert wrong_counts("Nothing(u)", "u")
    assert wrong_shapes("LSTM(u)", "(T, u)", 2)


def test_what_is_said_to_be_in_no_formula_is_in_none():
    assert not set("TBrc") & set("".join(FORMULAS.values()))
    plain = {id(record) for record, _ in told("LSTM(u)", FORMULAS["LSTM(u)"], COUNTED)}
    said = [said for record, path, said, _ in RECORDS if path == "LSTM" and id(record) in plain]
    assert [name for name in SILENT if not any(name in one for one in said)] == []


@pytest.mark.parametrize("entry", WITHOUT, ids=lambda entry: type(entry.thing).__name__)
def test_a_layer_that_is_said_to_hold_nothing_holds_nothing(entry):
    counts = [record["total"] for record, path, _, _ in RECORDS if path == type(entry.thing).__name__]
    assert set(counts) == {0}
    assert f"<code>{type(entry.thing).__name__}</code>" in card()


def test_the_five_steps_lead_to_each_number_of_the_summary():
    seen = re.search(r"on data of \((.*?)\)", Tables(card()).tables[2][0][0])[1].split(", ")[-1]
    for layer, shape, count, arithmetic in SUMMARY:
        features, units = seen, shape.strip("()").split(", ")[-1]
        formula = FORMULAS.get(layer.partition("(")[2].replace(")", "(u)"), "0")
        assert worth(formula, {"f": int(features), "u": int(units)}) == worth(count)
        assert worth(arithmetic.split(" = ")[0]) == worth(count)
        seen = units


def test_the_file_is_what_the_card_says():
    renew = "python -m lstmlesson.views.count_card > notebooks/count_card.html renews it"
    assert FILE.read_bytes() == card().encode(), renew


def test_the_card_needs_nothing_else():
    assert re.findall(r"(?:src|href|url\(|@import|<script|http)", card()) == []
