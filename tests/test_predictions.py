"""A guess, and what the page says of it: every mistake's number, what is near, what is typed; nothing before."""

import base64
import json
import re
import subprocess

import live
import pytest
import typed_sums

from lstmlesson import GRU, LSTM, Bidirectional, Dense, Embedding, Input, Sequential, SimpleRNN, explorers, pytorch
from lstmlesson.explorers.live.derived import FUNCTIONS
from lstmlesson.explorers.live.explorer import HERE
from lstmlesson.explorers.live.prediction import count_prediction
from lstmlesson.law.polynomials import from_data
from lstmlesson.mistakes.answer_text import typed
from lstmlesson.mistakes.diagnosis import diagnose
from lstmlesson.views.document import escape, fill
from lstmlesson.views.pictures.blocks.compared_lists import pair

THINGS = {
    "LSTM": (LSTM(2), (None, 3)),
    "LSTM without bias": (LSTM(5, use_bias=False), (None, 2)),
    "GRU": (GRU(4), (None, 3)),
    "SimpleRNN": (SimpleRNN(6), (None, 5)),
    "Dense": (Dense(7), (4,)),
    "Embedding": (Embedding(50, 4), (9,)),
    "Bidirectional": (Bidirectional(LSTM(3)), (None, 2)),
    "PyTorch": (pytorch.LSTM(3, 2), None),
    "model": (Sequential([Input((7, 3)), LSTM(4), Dense(2)]), None),
}
every_thing = pytest.mark.parametrize("name", THINGS)


def text_of(html):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", html))


def said(explorer, guess):
    """What the page says of a guess, without the explorer that opens."""
    explorer.guess = guess
    return fill(explorer._question.verdict(), explorer.letters)


@every_thing
def test_each_number_of_a_mistake_is_told_by_the_mistakes_that_the_diagnosis_finds(name):
    thing, shape = THINGS[name]
    explorer = explorers.predict(thing, shape)
    for verdict in explorer._question.told:
        told = diagnose(thing, shape, verdict.number)
        html = said(explorer, verdict.number)
        for mistake in told.mistakes:
            assert escape(mistake.title) in html, (verdict.number, mistake)
        for sentence in told.near:
            assert escape(sentence) in html, (verdict.number, sentence)
        assert ("known mistake" in html) == (not told.mistakes)


@pytest.mark.slow
@every_thing
def test_an_unknown_number_is_told_what_is_near_and_the_right_one_is_never_accused(name):
    thing, shape = THINGS[name]
    explorer = explorers.predict(thing, shape)
    right = thing.count(shape)
    for guess in (*range(0, 3 * right, max(1, right // 60)), 3 * right, 10 * right, int(str(right)[::-1]), right):
        told, html = diagnose(thing, shape, guess), said(explorer, guess)
        assert ("lm-right" in html) == told.right == (guess == right)
        assert ("as if you had said" in html) == bool(told.mistakes)
        assert [one for one in told.near if escape(one) not in html] == []
        if not told.near and not told.mistakes and not told.right:
            assert text_of(html).endswith("No known mistake gives this number.")


@live.needs_node
@every_thing
def test_the_page_works_out_of_each_guess_what_python_does(name):
    thing, shape = THINGS[name]
    explorer = explorers.predict(thing, shape)
    settings = [{"guess": guess} for guess in explorer._question.values()]
    limits = {name: limit for one in explorer.controls for name, limit in one.limits.items()}
    limits |= {one.name: one.limits for one in explorer._letters}
    polynomials = [from_data(one, limits) for one in explorer._polynomials]
    expected = []
    for traits in settings:
        explorer.guess = traits["guess"]
        expected.append([one(**explorer.letters) for one in polynomials])
    assert live.evaluated(explorer._polynomials, explorer._controls, settings, explorer._derived) == expected


def test_hand_made_verdicts_on_an_lstm():
    explorer = explorers.predict(LSTM(2), (None, 3))
    html = said(explorer, 40)  # 4(3·2 + 2·2)
    assert "bias forgotten" in html
    assert "8 too small" in html
    assert "units used as features" in html  # 4(2·2 + 2·2 + 2) is 40 as well
    assert "four" not in text_of(said(explorer, 48))
    assert "3 times the right number" in text_of(said(explorer, 144))
    assert "same digits in another order" in said(explorer, 84)
    assert "one too many" in said(explorer, 49)
    assert "but for its sign" in said(explorer, -48)


def test_a_missing_weight_is_framed_and_a_surplus_gate_is_hatched():
    kernel, recurrent_kernel, bias = LSTM(2).weights((None, 3))
    missing = pair([kernel, recurrent_kernel], [kernel, recurrent_kernel, bias])
    page = missing.partition("<!--still-->")[0]
    assert page.count('lm-ghost" style') == 4  # one for each gate
    assert page.count('lm-over" style') == 0
    surplus = pair([kernel, recurrent_kernel, bias], [kernel, recurrent_kernel]).partition("<!--still-->")[0]
    assert surplus.count('lm-over" style') == 4


def test_both_lists_are_drawn_on_the_scale_of_the_larger():
    wide, narrow = Dense(9).weights((2,)), Dense(3).weights((2,))
    for html in (pair(wide, narrow), pair(narrow, wide)):
        assert html.count("--lm-columns") == 1
        assert "--lm-columns:9;" in html


# ---- What is typed -----------------------------------------------------------------------------------------------

PROGRAM = """
const texts = JSON.parse(require("fs").readFileSync(0, "utf-8"));
import("data:text/javascript;base64," + process.env.SOURCE).then(({ total }) =>
  console.log(JSON.stringify(texts.map((text) => total(text)?.toString() ?? null))));
"""


def typed_in_the_page(texts):
    source = base64.b64encode((HERE / "live.js").read_bytes()).decode()
    done = subprocess.run(
        [live.NODE, "-e", PROGRAM],
        input=json.dumps(texts),
        capture_output=True,
        text=True,
        check=True,
        env={"SOURCE": source},
        timeout=60,
    )
    return [None if one is None else int(one) for one in json.loads(done.stdout)]


@live.needs_node
def test_two_hundred_typed_texts_are_read_alike_by_the_page_and_by_python():
    texts = typed_sums.texts()
    here = [typed(text).number for text in texts]
    assert len(texts) == 200
    assert sum(one is not None for one in here) > 50
    assert sum(one is None for one in here) > 50
    there = typed_in_the_page(texts)
    assert [(text, a, b) for text, a, b in zip(texts, here, there, strict=True) if a != b] == []


@live.needs_node
def test_what_the_page_reads_is_what_arithmetic_says():
    assert typed_in_the_page(["4*(3*2+2*2+2)", "4(3·2 + 2·2 + 2)", "5-2-1", "-(2+1)*2", "1,000"]) == [
        48,
        48,
        2,
        -6,
        1000,
    ]


def test_what_is_near_by_its_digits():
    assert [FUNCTIONS["times"](*both) for both in ((96, 48), (48, 96), (48, 48), (97, 48), (0, 48), (48, 0))] == [
        2, 0, 0, 0, 0, 0,
    ]  # fmt: skip
    assert [FUNCTIONS["digits"](*both) for both in ((84, 48), (48, 48), (8, 48), (-84, 48))] == [1, 0, 0, 0]


# ---- Before the guess, and after ---------------------------------------------------------------------------------


@every_thing
def test_nothing_is_given_away_before_a_guess(name):
    thing, shape = THINGS[name]
    explorer = explorers.predict(thing, shape)
    number = rf"\b{thing.count(shape):,}\b"
    bundle, _ = explorer._repr_mimebundle_()
    before, closed, after = bundle["text/html"].partition('<details class="lm-answer">')
    assert closed
    assert re.search(number, after)
    for shown in (before, fill(explorer.text(), explorer.letters)):
        assert not re.search(number, text_of(shown))
        assert "<img" not in shown
        assert "<svg" not in shown
    assert f"{thing.count(shape):,}" not in bundle["text/plain"].rpartition(")")[2]


@every_thing
def test_the_static_form_is_small(name):
    assert len(explorers.predict(*THINGS[name]).static().encode()) < 25_000


def test_a_count_beyond_every_guess_is_refused_and_so_is_a_letter():
    from lstmlesson.symbolic import u

    with pytest.raises(ValueError, match="the largest guess"):
        count_prediction("?", Dense(10**7), (10**7,))
    with pytest.raises(TypeError):
        explorers.predict(LSTM(u), (None, 3))
