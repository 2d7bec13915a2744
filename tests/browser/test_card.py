"""The count card in a real Chromium: one A4 page on paper, and nothing cut off or unreadable on a screen."""

import re

import lessons
import pytest
from axe import violations
from pages import Watched

pytestmark = pytest.mark.browser

FILE = lessons.FOLDER / "count_card.html"
A4 = 595, 842  # in points, 72 to an inch
TOO_WIDE = "() => document.documentElement.scrollWidth > document.documentElement.clientWidth"
COLOURS = (
    "() => { const page = getComputedStyle(document.documentElement); return [page.color, page.backgroundColor]; }"
)


class HasStaticForm(Watched):
    """The card on a screen of a width, light or dark, without a network."""

    def __init__(self, engine, width=1280, scheme="light"):
        super().__init__(engine, offline=True, viewport={"width": width, "height": 900}, color_scheme=scheme)
        self.page.goto(FILE.as_uri())


def printed(page):
    """The size of each page in points, as the browser prints it."""
    boxes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", page.pdf(prefer_css_page_size=True))
    return [(round(float(width)), round(float(height))) for width, height in boxes]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_prints_on_one_page_of_a4(engine, scheme):
    with HasStaticForm(engine, scheme=scheme) as card:
        assert printed(card.page) == [A4]


def test_a_little_more_would_still_fit(engine):
    """Other computers have other fonts."""
    with HasStaticForm(engine) as card:
        card.page.add_style_tag(content="@media print { main { padding-bottom: 12mm } }")
        assert printed(card.page) == [A4]


def test_a_longer_card_is_noticed(engine):
    with HasStaticForm(engine) as card:
        card.page.evaluate("() => document.querySelector('main').append(document.querySelector('ol').cloneNode(true))")
        card.page.add_style_tag(content="@media print { ol { font-size: 16pt } }")
        assert len(printed(card.page)) > 1


def test_paper_is_white_however_the_screen_is(engine):
    with HasStaticForm(engine, scheme="dark") as card:
        assert card.page.evaluate(COLOURS) != ["rgb(27, 29, 33)", "rgb(255, 255, 255)"]
        card.page.emulate_media(media="print", color_scheme="dark")
        assert card.page.evaluate(COLOURS) == ["rgb(27, 29, 33)", "rgb(255, 255, 255)"]


@pytest.mark.parametrize("width", [320, 390, 800, 1280, 1920])
def test_no_page_is_wider_than_its_screen(engine, width):
    with HasStaticForm(engine, width) as card:
        assert not card.page.evaluate(TOO_WIDE)
        card.page.add_style_tag(content=".wide { overflow: visible }")
        assert card.page.evaluate(TOO_WIDE) or width > 390  # the test can fail


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing(engine, axe, width, scheme):
    with HasStaticForm(engine, width, scheme) as card:
        assert violations(card.page, axe, "body") == []
