"""The quiz: what travels to the page, what the page makes of an answer beside what Python says, how it climbs."""

import base64
import json
import random
import re
import subprocess
from functools import cache

import pytest
from live import NODE, needs_node

from lstmlesson import LSTM
from lstmlesson.explorers import quiz
from lstmlesson.explorers._quiz import START
from lstmlesson.explorers.live.explorer import HERE
from lstmlesson.questions import ask
from lstmlesson.questions.series import FORMS
from lstmlesson.views.asked_items import hints_of, item_html, told_of, worked
from lstmlesson.views.document import escape
from lstmlesson.views.document.shared_texts import shared, unshared
from lstmlesson.views.document.standing_still import page_form

LESSONS = range(len(FORMS))


@cache
def quiz_of(lesson):
    return quiz(lesson, seed="test")


PROGRAM = """
const job = JSON.parse(require("fs").readFileSync(0, "utf-8"));
import("data:text/javascript;base64," + process.env.SOURCE).then((page) => {
  console.log(JSON.stringify(new Function("page", "job", job.run)(page, job)));
});
"""


def in_node(run, **job):
    """What a line of JavaScript returns, with live.js and quiz.js as `page`."""
    source = "".join((HERE / name).read_text("utf-8") for name in ("live.js", "quiz.js"))
    environment = {"SOURCE": base64.b64encode(source.encode()).decode()}
    done = subprocess.run(
        [NODE, "-e", PROGRAM],
        input=json.dumps({"run": run, **job}),
        capture_output=True,
        text=True,
        check=True,
        env=environment,
        timeout=60,
    )
    return json.loads(done.stdout)


def items(one):
    """Each item with what travels of it."""
    levels = one._quiz["levels"]
    return [pair for drawn, sent in zip(one.items, levels, strict=True) for pair in zip(drawn, sent, strict=True)]


def text(one, at):
    return unshared(at, *(one._quiz[name] for name in ("forms", "pieces", "lines", "texts")))


# ---- What travels ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("lesson", LESSONS)
def test_at_least_thirty_questions_travel_in_three_levels_and_are_small(lesson):
    sent = quiz_of(lesson)._quiz
    assert len(sent["levels"]) == 3
    assert sum(map(len, sent["levels"])) >= 30
    assert len(json.dumps(sent, separators=(",", ":"), ensure_ascii=False).encode()) < 120_000


@pytest.mark.parametrize("lesson", LESSONS)
def test_every_text_comes_back_as_the_views_wrote_it(lesson):
    one = quiz_of(lesson)
    for item, sent in items(one):
        assert text(one, sent["text"]) == item_html(item)
        assert [text(one, at) for at in sent["hints"]] == [f"<p>{hint}</p>" for hint in hints_of(item)]
        assert text(one, sent["solution"]) == worked(item)
        if item.is_typed:
            told = {number: "".join(text(one, at) for at in places) for number, *places in sent["told"]}
            assert told == {verdict.number: page_form(verdict.html) for verdict in told_of(item)}


def test_brackets_and_numbers_of_a_text_make_no_hole():
    texts = ["{0} of 12,345", "{1} of 6", "<p>{}", "1,2 and 3"]
    sent = shared(texts)
    back = [unshared(at, *sent) for at in range(len(texts))]
    assert [one.replace("&lbrace;", "{").replace("&rbrace;", "}") for one in back] == texts


@pytest.mark.slow
@needs_node
def test_the_page_puts_texts_together_as_python_does():
    for one in map(quiz_of, LESSONS):
        found = in_node("return job.quiz.texts.map((_, at) => page.told(job.quiz, at))", quiz=one._quiz)
        assert found == [text(one, at) for at in range(len(found))]


@pytest.mark.parametrize("lesson", LESSONS)
def test_what_is_said_of_a_wrong_number_does_not_say_the_right_one(lesson):
    one = quiz_of(lesson)
    for item, sent in items(one):
        if item.question:
            said = "".join(text(one, at) for _, *places in sent["told"] for at in places)
            assert f"= <strong>{item.right.text}<" not in said


# ---- The page's judgement beside Python's -------------------------------------------------------------------------


def answers(item, draw):
    """Answers as people type them: right, known to be wrong, near, at random, as sums, and what is no number."""
    told = [one.number for one in told_of(item)]
    right = int(item.right.text.replace(",", ""))
    numbers = [
        right,
        *draw.sample(told, min(len(told), 8)),
        3 * right,
        right + 1,
        right - 1,
        draw.randint(0, 2 * abs(right) + 9),
    ]
    numbers += [int("".join(draw.sample(str(abs(right)), len(str(abs(right))))))]
    for number in numbers:
        part = draw.randint(0, 9)
        yield from (
            f"{number}",
            draw.choice([f"{number:,}", f"{number - part} + {part}", f" ({number})*1", f"{number}.0"]),
        )
    yield from draw.sample(["many", "4*(3", "48.5", "2^4", "4**2", "1/2", "[3)", "8 = 9", "x" * 300, "٤٨", "1 2 3"], 5)


def expected(item, answer):
    """Right or not, the names of the mistakes or what is said of the answer, as Python has it; None where unread."""
    if item.question:
        told = item.question.diagnose(answer)
        said = [told.mistakes[0].title] if told.mistakes else list(told.near)
        return None if told.answer is None else [told.right, [escape(one) for one in said]]
    chosen = item.chosen(answer)
    return chosen and [chosen == item.right, [] if chosen == item.right else [escape(chosen.why)]]


@needs_node
@pytest.mark.parametrize(
    "lesson", [LESSONS[0], *(pytest.param(lesson, marks=pytest.mark.slow) for lesson in LESSONS[1:])]
)
def test_hundreds_of_answers_are_judged_in_the_page_as_python_judges_them(lesson):
    one, draw = quiz_of(lesson), random.Random(lesson)
    pairs = [(item, sent, answer) for item, sent in items(one) if item.is_typed for answer in answers(item, draw)]
    run = "return job.pairs.map(([question, answer]) => page.judge(question, answer))"
    judged = in_node(run, pairs=[(sent, answer) for _, sent, answer in pairs])
    counts = 0
    for (item, _, answer), found in zip(pairs, judged, strict=True):
        wanted = expected(item, answer)
        if item.question is None and wanted is None:
            continue  # an answer of which only the page says more: that it is near
        counts += 1
        assert (found is None) == (wanted is None), (item.text, answer)
        if wanted:
            assert found["right"] == wanted[0], (item.text, answer)
            said = "".join(text(one, at) for at in found["texts"]) + "".join(in_words(found.get("near", {})))
            assert all(sentence in said for sentence in wanted[1]), (item.text, answer, said)
            assert found["right"] or found["texts"] or len(wanted[1]) == sum(map(bool, found["near"].values()))
    assert counts > 100 or lesson == 9


def in_words(near):
    if near.get("digits"):
        yield "The right number has the same digits in another order."
    if near.get("larger"):
        yield f"It is exactly {near['larger']:,} times the right number. What is there {near['larger']:,} of?"
    if near.get("smaller"):
        factor = f"{near['smaller']:,}"
        yield f"The right number is exactly {factor} times as large. What is there {factor} of?"


@needs_node
@pytest.mark.slow
@pytest.mark.parametrize("lesson", [0, 3, 9])
def test_an_option_that_is_chosen_is_right_or_says_why_not(lesson):
    one = quiz_of(lesson)
    for item, sent in items(one):
        options = [text(one, at) for at in sent["options"]]
        for at, option in enumerate(options):
            judged = in_node("return page.judge(job.sent, job.answer)", sent=sent, answer=str(at)) if at < 2 else None
            if judged:
                assert judged["right"] == (option == escape(item.right.text))
                assert judged["right"] or judged["texts"]
        assert item.is_typed or sorted(options) == sorted(escape(one.text) for one in (item.right, *item.wrong[:3]))


# ---- Climbing ----------------------------------------------------------------------------------------------------

WALK = """
let state = job.state;
return job.answers.map((answer) => {
  const { right, told } = page.questionOf(state, job.levels);
  if (answer === "another") state = page.another(state, job.levels);
  else state = page.after({ ...state, answer: "" }, answer === "solution" ? null : { right: answer === "right" });
  return [state.level, state.row, state.right, state.asked, state.through];
});
"""


def walked(*answers):
    state = {"level": 0, "places": [0, 0, 0], **START}
    return in_node(WALK, state=state, levels=quiz_of(0)._quiz["levels"], answers=answers)


@needs_node
def test_two_right_in_a_row_make_the_next_question_harder_and_end_at_the_last_level():
    one = ["right", "another"]
    assert [step[0] for step in walked(*(4 * one))] == [0, 0, 0, 1, 1, 1, 1, 2]
    assert walked(*(6 * one))[-1] == [2, 2, 6, 6, True]


@needs_node
def test_only_the_first_answer_counts_and_a_wrong_one_or_the_solution_breaks_the_row():
    assert walked("right", "another", "wrong", "right", "right")[-1] == [0, 0, 1, 2, False]
    assert walked("right", "another", "solution", "right", "another", "right", "another")[-1] == [0, 1, 2, 3, False]


# ---- In Python ---------------------------------------------------------------------------------------------------


def test_the_same_seed_gives_the_same_quiz_and_another_one_another():
    one, same, other = (quiz(5, seed) for seed in ("class", "class", "other"))
    assert one._quiz == same._quiz
    assert one._quiz != other._quiz


def test_numbers_are_offered_where_that_is_wanted_and_each_wrong_one_has_its_picture():
    one = quiz(0, seed=1, choices=True)
    item, sent = items(one)[0]
    assert item.is_typed
    assert len(sent["options"]) == 4
    assert text(one, sent["options"][sent["right"]]) == item.right.text
    assert all("lm-pair" in "".join(text(one, at) for at in places) for _, *places in sent["told"])


def test_it_begins_with_a_question_that_is_given_and_at_the_level_that_is_given():
    asked = ask(LSTM(5), (None, 7))
    assert quiz(1, difficulty=2, question=asked).item.right.text == "260"
    assert quiz(1, difficulty=2).state["level"] == 1


def test_what_there_is_not_is_refused():
    with pytest.raises(ValueError, match="lesson=12: expected a number from 0 to 11"):
        quiz(12)
    with pytest.raises(ValueError, match="level=4: expected 1, 2 or 3"):
        quiz(0, difficulty=4)


@pytest.mark.parametrize("lesson", LESSONS)
def test_the_static_form_asks_and_does_not_answer(lesson):
    one = quiz(lesson, seed=3)
    bundle, _ = one._repr_mimebundle_()
    assert escape(one.item.text) in bundle["text/html"]
    assert one.item.text in bundle["text/plain"]
    for lost in ("<svg", "<input", "<button", "<script", "\ue000"):
        assert lost not in bundle["text/html"]
    asked = re.sub(r"<li>.*?</li>", "", bundle["text/html"]).replace(escape(one.item.text), "")
    assert one.item.right.why not in asked
    assert not one.item.is_typed or one.item.right.text not in re.findall(
        r"[\d,]+", asked.replace(escape(one.item.table), "")
    )
