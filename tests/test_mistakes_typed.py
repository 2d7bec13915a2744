"""Whatever is typed into the box gets a number or a sentence, no traceback, and nothing is run."""

import builtins
import random
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as some

from lstmlesson import LSTM, Embedding
from lstmlesson.mistakes import diagnose, typed

NUMBERS = {
    "48": 48,
    "  48\n": 48,
    "+48": 48,
    "-48": -48,
    "007": 7,
    "4,160": 4160,
    "4 160": 4160,
    "4.160": 4160,
    "4\u00a0160": 4160,
    "4\u202f160": 4160,
    "4'160": 4160,
    "4’160": 4160,
    "4_160": 4160,
    "1,442,400": 1442400,
    "1.442.400": 1442400,
    "1,00,000": 100000,
    "146.0": 146,
    "1,442,400.0": 1442400,
    "４８": 48,
    "４，１６０": 4160,
    "٤٨": 48,
    "४८": 48,
    "48 parameters": 48,
    "480개": 480,
    "4,160 paramètres": 4160,
    "48 trainable params.": 48,
}

SUMS = {
    "4*(3*2+2*2+2)": 48,
    "4 * (3 * 2 + 2 * 2 + 2)": 48,
    "4(3·2 + 2·2 + 2)": 48,
    "4(3x2 + 2X2 + 2)": 48,
    "4×(3×2+2×2+2)": 48,
    "４＊（３＊２＋２＊２＋２）": 48,
    "4[3*2 + 2*2 + 2]": 48,
    "(3+1)(2+2)": 16,
    "1,200 + 400 + 40": 1640,
    "100 - 52": 48,
    "100 − 52": 48,
    "-(-48)": 48,
    "4(3·2 + 2·2 + 2) = 48": 48,
}

REPLIES = {
    "": "Nothing was typed",
    "   ": "Nothing was typed",
    "abc": "abc cannot be read",
    "48 boxes": "bo*es cannot be read",
    "48 million": "million cannot be read",
    "4u": "u cannot be read",
    "😀": "😀 cannot be read",
    "1" * 10_000: "10,000 characters long",
    "9" * 60: "larger than any model",
    "4.16": "not a whole number",
    "1,5": "not a whole number",
    "12,345.67": "not a whole number",
    "1e5": "e5 cannot be read",
    "48 / 2": "/ 2 cannot be read",
    "4 5": "a sign or a bracket missing",
    "(((": "a sign or a bracket missing",
    "4)(3": "a sign or a bracket missing",
    "4*": "a sign or a bracket missing",
    "()": "a sign or a bracket missing",
    "4**2": "A power cannot be read",
    "5²": "A power cannot be read",
    "u^2": "A power cannot be read",
    "24 = 23": "two sides of = differ: 24 and 23",
    "48 =": "a sign or a bracket missing",
    "None": "cannot be read",
    "__import__('os').system('true')": "cannot be read",
    "(lambda: 48)()": "cannot be read",
    "[4][0]": "a sign or a bracket missing",
}


@pytest.mark.parametrize("text", [*NUMBERS, *SUMS])
def test_a_number_is_read(text):
    assert typed(text).number == {**NUMBERS, **SUMS}[text]
    assert typed(text).note == ""


@pytest.mark.parametrize("text", REPLIES)
def test_what_is_no_number_gets_a_sentence(text):
    if text == "[4][0]":  # brackets are brackets, so this is a product
        assert typed(text).number == 0
        return
    told = typed(text)
    assert told.number is None
    assert REPLIES[text] in told.note
    assert len(told.note) < 200


@pytest.mark.parametrize(("base", "power"), [(8, 4), (5, 2), (32, 2)])
def test_the_hat_is_explained_as_xor(base, power):
    assert f"so {base}^{power} is {base ^ power};" in typed(f"4*({base}^{power})").note


def test_every_decimal_digit_of_unicode_is_a_digit():
    digits = [chr(code) for code in range(0x10000) if unicodedata.decimal(chr(code), None) is not None]
    assert len(digits) > 300
    assert all(typed(f"1{digit}").number == 10 + unicodedata.decimal(digit) for digit in digits)


def test_random_sums_come_to_what_python_makes_of_them():
    draw = random.Random(1)
    for _ in range(500):
        numbers = [draw.randint(0, 999) for _ in range(4)]
        signs = [draw.choice("+-*") for _ in range(3)]
        text = f"{numbers[0]}{signs[0]}({numbers[1]}{signs[1]}{numbers[2]}){signs[2]}{numbers[3]}"
        first = {"+": numbers[1] + numbers[2], "-": numbers[1] - numbers[2], "*": numbers[1] * numbers[2]}[signs[1]]
        a, b = numbers[0], numbers[3]
        left = {"+": a + first, "-": a - first, "*": a * first}
        if signs[2] == "*" and signs[0] != "*":  # the product comes before the sum
            value = a + first * b if signs[0] == "+" else a - first * b
        else:
            value = {"+": left[signs[0]] + b, "-": left[signs[0]] - b, "*": left[signs[0]] * b}[signs[2]]
        assert typed(text).number == value


@pytest.mark.slow
@given(some.text(max_size=300))
def test_any_text_gets_a_number_or_a_sentence(text):
    told = typed(text)
    assert (told.number is None) == bool(told.note)


@pytest.mark.slow
@given(some.text(alphabet="0123456789+-*()[]=^,. x×·'", max_size=220))
def test_any_mixture_of_signs_gets_a_number_or_a_sentence(text):
    told = typed(text)
    assert (told.number is None) == bool(told.note)


def test_nothing_is_run(monkeypatch):
    def refuse(*_):
        raise AssertionError("typed text was run")

    with monkeypatch.context() as patched:
        for name in ("eval", "exec", "open"):
            patched.setattr(builtins, name, refuse)
        told = [typed(text) for text in (*NUMBERS, *SUMS, *REPLIES)]
    assert len(told) == len(NUMBERS) + len(SUMS) + len(REPLIES)


def test_a_typed_answer_is_diagnosed():
    assert diagnose(LSTM(2), (None, 3), "4(3·2 + 2·2 + 2)").right
    assert diagnose(LSTM(2), (None, 3), "４０").mistakes[0].name == "bias forgotten"
    told = diagnose(LSTM(2), (None, 3), "8^4")
    assert (told.right, told.answer, told.mistakes) == (False, None, ())
    assert "XOR" in repr(told)


@pytest.mark.parametrize(
    ("typed", "count"),
    {
        "20M": 19_775_200,
        "19.8 M": 19_775_200,
        "66 M": 66_022_000,
        "~1.5k": 1_504,
        "0.5 K": 480,
        "１Ｍ": 1_000_000,
    }.items(),
)
def test_a_rounded_number_is_right_where_the_count_rounds_to_it(typed, count):
    found = diagnose(Embedding(count, 1), (5,), typed)
    assert found.right
    assert f"{count:,}" in found.note


def test_a_rounded_number_that_is_wrong_is_diagnosed_as_any_other():
    found = diagnose(LSTM(100), (None, 300), "40K")  # one gate only: 300·100 + 100·100 + 100 = 40,100
    assert not found.right
    assert "one gate only" in [one.name for one in found.mistakes]
    assert not diagnose(LSTM(100), (None, 300), "161 K").right  # 160,400 is 160 K
    assert diagnose(LSTM(100), (None, 300), "160 K").right
