"""What a learner sees first: each lesson's first picture stands on its first screen, and fills the width.

LSTMLESSON_EVERY_LESSON=1 opens every lesson in JupyterLab, too, and .ci/full does.
"""

import lessons
import pytest
from test_lessons import open_lesson
from written import NAMES

pytestmark = pytest.mark.browser

WIDE, HIGH = 1280, 900
NUMBERED = [name for name in NAMES if name[0].isdigit()]
# What is drawn, or asked before it is drawn; the question of a prediction stands where its picture will.
DRAWN = "svg, img, .lm-plane, .lm-share, form, [class*=lm-bar]"

# Of the first output: where its drawing begins, and how much of the width that it may have is painted.
FIRST = """
(root, drawn) => {
  const box = (one) => one.getBoundingClientRect();
  const shown = (one) => box(one).width > 20 && box(one).height > 3;
  const painted = [...root.querySelectorAll("*")].filter((one) => shown(one) && !one.querySelector("div, p, table"));
  const top = Math.min(...[...root.querySelectorAll(drawn)].filter(shown).map((one) => box(one).top));
  const left = Math.min(...painted.map((one) => box(one).left));
  const right = Math.max(...painted.map((one) => box(one).right));
  return { top, share: (right - left) / box(root).width };
}
"""


def stands_first(output):
    """What is wrong with the first output of a lesson."""
    output.wait_for()
    first = output.evaluate(FIRST, DRAWN)
    wrong = [f"its picture begins {first['top']:.0f} px down"] if not first["top"] < HIGH - 50 else []
    return wrong + ([f"it fills {first['share']:.0%} of the width"] if first["share"] < 0.8 else [])


@pytest.mark.parametrize("name", NUMBERED)
def test_the_first_picture_of_a_page_stands_on_its_first_screen(engine, course, name):
    with course.opened(engine, name) as window:
        window.page.set_viewport_size({"width": WIDE, "height": HIGH})
        assert stands_first(window.page.locator(".output_subarea").first) == []


@pytest.mark.parametrize("name", lessons.few(0))
def test_the_first_picture_of_a_notebook_stands_on_its_first_screen(lab, name):
    lab.page.set_viewport_size({"width": WIDE, "height": HIGH})
    open_lesson(lab, f"{name}.ipynb")
    assert stands_first(lab.page.locator(".jp-OutputArea-output:visible").first) == []


@pytest.mark.parametrize(
    ("html", "wrong"),
    [
        ("<div class=lm-plane style='height: 20px'><b>all of the width</b></div>", 0),
        ("<p style='height: 890px'></p><div class=lm-plane style='height: 20px'><b>low</b></div>", 1),
        ("<div class=lm-plane style='height: 20px; width: 300px'>narrow</div>", 1),
        ("<p>no picture at all, in a line that is as long as the whole width of the page and longer</p>", 1),
    ],
)
def test_a_picture_that_is_not_first_is_noticed(blank, html, wrong):
    blank.page.set_viewport_size({"width": WIDE, "height": HIGH})
    blank.page.set_content(f"<main>{html}</main>")
    blank.page.add_style_tag(content="b { display: block }")
    assert len(stands_first(blank.page.locator("main"))) == wrong
