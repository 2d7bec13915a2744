"""Tools: a text in, fields and HTML out, without widgets and without arrays, the same wherever Python runs."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
import summary_texts
from pasted import PASTED
from test_error_messages import MESSAGES

import lstmlesson
from lstmlesson.tools import answer, answer_json

PROGRAM = """
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import LSTM, Dense, Input
model = Sequential([Input((10, 3)), LSTM(2), Dense(1)])
model.summary()
"""
# What neither the ground nor a page's worker has.
AWAY = "numpy sympy tqdm traitlets anywidget ipywidgets IPython nbformat nbconvert nbclient".split()
BLOCKED = f"""
import json, sys
sys.modules.update(dict.fromkeys({AWAY!r}))  # None: importing the name raises ImportError
from lstmlesson.tools import answer_json
for line in sys.stdin:
    print(answer_json(line))
assert not [name for name in {AWAY!r} if sys.modules.get(name)]
"""


def asked(text, tool="read"):
    return answer({"tool": tool, "text": text})


def messages():
    """A message for every test text of a summary and of an error, and for a program."""
    texts = [record["text"] for record in summary_texts.texts().values()]
    texts += [one.text for one in PASTED.values()] + [text for text, *_ in MESSAGES.values()]
    return [{"tool": "read", "text": text} for text in texts] + [{"tool": "count", "text": PROGRAM}]


@pytest.mark.slow
def test_with_numpy_and_all_widgets_blocked_every_answer_is_the_same_byte_for_byte():
    given = [json.dumps(message) for message in messages()]
    told = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", BLOCKED],
        input="\n".join(given),
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=Path(lstmlesson.__file__).parents[1],
    )
    assert told.stderr == ""
    answers = told.stdout.split("\n")[:-1]
    assert len(answers) == len(given)
    assert answers == [answer_json(message) for message in given]


@pytest.mark.parametrize("name", PASTED)
def test_the_rows_of_a_pasted_summary_have_the_counts_that_a_hand_has_worked_out(name):
    fields = asked(PASTED[name].text)["fields"]
    assert fields["kind"] == "summary"
    read = [(row["class_name"], row["count"]) for row in fields["rows"]]
    assert [one for one in PASTED[name].rows if one not in read] == []


@pytest.mark.parametrize("name", MESSAGES)
def test_an_error_message_is_known_as_one_and_mended(name):
    text, meaning, mend, _ = MESSAGES[name]
    told = asked(text)["fields"]
    assert told["kind"] == "message"
    assert meaning in told["messages"][0]["meaning"]
    assert tuple(told["messages"][0]["mend"]) == tuple(mend)


def test_a_program_is_only_known_as_one_until_it_is_asked_to_run(capsys):
    loud = f"{PROGRAM}\nprint('it runs')"
    assert asked(loud)["fields"] == {"kind": "program"}
    assert capsys.readouterr().out == ""
    told = asked(loud, "count")
    assert [model["total"] for model in told["fields"]["models"]] == [51]  # 4(3·2 + 2·2 + 2) + 2·1 + 1
    assert told["fields"]["printed"].endswith("it runs\n")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("", "nothing"),
        (" \n", "nothing"),
        ("Where does 18,176 come from?", "unknown"),
        ("%%count\nimport keras", "program"),
        ("import keras\nmodel = keras.Sequential([", "program"),
        ("model.add(LSTM(64))", "program"),
        ("!pip install keras\nfrom keras import layers", "program"),
        ("LSTM(32, 16)", "summary"),
        ("(" * 500, "unknown"),
    ],
)
def test_each_kind_of_text_is_known(text, kind):
    assert asked(text)["fields"]["kind"] == kind


def test_a_program_with_a_mistake_is_told_the_line():
    told = asked("import keras\nmodel = keras.Sequential([", "count")
    assert told["fields"]["stopped"]["line"] == 2
    assert "never closed" in told["html"]


@pytest.mark.parametrize("tool", ["read", "count"])
def test_foreign_text_is_escaped(tool):
    nasty = "<script>alert(1)</script>"
    for text in (nasty, f"lstm (LSTM)    (None, 8)    384\n{nasty}", f"print('{nasty}')\nimport {nasty}"):
        assert "<script" not in asked(text, tool)["html"]
    assert "<script" not in asked(f"print('{nasty}')", "count")["html"]


def test_pictures_are_drawn_in_the_page_itself():
    told = asked("lstm (LSTM)    (None, 8)    384")["html"]
    assert "<svg" in told
    assert "data:" not in told


def test_what_a_program_prints_is_cut():
    told = asked("print('x' * 10**6)", "count")
    assert len(told["fields"]["printed"]) == 20_000
    assert len(told["html"]) < 30_000


def test_a_text_that_is_too_long_is_refused_in_words():
    told = asked("a" * 600_000)
    assert told["fields"]["kind"] == "refused"
    assert "half a million" in told["html"] or "characters" in told["html"]


@pytest.mark.parametrize(
    "message",
    [{}, {"tool": "read"}, {"tool": "__import__", "text": ""}, {"tool": ["read"], "text": ""}, {"text": "x"}],
)
def test_what_is_no_message_is_refused(message):
    with pytest.raises(ValueError, match="expected a tool of read, count"):
        answer(message)
