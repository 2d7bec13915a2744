"""docs/teaching/TEACHING.md, checked: its links, its minutes, its commands, and every number in its tables.

A sum in a table is worked out from its text, without the package. The right one must be the layer's count, and the
wrong one must be what `diagnose` says that belief gives. The two tests are counted once more by hand.
"""

import contextlib
import io
import re
import shlex

import lessons
import pytest
import records
from routes import BOARD, MINUTES, given_away, route
from test_card import worth
from test_confusions import sections

import lstmlesson
from lstmlesson import course, diagnose, inverse, pytorch, questions
from lstmlesson.command import main
from lstmlesson.ledger import costs

PATH = lessons.FOLDER.parent / "docs" / "teaching" / "TEACHING.md"
TEXT = PATH.read_text("utf-8")
KEY = re.compile(r"<details><summary>Open the key of the (.+?)</summary>(.+?)</details>", re.DOTALL)


def part(heading):
    """The text under a heading, up to the next of its rank."""
    found = re.search(rf"^## {heading}\n(.+?)(?=^## |\Z)", TEXT, re.MULTILINE | re.DOTALL)
    return found[1] if found else ""


def rows(text):
    """The rows of the tables in a text, without their headings."""
    lines = [line.strip().strip("|").split("|") for line in text.splitlines() if line.startswith("|")]
    cells = [[cell.strip() for cell in line] for line in lines]
    return [row for row, under in zip(cells, [*cells[1:], [""]], strict=True) if "---" not in (row[0], under[0])]


def filled(table):
    """Rows in which an empty first cell repeats the one above, and so does the cell of the right sum."""
    done = []
    for question, right, *rest in table:
        done.append([question or done[-1][0], right or done[-1][1], *rest])
    return done


def asked(question):
    """The thing and the input shape that a question names in code."""
    code = re.findall(r"`([^`]+)`", question)
    names = {name: getattr(lstmlesson, name) for name in lstmlesson.__all__} | {"pytorch": pytorch}
    thing, *shape = [eval(one, {"__builtins__": {}}, names) for one in code]
    return thing, shape[0] if shape else None


def faults(question, right, wrong, belief):
    """What is not so in a row."""
    thing, shape = asked(question)
    (sum_of_right, number), (sum_of_wrong, other) = right.split(" = "), (wrong or right).split(" = ")
    answer = int(other.replace(",", ""))
    named = {one.name for one in diagnose(thing, shape, answer).mistakes}
    kept = {
        "the right sum does not hold": worth(sum_of_right) == worth(number),
        "the wrong sum does not hold": worth(sum_of_wrong) == answer,
        "the right number is not the count": thing.count(shape) == worth(number),
        f"diagnose says {sorted(named)}": not wrong or belief in named,
    }
    return [fault for fault, fine in kept.items() if not fine]


WRONG = [
    row[:4]
    for table in re.split(r"^### ", part("Wrong answers to expect"), flags=re.M)[1:]
    for row in filled(rows(table))
]
KEYS = {name: rows(text) for name, text in KEY.findall(TEXT)}
KEPT = [row[:4] for table in KEYS.values() for row in filled([line[1:] for line in table])]


@pytest.mark.parametrize("row", [*WRONG, *KEPT], ids=lambda row: f"{row[0]} {row[2]}")
def test_a_wrong_number_is_that_of_its_belief(row):
    assert faults(*row) == []


@pytest.mark.parametrize(
    "row",
    [
        ["`LSTM(2)` on `(None, 3)`", "4(3·2 + 2·2 + 2) = 47", "3·2 + 2·2 + 2 = 12", "one gate only"],
        ["`LSTM(2)` on `(None, 3)`", "4(3·2 + 2·2) = 40", "3·2 + 2·2 + 2 = 12", "one gate only"],
        ["`LSTM(2)` on `(None, 3)`", "4(3·2 + 2·2 + 2) = 48", "3·2 + 2·2 + 2 = 13", "one gate only"],
        ["`LSTM(2)` on `(None, 3)`", "4(3·2 + 2·2 + 2) = 48", "3·2 + 2·2 + 2 = 12", "three gates"],
    ],
)
def test_a_wrong_row_is_noticed(row):
    assert faults(*row)


def test_each_lesson_has_wrong_answers():
    assert re.findall(r"^### Lesson (\d+)", TEXT, re.MULTILINE) == [str(one.number) for one in course.lessons()]


# The links: each leads to a file, and to a heading in it.


def broken(text):
    """Links that lead nowhere."""
    found = re.findall(r"\]\(([\w./]*)(?:#((?:[^()\s]|\([^)]*\))+))?\)", text)
    own = {heading.replace(" ", "-") for heading in re.findall(r"^#+ (.+)$", TEXT, re.MULTILINE)}
    wrong = []
    for file, heading in found:
        path = PATH.parent / file if file else PATH
        known = sections(lessons.read(path)) if path.suffix == ".ipynb" and path.is_file() else own
        wrong += [f"{file}#{heading}"] * (not path.is_file() or (bool(heading) and heading not in known))
    return wrong


def test_every_link_leads_to_a_cell():
    assert broken(TEXT) == []
    assert TEXT.count("](") > 60


@pytest.mark.parametrize("link", ["[x](99.ipynb)", "[x](../../notebooks/01_gates.ipynb#Step-9)", "[x](#Nowhere)"])
def test_a_broken_link_is_noticed(link):
    assert broken(link)


# The routes.


@pytest.mark.parametrize(("name", "minutes"), MINUTES.items())
def test_a_route_fits_into_its_minutes(name, minutes):
    table = route(TEXT, name)
    starts = [row.minute for row in table]
    assert starts[0] == 0
    assert starts == sorted(set(starts))
    assert minutes - 3 <= starts[-1] < minutes
    assert all(row.asked for row in table)
    assert sum(bool(row.answer) for row in table) >= len(table) // 3
    assert all(row.place or row.cell == BOARD for row in table)


def test_a_question_of_a_route_does_not_hold_its_answer():
    asked = [row for name in MINUTES for row in route(TEXT, name) if row.answer]
    assert [row for row in asked if row.answer.lower() in row.asked.lower()] == []
    assert given_away(asked[0], "6 features and 64 units: so 6 and 64") == ["6 and 64"]


@pytest.mark.parametrize("name", ["Forty-five", "Ninety"])
def test_what_may_be_left_out_is_in_the_route(name):
    said = re.search(rf"### {name} minutes.+?leave out minutes (.+?)\.", TEXT, re.DOTALL)[1]
    assert set(re.findall(r"\d+", said)) <= {str(row.minute) for row in route(TEXT, name)}


# The two tests: as many questions of the same kinds, each number counted by hand, here, once more.

BY_HAND = {
    "test before": [4 * (35 + 25 + 5), 4 * (35 + 25 + 5), 4 * (66 + 36 + 6), 15 + 3, 10, 4 * (35 + 25 + 5) + 15 + 3],
    "test after": [4 * (48 + 36 + 6), 4 * (48 + 36 + 6), 4 * (70 + 49 + 7), 12 + 2, 12, 4 * (48 + 36 + 6) + 12 + 2],
}
NUMBERS = re.compile(r"\d+(?:\.\d+)?")


def sheet(name):
    """The questions of a test, each on one line."""
    return [" ".join(one.split()) for one in re.split(r"^\d\. ", part(name.capitalize()), flags=re.M)[1:]]


@pytest.mark.parametrize("name", BY_HAND)
def test_a_key_has_the_numbers_counted_by_hand(name):
    first = {}
    for number, question, right, *_ in reversed([row for row in KEYS[name] if row[0]]):
        first[number] = question.partition(",")[0] if number == "5" else right.split(" = ")[1]
    assert [int(first[number]) for number in sorted(first)] == BY_HAND[name]
    assert len(sheet(name)) == len(BY_HAND[name])


@pytest.mark.parametrize("name", BY_HAND)
def test_the_parts_a_of_a_key_are_what_the_layers_say(name):
    first, _, third, fourth, fifth, _ = sheet(name)
    units, timesteps, features = map(int, re.search(r"LSTM\((\d+)\)` reads .*?\((\d+), (\d+)\)", first).groups())
    sizes = {"units": units, "timesteps": timesteps, "features": features}
    needed = costs(lstmlesson.LSTM(units), (timesteps, features))["parameters"].depends_on
    dense = lstmlesson.Dense(int(re.search(r"Dense\((\d+)", fourth)[1])).count((units,))
    seen, shown = re.search(r"LSTM\((\d+), return", third)[1], re.search(r"\(None, (\d+)\)", fifth)[1]
    said = re.search(rf"key of the {name}</summary>\n\nThe parts \(a\): (.+)", TEXT)[1]
    both = " and ".join(str(size) for size in sorted(sizes[one] for one in needed))
    assert said == f"1. {both} · 2. as many · 3. {seen} · 4. {dense} · 5. {shown} · 6. `Dropout`"


def test_the_two_tests_are_parallel_and_share_no_answer():
    one, other = (sheet(name) for name in BY_HAND)
    assert [NUMBERS.sub("#", question) for question in one] == [NUMBERS.sub("#", question) for question in other]
    assert not set(BY_HAND["test before"]) & set(BY_HAND["test after"])


@pytest.mark.parametrize("name", BY_HAND)
def test_a_key_answers_the_question_that_stands_on_the_sheet(name):
    for number, question, *_ in KEYS[name]:
        if number and number != "5":
            said = NUMBERS.findall(sheet(name)[0] + sheet(name)[int(number) - 1])
            assert set(NUMBERS.findall(question)) <= set(said), question


@pytest.mark.parametrize("name", BY_HAND)
def test_the_key_of_the_fifth_question_solves_it(name):
    units, count = re.search(r"\(None, (\d+)\) +(\d+)", sheet(name)[4]).groups()
    right, wrong = (row for row in KEYS[name] if row[0] == "5")
    features = inverse.features(int(count), lstmlesson.LSTM, units=int(units))
    assert right[1] == f"{features}, since `LSTM({units})` on `(None, {features})`"
    assert [right[2].split(" = ")[1], wrong[3].split(" = ")[1]] == [count, count]


@pytest.mark.parametrize("name", BY_HAND)
def test_the_sizes_of_a_test_tell_mistakes_apart(name):
    things = [asked(row[1]) for row in KEYS[name] if row[0] in ("1", "2", "3")]
    assert [questions.coincidences(*one) for one in things] == [[]] * 3


def test_keras_counted_the_layers_of_the_first_questions():
    told = {
        (one["layers"][0]["kwargs"]["units"], one["input_shape"][-1], one["total"])
        for one in records.load("counts.jsonl.gz")
        if "error" not in one and [layer["class"] for layer in one["layers"]] == ["LSTM"]
    }
    assert {(5, 7, 260), (6, 8, 360), (4, 10, 240)} <= told


# What a teacher is told to type.

COMMANDS = re.findall(r"`(lstmlesson [^`]+)`", TEXT)


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_is_one_that_there_is(command):
    said = io.StringIO()
    _, name, *arguments = shlex.split(command)
    with contextlib.redirect_stdout(said), pytest.raises(SystemExit) as ended:
        main([name, "--help"])
    assert ended.value.code == 0
    numbers = [one for one in arguments if one.isdigit() and name in ("page", "slides", "student")]
    assert all(course.find(number) for number in numbers)


def test_copies_and_sheets_are_made(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "class.txt").write_text("Ada\nEmmy\n", "utf-8")
    for command in COMMANDS:
        if " student " in command or " worksheets " in command:
            assert main(shlex.split(command)[1:]) == 0
    assert not (tmp_path / "for_my_class" / "TEACHING.md").exists()
    assert (tmp_path / "sheets" / "key.html").is_file()


def test_the_way_to_any_other_number_leads_to_a_belief():
    code = re.search(r"`(diagnose\(.+?\))`", TEXT)[1]
    found = eval(code, {"diagnose": diagnose, "LSTM": lstmlesson.LSTM})
    assert found.mistakes
