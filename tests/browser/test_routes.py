"""The routes for teachers, walked as they are written: each lesson run in a fresh kernel, each cell brought to the top
of the screen; and nothing on that screen answers what the row asks, until it is opened.
"""

import pytest
from routes import MINUTES, given_away, route, whole_numbers
from test_teaching import TEXT

pytestmark = pytest.mark.browser

PROJECTOR = {"width": 1280, "height": 900}
ROWS = [row for name in MINUTES for row in route(TEXT, name) if row.place]
ASKED = sorted({row._replace(minute=0, cell=row.cell.partition("](")[2], then="") for row in ROWS if row.answer})
# The words that are seen where a heading is brought to the top, by the boxes in which the browser has drawn them.
SEEN = """(heading) => {
  heading.scrollIntoView({ behavior: "instant" });
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), seen = [];
  while (walker.nextNode()) {
    const range = document.createRange();
    range.selectNodeContents(walker.currentNode);
    const box = range.getBoundingClientRect();
    const shown = walker.currentNode.parentElement.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    if (shown && box.width && box.top < innerHeight && box.bottom > 0) seen.push(walker.currentNode.data);
  }
  return seen.join("\\n");
}"""


def place(page, heading):
    return page.locator(f'[id="{heading}"]')


@pytest.mark.parametrize("row", ASKED, ids=lambda row: f"{row.place[0]} {row.asked[:40]}")
def test_no_cell_on_the_screen_answers_what_a_route_asks(engine, course, row):
    lesson, heading = row.place
    with course.opened(engine, lesson, viewport=PROJECTOR) as window:
        screen = place(window.page, heading).evaluate(SEEN)
        assert len(screen) > 200
        assert given_away(row, screen) == []
        assert whole_numbers(row.answer) <= whole_numbers(opened(window.page, course, lesson))


def opened(page, course, lesson):
    """The words of a lesson when every guess is committed and every answer is open."""
    for shown in course.explorers(page, lesson):
        shown.unlock()
    page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
    return page.locator("body").inner_text()


@pytest.mark.parametrize("name", MINUTES)
def test_each_cell_of_a_route_is_there(engine, course, name):
    shown = [row.place for row in route(TEXT, name) if row.place]
    for lesson in dict(shown):
        with course.opened(engine, lesson) as window:
            assert [
                heading for one, heading in shown if one == lesson and not place(window.page, heading).count()
            ] == []


def test_an_answer_on_the_screen_is_noticed():
    row = next(row for row in ROWS if row.answer == "256")
    assert given_away(row, "So 256 more.") == ["256", "256"]
    assert given_away(row, "18,176 grows by 2,560 when 7 features come.") == []
