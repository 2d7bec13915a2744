"""What CONTRIBUTING.md, docs/architecture.md and .github promise is there."""

import importlib.util
import re
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parent.parent
TEXT = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
# Helpers of other scripts, started by them alone.
INNER = {"parts.sh", "open_course.py", "readme_commands.py", "binder.py"}
spec = importlib.util.spec_from_file_location("write_architecture", ROOT / ".ci" / "write_architecture.py")
write_architecture = importlib.util.module_from_spec(spec)
spec.loader.exec_module(write_architecture)


def missing(text):
    """The files and folders that a text names and that are not there."""
    named = re.findall(r"(?<![\w./])((?:\.ci|\.github|lstmlesson|tests|docs)/[\w./]*\w)", text)
    return [path for path in named if not (ROOT / path).exists()]


def test_every_path_that_is_named_is_there():
    assert missing(TEXT) == []
    assert missing((ROOT / "docs" / "architecture.md").read_text("utf-8")) == []
    assert missing("`python .ci/write_nothing.py`, then lstmlesson/layers") == [".ci/write_nothing.py"]


def test_every_script_is_named():
    scripts = {path.name for path in (ROOT / ".ci").iterdir() if path.is_file()}
    assert [name for name in sorted(scripts - INNER) if f".ci/{name}" not in TEXT] == []
    assert scripts >= INNER


def test_it_is_one_page():
    assert len(TEXT.splitlines()) <= 90


def test_the_table_of_rooms_is_the_one_that_is_enforced():
    text = write_architecture.PAGE.read_text("utf-8")
    assert write_architecture.written(text) == text, "python .ci/write_architecture.py renews it"


def test_a_stale_table_of_rooms_is_noticed(monkeypatch):
    text = write_architecture.PAGE.read_text("utf-8")
    rooms = write_architecture.rooms()
    monkeypatch.setattr(write_architecture, "rooms", lambda: {**rooms, "law": rooms["law"]._replace(floor=1)})
    assert write_architecture.written(text) == text.replace("| ground | `law` |", "| 1 | `law` |")


def loaded(path):
    return yaml.safe_load((ROOT / path).read_text("utf-8"))


def test_a_host_runs_the_scripts_that_anybody_can_run():
    jobs = loaded(".github/workflows/ci.yml")["jobs"]
    ran = [step["run"] for job in jobs.values() for step in job["steps"] if "run" in step]
    assert {".ci/fast", ".ci/run", ".ci/full"} <= {*ran}
    assert all(job["timeout-minutes"] for job in jobs.values())


@pytest.mark.parametrize("name", ["wrong_number", "summary_not_understood", "new_layer"])
def test_a_template_asks_questions_and_insists_on_some(name):
    form = loaded(f".github/ISSUE_TEMPLATE/{name}.yml")
    assert form["name"]
    assert form["description"]
    asked = [question["attributes"]["label"] for question in form["body"]]
    assert len(asked) == len({*asked}) >= 4
    assert any(question.get("validations", {}).get("required") for question in form["body"])


def test_the_hooks_run_what_is_there():
    (repository,) = loaded(".pre-commit-config.yaml")["repos"]
    entries = [hook["entry"].split() for hook in repository["hooks"]]
    assert [entry[2] for entry in entries if entry[:2] == ["python", "-m"]] == ["ruff", "ruff", "mypy"]
    assert [entry for entry in entries if entry[0] == ".ci/fast"]
