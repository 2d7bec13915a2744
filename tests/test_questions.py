"""Questions: what they refuse, that their answers are right, and that no text in them holds a wrong number."""

import random
import re
from itertools import islice, product

import mistaken
import pytest

from lstmlesson import LSTM, Dense, Input, Sequential, pytorch
from lstmlesson.mistakes import findings
from lstmlesson.mistakes.catalogue import EVERY, ONE_LAYER, WHOLE_MODEL, Mistake
from lstmlesson.questions import ask, coincidences, draw, sheet, stream
from lstmlesson.questions.edition import EDITION
from lstmlesson.questions.sampling import MAKERS

LESSONS = range(len(MAKERS))
every_kind = pytest.mark.parametrize(("lesson", "difficulty"), list(product(LESSONS, (1, 2, 3))))
# The same, the two harder levels for those who have the time.
HARDER = [pytest.param(lesson, level, marks=pytest.mark.slow) for lesson, level in product(LESSONS, (2, 3))]


def drawn(lesson, difficulty, number=10):
    return [draw(lesson, seed, difficulty) for seed in range(number)]


# ---- Refusing ----------------------------------------------------------------------------------------------------


def test_sizes_at_which_two_mistakes_coincide_are_refused_and_named():
    with pytest.raises(ValueError, match="56 is given by timesteps used as features and by second bias of PyTorch"):
        ask(LSTM(2), (4, 3))


def test_sizes_at_which_a_mistake_gives_the_right_number_are_refused_and_named():
    with pytest.raises(ValueError, match="8,320 is right, and features and units swapped and units used as features"):
        ask(LSTM(32), (10, 32))


def test_a_square_of_two_is_also_a_double():
    assert "48 is right, and square read as double gives it too" in coincidences(LSTM(2), (None, 3))


def by_hand(f, u, t):
    """Whether arithmetic by hand finds two formulas of an LSTM that give one number."""
    formulas = {}
    for name, count in mistaken.LSTM_COUNTS.items():
        if name in (mistaken.BATCH, mistaken.OWN):  # the second is not in the edition
            continue
        fixed = tuple(count(*sizes) for sizes in mistaken.random_sizes("hand", 8))
        formulas[fixed] = count(f, u, t, 1)
    return len(set(formulas.values())) == len(formulas)


def test_exactly_those_sizes_are_accepted_that_tell_all_formulas_apart():
    for u, f, t in product(range(2, 8), range(2, 8), range(2, 8)):
        assert (coincidences(LSTM(u), (t, f)) == []) == by_hand(f, u, t)


def single(f, u, t):
    """The numbers of the single mistakes about an LSTM, without the batch; equal formulas once."""
    leave = {mistaken.BATCH, mistaken.AS_PAPER_GRU, mistaken.OWN}
    return [
        count(f, u, t, 1) for name, count in mistaken.LSTM_COUNTS.items() if name not in leave and ", and" not in name
    ]


@pytest.mark.slow
def test_how_rare_sizes_are_that_tell_all_mistakes_apart():
    """The engine and arithmetic by hand find the same share of 1,100 small triples."""
    triples = list(product(range(2, 12), range(2, 12), range(2, 13)))
    apart = sum(len(set(single(f, u, t))) == len(single(f, u, t)) for u, f, t in triples)
    strict = sum(coincidences(LSTM(u), (t, f)) == [] for u, f, t in triples)
    assert len(triples) == 1100
    assert 0 < strict < apart < len(triples) // 3  # most small triples hide something
    assert strict == sum(by_hand(f, u, t) for u, f, t in triples)


def test_five_of_everything_confuses_the_truth_itself():
    found = next(one for one in coincidences(LSTM(5), (5, 5)) if "220 is right" in one)
    for name in ("features and units swapped", "timesteps used as features", "timesteps used as units"):
        assert name in found


def test_the_edition_names_mistakes_that_there_are():
    assert {one.name for one in (*EVERY, *WHOLE_MODEL, *ONE_LAYER)} >= EDITION
    assert len(EDITION) > 40


def gates_multiply_the_kernel_only(case):
    return [weight._replace(gates=weight.gates[: None if at == 0 else 1]) for at, weight in enumerate(case.weights)]


def test_a_mistake_that_is_added_is_diagnosed_and_redraws_no_question(monkeypatch):
    def texts():
        questions = [draw(lesson, seed) for lesson in (0, 1, 3, 8) for seed in range(8)]
        return [(one.text, one.choices(seed=1), [family[0].count for family in one.families]) for one in questions]

    before = texts()
    late = Mistake("gates multiply the kernel only", gates_multiply_the_kernel_only, "01_gates")
    monkeypatch.setattr("lstmlesson.mistakes.finding.EVERY", (*EVERY, late))
    assert (late.name, 4 * 3 * 2 + 2 * 2 + 2) in [(one.name, one.count) for one in findings(LSTM(2), (None, 3))]
    assert texts() == before
    monkeypatch.setattr("lstmlesson.questions.question.EDITION", EDITION | {late.name})
    assert texts() != before


# ---- Drawing -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("lesson", "difficulty"), [*((lesson, 1) for lesson in LESSONS), *HARDER])
def test_every_question_can_be_answered_and_tells_its_mistakes_apart(lesson, difficulty):
    for question in drawn(lesson, difficulty):
        assert coincidences(question.thing, question.input_shape, question.batch) == []
        assert question.diagnose(question.answer).right
        for family in question.families[:: 1 + len(question.families) // 12]:
            told = question.diagnose(family[0].count)
            assert [one.name for one in told.mistakes if one.name in EDITION] == [one.name for one in family]
            assert not told.right


@every_kind
def test_the_same_seed_draws_the_same_question(lesson, difficulty):
    first, second = draw(lesson, "seed", difficulty), draw(lesson, "seed", difficulty)
    assert first.text == second.text
    assert first.choices(1) == second.choices(1)


def test_a_stream_goes_on_and_hardly_repeats_itself():
    texts = [question.text for question in islice(stream(0, seed=1), 40)]
    assert len(set(texts)) > 30


def test_lessons_and_difficulties_that_there_are_not_are_refused():
    with pytest.raises(ValueError, match="lesson=10: expected a number from 0 to 9"):
        draw(10, 1)
    with pytest.raises(ValueError, match="difficulty=4: expected 1, 2 or 3"):
        draw(0, 1, 4)


def test_random_questions_never_call_the_right_answer_wrong(random_cases):
    source = random.Random(3)
    for seed in range(random_cases // 2):
        question = draw(source.choice(LESSONS), seed, source.choice((1, 2, 3)))
        assert question.diagnose(question.answer).right


# ---- What is written -----------------------------------------------------------------------------------------------


def value(expression):
    """What a sum in the lessons' notation comes to, found by Python's own arithmetic."""
    plain = expression.replace("·", "*").replace(",", "")
    assert re.fullmatch(r"[\d+*() ]+", plain)
    return eval(re.sub(r"(\d)\(", r"\1*(", plain))  # digits, + * and brackets only


@every_kind
def test_every_line_of_a_solution_comes_to_the_answer(lesson, difficulty):
    for question in drawn(lesson, difficulty):
        numbers = [line for line in question.solution if not re.search(r"\b[fuTBgh]\b", line)]
        assert value(numbers[-1].rpartition("=")[2]) == question.answer
        for line in numbers:
            left, _, right = line.rpartition(": ")[2].rpartition(" = ")
            if left:
                assert value(left) == value(right)
            elif not isinstance(question.thing, Sequential):
                assert value(right) == question.answer


@every_kind
def test_no_hint_gives_the_answer_away_and_the_last_one_leaves_a_sum(lesson, difficulty):
    for question in drawn(lesson, difficulty):
        assert len(question.hints) == 3
        shown = f"{question.answer:,}"
        assert all(not re.search(rf"(?<![\d,]){shown}(?![\d,])", hint) for hint in question.hints)
        sums = re.sub(r"^With numbers( it is|:) ", "", question.hints[2]).rstrip(".").split("; ")
        if isinstance(question.thing, Sequential):  # each with the name of its layer in front
            sums = [one.partition(" ")[2] for one in sums]
        assert sum(map(value, sums)) == question.answer


def test_a_sum_that_is_wrong_would_be_noticed():
    assert value("4(3·2 + 2·2 + 2)") == 48
    assert value("4(3·2 + 2·2 + 3)") != 48


def test_the_text_names_every_size():
    assert ask(LSTM(35), (32, 29), 7).text == (
        "LSTM(35) is given sequences of shape (32, 29): 32 timesteps with 29 features each, in batches of 7 samples. "
        "How many numbers does it hold?"
    )
    assert ask(pytorch.LSTM(30, 17)).text == "How many numbers does PyTorch's LSTM(30, 17) hold?"
    model = Sequential([Input((12, 31)), LSTM(13), Dense(9)])
    assert "Sequential([Input((12, 31)), LSTM(13), Dense(9)])" in ask(model).text


@every_kind
def test_choices_hold_the_right_number_once_among_known_mistakes(lesson, difficulty):
    for question in drawn(lesson, difficulty, 5):
        options = question.choices(seed=1)
        assert len(set(options)) == len(options) >= 3
        assert options.count(question.answer) == 1
        assert all(question.diagnose(one).mistakes for one in options if one != question.answer)


def test_choices_begin_with_what_the_lesson_treats():
    question = draw(2, seed=1)
    wrong = {one.name for option in question.choices(1) for one in question.diagnose(option).mistakes}
    assert "one copy per timestep" in wrong
    assert "times the batch size" in wrong


# ---- Sheets --------------------------------------------------------------------------------------------------------


def test_each_student_has_a_sheet_of_their_own_and_the_key_fits():
    ada, ben = sheet("Ada", seed=1), sheet("Ben", seed=1)
    assert (ada.text, ada.key) == (sheet("Ada", seed=1).text, sheet("Ada", seed=1).key)
    assert ada.text != ben.text
    for at, question in enumerate(ada.questions, 1):
        assert f"{at}. {question.text}" in ada.text
        assert f"{at}. {question.answer:,}\n" in ada.key
        for number, names in re.findall(r"not ([\d,]+): (.+)", ada.key.split(f"\n\n{at}. ")[1].split("\n\n")[0]):
            told = question.diagnose(number)
            assert told.mistakes[0].name in names


def test_a_sheet_without_its_key_shows_no_answer():
    one = sheet("Ada", seed=1)
    assert all(f"{question.answer:,}" not in one.text for question in one.questions)


def test_a_model_is_worked_out_row_by_row():
    question = ask(Sequential([Input((12, 31)), LSTM(13), Dense(9)]))
    assert question.solution == [
        "lstm: 4(31·13 + 13·13 + 13) = 2,340",
        "dense: 13·9 + 9 = 126",
        "2,340 + 126 = 2,466",
    ]
