"""The language: chosen in one place, read when it is asked for, refused where a text is missing."""

import ast
import re
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

import lstmlesson
from lstmlesson import explorers
from lstmlesson.language import Language, chosen, label, languages, sentence, use, word

ENGLISH = chosen("en")


def changed(**texts):
    """English with some texts changed."""
    return Language("changed", {**ENGLISH.texts, **texts})


def test_the_front_door_chooses_the_language():
    with lstmlesson.use(changed(total="Summe")):
        assert word("total") == "Summe"
    assert word("total") == "total"


def test_an_argument_chooses_for_one_call():
    other = changed(total="Summe", minutes="{number} Minuten", forget="vergessen")
    assert word("total", language=other) == "Summe"
    assert sentence("minutes", number=20, language=other) == "20 Minuten"
    assert label("forget", language=other) == "vergessen"
    assert label("lstm_1", language=other) == "lstm_1"
    assert word("total") == "total"


def test_one_choice_inside_another_ends_by_itself():
    with use(changed(total="Summe")):
        with use(changed(total="somme")):
            assert word("total") == "somme"
        assert word("total") == "Summe"


def test_an_explorer_answers_in_the_language_in_which_it_was_made():
    with use(changed(alive="Erst diese Zelle ausführen.", check="Prüfen")):
        quiz = explorers.quiz()
    assert "Prüfen" in quiz._quiz["frame"]
    assert "Erst diese Zelle ausführen." in quiz._repr_mimebundle_()[0]["text/html"]


def test_a_text_may_be_a_function():
    with use(changed(minutes=lambda number: "one minute" if number == 1 else f"{number} minutes")):
        assert sentence("minutes", number=1) == "one minute"


def test_an_explorer_speaks_the_language_that_is_in_use_when_it_is_made():
    with use(changed(units="Einheiten")):
        assert "Einheiten" in explorers.gates().static()
    assert "Einheiten" not in explorers.gates().static()


def test_every_folder_is_a_language():
    assert "en" in languages()
    assert all(chosen(name).name == name for name in languages())


def test_a_folder_beside_english_is_another_language(tmp_path, monkeypatch):
    there = Path(lstmlesson.language.__file__).parent / "en"
    shutil.copytree(there, tmp_path / "de", ignore=shutil.ignore_patterns("__pycache__"))
    words = (tmp_path / "de" / "words.py").read_text("utf-8")
    (tmp_path / "de" / "words.py").write_text(words.replace('"total": "total"', '"total": "Summe"'), "utf-8")
    monkeypatch.setattr(lstmlesson.language, "__path__", [*lstmlesson.language.__path__, str(tmp_path)])
    assert languages() == ["de", "en"]
    with lstmlesson.use("de") as language:
        assert (language.name, word("total"), word("layer")) == ("de", "Summe", "layer")
    assert word("total") == "total"


# Each module is imported anew, in a process of its own, in which a text that is asked for is told.
IMPORT_ALL = """
import sys
from importlib import import_module
from pkgutil import walk_packages
from lstmlesson.language.texts import Language
asked = []
def said(language, text, /, **values):
    asked.append(text)
    return text
Language.said = said
for name in [name for name in sys.modules if name.startswith("lstmlesson") and "language" not in name]:
    del sys.modules[name]
import lstmlesson
for found in walk_packages(lstmlesson.__path__, "lstmlesson."):
    if not found.name.endswith("__main__"):
        import_module(found.name)
exec(sys.argv[1])
print(asked)
"""


A_TEXT = "from lstmlesson.language import word; word('total')"


@pytest.mark.slow
@pytest.mark.parametrize(("more", "told"), [("", "[]"), (A_TEXT, "['total']")])
def test_no_module_reads_a_text_while_it_is_imported(more, told):
    run = subprocess.run([sys.executable, "-c", IMPORT_ALL, more], capture_output=True, text=True, check=True)
    assert run.stdout.splitlines()[-1] == told


def test_a_language_that_is_not_there_is_refused_with_those_that_are():
    with pytest.raises(ValueError, match="language='tlh': expected one of en"):
        use("tlh")


def test_a_language_that_lacks_a_text_is_refused_with_its_name():
    texts = {name: text for name, text in ENGLISH.texts.items() if name != "total"}
    with pytest.raises(ValueError, match=r"the language short lacks \['total'\]"):
        use(Language("short", texts))


def test_a_text_that_is_not_there_is_refused_with_those_that_are_near():
    with pytest.raises(LookupError, match=r"'totals' is no text of the language en; near are \['total'"):
        word("totals")


def test_a_value_that_a_text_needs_is_asked_for():
    with pytest.raises(TypeError, match=r"the text 'minutes' needs 'number'; given are \['hours'\]"):
        sentence("minutes", hours=1)


def test_two_texts_of_one_name_are_refused():
    with pytest.raises(ValueError, match=r"\['total'\] stand twice"):
        Language("twice", {"total": "total"}, {"total": "sum"})


# ---- Nothing in the language is dead -----------------------------------------------------------------------------


# What is said of a mistake is found by its name.
OF_A_MISTAKE = re.compile(r"(.*): (belief|hint|sentence)")


@cache
def asked_for():
    """The texts in the sources, as they are, and a pattern for those in which an f-string has a value."""
    package = Path(lstmlesson.__file__).parent
    files = [path for path in package.rglob("*.py") if path.relative_to(package).parts[0] != "language"]
    nodes = [node for path in files for node in ast.walk(ast.parse(path.read_text("utf-8")))]
    plain = {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    patterns = {"".join(map(pattern, node.values)) for node in nodes if isinstance(node, ast.JoinedStr)}
    # The fields of a record, which head the columns of its table.
    records = [
        node for node in nodes if isinstance(node, ast.ClassDef) and "NamedTuple" in map(ast.unparse, node.bases)
    ]
    fields = [field for record in records for field in record.body if isinstance(field, ast.AnnAssign)]
    plain |= {ast.unparse(field.target) for field in fields}
    templates = "".join(path.read_text("utf-8") for path in package.rglob("*.j2"))
    plain |= set(re.findall(r"word\([\"'](.*?)[\"']\)", templates))
    words = {word for text in plain for word in text.split()}
    return plain | words, [re.compile(one) for one in patterns if re.search("[a-z]{3}", one)]


def pattern(part):
    return re.escape(part.value) if isinstance(part, ast.Constant) else ".+"


def dead(names):
    plain, patterns = asked_for()
    names = [OF_A_MISTAKE.sub(r"\1", name) for name in names]
    return [name for name in names if name not in plain and not any(one.fullmatch(name) for one in patterns)]


def test_every_text_is_asked_for_somewhere():
    assert dead(ENGLISH.texts) == []


def test_a_text_that_nothing_asks_for_is_noticed():
    assert dead(["total", "nobody says this"]) == ["nobody says this"]
