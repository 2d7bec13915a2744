"""The site in a real Chromium, below a path, under its policy as meta and as header, with no network but its server.

What takes long is done for a few pages; LSTMLESSON_EVERY_LESSON=1 does it for every page.
"""

import re
import shutil

import lessons
import pytest
import sites
from axe import violations
from on_page import TIDY, OnPage, twin
from pages import Watched
from site_server import Site, Visited, written

from lstmlesson.language import sentence, word
from lstmlesson.page import alive
from lstmlesson.site import frame

pytestmark = pytest.mark.browser

ROOTS = "[data-explorer] > .lstmlesson:not(.lm-quiz)"
FEW = lessons.few(0, 1)
VIOLATION = "Content Security Policy"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return written(sites.with_python(), tmp_path_factory.mktemp("site"))


@pytest.fixture(scope="module", params=["meta", "header"])
def site(folder, request):
    served = Site(folder, frame.POLICY if request.param == "header" else "")
    yield served
    served.stop()


@pytest.fixture(scope="module")
def plain(folder):
    served = Site(folder)
    yield served
    served.stop()


class OnSite(OnPage):
    """An explorer whose styles are set by the DOM, since no text may set one."""

    def now(self):
        traits, drawn, text = super().now()
        return traits, re.sub(r' style="[^"]*"', "", drawn).replace(" data-style=", " style="), text

    def expected(self, traits):
        as_data = self.twin.text
        self.twin.text = lambda: as_data().replace(' style="', ' data-style="')
        try:
            return super().expected(traits).replace(" data-style=", " style=")
        finally:
            self.twin.text = as_data


def explorers_of(page, path):
    """The explorers that are alive on the page of a lesson, each beside the same one in Python."""
    page.evaluate(TIDY)
    notebook = alive.as_it_stands(path)
    cells = [cell for cell in notebook.cells if cell.cell_type == "code" and "explorers.quiz(" not in cell.source]
    sources = [cell.source for cell in cells for output in cell.outputs if "data-explorer" in str(output.get("data"))]
    roots = page.locator(ROOTS).all()
    return [OnSite(page, root, twin(source)) for root, source in zip(roots, sources, strict=True)]


@pytest.mark.parametrize("name", FEW)
def test_every_explorer_of_a_page_is_alive_and_right_under_the_policy(engine, site, name):
    with Visited(engine, site, f"{name}.html") as window:
        (path,) = [path for path in lessons.PATHS if path.stem == name]
        found = explorers_of(window.page, path)
        assert found
        for shown in found:
            assert shown.is_alive()
        quiz = window.page.locator(".lm-quiz").first
        window.page.locator("[data-explorer]").last.scroll_into_view_if_needed()
        quiz.get_by_role("button", name="Show the solution").click()
        assert "Worked solution" in quiz.inner_text()


def test_every_page_is_visited_without_a_word_from_the_policy(engine, site):
    names = sorted(sites.pages(sites.with_python()))
    with Visited(engine, site, names[0]) as window:
        for name in names if lessons.few(0) == lessons.few(0, 1, 2) else names[::4]:
            window.page.goto(site.address + name)
            assert window.page.locator("h1").count() == 1
            assert window.page.locator("nav a[aria-current=page]").count() <= 1


def test_what_the_policy_forbids_is_noticed(engine, plain):
    window = Visited(engine, plain, "404.html")
    window.page.evaluate("document.body.innerHTML += '<p style=\"color: red\">planted</p>'")
    window.page.wait_for_timeout(200)
    assert [error for error in window.errors if VIOLATION in error]
    window.context.close()


def test_the_contents_open_with_a_summary_that_follows_the_keyboard(engine, plain):
    with Visited(engine, plain, "index.html", viewport={"width": 1280, "height": 900}) as window:
        page = window.page
        size = page.get_by_role("slider", name="features").first
        box = size.bounding_box()
        assert box["y"] + box["height"] < 900
        size.focus()
        size.press("ArrowRight")  # 7 features: 4(7·64 + 64·64 + 64) = 18,432, so 256 more in all
        assert "60,166" in page.locator("[data-explorer]").inner_text()


@pytest.mark.parametrize("name", ["index", "paste", "questions", "00_start_here"])
@pytest.mark.parametrize("width", [390, 1280])
def test_a_page_is_accessible_and_fits(engine, plain, axe, name, width):
    with Visited(
        engine, plain, f"{name}.html", viewport={"width": width, "height": 900}, reduced_motion="reduce"
    ) as window:
        for scheme in ("light", "dark"):
            window.page.emulate_media(color_scheme=scheme)
            assert violations(window.page, axe, "body") == []
        assert window.page.evaluate("document.documentElement.scrollWidth") == width


def test_a_page_says_what_it_is_without_javascript(engine, plain):
    with Visited(engine, plain, "paste.html", java_script_enabled=False) as window:
        assert "pip install lstmlesson" in window.page.locator("body").inner_text()
        assert "4(13·5 + 5·5 + 5) = 380" in window.page.locator("#answer").inner_text()
        window.page.goto(f"{plain.address}00_start_here.html")
        assert "59,910" in window.page.locator("main").inner_text()


# The next worker of the site is looked for, and has taken the place of the one before.
UPDATED = """
async () => {
  const registration = await navigator.serviceWorker.ready;
  const taken = new Promise((done) => (navigator.serviceWorker.oncontrollerchange = done));
  await registration.update();
  await taken;
}
"""


class Kept(Watched):
    """A visitor whose browser keeps what the worker of the site gives it to keep."""

    not_ours = ("Failed to load resource", "Failed to update a ServiceWorker", "TypeError: Failed to update")

    def visit(self, address):
        self.page.goto(address)
        self.page.evaluate("async () => { await navigator.serviceWorker.ready }")


def test_the_index_finds_questions_by_their_words_and_shows_all_without_a_script(engine, plain):
    shown = "tbody tr:visible"
    with Visited(engine, plain, frame.QUESTIONS) as window:
        every = window.page.locator(shown).count()
        assert every > 60
        box = window.page.get_by_role("searchbox", name=word("site: find"))
        box.press_sequentially("GRU 42")
        assert 0 < window.page.locator(shown).count() < 5
        for text in window.page.locator(shown).all_inner_texts():
            assert "GRU" in text
            assert "42" in text
        said = sentence("site: found", some=str(window.page.locator(shown).count()), all=str(every))
        assert window.page.get_by_role("status").inner_text() == said
        box.fill("18,176")
        assert window.page.locator(shown).count() >= 2
        box.fill("no such question")
        assert window.page.locator(shown).count() == window.page.locator("thead:visible").count() == 0
        box.fill("")
        assert window.page.locator(shown).count() == every
    context = engine.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(plain.address + frame.QUESTIONS)
    assert page.locator(shown).count() == every
    assert page.get_by_role("searchbox").count() == 0
    context.close()


def test_a_second_visit_needs_no_server(engine, folder):
    served = Site(folder)
    with Kept(engine) as window:
        window.visit(f"{served.address}index.html")
        window.page.reload()
        window.page.goto(f"{served.address}paste.html")
        window.page.get_by_role("button", name=word("paste: error")).click()
        window.page.get_by_text("return_sequences=True").first.wait_for()
        served.stop()
        window.page.goto(f"{served.address}02_weight_sharing.html")
        assert "What happens to the count" in window.page.locator("h1").inner_text()
        window.page.goto(f"{served.address}paste.html")
        window.page.get_by_role("button", name=word("paste: error")).click()
        window.page.get_by_text("return_sequences=True").first.wait_for()


def test_a_changed_build_takes_the_place_of_the_old(engine, folder, tmp_path):
    changing = tmp_path / "changing"
    shutil.copytree(folder, changing)
    served = Site(changing)
    with Kept(engine) as window:
        window.visit(f"{served.address}index.html")
        files = {name: content for name, content in sites.with_python().items() if name != "sw.js"}
        files["index.html"] = files["index.html"].replace(b"<h1", b"<p>A newer page</p><h1", 1)
        from lstmlesson.site.offline import offline_worker

        written({**files, "sw.js": offline_worker(files, "py/").encode()}, changing)
        window.page.evaluate(UPDATED)
        window.page.reload()
        assert window.page.get_by_text("A newer page").count() == 1
    served.stop()
