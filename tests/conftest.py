"""What some tests need besides Python, and what is said aloud where it is missing.

A test marked `frameworks` asks live Keras and PyTorch, a test marked `browser` asks Chromium, one marked `lite` builds
JupyterLite. Where these are missing the test is skipped and the end of the run names it as not verified, so that nobody
takes silence for success. LSTMLESSON_REQUIRE_FRAMEWORKS=1, LSTMLESSON_REQUIRE_BROWSER=1 and LSTMLESSON_REQUIRE_LITE=1
turn absence into a failure. Such a test imports what it needs inside the test: an import at the top of the file would
fail before anybody could say why.

LSTMLESSON_RANDOM says how many random cases a test draws. Without it they are few and the same ones in each run.

A test that never ends fails after TOO_LONG seconds and says where it stood, so that no run waits for ever.
"""

import contextlib
import os
import shutil
import signal
from collections.abc import Callable
from importlib.util import find_spec
from typing import NamedTuple

import pytest

RANDOM_CASES = int(os.environ.get("LSTMLESSON_RANDOM", 100))
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
NOT_VERIFIED = "not verified"
# Seconds for one test with its fixtures: a hundred times what the slowest needs, and more where many cases are drawn.
TOO_LONG = int(os.environ.get("LSTMLESSON_TOO_LONG", 900 if RANDOM_CASES <= 100 else 7200))

# Keras runs on PyTorch here; it reads this when it is imported.
os.environ.setdefault("KERAS_BACKEND", "torch")


def browser() -> str | None:
    """The path of a Chromium on this machine."""
    return next(filter(None, map(shutil.which, BROWSERS)), None)


class Need(NamedTuple):
    """What the tests of one marker need, whether it is here, and the variable that makes it obligatory."""

    what: str
    is_here: Callable[[], bool]
    variable: str


NEEDS = {
    "browser": Need("Chromium", lambda: browser() is not None, "LSTMLESSON_REQUIRE_BROWSER"),
    "frameworks": Need(
        "Keras/PyTorch",
        lambda: find_spec("keras") is not None and find_spec("torch") is not None,
        "LSTMLESSON_REQUIRE_FRAMEWORKS",
    ),
    "lite": Need(
        "JupyterLite",
        lambda: find_spec("jupyterlite_core") is not None and find_spec("jupyterlite_pyodide_kernel") is not None,
        "LSTMLESSON_REQUIRE_LITE",
    ),
}


def pytest_configure(config):
    """Random cases for hypothesis; it is not there where somebody runs a single file with the frameworks alone."""
    with contextlib.suppress(ImportError):
        from hypothesis import settings

        larger = "LSTMLESSON_RANDOM" in os.environ
        settings.register_profile(
            "lesson", max_examples=RANDOM_CASES, deadline=None, derandomize=not larger, database=None
        )
        settings.load_profile("lesson")


@pytest.fixture(scope="session")
def random_cases():
    """How many random cases a test shall draw."""
    return RANDOM_CASES


@pytest.fixture(scope="session")
def chromium():
    """The path of Chromium, for tests marked `browser`."""
    return browser()


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item):
    """Skip a test that lacks what it needs, or fail it where that was asked for."""
    for marker, need in NEEDS.items():
        if item.get_closest_marker(marker) and not need.is_here():
            reason = f"{NOT_VERIFIED}: {need.what} is not installed"
            if os.environ.get(need.variable) == "1":
                pytest.fail(f"{reason}, and {need.variable}=1 asks for it", pytrace=False)
            pytest.skip(reason)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item):
    """End a test that takes too long: the alarm reaches Python also while it waits for another process."""

    def fail(*_):
        pytest.fail(f"still running after {TOO_LONG} seconds: {item.nodeid}")

    before = signal.signal(signal.SIGALRM, fail)
    signal.alarm(TOO_LONG)
    try:
        return (yield)
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


@pytest.fixture
def interruptible():
    """Control-C interrupts, also where this run ignores it, as a job in the background of a shell script does."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def pytest_terminal_summary(terminalreporter):
    """Name each test that could not be verified."""
    skipped = [(report.nodeid, report.longrepr) for report in terminalreporter.stats.get("skipped", [])]
    silent = [(test, why[2].removeprefix("Skipped: ")) for test, why in skipped if NOT_VERIFIED in why[2]]
    if silent:
        terminalreporter.section(NOT_VERIFIED)
        for test, why in silent:
            terminalreporter.line(f"{test}: {why}")
