"""Every command that writes, on a disk that is full: a real one, in memory, of every size up to what it needs."""

import contextlib
import os
import random
import shutil
import subprocess

import pytest
from test_kills import COMMANDS, contents, place_for

from lstmlesson.command import main

PAGE = 4_096  # a disk in memory grows by so many bytes
pytestmark = pytest.mark.slow


@contextlib.contextmanager
def disk(folder, size):
    """The folder as a disk of so many bytes, with what was in it."""
    kept = folder.with_name("kept")
    shutil.copytree(folder, kept)
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", folder], capture_output=True)
    if mounted.returncode:
        shutil.rmtree(kept)
        pytest.skip(f"not verified: no disk can be made here: {mounted.stderr.decode().strip()}")
    try:
        shutil.copytree(kept, folder, dirs_exist_ok=True)
        yield
    finally:
        subprocess.run(["umount", folder], check=True)
        shutil.rmtree(kept)


def needed(folder):
    """The bytes that the files of a folder take on a disk in memory; folders take none."""
    return sum(-(-path.stat().st_size // PAGE) * PAGE for path in folder.rglob("*") if path.is_file())


@pytest.mark.parametrize("name", COMMANDS)
def test_a_full_disk_leaves_whole_files_and_one_sentence(name, tmp_path, monkeypatch, capsys, random_cases):
    if os.geteuid() != 0:
        pytest.skip("not verified: only root may make a disk in memory")
    place = place_for(name, tmp_path / "whole")
    monkeypatch.chdir(place)
    before = contents(place / "out")
    start = needed(place / "out")
    fresh = shutil.copytree(place, tmp_path / "fresh")
    assert main([name, *COMMANDS[name]]) == 0
    after, full = contents(place / "out"), needed(place / "out")
    assert after != before
    sizes = range(start + PAGE, full, PAGE)
    many = max(1, random_cases // 50)
    monkeypatch.chdir(fresh)
    capsys.readouterr()
    refused = 0
    for size in sizes if len(sizes) <= many else sorted(random.Random(name).sample(sizes, many)):
        with disk(fresh / "out", size):
            status = main([name, *COMMANDS[name]])
            told = capsys.readouterr().err
            for file, content in contents(fresh / "out").items():
                assert content in (before.get(file), after.get(file)), f"{name}, {size} bytes: {file} is cut"
        assert status in (0, 2)
        if status:
            refused += 1
            assert "No space left on device" in told.splitlines()[-1]
            assert "Traceback" not in told
    assert refused
