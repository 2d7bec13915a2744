"""What the browser tests share: one Chromium, one JupyterLab, one written course; pages say what went wrong."""

import os
import sys

import pytest

LAB = os.environ.get("LSTMLESSON_LAB", "jupyterlab")  # or notebook


@pytest.fixture(scope="session")
def engine(chromium):
    """A running Chromium."""
    from playwright.sync_api import sync_playwright

    quiet = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=quiet)
        yield browser
        browser.close()


@pytest.fixture
def blank(engine):
    """An empty page without JupyterLab, and without a network."""
    from pages import Blank

    with Blank(engine) as page:
        yield page


@pytest.fixture(scope="session")
def server(tmp_path_factory):
    """A JupyterLab of our own on loopback, or what LSTMLESSON_LAB says, in the environment of LSTMLESSON_LAB_PYTHON."""
    from lab_server import Server

    python = os.environ.get("LSTMLESSON_LAB_PYTHON", sys.executable)
    with Server(tmp_path_factory.mktemp("jupyterlab"), python, LAB) as running:
        yield running


@pytest.fixture(scope="session")
def window(engine, server):
    """A window of JupyterLab for all tests: starting one takes longer than most of them."""
    from lab_page import Lab
    from notebook_page import Notebook

    with (Notebook if LAB == "notebook" else Lab)(engine, server) as page:
        yield page


@pytest.fixture
def lab(window):
    """The window, to open a notebook in; afterwards nothing may have gone wrong in it."""
    yield window
    window.check()


@pytest.fixture(scope="session")
def course(tmp_path_factory):
    """Every lesson as a page and as a deck."""
    import written

    with written.course(tmp_path_factory.mktemp("course")) as all_of_it:
        yield all_of_it


@pytest.fixture(scope="session")
def axe(tmp_path_factory):
    """The text of axe-core."""
    from axe import source

    return source(tmp_path_factory.mktemp("axe"))
