"""Files are whole or not there: whatever ends a command, and whenever, nothing that somebody looks at is cut."""

import os
import random
import signal
import subprocess
import sys
import time

import lessons
import pytest

from lstmlesson import course
from lstmlesson.course import whole_files

CONTENT = {f"{name}.txt": name.encode() * 300_000 for name in "abcd"}
# What a child does until it is stopped: one way of writing, over and over, into a folder of its own.
WRITE = """
import sys
from pathlib import Path
from lstmlesson.course import write, write_folder, write_over
content = {f"{name}.txt": name.encode() * 300_000 for name in "abcd"}
target, way = Path(sys.argv[1]), sys.argv[2]
print("ready", flush=True)
for number in range(1_000):
    if way == "over":
        write_over(target / "a.txt", content["a.txt"])
    else:
        {"new": lambda place: write(place, content.items()), "folder": lambda place: write_folder(place, content)}[way](
            target / str(number)
        )
"""
START = "import sys; from pathlib import Path; from lstmlesson import course; place = Path(sys.argv[1])"
COPY = f"{START}; print(course.copy(place).kept)"
REPLACE = f"{START}; course.write_over(place, b'2' * 9_000)"


def cut_files(folder):
    """The files with a name that somebody looks at whose content is not whole."""
    seen = [path for path in sorted(folder.rglob("*")) if path.is_file() and not hidden(path, folder)]
    return [path for path in seen if path.read_bytes() != CONTENT[path.name]]


def hidden(path, folder):
    return any(part.startswith(".") for part in path.relative_to(folder).parts)


@pytest.mark.slow
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGINT, signal.SIGTERM], ids=lambda one: one.name)
@pytest.mark.parametrize("way", ["new", "over", "folder"])
def test_a_command_that_is_ended_at_any_moment_leaves_no_cut_file(way, number, tmp_path, random_cases):
    draw = random.Random(f"{way} {number}")
    for case in range(max(3, random_cases // 25)):
        target = tmp_path / str(case)
        target.mkdir()
        child = subprocess.Popen(
            [sys.executable, "-c", WRITE, target, way], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        child.stdout.readline()
        time.sleep(draw.uniform(0, 0.02))
        child.send_signal(number)
        child.communicate(timeout=60)
        assert cut_files(target) == []
        if way == "folder":
            whole = [folder for folder in target.iterdir() if not folder.name.startswith(".")]
            assert all({path.name for path in folder.iterdir()} == set(CONTENT) for folder in whole)


def test_a_cut_file_would_be_noticed(tmp_path):
    (tmp_path / "a.txt").write_bytes(CONTENT["a.txt"][:-1])
    assert cut_files(tmp_path) == [tmp_path / "a.txt"]


def test_nothing_is_left_beside_a_file_that_was_written_or_refused(tmp_path):
    assert whole_files.write_new(tmp_path / "a", b"1")
    assert not whole_files.write_new(tmp_path / "a", b"2")
    whole_files.write_over(tmp_path / "a", b"3")
    whole_files.write_folder(tmp_path / "deck", {"reveal/x": b"4", "index.html": b"5"})
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["a", "deck", "index.html", "reveal", "x"]
    assert (tmp_path / "a").read_bytes() == b"3"


def test_a_file_that_cannot_be_replaced_stays_as_it_was(tmp_path, monkeypatch):
    (tmp_path / "page.html").write_bytes(b"good")

    def full(part, content):
        part.write_bytes(content[:1])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(whole_files, "_fill", full)
    with pytest.raises(OSError, match="No space"):
        whole_files.write_over(tmp_path / "page.html", b"better")
    with pytest.raises(OSError, match="No space"):
        whole_files.write_folder(tmp_path / "deck", {"index.html": b"1"})
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("page.html", b"good")]


def test_a_folder_with_files_of_the_reader_s_keeps_them(tmp_path):
    (tmp_path / "notes.txt").write_text("mine")
    whole_files.write_folder(tmp_path, {"index.html": b"new"})
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {"notes.txt": "mine", "index.html": "new"}


def test_what_a_kill_has_left_is_swept_away_later_and_not_at_once(tmp_path):
    for name, age in ((".old.1.part", 2 * whole_files.SECONDS_UNTIL_SWEPT), (".new.2.part", 1)):
        (tmp_path / name).write_text("half")
        os.utime(tmp_path / name, times=(time.time() - age,) * 2)
    assert whole_files.write_new(tmp_path / "a", b"1")
    assert sorted(path.name for path in tmp_path.iterdir()) == [".new.2.part", "a"]


@pytest.mark.slow
def test_two_that_start_at_once_report_nothing_that_the_other_is_writing(tmp_path):
    children = [
        subprocess.Popen([sys.executable, "-c", COPY, tmp_path], stdout=subprocess.PIPE, text=True) for _ in range(6)
    ]
    assert [child.communicate(timeout=120)[0] for child in children] == ["()\n"] * 6
    assert lessons.contents(tmp_path) == course.original()


def test_a_link_inside_the_folder_leads_nothing_out_of_it(tmp_path):
    target, elsewhere = tmp_path / "course", tmp_path / "elsewhere"
    target.mkdir()
    elsewhere.mkdir()
    (target / "pictures").symlink_to(elsewhere)
    with pytest.raises(OSError, match=r"pictures is a link that leads out of .*course; expected a folder in it"):
        course.write(target, [("pictures/a.png", b"1")])
    assert list(elsewhere.iterdir()) == []


def test_the_folder_that_was_named_may_itself_be_a_link(tmp_path):
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    assert course.write(tmp_path / "link", [("a/b.txt", b"1")]).written == ("a/b.txt",)
    assert (tmp_path / "real" / "a" / "b.txt").read_bytes() == b"1"


@pytest.mark.slow
def test_a_disk_that_is_full_at_any_size_leaves_what_was_there(tmp_path):
    resource = pytest.importorskip("resource", reason="not verified: limits of a process are asked of Unix")
    page = tmp_path / "page.html"
    for size in range(0, 9_000, 1_500):
        page.write_bytes(b"1" * 5_000)
        subprocess.run(
            [sys.executable, "-c", REPLACE, page],
            stderr=subprocess.DEVNULL,
            preexec_fn=lambda size=size: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size)),
        )
        assert page.read_bytes() == b"1" * 5_000
        assert [path.name for path in tmp_path.iterdir()] == ["page.html"]
    subprocess.run([sys.executable, "-c", REPLACE, page], check=True)
    assert page.read_bytes() == b"2" * 9_000
