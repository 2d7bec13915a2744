"""JupyterLite under lab/ in a real Chromium, with no network but its server: lessons run whole, explorers live.

It takes a third of a minute for each lesson. Its packages are the extra `site`, which .ci/full installs; where they are
missing, the run says so. That numpy comes where there is a network is NOT verified.
"""

import re

import lessons
import pytest
from pages import LOOPBACK, Watched
from site_server import Site, written
from test_without_numpy import NEED_ARRAYS

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.lite]

NEEDING = {name for name, _ in NEED_ARRAYS}
WHOLE = [path.stem for path in lessons.PATHS if path.stem not in NEEDING]
IS_READY = """
(name) => {
  const tab = window.jupyterapp?.shell.currentWidget;
  return tab?.context?.path === name && tab.context.sessionContext.session?.kernel?.status === "idle";
}"""
EMPTIED = "jupyterapp.commands.execute('notebook:clear-all-cell-outputs')"
RUN = "window.ended = 0; jupyterapp.commands.execute('notebook:run-all-cells').finally(() => (window.ended = 1)); 0"
# Of each cell with code: how often it ran, and what error it shows.
CELLS = """
() => [...jupyterapp.shell.currentWidget.content.model.cells].filter((cell) => cell.type === "code").map((cell) => {
  const errors = cell.outputs.toJSON().filter((output) => output.output_type === "error");
  return [cell.executionCount, errors.map((error) => error.ename + ": " + error.evalue).join()];
})"""


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    from lstmlesson.site.lab import lab_files

    files = {f"lab/{name}": content for name, content in lab_files().items()}
    served = Site(written(files, tmp_path_factory.mktemp("site")))
    yield served
    served.stop()


class Lite(Watched):
    """A window of JupyterLite with one lesson; nothing from elsewhere is let through."""

    # Offline, numpy is asked for in vain by the lessons that need it, and this is looked at apart.
    not_ours = ("Failed to load resource", "The following error occurred while loading numpy", "Failed to fetch")

    def __init__(self, engine, site, name):
        super().__init__(engine, viewport={"width": 1200, "height": 900})
        self.context.on("request", lambda request: self.note(request.url))
        self.context.route(lambda url: not url.startswith(LOOPBACK), lambda route: route.abort())
        self.page.set_default_timeout(120_000)
        self.page.goto(f"{site.address}lab/lab/index.html?path={name}.ipynb")
        self.page.wait_for_function(IS_READY, arg=f"{name}.ipynb")

    def run(self):
        """Run all cells, their outputs emptied first: each cell's count, and its error."""
        self.page.evaluate(EMPTIED)
        self.page.evaluate(RUN)
        self.page.wait_for_function("() => window.ended")
        return self.page.evaluate(CELLS)


@pytest.mark.parametrize("name", WHOLE)
def test_a_lesson_without_arrays_runs_whole(engine, site, name):
    with Lite(engine, site, name) as window:
        cells = window.run()
        assert [error for _, error in cells if error] == []
        assert [count for count, _ in cells] == list(range(1, len(cells) + 1))


@pytest.mark.parametrize("name", sorted(NEEDING))
def test_a_lesson_with_arrays_runs_up_to_them(engine, site, name):
    with Lite(engine, site, name) as window:
        errors = [error for _, error in window.run()]
        assert "numpy" in next(filter(None, errors))
        elsewhere, window.foreign = window.foreign, []
        assert [address for address in elsewhere if not re.search(r"/numpy-[^/]*\.whl$", address)] == []


def test_a_slider_moves_the_numbers(engine, site):
    with Lite(engine, site, "00_start_here") as window:
        window.run()
        slider = window.page.get_by_role("slider", name="features").first
        explorer = window.page.locator(".jp-OutputArea-output .lstmlesson").filter(has=slider).first
        before = explorer.inner_text()
        slider.press("ArrowRight")
        assert "60,166" in explorer.inner_text() != before


def test_a_request_to_elsewhere_is_noticed(engine, site):
    with pytest.raises(AssertionError, match="example"), Lite(engine, site, "00_start_here") as window:
        window.page.evaluate("fetch('https://example.org/').catch(() => 0)")
