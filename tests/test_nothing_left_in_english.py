"""A language made out of English, each letter exchanged: nothing that a learner meets keeps an English letter.

Names of layers, of their arguments and of code are the same in every language, and so are errors, which are marked as
English where a reader sees them.
"""

import re
from inspect import signature
from pathlib import Path

import nbformat.v4 as make
import pytest
import summary_texts
from marked import english_words, marked

from lstmlesson import (
    LSTM,
    BatchNormalization,
    Bidirectional,
    Concatenate,
    Conv1D,
    ConvLSTM2D,
    Dense,
    Dropout,
    Embedding,
    Flatten,
    Input,
    Model,
    Sequential,
    explorers,
    inverse,
    pytorch,
)
from lstmlesson.course import Lesson, student
from lstmlesson.keras._program import Program, Stop
from lstmlesson.language import Language, use
from lstmlesson.ledger import costs
from lstmlesson.mistakes import EVERY, diagnose, findings
from lstmlesson.mistakes.catalogue import ONE_LAYER, WHOLE_MODEL
from lstmlesson.page.alive import placed
from lstmlesson.page.exporter import html as page
from lstmlesson.page.table_of_contents import contents
from lstmlesson.questions import Question, draw, practice, sheet
from lstmlesson.summary import explain
from lstmlesson.views.count_card.card_page import card
from lstmlesson.views.diagnosis import diagnosis_html
from lstmlesson.views.document.shared_texts import unshared
from lstmlesson.views.explanation import html, text
from lstmlesson.views.forms.program import CountedProgram
from lstmlesson.views.pictures.cell_diagram import cell
from lstmlesson.views.summary_table import summary as model_table

TEXTS = summary_texts.texts()
EVERY_EXPLORER = sorted({*explorers.__all__, "memory_cell", "quiz", "reader", "trained"} - {"Explorer", "Quiz"})
PREDICTED = [name for name in EVERY_EXPLORER if "predict" in signature(getattr(explorers, name)).parameters]


@pytest.fixture
def other_letters():
    """English is not spoken meanwhile."""
    with use(marked()) as language:
        yield language


def said_by(explorer):
    """All that an explorer may show: its document with every part of it, and its static form."""
    data, _ = explorer._repr_mimebundle_()
    return getattr(explorer, "_text", "") + data["text/html"]


# ---- Explorers ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", EVERY_EXPLORER)
def test_no_explorer_says_a_word_of_its_own(other_letters, name):
    assert english_words(said_by(getattr(explorers, name)())) == []


@pytest.mark.parametrize("name", PREDICTED)
def test_no_prediction_says_a_word_of_its_own(other_letters, name):
    explorer = getattr(explorers, name)(predict=True)
    for guess in explorer.controls[-1].values():
        explorer.guess = guess
        assert english_words(said_by(explorer)) == []


@pytest.mark.parametrize("kind", ["Dense", "SimpleRNN", "LSTM", "GRU"])
def test_the_gates_say_nothing_of_their_own_whatever_they_are_set_to(other_letters, kind):
    assert english_words(said_by(explorers.gates(kind=kind, bias=False))) == []


MODELS = {
    "features": lambda: Sequential([Input((5,)), Dense(3), Dense(1)]),
    "timesteps": lambda: Sequential([Input((9,)), Embedding(50, 4), Flatten(), Dense(2)]),
    "large": lambda: Sequential([Input((100, 6)), Bidirectional(LSTM(64)), Dense(6)]),
}


@pytest.mark.parametrize("name", MODELS)
def test_a_summary_taken_apart_says_nothing_of_its_own(other_letters, name):
    assert english_words(said_by(explorers.summary(MODELS[name]()))) == []


def test_the_cell_says_nothing_of_its_own(other_letters):
    assert english_words(cell()) == []


@pytest.mark.parametrize("setup", ["one to one", "many to one", "many to many"])
def test_what_is_trained_says_nothing_of_its_own(other_letters, setup):
    trained = explorers.trained(setup, epochs=100)
    trained.train()
    assert len(trained.losses) == 100
    assert english_words(said_by(trained)) == []


@pytest.mark.parametrize("example", range(5))
def test_the_reader_says_nothing_of_its_own(other_letters, example):
    reader = explorers.reader()
    reader.buttons[example].click()
    summary = explain(reader.box.value)
    assert summary.rows
    assert english_words(reader.feedback.value, names_in(summary)) == []


def test_an_error_that_a_reader_sees_is_marked_as_english(other_letters, monkeypatch):
    monkeypatch.setattr("lstmlesson.explorers.kernel._reader.explain", lambda given: 1 // 0)
    reader = explorers.reader("lstm (LSTM)    (None, 8)    384")
    assert '<span lang="en">ZeroDivisionError' in reader.feedback.value
    assert english_words(reader.feedback.value) == []


# ---- Questions, mistakes and diagnoses ---------------------------------------------------------------------------


@pytest.mark.parametrize("difficulty", [1, *(pytest.param(number, marks=pytest.mark.slow) for number in (2, 3))])
@pytest.mark.parametrize("lesson", range(9))
def test_no_question_and_no_diagnosis_says_a_word_of_its_own(other_letters, lesson, difficulty):
    question = draw(lesson, seed=0, difficulty=difficulty)
    said = [question.text, *question.hints, *question.solution]
    for answer in (question.answer, *(family[0].count for family in question.families), 1, "2^4"):
        told = question.diagnose(answer)
        said += [diagnosis_html(told), *all_of(told)]
    assert english_words("\n".join(said)) == []


@pytest.mark.parametrize("lesson", [1, 4, pytest.param(7, marks=pytest.mark.slow)])
def test_what_travels_with_a_quiz_says_no_word_of_its_own(other_letters, lesson):
    quiz = explorers.quiz(lesson)
    sent = {name: quiz._quiz[name] for name in ("forms", "pieces", "lines", "texts")}
    texts = [unshared(at, **sent) for at in range(len(sent["texts"]))]
    words = [re.sub(r"\{\w+\}", "", said) for said in quiz._quiz["words"].values()]  # holes that the page fills
    assert english_words("\n".join([*texts, *words, quiz._quiz["frame"], said_by(quiz)])) == []


@pytest.mark.parametrize("lesson", range(12))
def test_no_form_of_the_quiz_says_a_word_of_its_own(other_letters, lesson):
    asked = [practice(lesson, 1, number) for number in range(6)]
    said = [
        text for one in asked for text in (one.text, one.table, *one.hints, *map("\n".join, (one.right, *one.wrong)))
    ]
    assert english_words("\n".join(said)) == []


def all_of(told):
    """Everything that a diagnosis says."""
    beliefs = [str(answer) for answer, _ in told.follow_up.answers] if told.follow_up else []
    question = [told.follow_up.question] if told.follow_up else []
    each = [text for one in told.mistakes for text in (one.title, one.belief, one.hint, one.sentence, repr(one))]
    return [repr(told), told.note, *told.near, *question, *beliefs, *each]


def test_every_mistake_has_texts_in_the_language(other_letters):
    for mistake in (*EVERY, *WHOLE_MODEL, *ONE_LAYER):
        assert english_words("\n".join([mistake.title, mistake.belief, mistake.hint])) == []


THINGS = [
    (LSTM(2), (5, 3)),
    (Dense(4), (7,)),
    (Dropout(0.5), (4, 3)),
    (Conv1D(4, 3), (9, 2)),
    (Conv1D(4, 3, groups=2), (9, 2)),
    (ConvLSTM2D(4, 3), (5, 9, 9, 2)),
    (BatchNormalization(), (5, 4)),
    (LSTM(2, dropout=0.5, recurrent_dropout=0.5), (5, 3)),
    (pytorch.LSTM(3, 4, num_layers=2, proj_size=2, bidirectional=True), None),
    (Sequential([Input((5, 3)), Bidirectional(LSTM(2, return_sequences=True)), Dropout(0.5), LSTM(4), Dense(1)]), None),
]


def with_a_shared_layer():
    """One LSTM in two places of a model."""
    first, second, shared = Input((5, 3)), Input((7, 3)), LSTM(2)
    return Model([first, second], Concatenate()([shared(first), shared(second)]))


THINGS.append((with_a_shared_layer(), None))


@pytest.mark.slow
@pytest.mark.parametrize(("thing", "shape"), THINGS)
def test_nothing_that_is_said_of_a_layer_has_a_word_of_its_own(other_letters, thing, shape):
    question = Question(thing, shape, batch=8)
    said = [question.text, *question.hints, *question.solution]
    sizes = [weight.size for weight in thing.weights(shape)]
    near = [question.answer + size for size in sizes] + [question.answer - size for size in sizes]
    for answer in near:
        said += all_of(question.diagnose(answer))
    for found in findings(thing, shape, 8):
        told = question.diagnose(found.count)
        said += [found.title, found.belief, found.hint, found.sentence, diagnosis_html(told), *all_of(told)]
    assert english_words("\n".join(said)) == []


@pytest.mark.parametrize("answer", [-48, 84, 96, 24, 4800, 49, 47, 50, 46, 54, 42, 72, 64, 32, 56, 12, 10**9 + 7])
def test_what_is_near_is_said_in_the_language(other_letters, answer):
    assert english_words("\n".join(all_of(diagnose(LSTM(2), (None, 3), answer)))) == []


@pytest.mark.parametrize("typed", ["", "9" * 201, "four", "4*(3", "4.5", "9" * 41, "2^4", "2**4", "4=5"])
def test_what_cannot_be_read_is_answered_in_the_language(other_letters, typed):
    note = diagnose(LSTM(2), (None, 3), typed).note
    assert note
    assert english_words(note, {"four"}) == []


def test_a_sheet_and_its_key_say_nothing_of_their_own(other_letters):
    one = sheet("Ada", seed=1, lessons=range(9))
    assert english_words(one.text + one.key, {"Ada"}) == []


# ---- Explanations and the card -----------------------------------------------------------------------------------


def names_in(summary):
    """What a text calls its layers and classes."""
    return {word for row in summary.rows for word in re.findall(r"[A-Za-z_]+", f"{row.name} {row.class_name}")}


@pytest.mark.slow
@pytest.mark.parametrize("name", TEXTS)
def test_no_explanation_says_a_word_of_its_own(other_letters, name):
    summary = explain(TEXTS[name]["text"])
    unread = " ".join(map(str, summary.unread))
    names = names_in(summary) | set(re.findall(r"[A-Za-z_]+", unread))
    assert english_words(text(summary) + html(summary), names) == []


def table(rows, total, trainable):
    """Rows under a head and over their totals."""
    lines = ["Layer (type)    Output Shape    Param #", "=====", rows, "=====", f"Total params: {total}"]
    return "\n".join([*lines, f"Trainable params: {trainable}", "Non-trainable params: 0"])


ONE_LSTM = "a (LSTM)    (None, 5)    140"
WRONG = {
    "no LSTM": "a (LSTM)    (None, 64)    18177",
    "nothing held": "a (Dropout)    (None, 64)    12",
    "other features": f"{ONE_LSTM}\nb (Dense)    (None, 5)    35",
    "shape": "a (LSTM)    (None, 9, 5)    140\nb (Dropout)    (None, 8, 5)    0",
    "totals": table(ONE_LSTM, 150, 140),
    "row of the total": table(f"{ONE_LSTM}\nb (Special)    (None, 6)    38", 176, 176),
    "rows and total": table(ONE_LSTM, 90, 90),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_cannot_be_true_is_said_in_the_language(other_letters, name):
    summary = explain(WRONG[name])
    assert summary.problems
    assert english_words(text(summary) + html(summary), names_in(summary)) == []


RARE = {
    "no table": "Dear all,",
    "one timestep": table("a (LSTM)    (None, 1, 5)    140\nb (Dense)    (None, 1, 5)    30", 170, 170),
    "Activation": "a (Activation)    (None, 5)    0",
    "Flatten": "a (Flatten)    (None, 5)    0\nb (RepeatVector)    (None, 2, 5)    0",
    "lines between": "a (LSTM)    (None, 8)    384\n=\nb (Dense)    (None, 1)    9",
    "no class": "(None, 5)    0\nsomething    (None, 5)    17",
    "SGD": table(ONE_LSTM, 142, 140) + "\nOptimizer params: 2",
    "RMSprop": table(ONE_LSTM, 282, 140) + "\nOptimizer params: 142",
    "another optimizer": table(ONE_LSTM, 143, 140) + "\nOptimizer params: 3",
}


@pytest.mark.parametrize("name", RARE)
def test_what_is_rarely_met_is_said_in_the_language(other_letters, name):
    summary = explain(RARE[name])
    names = names_in(summary) | {"Dear", "all", "something"}
    assert english_words(text(summary) + html(summary), names) == []


def test_a_model_and_its_ledger_say_nothing_of_their_own(other_letters):
    model = Sequential([Input((5, 3)), LSTM(2), Dense(1)])
    notes = [entry.note for entry in costs(model).values()]
    assert english_words("\n".join([model_table(model), *notes])) == []


def test_the_last_line_of_a_cell_says_nothing_of_its_own(other_letters):
    model = Sequential([Input((5, 3)), LSTM(2), BatchNormalization()])
    layers = LSTM(2).weights((None, 3)), BatchNormalization().weights((3,)), LSTM(2).arrays((None, 3))
    things = model, model.rows(), costs(model), inverse.readings(380, units=5), pytorch.LSTM(3, 2), *layers
    assert english_words("\n".join(thing._repr_html_() for thing in things)) == []
    assert english_words(diagnose(LSTM(2), (None, 3), 12)._repr_html_()) == []


def test_a_counted_program_says_nothing_of_its_own(other_letters):
    frozen = Sequential([Input((5, 3)), LSTM(2, trainable=False), Dense(1)])
    stops = [Stop(3, "48", "49"), Stop(0, "", "49")]
    models = [[frozen, Sequential([LSTM(2)]), pytorch.LSTM(3, 2)], [frozen] * 30]
    programs = [Program(made, None, []) for made in models] + [Program([], stop, []) for stop in stops]
    for program in programs:
        assert english_words(f"{CountedProgram(program)}\n{CountedProgram(program)._repr_html_()}") == []


def test_a_summary_without_an_input_says_so_in_the_language(other_letters):
    lines = []
    Sequential([LSTM(2)]).summary(print_fn=lines.append)
    *keras, hint = "\n".join(lines).splitlines()
    assert keras[-1].strip().startswith("Non-trainable params")
    assert english_words(hint) == []


@pytest.mark.parametrize("count", [380, 640, 48])
def test_what_a_count_may_be_is_said_in_the_language(other_letters, count):
    notes = [reading.note for reading in inverse.readings(count)]
    assert notes
    assert english_words("\n".join(notes)) == []


@pytest.mark.slow
def test_a_page_says_nothing_of_its_own(other_letters):
    folded = [{"source_hidden": True, "outputs_hidden": True}, {"source_hidden": True}]
    outputs = [make.new_output("execute_result", {"text/plain": "48"})]
    cells = [make.new_code_cell("48", metadata={"jupyter": fold}, outputs=outputs) for fold in folded]
    cells.append(make.new_markdown_cell(placed(explorers.reader().static(), {})))
    told = page(make.new_notebook(cells=cells), Path(), contents="0.html") + contents(
        [Lesson(0, "0", "0", "", 20, Path())]
    )
    assert told.count("<summary>") == 2
    assert english_words(told, {"lstmlesson"}) == []


def test_a_copy_for_students_says_where_the_answer_goes_in_the_language(other_letters):
    cells = [{"cell_type": kind, "metadata": {"tags": ["solution"]}, "source": []} for kind in ("code", "markdown")]
    places = ["".join(cell["source"]) for cell in student({"cells": cells})["cells"]]
    assert all(places)
    assert english_words(" ".join(places)) == []


def test_the_card_says_nothing_of_its_own(other_letters):
    assert english_words(card()) == []


# ---- What the checker must notice --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "planted",
    [
        "A sentence.",
        "<p>LSTM holds 48</p>",
        '<img alt="four gates" src="x">',
        '<button aria-label="Step">4</button>',
        "<code>LSTM(2)</code> is right",
    ],
)
def test_english_is_noticed(planted):
    assert english_words(planted)


@pytest.mark.parametrize(
    "allowed",
    [
        "LSTM(8, use_bias=False) 384 = 4(3·8 + 8·8 + 8)",
        "<p>бва <code>inverse.pairs(48)</code></p>",
        "<!--if 3-->бва<!--end-->",
        "lstm_1 (LSTM) (None, 8)",
        '<span lang="en">ValueError: expected</span>',
    ],
)
def test_what_is_no_english_is_left_alone(allowed):
    assert english_words(allowed) == []


def test_a_text_that_stays_english_is_noticed_in_an_explorer():
    texts = {**marked().texts, "total": "total"}
    with use(Language("half", texts)):
        assert english_words(said_by(explorers.gates())) != []


def test_no_text_of_the_language_itself_keeps_its_letters():
    written = {name: text for name, text in marked().texts.items() if isinstance(text, str)}
    assert len(written) > 300
    assert [name for name, text in written.items() if english_words(re.sub(r"\{[^}]*\}", "", text))] == []
