"""The quiz of each lesson: its forms, its order, and every answer worked out once more from its text alone."""

import re
from itertools import product

import practice_witness as witness
import pytest

from lstmlesson.questions import Option, practice
from lstmlesson.questions.items import item
from lstmlesson.questions.series import EARLIER, FORMS

LESSONS = range(len(FORMS))
SERIES = 12


def all_drawn(levels=(1, 2, 3), number=SERIES):
    places = product(LESSONS, range(number), levels)
    return [(lesson, place, practice(lesson, "test", place, level)) for lesson, place, level in places]


DRAWN = all_drawn()


def of_form(form):
    found = [one for _, _, one in DRAWN if one.form == form]
    assert found, form
    return found


def right(one):
    return witness.numbers(one.right.text)[0]


# ---- What a series asks ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("lesson", LESSONS)
def test_a_quiz_asks_in_at_least_three_forms_what_its_lesson_teaches(lesson):
    assert len(FORMS[lesson]) >= 3
    own = [practice(lesson, "seed", place).form for place in range(12) if place % EARLIER != EARLIER - 1]
    assert len(set(own)) >= 3 or lesson in {7, 10}


@pytest.mark.slow
@pytest.mark.parametrize("lesson", [*LESSONS][1:])
def test_each_fourth_question_comes_from_an_earlier_lesson(lesson):
    earlier = {practice(before, "x", place).form for before in range(lesson) for place in range(24)}
    fourth = [practice(lesson, "seed", place).form for place in range(3, 40, 4)]
    assert set(fourth) <= earlier


def test_the_same_seed_asks_the_same_and_another_asks_something_else():
    one, same, other = ([practice(4, seed, place) for place in range(6)] for seed in ("a", "a", "b"))
    assert one == same
    assert one != other


def test_what_there_is_not_is_refused():
    with pytest.raises(ValueError, match="lesson=12: expected a number from 0 to 11"):
        practice(12, "x")
    with pytest.raises(ValueError, match="level=0: expected 1, 2 or 3"):
        practice(3, "x", level=0)


@pytest.mark.slow
def test_every_item_has_two_wrong_answers_and_knows_them():
    for _, _, one in DRAWN:
        texts = [option.text for option in (one.right, *one.wrong)]
        assert len(set(texts)) == len(texts) >= 3
        assert one.chosen(one.right.text) == one.right
        assert all(one.chosen(option.text) == option and option.why for option in one.wrong)
        assert one.right in one.options(seed=1)
        assert one.options(seed=1) == one.options(seed=1)


def test_a_typed_answer_is_the_number_however_it_is_written():
    one = item("sum", "?", (1_300, "yes"), [(13, "no"), (14, "no")], is_typed=True)
    assert [one.chosen(answer) for answer in ("1300", "1,300", "13*100", "1 300")] == [one.right] * 4
    assert one.chosen("13") == Option("13", "no")
    assert one.chosen("15") is None
    assert one.chosen("nothing") is None


def test_the_first_level_is_worked_out_in_the_head():
    """No product of two sizes above 100, but where a table of words or a length is in the question itself."""
    for _, _, one in all_drawn(levels=(1,)):
        if one.form == "count" and "Embedding" not in one.text and "Input" not in one.text:
            sizes = witness.numbers(witness.LAYER.search(one.text)[3].split("=")[0])
            assert max(sizes, default=0) <= 8, one.text


# ---- Every answer, from the text alone -----------------------------------------------------------------------------


def test_counts():
    for one in of_form("count"):
        assert right(one) == witness.counted(one.text), one.text


def test_features_seen_by_the_last_layer():
    for form in ("after Dropout", "after Bidirectional", "after Flatten", "after Conv1D"):
        for one in of_form(form):
            assert right(one) == witness.stack(one.text)[-2][1][1], one.text


def test_output_shapes():
    for one in of_form("shape"):
        _, (steps, features) = witness.stack(one.text)[-1]
        assert witness.numbers(one.right.text) == [size for size in (steps, features) if size], one.text


def test_the_model_with_a_total():
    for one in of_form("model"):
        total = witness.numbers(one.text.split("Which")[1])[0]
        counts = [sum(count for count, _ in witness.stack(option.text)) for option in (one.right, *one.wrong)]
        assert counts[0] == total
        assert total not in counts[1:]


def test_the_input_line():
    for one in of_form("Input"):
        _, steps, features = witness.numbers(one.text)[:3]
        assert one.right.text == f"Input(({steps}, {features}))"


def test_which_input_is_larger():
    for one in of_form("larger"):
        units, *_ = witness.numbers(one.text)
        first, second = (int(last) for last in re.findall(r", (\d+)\)", one.text))
        counts = [witness.recurrent("LSTM", features, units) for features in (first, second)]
        expected = "both have as many" if counts[0] == counts[1] else ("the second", "the first")[counts[0] > counts[1]]
        assert one.right.text == expected


def test_missing_counts():
    for one in of_form("missing"):
        listed = witness.rows(one.table)
        at = next(number for number, row in enumerate(listed) if row[3] == "?")
        assert right(one) == witness.row_counts(one.table, at)


def test_wrong_rows():
    for one in of_form("wrong row"):
        *_, total = witness.numbers(one.table)
        listed = witness.rows(one.table)
        counts = {row[0]: witness.numbers(row[3])[0] for row in listed}
        assert sum(counts.values()) != total
        for at, (name, *_) in enumerate(listed):
            if at and name != one.right.text:
                assert counts[name] == witness.row_counts(one.table, at)
        at = [row[0] for row in listed].index(one.right.text)
        mended = total - sum(count for name, count in counts.items() if name != one.right.text)
        assert mended != counts[one.right.text]
        assert at == 0 or mended == witness.row_counts(one.table, at)


def test_totals_after_training():
    for one in of_form("trained"):
        assert 3 * right(one) + 2 == witness.numbers(one.text)[-1]


def test_features_and_units_worked_back():
    for one in of_form("features back"):
        units, count = witness.numbers(one.text.split("None,")[1])[:2]
        assert witness.recurrent("LSTM", right(one), units) == count
    for one in of_form("units back"):
        features, count = witness.numbers(one.text)[:2]
        assert witness.recurrent("LSTM", features, right(one)) == count


def test_budgets():
    for one in of_form("budget"):
        allowed, features = witness.numbers(one.text)[:2]
        fits = [witness.recurrent("LSTM", features, right(one) + more) <= allowed for more in (0, 1)]
        assert fits == [True, False]


def test_dialects():
    def count(name):
        kind, options = re.search(r"(\w+)\((.*)\)", name).groups()
        if name.startswith("PyTorch"):
            return witness.module(kind, options)
        return witness.keras(kind, options, features, None)[0]

    for one in of_form("dialect"):
        _, features, asked = witness.numbers(one.text)[:3]
        assert count(one.right.text) == asked
        assert all(count(option.text) != asked for option in one.wrong)


def test_what_changes():
    for one in of_form("change"):
        few, many = witness.numbers(one.right.why)
        said = {1: "same", 2: "It doubles"}.get(many / few, "more than" if many > 2 * few else "doesn't double")
        assert said in one.right.text
        units, batch, steps, features = witness.numbers(one.text)[:4]
        worth = {
            "bytes": 4 * witness.recurrent("LSTM", features, units),
            "parameters": witness.recurrent("LSTM", features, units),
            "states": 2 * batch * units,
            "output": batch * units,
            "work": batch * steps * 4 * (features * units + units * units),
        }
        cost = re.search(r"happens to (.*) if", one.text)[1]
        assert few == next(value for name, value in worth.items() if name in cost)


def test_what_is_in_the_sum():
    for one in of_form("in the sum"):
        assert one.right.text == f"the {witness.numbers(one.text)[3]} features"


def test_states_are_as_long_as_there_are_units():
    for one in of_form("state"):
        assert right(one) == witness.numbers(one.text)[0]


def test_a_weight_by_its_count():
    for one in of_form("weight"):
        kind = "LSTM" if one.text.startswith("LSTM") else "GRU"
        units, features, count = witness.numbers(one.text)[:3]
        sizes = {"kernel": features * units, "recurrent_kernel": units * units, "bias": units}
        assert witness.BLOCKS[kind] * sizes[one.right.text] == count


def test_a_gate_by_hand():
    for one in of_form("gate"):
        x0, x1, last, k0, k1, recurrent, bias = witness.numbers(one.text)
        assert right(one) == x0 * k0 + x1 * k1 + last * recurrent + bias


def test_tables_of_words():
    for one in of_form("padding"):
        words, _, width = witness.numbers(one.text)
        assert right(one) == (words + 1) * width
    for one in of_form("tied"):
        words, width = witness.numbers(one.text)[:2]
        assert right(one) == words * width + words
    assert {right(one) for one in of_form("attention")} == {0}


def test_the_wrong_step():
    for one in of_form("step"):
        units, steps, features = witness.numbers(one.text)[:3]
        first, second, third, fourth = one.table.splitlines()
        seen = witness.numbers(first)[2]
        wrong = [
            seen != features,
            witness.numbers(second)[1] != units * units,
            witness.numbers(third)[1] != units,
            witness.numbers(fourth)[1] != 4,
        ]
        said = f"step {wrong.index(True) + 1}" if any(wrong) else "no step: it's right"
        assert one.right.text == said
        once = witness.numbers(first)[-1] + witness.numbers(second)[1] + witness.numbers(third)[1]
        assert once == witness.numbers(third)[2]
        assert steps != features


def test_a_belief_has_one_number():
    for one in of_form("belief"):
        *_, asked = witness.numbers(one.text)
        assert all(witness.numbers(option.why) != [asked] for option in one.wrong)


@pytest.mark.parametrize("form", ["count", "missing", "features back"])
def test_a_wrong_answer_would_be_noticed(form):
    one = of_form(form)[0]
    assert all(witness.numbers(option.text)[0] != right(one) for option in one.wrong)
