"""A language made out of English, each letter exchanged: nothing that a learner meets keeps an English letter.

Names of layers, of their arguments and of code are the same in every language, and so are errors, which are marked as
English where a reader sees them.
"""

import re
from inspect import signature

import pytest
import summary_texts
from marked import english_words, marked

from lstmlesson import LSTM, explorers
from lstmlesson.language import Language, chosen, use
from lstmlesson.mistakes import EVERY, diagnose
from lstmlesson.mistakes.catalogue import ONE_LAYER, WHOLE_MODEL
from lstmlesson.questions import sheet
from lstmlesson.summary import explain
from lstmlesson.views.count_card.card_page import card
from lstmlesson.views.explanation import html, text

TEXTS = summary_texts.texts()
EVERY_EXPLORER = sorted({*explorers.__all__, "memory_cell", "quiz", "reader", "trained"} - {"Explorer"})
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


def test_the_gates_say_nothing_of_their_own_when_one_is_in_hand(other_letters):
    assert english_words(said_by(explorers.gates(gate="forget"))) == []


def test_a_memory_says_nothing_of_its_own_when_it_takes_steps(other_letters):
    cell = explorers.memory_cell()
    for _ in range(9):
        cell.step()
    assert english_words(said_by(cell)) == []


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
    monkeypatch.setattr("lstmlesson.explorers._reader.explain", lambda given: 1 // 0)
    reader = explorers.reader("lstm (LSTM)    (None, 8)    384")
    assert '<span lang="en">ZeroDivisionError' in reader.feedback.value
    assert english_words(reader.feedback.value) == []


# ---- Questions, mistakes and diagnoses ---------------------------------------------------------------------------


@pytest.mark.parametrize("difficulty", [1, 2, 3])
@pytest.mark.parametrize("lesson", range(9))
def test_no_question_and_no_diagnosis_says_a_word_of_its_own(other_letters, lesson, difficulty):
    quiz = explorers.quiz(lesson, difficulty=difficulty)
    question = quiz.question
    said = [question.text, *question.hints, *question.solution]
    for answer in (question.answer, *(family[0].count for family in question.families), 1, "2^4"):
        quiz.box.value = str(answer)
        said += [quiz.feedback.value, *all_of(quiz.told)]
    for _ in question.hints:
        quiz.hinted()
    quiz.solved()
    assert english_words("\n".join([*said, said_by(quiz)])) == []


def all_of(told):
    """Everything that a diagnosis says."""
    beliefs = [str(answer) for answer, _ in told.follow_up.answers] if told.follow_up else []
    question = [told.follow_up.question] if told.follow_up else []
    each = [text for one in told.mistakes for text in (one.title, one.belief, one.hint, one.sentence, repr(one))]
    return [repr(told), told.note, *told.near, *question, *beliefs, *each]


def test_every_mistake_has_texts_in_the_language(other_letters):
    for mistake in (*EVERY, *WHOLE_MODEL, *ONE_LAYER):
        assert english_words("\n".join([mistake.title, mistake.belief, mistake.hint])) == []


@pytest.mark.parametrize("answer", [-48, 84, 96, 4800, 49, 47, 72, 24, 36, 44, 52, 56, 40, 10**9 + 7])
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
    """What a text calls its layers and classes; and the notes of readings, which are English still."""
    said = [f"{row.name} {row.class_name}" for row in summary.rows]
    said += [reading.note for row in summary.rows for reading in row.readings]
    return set(re.findall(r"[A-Za-z_]+", " ".join(said)))


@pytest.mark.parametrize("name", TEXTS)
def test_no_explanation_says_a_word_of_its_own(other_letters, name):
    summary = explain(TEXTS[name]["text"])
    unread = " ".join(map(str, summary.unread))
    names = names_in(summary) | set(re.findall(r"[A-Za-z_]+", unread))
    assert english_words(text(summary) + html(summary), names) == []


def test_what_cannot_be_true_is_said_in_the_language(other_letters):
    wrong = "lstm (LSTM) (None, 5, 8) 385\nlstm_1 (LSTM) (None, 8) 544\ndense (Dense) (None, 3) 28\nTotal params: 1,000"
    summary = explain(wrong)
    assert len(summary.problems) > 1
    assert english_words(text(summary), names_in(summary)) == []


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


@pytest.mark.parametrize("name", sorted(chosen("en").texts))
def test_no_text_of_the_language_itself_keeps_its_letters(name):
    written = marked().texts[name]
    assert not isinstance(written, str) or english_words(re.sub(r"\{[^}]*\}", "", written)) == []
