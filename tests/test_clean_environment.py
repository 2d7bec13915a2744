"""The wheel, installed where no clone is: one word brings the lessons and opens them in a real JupyterLab.

To be quick, the packages that it needs are lent by the environment of this test; .ci/full installs them from nothing.
"""

import json
import os
import signal
import socket
import subprocess
import sys
import sysconfig
import time
import zipfile
from pathlib import Path

import lessons
import open_course
import pytest

ROOT = Path(__file__).parent.parent
# The pictures are the README's, and no learner needs them.
ORIGINALS = {name: file for name, file in lessons.contents(lessons.FOLDER).items() if not name.startswith("pictures")}
FIRST = "00_start_here.ipynb"
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """The wheel, built from this clone. A folder that is not committed must stay out of it."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder], cwd=ROOT, check=True)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def place(wheel, tmp_path_factory):
    """An environment that has the wheel, and borrows all other packages from this one."""
    place = tmp_path_factory.mktemp("environment")
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", place], check=True)
    pip = [sys.executable, "-m", "pip", "--python", place / "bin" / "python", "install", "--quiet"]
    subprocess.run([*pip, "--no-deps", "--no-index", wheel], check=True)
    packages = next(place.glob("lib/python*/site-packages"))
    # Python adds these folders to its path, and does not read what in them would add the clone.
    (packages / "lent.pth").write_text("\n".join({sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}))
    return place


@pytest.fixture
def learner(tmp_path, monkeypatch):
    """An empty folder of the learner's, and nothing in the environment that leads to the clone."""
    monkeypatch.delenv("PYTHONPATH", raising=False)
    return tmp_path


def lent():
    """Where JupyterLab finds its own files, and the kernels of Python, in the environment that lends them."""
    share = Path(sys.prefix) / "share" / "jupyter"
    return {"JUPYTERLAB_DIR": str(share / "lab"), "JUPYTER_PATH": str(share)}


def told(place, folder, *arguments):
    """What the installed command says when it is run in a folder."""
    command = [place / "bin" / "lstmlesson", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8")


def served(server, name):
    """A notebook as the server gives it."""
    return json.loads(open_course.fetched(server, f"api/contents/{name}"))["content"]


def test_the_wheel_has_the_lessons_and_nothing_that_is_not_committed(wheel):
    names = {Path(name) for name in zipfile.ZipFile(wheel).namelist()}
    carried = {str(name.relative_to("lstmlesson/lessons")) for name in names if "lessons" in name.parts}
    assert carried == set(ORIGINALS)
    assert {Path("lstmlesson/py.typed"), Path("lstmlesson/layers/__init__.pyi")} <= names
    assert [name for name in names if {".ipynb_checkpoints", "__pycache__", "tests"} & set(name.parts)] == []


def test_the_clone_is_out_of_reach(place, learner):
    program = "import sys, lstmlesson.course as course; print(course.folder(), course.__file__, *sys.path, sep='\\n')"
    shown = subprocess.run([place / "bin" / "python", "-c", program], cwd=learner, capture_output=True, text=True)
    paths = [(learner / line).resolve() for line in shown.stdout.splitlines()]
    assert shown.stderr == ""
    assert all(path.is_relative_to(place.resolve()) for path in paths[:2])
    assert ROOT.resolve() not in paths
    assert list(place.glob("etc/jupyter/labconfig/*.json"))


def interrupted_twice(process, log):
    """Press Ctrl+C, and once more when JupyterLab asks whether that was meant; the exit status."""
    os.kill(process.pid, signal.SIGINT)
    until = time.monotonic() + 30
    while "(y/[n])" not in log.read_text("utf-8") and time.monotonic() < until:
        time.sleep(0.05)
    os.kill(process.pid, signal.SIGINT)
    return process.wait(30)


def test_one_word_in_an_empty_folder_opens_the_first_lesson(place, learner, interruptible):
    # JupyterLab asks only where somebody sits at a terminal.
    ours, theirs = os.openpty()
    with open_course.opened([place / "bin" / "lstmlesson", "--", "--no-browser"], learner, theirs, **lent()) as opened:
        process, server, log = opened
        open_course.answers(server, learner / "lstmlesson" / FIRST)
        assert served(server, FIRST)["cells"][0]["source"].startswith("# 0 · ")
        assert interrupted_twice(process, log) == 0
        assert "Traceback" not in log.read_text("utf-8")
    os.close(ours)
    os.close(theirs)
    assert lessons.contents(learner / "lstmlesson") == ORIGINALS


def test_a_changed_notebook_is_kept_and_opened_though_the_port_is_in_use(place, learner):
    assert told(place, learner, "--no-open").returncode == 0
    changed = json.loads(ORIGINALS[FIRST])
    changed["cells"][0]["source"] = "# 0 · Mine"
    (learner / "lstmlesson" / FIRST).write_text(json.dumps(changed), "utf-8")
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        command = [place / "bin" / "lstmlesson", "--", "--no-browser", "--ip=127.0.0.1", f"--port={port}"]
        with open_course.opened(command, learner, **lent()) as (_, server, log):
            assert server["port"] != port
            assert f"kept as you have them: {FIRST}\n" in log.read_text("utf-8")
            assert served(server, FIRST)["cells"][0]["source"] == "# 0 · Mine"


def test_a_folder_that_cannot_be_made_is_refused_in_one_sentence(place, learner):
    (learner / "lstmlesson").write_text("a file of the learner's")
    said = told(place, learner)
    assert (said.returncode, said.stdout) == (2, "")
    assert len(said.stderr.splitlines()) == 1
    assert "is a file;" in said.stderr
    assert "--into DIR" in said.stderr
    assert (learner / "lstmlesson").read_text() == "a file of the learner's"


def test_help_and_version_need_no_clone(place, learner):
    assert told(place, learner, "--version").stdout == f"lstmlesson {version()}\n"
    assert "lstmlesson --into ~/course" in told(place, learner, "--help").stdout


def version():
    """The number as the clone's source has it."""
    source = (ROOT / "lstmlesson" / "__init__.py").read_text("utf-8")
    return next(line.split('"')[1] for line in source.splitlines() if line.startswith("__version__"))
