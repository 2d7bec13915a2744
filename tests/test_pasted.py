"""What people paste is read whole, whatever printed it and whatever happened to it on the way, and never accused."""

import os
import random
import re

import damage
import pytest
from pasted import KERAS_ROWS, PASTED
from test_summary_reading import damaged

from lstmlesson.summary import explain, read

WITH_BLANKS = list(PASTED)
SMALL, LARGE = 2_000, 40_000
MUTATIONS = LARGE if os.environ.get("LSTMLESSON_RANDOM", "").strip() not in ("", "0", "1") else SMALL


def rows(summary):
    return tuple((row.class_name, row.count) for row in summary.rows)


@pytest.mark.parametrize("name", PASTED)
def test_every_printers_table_is_read_and_not_accused(name):
    pasted, summary = PASTED[name], explain(PASTED[name].text)
    assert rows(summary) == pasted.rows
    assert summary.problems == ()
    assert summary.totals.total == pasted.total
    assert all(table.judged == pasted.is_judged for table in summary.tables)


# Every fifth way after each change, and all of them in the whole.
WAYS = [pytest.param(way, marks=() if at % 5 == 0 else pytest.mark.slow) for at, way in enumerate(damage.DAMAGE)]


@pytest.mark.parametrize("way", WAYS)
def test_no_damage_changes_a_row_or_makes_an_accusation(way):
    for name, pasted in PASTED.items():
        summary = explain(damage.DAMAGE[way](pasted.text))
        assert rows(summary) == pasted.rows, name
        assert summary.problems == (), name


@pytest.mark.slow
def test_two_kinds_of_damage_at_once_change_nothing():
    dice = random.Random(5)
    for name, pasted in PASTED.items():
        for _ in range(6):
            inner = dice.choice([*damage.BLANKS.values(), *damage.MARGINS.values()])
            outer = dice.choice(
                [damage.MARGINS["'    ' in front"], damage.PAGES["pre"], damage.MARGINS["'> ' in front"]]
            )
            assert rows(explain(outer(inner(pasted.text)))) == pasted.rows, name


def test_a_row_that_is_not_there_is_missed():
    text = PASTED["Keras 2"].text.replace("dense_2 (Dense)              (None, 3)                 21\n", "")
    assert rows(explain(text)) != KERAS_ROWS


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # A number is read whole, wherever the column of its heading is.
        (
            "Layer (type)      Output Shape       Param #\n"
            + "=" * 50
            + "\nbig (Dense)       (None, 9)      104,604,160",
            [("Dense", 104_604_160)],
        ),
        # A shape goes on to its bracket, however many blanks stand inside.
        ("LSTM  [2,   12,   6]   360", [("LSTM", 360)]),
        # What stands right below a row is glued to nothing.
        ("a (LSTM)   (None, 6)   360\n```", [("LSTM", 360)]),
        ("a (LSTM)   (None, 6)   360\nThanks a lot", [("LSTM", 360)]),
        ("a (LSTM   (None, 6)   360\nThanks", [("LSTM", 360)]),
        # Two rows without the blank line between them stay two.
        (
            " encoder_of_the_words (Embeddi   (None, 12, 8)   400\n encoder_second (LSTM)   (None, 6)   360",
            [("Embedding", 400), ("LSTM", 360)],
        ),
        # A count that was cut is none.
        ("a (LSTM)   (None, 1024)   8,392,…", [("LSTM", None)]),
        ("a (LSTM)   (None, 1024)   8,392,...", [("LSTM", None)]),
        # A shape that was cut ends before the count.
        ("a_1 (ConvLSTM2D)   (None, 8, 16, 240, 2 9856 reshape_1[0][0]", [("ConvLSTM2D", 9856)]),
        # A whole table in one line.
        (
            'Model: "s" ____________ Layer (type) Output Shape Param # ============ a (LSTM) (None, 6) 360 '
            "____________ b (Dense) (None, 3) 21 ============ "
            "Total params: 381 Trainable params: 381 Non-trainable params: 0",
            [("LSTM", 360), ("Dense", 21)],
        ),
        (
            "<table><tr><th>Layer (type)</th><th>Output Shape</th><th>Param #</th></tr>"
            "<tr><td>a (LSTM)</td><td>(None, 6)</td><td>360</td></tr></table>",
            [("LSTM", 360)],
        ),
    ],
)
def test_nothing_is_lost_and_nothing_glued(text, wanted):
    assert [(row.class_name, row.count) for row in read(text).rows] == wanted


# A row that somebody has typed, or copied out of its table: without a heading, the cells parted in whatever way.
TYPED = [
    "lstm    (LSTM)    (None, 400, 5)    380",
    "lstm\t(LSTM)\t(None, 400, 5)\t380",
    "lstm LSTM (None, 400, 5) 380",
    "lstm  LSTM    (None, 400, 5)    380",
    "lstm (LSTM) | (None, 400, 5) | 380",
    "lstm (LSTM) │ (None, 400, 5) │ 380",
    "lstm | LSTM | (None, 400, 5) | 380",
    "| lstm | LSTM | (None, 400, 5) | 380 |",
    "| lstm (LSTM) | (None, 400, 5) | 380 |",
    "| LSTM | (None, 400, 5) | 380 |",
    "| # | Layer | Output Shape | Param # |\n|---|---|---|---|\n| 1 | lstm (LSTM) | (None, 400, 5) | 380 |",
]


@pytest.mark.parametrize("text", TYPED)
def test_a_row_by_itself_is_read_however_its_cells_are_parted(text):
    (row,) = explain(text).rows
    assert (row.name.lower(), row.class_name, row.output_shapes, row.count) == ("lstm", "LSTM", ((None, 400, 5),), 380)


# What loops over layers print; 4(6·64 + 64·64 + 64) = 18,176, 64·6 + 6 = 390.
LOOPS = {
    "name, class, shape, count": "lstm <class 'keras.src.layers.rnn.lstm.LSTM'> (None, 9, 64) 18176\n"
    "dense <class 'keras.src.layers.core.dense.Dense'> (None, 9, 6) 390",
    "name, class, count": "lstm: LSTM, 18176\ndense: Dense, 390",
    "name, count": "lstm 18176\ndense 390",
    "numbered": "0 lstm 18,176 params\n1 dense 390 params",
    "R's torch": "An `nn_module` containing 18,566 parameters.\n\n── Modules ─────\n"
    "• lstm: <nn_lstm> #18,176 parameters\n• head: <nn_linear> #390 parameters",
}


@pytest.mark.parametrize("way", LOOPS)
def test_what_a_loop_over_layers_prints_is_read_and_not_judged(way):
    summary = explain(LOOPS[way])
    last = "Linear" if "R's" in way else "Dense"
    assert [(row.class_name, row.count) for row in summary.rows] == [("LSTM", 18_176), (last, 390)]
    assert not summary.tables[0].judged
    wrong = explain(LOOPS[way].replace("390", "391").replace("18176", "18177"))
    assert wrong.problems == ()


def test_without_a_shape_one_unit_is_not_the_likeliest():
    for row in explain("lstm 18176\nlstm_1 33024").rows:
        assert len(row.readings) > 1
        assert row.readings[0].declaration.units > 1
        assert not row.formula  # the case is open


@pytest.mark.parametrize(
    "text", ["lstm 18176", "epoch 1\nloss 3", "the lstm 3\nthe dense 4", "lstm has 3 gates\ndense 5"]
)
def test_prose_with_names_and_numbers_is_no_table(text):
    assert explain(text).rows == ()


@pytest.mark.parametrize("text", ["the Dense (None, 3) 5 of them", "see the Output (3, 4) 5", "a | b | (see 3) | 4"])
def test_prose_with_a_shape_and_a_number_is_no_row(text):
    assert explain(text).rows == ()


def test_a_count_cut_by_its_column_is_no_witness():
    text = PASTED["Keras 3"].text.replace("           360 │", "          36… │").replace("781", "781")
    summary = explain(text)
    assert summary.rows[1].count in (None, 360)
    assert summary.problems == ()


RIGHT_AND_UNCOMMON = {
    "a guessed class": "Layer (type)    Output Shape    Param #\n=====\npositional_embedding  (None, 9, 8)   0",
    "a model in each timestep": PASTED["Keras 2, connected, cut shapes"]
    .text.replace("   39 ", " 1039 ")
    .replace("799", "1799"),
    "a wrapper of something else": "a (InputLayer)  (None, 9, 5)  0\nb (TimeDistributed)  (None, 9, 8)  288",
    "two cells in one RNN": "a (InputLayer)  (None, 8, 6)  0\nb (RNN)  (None, 8, 4)  360",
    "a frozen layer of Keras 1": "a (GRU)  (None, 28, 12)  1044\nb (SimpleRNN)  (None, 6)  0",
    "one timestep": "a (LSTM)  (None, 1, 5)  140\nb (Dense)  (None, 1, 1)  6\nTotal params: 146",
    "a Flatten in each timestep, first": "a (TimeDistributed)  (None, None, 1280)  0\nb (LSTM)  (None, 4)  20560",
    "a first row of size 0": "a (LSTM)  (None, 0)  380",
    "an optimizer without a total": "a (LSTM)  (None, 8)  384\nTrainable params: 384\nOptimizer params: 770",
    "a torchinfo table without its top": "\n".join(PASTED["torchinfo"].text.split("\n")[4:]),
    "a window over groups": "a (InputLayer)  (None, 9, 8)  0\nb (Conv1D)  (None, 9, 8)  104",
}


@pytest.mark.parametrize("name", RIGHT_AND_UNCOMMON)
def test_what_is_uncommon_is_not_accused(name):
    assert explain(RIGHT_AND_UNCOMMON[name]).problems == ()


@pytest.mark.parametrize("name", [name for name, one in PASTED.items() if one.total and one.is_judged])
def test_a_part_of_a_right_table_is_not_accused(name):
    lines = PASTED[name].text.split("\n")
    for first in range(len(lines)):
        assert explain("\n".join(lines[first:])).problems == (), lines[first]
        assert explain("\n".join(lines[:first])).problems == (), lines[first - 1]


@pytest.mark.parametrize("name", [name for name, one in PASTED.items() if one.total and one.is_judged])
def test_a_right_table_whose_right_side_is_cut_or_wrapped_is_not_accused(name):
    lines = PASTED[name].text.split("\n")
    for wide in range(30, max(map(len, lines))):
        cut = "\n".join(line[:wide] for line in lines)
        wrapped = "\n".join(line[at : at + wide] for line in lines for at in range(0, max(len(line), 1), wide))
        assert explain(cut).problems == (), cut
        assert explain(wrapped).problems == (), wrapped


def test_two_rows_of_a_box_without_the_rule_between_them_stay_two():
    lines = PASTED["Keras 3"].text.split("\n")
    rules = [at for at, line in enumerate(lines) if line.lstrip().startswith("├")]
    for at in rules:
        found = read("\n".join(lines[:at] + lines[at + 1 :])).rows
        assert [row.count for row in found] == [row.count for row in read(PASTED["Keras 3"].text).rows]


def test_a_row_that_a_gap_in_the_numbers_tells_of_makes_its_neighbours_no_witnesses():
    head = "Layer (type)         Output Shape      Param #\n=============================================\n"
    rows = ["dense (Dense)        (None, 50)        2550\n", "dense_1 (Dense)      (None, 100)       5100\n"]
    rows += ["dense_2 (Dense)      (None, 200)       20200\n"]
    assert explain(head + "".join(rows)).problems == ()
    assert explain(head + rows[0] + rows[2]).problems == ()
    wrong = explain(head + rows[0] + rows[1].replace("5100", "5300"))
    assert [problem.row.name for problem in wrong.problems] == ["dense_1"]


def wrong_digits(text):
    """The text with each digit of each count changed into each other one, and the row that it is in."""
    for row in explain(text).rows:
        line = text.split("\n")[row.line - 1]
        for digit in re.finditer(r"\d", str(row.count or "")):
            for other in set("123456789") - {digit[0]}:
                wrong = str(row.count)[: digit.start()] + other + str(row.count)[digit.end() :]
                yield row, text.replace(line, re.sub(rf"\b{row.count}\b(?!\D*[\])])", wrong, line))


@pytest.mark.slow
def test_a_wrong_digit_in_a_whole_table_is_pointed_at_in_its_row():
    tried = pointed = 0
    for name in ("Keras 2", "Keras 3", "Keras 3, ASCII", "R", "tf.keras 2.15", "torchinfo"):
        for row, text in wrong_digits(PASTED[name].text):
            tried += 1
            pointed += any(problem.row and problem.row.name == row.name for problem in explain(text).problems)
    assert tried > 300
    assert pointed >= 0.97 * tried, f"{pointed} of {tried}"


def mutated(dice):
    """A pasted text, harmed in one to four ways, some of which lose what it says."""
    text = dice.choice(list(PASTED.values())).text
    for _ in range(dice.randrange(1, 5)):
        kind = dice.randrange(6)
        at = dice.randrange(len(text) + 1)
        lines = text.split("\n")
        if kind == 0:
            text = dice.choice(list(damage.DAMAGE.values()))(text)
        elif kind == 1:
            text = damaged(text, dice) if len(max(lines, key=len)) > 2 else text
        elif kind == 2:
            text = text[:at] + dice.choice("()[]{}│|+-_=,.0123456789…?Nn \t\n") * dice.randrange(1, 4) + text[at + 1 :]
        elif kind == 3:
            dice.shuffle(lines)
            text = "\n".join(lines)
        elif kind == 4:
            text = re.sub(r"\d+", lambda number: dice.choice([number[0], "0", "-1", "None", "999999999"]), text)
        else:
            text += "\n" + dice.choice(list(PASTED.values())).text[:at]
        text = text[:20_000]
    return text


@pytest.mark.slow
def test_no_mutation_of_a_pasted_text_makes_an_error():
    for seed in range(MUTATIONS):
        text = mutated(random.Random(seed))
        try:
            explain(text)
        except ValueError as error:
            if "expected at most" not in str(error):
                raise AssertionError((seed, text)) from error


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece", ["&nbsp;", " ", "(None, ", "<tr><td>", "1 |", "|", "+", "a (LSTM\n", '"a\\n",\n', "x\n>"]
)
def test_half_a_million_characters_are_read_or_refused(piece):
    try:
        assert explain((piece * 500_000)[:499_999] + "x").rows is not None
    except ValueError as error:
        if "expected at most" not in str(error):
            raise


def test_a_million_layers_in_one_line_are_not_counted():
    rows = explain("Net(\n  (deep): LSTM(32, 16, num_layers=1000000)\n  (flat): LSTM(32, 16)\n)").rows
    assert [(row.count, row.formula != "") for row in rows[1:]] == [(None, False), (3_200, True)]


NO_SHAPES = """=================================================================
Layer (type:depth-idx)                   Param #
=================================================================
Forecast                                 --
├─LSTM: 1-1                              1,984
├─Linear: 1-2                            17
=================================================================
Total params: 2,001
Trainable params: 2,001
Non-trainable params: 0
================================================================="""


def test_an_open_case_shows_no_formula_and_the_likeliest_first():
    # PyTorch's LSTM(13, 16): 4(13·16 + 16·16 + 2·16) = 1,984; the Linear behind it sees the 16.
    row = explain(NO_SHAPES).rows[1]
    assert row.formula == "" or row.formula.startswith("4(16·13")
    assert repr(row.readings[0].declaration) == "LSTM(13, 16)"
    assert "open" in row.note or row.formula


def test_one_unit_on_thousands_of_features_is_never_the_likeliest():
    row = explain("├─LSTM: 1-1      198,656").rows[0]
    assert (row.formula, row.readings[0].declaration.hidden_size > 1) == ("", True)


def test_a_container_stands_for_the_rows_inside_it():
    rows = {row.class_name: row for row in explain(PASTED["torchinfo"].text).rows}
    assert "805" in rows["Tagger"].note
    assert "21" in rows["Sequential"].note
    assert "learn" not in rows["Tagger"].note


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("lstm (LSTM)   (None, 6)   0", "are not shown"),
        ("Layer (type)    Output Shape    Param #\n======\n  GRU-1     [-1, 9, 6]     0", "holds numbers"),
        ("own (Thing)   (None, 6)   0", "not known"),
        ("drop (Dropout)   (None, 6)   0", "leaves numbers out"),
    ],
)
def test_a_zero_is_told_as_what_it_is(text, words):
    assert words in explain(text).rows[0].note


def test_an_operation_that_keras_lists_holds_nothing():
    text = "logical_or (LogicalOr)   (None, 5)   0\nmean (Mean)   (None, 5)   7"
    masked, own = explain(text).rows
    assert masked.note.startswith("no numbers to learn")
    assert own.note == "Mean is not known here, so its count is taken as it stands"
    assert explain(text).problems == ()


def test_rows_that_make_the_total_are_said_to():
    assert any("add up to 781, as the total says" in note for note in explain(PASTED["Keras 2"].text).notes)


def test_what_comes_in_is_answered_first():
    assert "(12,)" in explain(PASTED["Keras 2, connected, cut shapes"].text).notes[0]
    # 4(7·5 + 5·5 + 5) = 260
    head = "Layer (type)      Output Shape      Param #\n=====\n"
    assert "7 features" in explain(f"{head}a (LSTM)      (None, 5)      260\nTotal params: 260").notes[0]
    # 2·4(6·4 + 4·4 + 4), or 2(39·4 + 4·4 + 4) of a SimpleRNN
    assert "open" in explain(PASTED["tf.keras 2.15"].text).notes[0]


def test_counts_that_a_screen_has_cut_off_are_not_made_up_from_the_total():
    # Dense(67) on 15 and GRU(30) with one bias hold 1,072 and 8,820; the defaults of both would hold others.
    text = """Layer (type)             Output Shape
====================================================
dense (Dense)            (None, None, 67)
gru (GRU)                (None, None, 30)
====================================================
Total params: 9,892
Trainable params: 9,892
Non-trainable params: 0"""
    assert {row.count for row in explain(text).rows} <= {None, 1_072, 8_820}


# Dense(4) on 3: 3·4 + 4 = 16; Dense(2) on 4: 4·2 + 2 = 10.
EMPTY_HEADING = """
┏━━━━━━━━━━┳━━━━━━━━━━┳━━━━━━━━━┳━━━━━━━━┓
┃ Layer    ┃ Output   ┃         ┃        ┃
┃ (type)   ┃ Shape    ┃ Param # ┃ Train… ┃
┡━━━━━━━━━━╇━━━━━━━━━━╇━━━━━━━━━╇━━━━━━━━┩
│ one      │ (None,   │      16 │   Y    │
│ (Dense)  │ 4)       │         │        │
├──────────┼──────────┼─────────┼────────┤
│ two      │ (None,   │      10 │   N    │
│ (Dense)  │ 2)       │         │        │
└──────────┴──────────┴─────────┴────────┘
 Total params: 26
"""


def test_a_heading_of_which_some_words_stand_one_line_lower_is_read_whole():
    rows = read(EMPTY_HEADING).rows
    assert [(row.name, row.count, row.trainable) for row in rows] == [("one", 16, True), ("two", 10, False)]


# The model has three inputs and 71 numbers; the rows of one range of it stand here, and no count.
CUT_CONNECTIONS = """
┏━━━━━━━━━━━┳━━━━━━━━━━━┳━━━━┳━━━━━━━━━━━┓
┃ Layer     ┃ Output    ┃    ┃ Connected ┃
┃ (type)    ┃ Shape     ┃    ┃ to        ┃
┡━━━━━━━━━━━╇━━━━━━━━━━━╇━━━━╇━━━━━━━━━━━┩
│ input_la… │ (None, 3) │    │ -         │
│ (InputLa… │           │    │           │
├───────────┼───────────┼────┼───────────┤
│ layer_no… │ (None, 3) │    │ multi_he… │
│ (LayerNo… │           │    │           │
└───────────┴───────────┴────┴───────────┘
 Total params: 72
"""


def test_a_cut_connection_to_no_row_of_the_text_tells_that_rows_are_missing():
    summary = explain(CUT_CONNECTIONS)
    assert summary.tables[0].part == "part: connections"
    assert [row.count for row in summary.rows] == [None, None]


CUT_TOP = """
│ input_la… │ (None, 9, 1) │   0 │ -        │
├───────────┼──────────────┼─────┼──────────┤
│ re_lu     │ (None, 9, 4) │   0 │ input_l… │
│ (ReLU)    │              │     │          │
└───────────┴──────────────┴─────┴──────────┘
 Total params: 90
"""


def test_in_a_part_a_cut_name_may_be_that_of_a_row_that_is_not_there():
    assert explain(CUT_TOP).problems == ()
