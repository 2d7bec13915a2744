"""What a class needs: worksheets, questions for other tools, nbgrader's marks, and no answer in a student's folder.

GIFT is read here by a small reader of its own, which knows nothing of how it was written. That Moodle's grammar takes
it was seen with gift-pegjs 1.0.2, and nbgrader's marks with nbgrader 0.9.6.
"""

import json
import re
from html import unescape

import lessons as checks
import pytest

from lstmlesson import LSTM, course, questions
from lstmlesson.command import main
from lstmlesson.page import lesson_page, slides, write_course
from lstmlesson.questions import Question, ask, asked_in, drawn, gift, jupyterquiz
from lstmlesson.views.answers import CLOSED
from lstmlesson.views.worksheets.worksheet_pages import key, worksheets

TAUGHT = re.compile(r"# the answer|\$\$4\\,\(f \\cdot u")
NUMBERS = [lesson.number for lesson in course.lessons() if asked_in(lesson.number)]


def read_gift(text):
    """The questions of a GIFT text: title, question, and for each number its weight and feedback."""
    plain = text.replace("\\\\", "\0")
    for title, stem, body in re.findall(r"::(.+?)(?<!\\)::(.+?)(?<!\\)\{#\n(.+?)\n\}", plain, re.DOTALL):
        lines, _, rest = body.partition("####")
        answers = re.findall(r"^\t=(?:%(\d+)%)?(\d+):0#(.+)$", lines, re.MULTILINE)
        found = {int(number): (int(weight or 100), unescaped(said)) for weight, number, said in answers}
        yield unescaped(title), unescaped(stem).strip(), found, unescaped(rest)


def unescaped(text):
    return re.sub(r"\\([~=#{}:])", r"\1", text)


@pytest.mark.slow
@pytest.mark.parametrize("lesson", NUMBERS)
def test_each_question_of_a_lesson_travels_as_gift(lesson):
    asked = drawn(lesson, seed=5, number=6)
    travelled = list(read_gift(gift(asked)))
    assert [stem for _, stem, _, _ in travelled] == [one.text for one in asked]
    for one, (_, _, answers, rest) in zip(asked, travelled, strict=True):
        assert [number for number, (weight, _) in answers.items() if weight == 100] == [one.answer]
        assert len(answers) > 1
        assert all(one.diagnose(number).mistakes for number in answers if number != one.answer)
        assert rest


@pytest.mark.parametrize("lesson", NUMBERS)
def test_each_question_of_a_lesson_travels_to_jupyterquiz(lesson):
    asked = drawn(lesson, seed=5, number=6)
    for one, travelled in zip(asked, json.loads(jupyterquiz(asked)), strict=True):
        values = {answer["value"]: answer for answer in travelled["answers"] if answer["type"] == "value"}
        assert travelled["question"] == one.text
        assert [value for value, answer in values.items() if answer["correct"]] == [one.answer]
        assert all(answer["feedback"] for answer in travelled["answers"])


def test_the_feedback_says_the_mistake_of_a_number():
    (_, _, answers, _) = next(read_gift(gift([ask(LSTM(5), (None, 7))])))
    assert "one gate only" in answers[7 * 5 + 5 * 5 + 5][1]
    assert "bias forgotten" in answers[4 * (7 * 5 + 5 * 5)][1]


def test_signs_that_gift_reads_are_escaped():
    one = Question(LSTM(5), (None, 7))
    object.__setattr__(one, "solution", ["a {b} = c: 50% ~ #1 \\ d"])
    assert r"a \{b\} \= c\: 50% \~ \#1 \\ d" in gift([one])


def test_a_seed_decides_what_is_drawn():
    assert gift(drawn(1, seed=1)) == gift(drawn(1, seed=1)) != gift(drawn(1, seed=2))
    with pytest.raises(ValueError, match="expected at least one question"):
        drawn(1, seed=1, number=0)


# Worksheets.


@pytest.fixture
def class_of_two(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "class.txt").write_text("\ufeffAda <b>Lovelace</b>\n\n  Émilie  du Châtelet \n", "utf-8")
    return tmp_path


def made(folder, *more):
    assert main(["worksheets", "class.txt", folder, *more]) == 0
    return [(checks.Path(folder) / name).read_text("utf-8") for name in ("worksheets.html", "key.html")]


def test_a_class_gets_a_page_each_and_the_teacher_a_key(class_of_two):
    sheets, answers = made("sheets", "--seed", "7", "--lessons", "1", "stacks")
    assert sheets.count("<section>") == answers.count("<section>") == 2
    assert "Émilie du Châtelet" in sheets
    assert "<b>" not in sheets
    for student in ("Ada <b>Lovelace</b>", "Émilie du Châtelet"):
        for question in questions.sheet(student, 7, (1, 4)).questions:
            assert f"{question.answer:,}" in answers
            assert not re.search(rf"(?<!\d){question.answer:,}(?!\d)", sheets)


def test_the_same_seed_gives_the_same_sheets_and_another_seed_others(class_of_two):
    assert made("one", "--seed", "7") == made("two", "--seed", "7") != made("three", "--seed", "8")


@pytest.mark.parametrize(
    ("names", "said"), [("", "the class list is empty"), ("Ada\nEmmy\nAda\n", "Ada: more than once in the class list")]
)
def test_a_class_list_that_cannot_be_is_refused(names, said, class_of_two, capsys):
    checks.Path("class.txt").write_text(names, "utf-8")
    assert main(["worksheets", "class.txt", "sheets"]) == 2
    assert said in capsys.readouterr().err
    assert not checks.Path("sheets").exists()


def test_a_lesson_without_questions_is_refused(class_of_two, capsys):
    assert main(["worksheets", "class.txt", "sheets", "--lessons", "glossary"]) == 2
    assert "glossary has no questions to draw" in capsys.readouterr().err


def test_a_sheet_is_only_a_reading_of_its_questions():
    one = questions.sheet("Ada", seed=1)
    assert worksheets([one]).count("<li>") == len(one.questions)
    assert all(str(line) in key([one]) for question in one.questions for line in question.solution)


# What a teacher's folder holds, and a student's does not.


@pytest.fixture(scope="module")
def teaching(tmp_path_factory):
    folder = tmp_path_factory.mktemp("class") / "course"
    assert main(["teach", str(folder)]) == 0
    return folder


@pytest.mark.slow
def test_a_teacher_gets_the_routes_beside_the_lessons_and_copies_for_students(teaching):
    names = {path.relative_to(teaching).as_posix() for path in teaching.rglob("*") if path.is_file()}
    assert {"TEACHING.md", "00_start_here.ipynb", "for_students/00_start_here.ipynb"} <= names
    numbered = [lesson.name for lesson in course.lessons() if lesson.number in NUMBERS]
    assert {f"questions/{name}.{kind}" for name in numbered for kind in ("gift.txt", "jupyterquiz.json")} <= names
    links = re.findall(r"\]\(([^)#]+)", (teaching / "TEACHING.md").read_text("utf-8"))
    assert links
    assert [link for link in links if not link.startswith("http") and not (teaching / link).is_file()] == []


@pytest.mark.slow
def test_what_is_for_teachers_reaches_no_learner(teaching, tmp_path):
    students = {path.name for path in (teaching / "for_students").rglob("*")}
    course.copy(tmp_path / "learner")
    learners = {path.name for path in (tmp_path / "learner").rglob("*")}
    for names in (students, learners):
        assert not {"TEACHING.md", "key.html", "questions"} & names


@pytest.mark.slow
def test_a_students_list_of_confusions_has_no_column_of_numbers(teaching):
    whole, copied = ((teaching / at / "CONFUSIONS.md").read_text("utf-8") for at in (".", "for_students"))
    assert "| 18176 |" in whole
    assert "| 18176 |" not in copied
    assert "Numbers" not in copied
    assert copied.count("](") == whole.count("](")


def answers_in(cell):
    """The sentences and sums of a solution, as they would stand in a file; the law in letters is taught elsewhere."""
    text = re.sub(r"</?(details|summary)>|Open the (?:answer|explanation)", "", cell.source)
    pieces = re.split(r"\n\n|(?<=[.!?]) ", text)
    return [piece.strip() for piece in pieces if len(piece.strip()) > 25 and not TAUGHT.match(piece)]


def solved(path):
    """What the solutions of a lesson say."""
    solutions = [cell for cell in checks.read(path).cells if "solution" in cell.metadata.get("tags", [])]
    return [piece for cell in solutions for piece in answers_in(cell)]


def answered(path):
    """What the closed answers of a lesson hold, as HTML."""
    outputs = [output for cell in checks.code_cells(checks.read(path)) for output in cell.outputs]
    texts = ["".join(output.get("data", {}).get("text/html", "")) for output in outputs]
    return [one.partition("</summary>")[2][:800] for text in texts for one in text.split(CLOSED)[1:]]


@pytest.mark.parametrize("path", checks.PATHS, ids=lambda path: path.stem)
def test_no_file_of_a_student_holds_a_sentence_of_a_solution_or_an_answer(path, teaching):
    sought = [*solved(path), *answered(path)]
    written = [one for one in (teaching / "for_students").rglob("*.*") if one.suffix in (".ipynb", ".md", ".html")]
    files = [one.read_text("utf-8") for one in written]
    assert solved(path)
    assert answered(path)
    assert [piece for piece in sought for text in files if json.dumps(piece, ensure_ascii=False)[1:-1] in text] == []


@pytest.fixture(scope="module")
def pages_of_students(tmp_path_factory):
    """The texts of every page, and of a deck, that are made for students."""
    folder = tmp_path_factory.mktemp("pages")
    write_course(folder / "pages", student=True)
    slides(checks.PATHS[3], folder / "deck", student=True)
    return [path.read_text("utf-8") for path in folder.rglob("*.html")]


def read_of(source):
    """A piece of Markdown as a reader of a page sees it."""
    return re.sub(r"[*`$\\]", "", source)


def seen(page):
    """The words of a page; what a quiz draws its own questions from travels in a script, and is not looked at."""
    return unescape(re.sub(r"<[^>]+>", "", re.sub(r"<(script|style)\b.*?</\1>", "", page, flags=re.DOTALL)))


@pytest.mark.slow
@pytest.mark.parametrize("path", checks.PATHS, ids=lambda path: path.stem)
def test_no_page_for_students_holds_a_solution_or_an_answer(path, pages_of_students):
    words = [seen(text) for text in pages_of_students]
    assert [piece for piece in solved(path) for text in words if read_of(piece) in text] == []
    assert [piece for piece in answered(path) for text in pages_of_students if piece in text] == []
    assert not any(CLOSED in text for text in pages_of_students)


@pytest.mark.slow
def test_a_solution_on_a_page_is_noticed():
    text = lesson_page(checks.PATHS[3])
    assert any(read_of(piece) in seen(text) for piece in solved(checks.PATHS[3]))
    assert all(piece in text for piece in answered(checks.PATHS[3]))


def test_a_solution_that_is_left_is_noticed():
    cell = next(cell for cell in checks.read(checks.PATHS[3]).cells if "solution" in cell.metadata.get("tags", []))
    assert any(piece in cell.source for piece in answers_in(cell))


# nbgrader.


def test_nbgrader_finds_each_place_for_an_answer():
    original = checks.read(checks.PATHS[3])
    copied = json.loads(course.student_files([checks.PATHS[3]], nbgrader=True)[checks.PATHS[3].name])
    places = ["solution" in cell.metadata.get("tags", []) for cell in original.cells]
    marks = [cell["metadata"].get("nbgrader") for cell in copied["cells"]]
    assert [bool(mark) for mark in marks] == places
    names = [mark["grade_id"] for mark in marks if mark]
    assert len(names) == len(set(names))
    assert all(mark["grade"] and mark["solution"] and mark["points"] > 0 and not mark["task"] for mark in marks if mark)
