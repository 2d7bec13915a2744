"""Every text that a framework printed is read as its framework meant it."""

import os
import random

import pytest
import summary_texts
from hypothesis import given, settings
from hypothesis import strategies as st

import lstmlesson as keras
from lstmlesson.summary import explain, read
from lstmlesson.summary.reading.cleaning.clean import LARGEST_TEXT, lines
from lstmlesson.summary.reading.reader import MOST_ROWS

# Texts of noise in every run; LSTMLESSON_RANDOM asks for more.
NOISY_TEXTS = max(2_000, int(os.environ.get("LSTMLESSON_RANDOM", 0)))

TEXTS = summary_texts.texts()
KERAS = [name for name, record in TEXTS.items() if "layers" in record]
TORCH = [name for name, record in TEXTS.items() if "modules" in record]


def differences(record, rows):
    """What rows say otherwise than the framework did; what a narrow table has cut off is not compared."""
    wanted = summary_texts.layers(record)
    found = [] if len(wanted) == len(rows) else [f"{len(rows)} rows, expected {len(wanted)}"]
    for layer, row in zip(wanted, rows, strict=False):
        shapes = summary_texts.shapes(layer["output_shape"])
        whole = not row.name.endswith("…") and "layer" not in row.cut
        checks = {
            "name": row.name == layer["name"] if whole else layer["name"].startswith(row.name.rstrip("…")),
            "class": row.class_name == layer["class"].strip("()"),
            "shapes": shapes is None or list(row.output_shapes) == shapes or "shape" in row.cut,
            "count": row.count is None or layer.get("params") in (row.count, None),
        }
        found += [f"{row.name}: {what}" for what, is_right in checks.items() if not is_right]
    return found


@pytest.mark.parametrize("name", KERAS)
def test_rows_and_totals_are_those_of_the_model(name):
    record = TEXTS[name]
    summary = read(record["text"])
    assert differences(record, summary.rows) == []
    assert list(summary.unread) == []
    model = summary.totals.of_the_model
    assert model in (record.get("total") or 0, None)
    if "trainable" in record and "seed" not in name:
        assert summary.totals.trainable == record["trainable"]


@pytest.mark.parametrize("name", TORCH)
def test_modules_and_totals_are_those_of_the_model(name):
    record = TEXTS[name]
    summary = read(record["text"])
    # A container shows --, which is no number.
    shown = [(row.class_name, row.count or 0) for row in summary.rows]
    known = [one for one in record["modules"] if "Attention" not in one["class"] and "Quantizable" not in one["class"]]
    assert [one for one in known if (one["class"], one["own_params"]) not in shown] == []
    assert summary.totals[:3] == (record["total"], record["trainable"], record["non_trainable"])
    assert summary.unread == ()


def test_no_count_is_missing_but_where_the_screen_has_cut_the_table():
    missing = {name for name in KERAS for row in read(TEXTS[name]["text"]).rows if row.count is None}
    assert all("line_length-1" in name for name in missing)


def test_a_difference_is_noticed():
    record = TEXTS["seed_004"]
    for before, after in [("18176", "18276"), ("100, 64", "101, 64"), ("lstm_1", "lstm_9"), ("Dropout", "Flatten")]:
        assert differences(record, read(record["text"].replace(before, after, 1)).rows)


WAYS_TO_PASTE = {
    "a prompt before and None after": lambda text: f">>> print(model.summary())\n{text}\nNone\n",
    "quote marks": lambda text: "\n".join(f"> {line}" for line in text.split("\n")),
    "comment marks": lambda text: "\n".join(f"# {line}" for line in text.split("\n")),
    "four blanks": lambda text: "\n".join(f"    {line}" for line in text.split("\n")),
    "a logger": lambda text: "\n".join(f"2024-01-0{len(line) % 9} INFO:root:{line}" for line in text.split("\n")),
    "CRLF": lambda text: text.replace("\n", "\r\n"),
    "non-breaking blanks": lambda text: text.replace("  ", "\u00a0\u00a0"),
    "blanks at the ends": lambda text: "\n".join(f"{line}   " for line in text.split("\n")),
    "no blanks at the ends": lambda text: "\n".join(line.rstrip() for line in text.split("\n")),
}


@pytest.mark.slow
@pytest.mark.parametrize("way", WAYS_TO_PASTE)
def test_the_way_of_pasting_changes_nothing(way):
    for name, record in TEXTS.items():
        text = summary_texts.plain(record["text"])
        as_it_was, pasted = read(text), read(WAYS_TO_PASTE[way](text))
        assert pasted.totals == as_it_was.totals, name
        assert [row[:4] for row in pasted.rows] == [row[:4] for row in as_it_was.rows], name


def test_lines_that_are_no_part_of_a_table_are_handed_back_with_their_numbers():
    summary = read(f"can someone help?\n\n{TEXTS['seed_003_b']['text']}\nthanks in advance")
    assert [str(line) for line in summary.unread] == ["can someone help?", "thanks in advance"]
    assert [line.number for line in summary.unread] == [1, summary.unread[-1].number]


@pytest.mark.parametrize("name", KERAS)
def test_a_text_without_its_top_keeps_its_rows(name):
    text = summary_texts.plain(TEXTS[name]["text"])
    kept = text.split("\n")
    head = next(at for at, line in enumerate(kept) if "Layer (" in line)
    whole, topless = read(text), read("\n".join(kept[head + 1 :]))
    if "line_length" not in name and "seq2seq" not in name:
        assert [row.count for row in topless.rows] == [row.count for row in whole.rows]


def test_blanks_that_were_run_together_are_no_obstacle():
    text = TEXTS["seed_003_b"]["text"]
    collapsed = "\n".join(" ".join(line.split()) for line in text.split("\n"))
    assert [row[:4] for row in read(collapsed).rows] == [row[:4] for row in read(text).rows]


def test_a_box_in_the_wrong_encoding_is_repaired():
    text = TEXTS["keras3.0.5__seed004"]["text"]
    assert [row[:4] for row in read(text.encode().decode("latin-1")).rows] == [row[:4] for row in read(text).rows]


def test_a_box_without_its_rules_is_read():
    text = TEXTS["keras3.0.5__seed002"]["text"]
    bare = "\n".join(line for line in text.split("\n") if line[:1] not in "┏┡├└")
    assert [row[:4] for row in read(bare).rows] == [row[:4] for row in read(text).rows]


def old(fields, positions):
    """A line as Keras 0.3 and 1.0 print it: each cell cut at the end of its column, with no blank between."""
    line = ""
    for field, position in zip(fields, positions, strict=True):
        line = (line + str(field))[:position].ljust(position)
    return line


def test_cells_that_touch_are_told_apart():
    rows = [
        ("Embedding (embedding)", (None, 20, 32), 32000),
        ("TimeDistributedDense (timedistributeddense)", (None, 20, 8), 264),
        ("Dense (dense)", (None, 20, 1), 9),
    ]
    table = [old(fields, [30, 60, 80]) for fields in [("Layer (name)", "Output Shape", "Param #"), *rows]]
    above = ["-" * 80, "Initial input shape: (None, 20)", "-" * 80]
    summary = read("\n".join([*above, table[0], "-" * 80, *table[1:], "-" * 80, "Total params: 32273"]))
    assert [(row.class_name, row.output_shapes[0], row.count) for row in summary.rows] == [
        ("Embedding", (None, 20, 32), 32000),
        ("TimeDistributedDense", (None, 20, 8), 264),
        ("Dense", (None, 20, 1), 9),
    ]
    assert (summary.origin, summary.rows[0].input_shapes) == ("Keras 0.3", ((None, 20),))


def test_several_tables_stay_apart():
    summary = read(TEXTS["seed_001"]["text"])
    assert [len(table.rows) for table in summary.tables] == [1, 1]
    assert [table.totals.total for table in summary.tables] == [640, 640]


MODELS = [
    lambda: [keras.Input((100, 6)), keras.LSTM(64, return_sequences=True), keras.Dropout(0.5), keras.LSTM(64)],
    lambda: [keras.Input((None,)), keras.Embedding(50, 8), keras.Bidirectional(keras.GRU(3)), keras.Dense(2)],
    lambda: [keras.Input((9, 4)), keras.TimeDistributed(keras.Dense(7)), keras.Flatten(), keras.Dense(1)],
]


@pytest.mark.parametrize("make", MODELS)
def test_our_own_summary_is_read_back(make):
    model = keras.Sequential(make())
    summary = read(model.summary_text())
    rows = [(row.name, row.class_name, row.output_shape, row.count) for row in model.rows()]
    assert [(row.name, row.class_name, row.output_shapes[0], row.count) for row in summary.rows] == rows
    assert summary.totals.total == model.count()
    assert summary.origin == "lstmlesson"


def test_a_printed_module_gives_its_arguments():
    text = "Net(\n  (lstm): LSTM(32, 16, num_layers=2)\n  (heads): ModuleList(\n    (0-1): 2 x Linear(3, 2)\n  )\n)"
    rows = read(text).rows
    assert [(row.name, row.class_name, row.depth) for row in rows] == [
        ("Net", "Net", 0),
        ("lstm", "LSTM", 1),
        ("heads", "ModuleList", 1),
        ("0", "Linear", 2),
        ("1", "Linear", 2),
    ]
    assert rows[1].arguments == "32, 16, num_layers=2"


@pytest.mark.parametrize(("text", "kind"), [(3, TypeError), (None, TypeError), (b"x", TypeError)])
def test_what_is_no_text_is_refused(text, kind):
    with pytest.raises(kind, match="expected the text"):
        read(text)


def test_too_long_a_text_is_refused_with_its_length():
    with pytest.raises(ValueError, match=f"{LARGEST_TEXT + 1:,} characters; expected at most {LARGEST_TEXT:,}"):
        lines("a" * (LARGEST_TEXT + 1))
    with pytest.raises(ValueError, match=f"expected at most {MOST_ROWS:,}"):
        read("x (LSTM)    (None, 8)    384\n" * (MOST_ROWS + 1))


@pytest.mark.slow
@settings(max_examples=NOISY_TEXTS)
@given(st.integers(0, 10**9))
def test_noise_is_read_or_handed_back(seed):
    text = summary_texts.noise(seed)
    summary = read(text)
    assert sum(row.count or 0 for row in summary.rows) >= 0
    assert all(0 < line.number <= text.count("\n") + text.count("\r") + 1 for line in summary.unread)


@pytest.mark.slow
@settings(max_examples=NOISY_TEXTS)
@given(st.text())
def test_any_text_is_read_or_handed_back(text):
    assert len(read(text).unread) <= text.count("\n") + text.count("\r") + 1


def damaged(text, dice):
    """A text of which some lines are dropped, or whose right side is cut off."""
    lines = text.split("\n")
    if dice.random() < 0.5:
        return "\n".join(line for line in lines if dice.random() > 0.15)
    width = max(map(len, lines))
    stop = dice.randrange(width // 3, width)
    return "\n".join(line[:stop] for line in lines)


@pytest.mark.slow
def test_what_is_left_of_a_damaged_text_is_read_as_it_stands():
    dice = random.Random(0)
    strange, read_counts = 0, 0
    for record in TEXTS.values():
        text = summary_texts.plain(record["text"])
        right = {row.count for row in read(text).rows}
        for _ in range(5):
            counts = [row.count for row in read(damaged(text, dice)).rows if row.count is not None]
            read_counts += len(counts)
            strange += sum(count not in right for count in counts)
    assert read_counts > 1000
    # A column that is cut in the middle of its numbers shows shorter ones; nobody can see that.
    assert strange < 0.05 * read_counts, f"{strange} of {read_counts}"


def test_what_is_left_of_a_cut_count_is_not_contradicted_by_the_total():
    text = """
Layer (type)   Output Shape     Par…
====================================
rnn (RNN)      (None, 7, 1)     6,8…
dense (Dense)  (None, 7, 64)    128
====================================
Total params: 7,178
"""
    first = explain(text).rows[0]  # a layer may be missing below: 7,178 - 128 = 7,050 does not begin with 6,8
    assert (first.count, first.begins, "count" in first.cut) == (None, "6,8", True)
    assert explain(text.replace("7,178", "6,968")).rows[0].count == 6840
