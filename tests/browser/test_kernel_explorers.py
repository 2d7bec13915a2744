"""Explorers that ask the kernel, in JupyterLab: by mouse and by keyboard, against numbers that are reckoned here."""

import math
import re

import pytest
from axe import violations
from pages import OnPage
from test_explorers_kernel import FIVE, read_by_hand
from test_lab import cells

from lstmlesson import explorers
from lstmlesson.explorers.reader import examples

pytestmark = pytest.mark.browser

GIVEN = {"memory_cell": "memory=5.0", "trained": "epochs=100", "reader": "", "quiz": "0, seed=1, choices=True"}
CELL = "from lstmlesson.explorers import {0}\none = {0}({1})\none"
ROOT = ".jp-OutputArea-output .lstmlesson"
NASTY = """<img/src=x/onerror="document.title='run'"></textarea>&lt;{7*7}<script>document.title='run'</script>"""
every_explorer = pytest.mark.parametrize("name", GIVEN)
every_way = pytest.mark.parametrize("way", ["mouse", "Enter", "Space"])


def opened(lab, name, given=None):
    """One explorer in a notebook of its own, which has been run."""
    lab.server.write(f"{name}.ipynb", CELL.format(name, GIVEN[name] if given is None else given))
    lab.open(f"{name}.ipynb")
    lab.run(1)
    root = lab.page.locator(ROOT).first
    root.locator("lstmlesson-frame").wait_for(state="attached")
    root.locator("[data-control], textarea, input").first.wait_for()
    return root


def press(root, name, way="mouse"):
    button = root.get_by_role("button", name=name, exact=True)
    button.click() if way == "mouse" else button.press(way)


def says(root, text):
    root.get_by_text(text).first.wait_for()


def leave(lab, root):
    """Take the focus out of a text box, which says what was typed as late as that; a closed notebook cannot hear it."""
    root.get_by_role("button").last.focus()
    lab.page.wait_for_timeout(300)


def table(root):
    """The body of the table that is shown: its cells, line by line."""
    lines = "(table) => [...table.tBodies[0].rows].map((row) => [...row.cells].map((cell) => cell.innerText))"
    return root.locator("table").last.evaluate(lines)


class Panel(OnPage):
    """The controls and what follows from them in the page, beside a twin in Python."""

    def is_right(self):
        traits, drawn, _ = self.now()
        return drawn == self.expected(traits)

    def move(self, control, way):
        return self.by_mouse(control) if way == "mouse" else self.by_keyboard(control)

    def choose(self, name, option, way):
        """One option of a select."""
        control = next(one for one in self.twin.controls if one.name == name)
        if way == "mouse":
            return self.inputs(control)[0].select_option(option)
        for key in ["Home", *["ArrowDown"] * control.options.index(option)]:
            self.inputs(control)[0].press(key)
        assert self.traits()[name] == option

    def arrived(self, lab):
        """Wait until Python has what the page has: the page may hold a move back, and lets a click overtake it."""
        with lab.kernel() as kernel:
            for name, value in self.traits().items():
                lab.until(lambda name=name, value=value: kernel.value(f"one.panel.{name}") == value)


def panel(lab, root, twin):
    return Panel(lab.page, root.locator(".lstmlesson"), twin.panel)


# ---- memory_cell and trained -------------------------------------------------------------------------------------


@every_way
def test_a_memory_takes_steps_that_add_up_by_hand(lab, way):
    root = opened(lab, "memory_cell")
    shown, old = panel(lab, root, explorers.memory_cell(memory=5.0)), 5.0
    for taken, control in enumerate(shown.twin.controls, 1):
        assert len(shown.move(control, way)) > 1
        shown.arrived(lab)
        press(root, "Step", way)
        root.locator("tbody tr").nth(taken - 1).wait_for()
        forget, enters, candidate, output = (
            shown.traits()[gate] / 10 for gate in ("forget", "input", "candidate", "output")
        )
        new = forget * old + enters * candidate
        by_hand = [taken, old, forget * old, enters * candidate, new, output * math.tanh(new)]
        assert list(map(float, table(root)[-1])) == pytest.approx(by_hand, abs=5.1e-4)
        c = re.search(rf" {taken}: c (\S+), h", root.locator("img").get_attribute("alt"))
        assert float(c[1]) == pytest.approx(new, abs=5.1e-4)
        old = new
    press(root, "Reset", way)
    root.locator("table").wait_for(state="detached")
    says(root, "The memory c begins at 5.")


@pytest.mark.parametrize(
    ("way", "setup"), [("mouse", "one to one"), ("Enter", "many to one"), ("Space", "many to many")]
)
def test_a_network_is_trained_and_read_at_every_place_as_it_is_by_hand(lab, way, setup):
    root = opened(lab, "trained", "'many to one', epochs=1000")
    shown = panel(lab, root, explorers.trained("many to one", epochs=1000))
    shown.choose("setup", setup, way)
    shown.choose("epochs", "100", way)
    shown.arrived(lab)
    press(root, "Train", way)
    root.locator("table").wait_for()
    steps, losses, predicted = read_by_hand(setup, epochs=100)
    says(root, f"Seed 0, 100 epochs: the loss went from {losses[0]:.2g} to {losses[-1]:.2g}.")
    ranged, box = root.locator("[data-control=place]").all()
    for place in (5, 4, 3, 2, 1):
        if way == "mouse":
            box.fill(str(place))
        else:
            for key in ["Home", *["ArrowRight"] * (place - 1)]:
                ranged.press(key)
        at = f"Sample {place}, timestep 1" if setup == "one to one" else f"Sample 1, timestep {place}"
        says(root, f"{at}: x = {FIVE[place - 1, 0]:g}, predicted {predicted[place - 1]:.3f}".rstrip("0"))
        for line, expected in zip(table(root), steps[place - 1].values(), strict=True):
            assert list(map(float, line[1:])) == pytest.approx(expected.tolist(), abs=5.1e-4)
    press(root, "Train again with another seed", way)
    _, losses, _ = read_by_hand(setup, epochs=100, seed=1)
    says(root, f"Seed 1, 100 epochs: the loss went from {losses[0]:.2g} to {losses[-1]:.2g}.")
    shown.choose("epochs", "500", way)
    says(root, "Seed 1. Nothing is trained yet.")
    assert root.locator("table").count() == 0


def test_a_long_training_says_how_far_it_is_and_its_buttons_rest(lab):
    root = opened(lab, "trained", "epochs=5000")
    press(root, "Train")
    lab.page.wait_for_function("() => document.querySelector('progress')?.value >= 500")
    assert root.locator("button:disabled").count() == 2
    assert re.search(r"epoch [\d,]+ of 5,000, loss", root.locator("progress").get_attribute("aria-label"))
    says(root, "Seed 0, 5,000 epochs: the loss went from")
    root.locator("progress").wait_for(state="detached")
    lab.page.wait_for_function("() => !document.querySelector('.lstmlesson button:disabled')")


# ---- reader and quiz ---------------------------------------------------------------------------------------------

# The counts of each example, written out as they follow from the sizes that it names.
COUNTS = {
    "Keras 3": [4 * (6 * 64 + 64 * 64 + 64), 0, 4 * (64 * 64 + 64 * 64 + 64), 64 * 6 + 6],
    "Keras 2": [4 * (13 * 5 + 5 * 5 + 5), 4 * (5 * 5 + 5 * 5 + 5), 5 * 650 + 650],
    "tf.keras 2": [1000 * 32, 2 * 4 * (32 * 16 + 16 * 16 + 16), 32 * 5 + 5],
    "torchinfo": [0, 4 * (5 * 10 + 10 * 10 + 10 + 10)],
    "print(module)": [None, 1000 * 32, 2 * 2 * 4 * (32 * 16 + 16 * 16 + 16 + 16), 32 * 5 + 5],
}


def as_python(formula):
    """The left side of `4(3·2 + 2·2 + 2) = 48`, reckoned."""
    left = re.sub(r"(\d)\(", r"\1*(", formula.rpartition(" = ")[0]).replace("·", "*").replace(",", "")
    assert re.fullmatch(r"[\d+*() ]+", left), formula
    return eval(left)


@every_way
def test_each_example_is_counted_as_it_is_by_hand(lab, way):
    root = opened(lab, "reader")
    assert list(COUNTS) == list(examples())
    for name, counts in COUNTS.items():
        press(root, name, way)
        lab.until(lambda name=name: root.locator("textarea").input_value() == examples()[name])
        lab.page.wait_for_function(f"() => document.querySelectorAll('{ROOT} tbody tr').length === {len(counts)}")
        lab.until(lambda counts=counts: [whole(line[2]) for line in table(root)] == counts)
        for line, count in zip(table(root), counts, strict=True):
            assert not line[3] or as_python(line[3]) == count
        assert sum(bool(line[3]) for line in table(root)) >= 1
    press(root, "Clear", way)
    root.locator("table").wait_for(state="detached")
    assert root.locator("textarea").input_value() == ""


def whole(cell):
    return None if cell == "?" else int(cell.replace(",", ""))


def test_what_is_pasted_is_explained_at_once_and_never_run(lab):
    root = opened(lab, "reader")
    root.locator("textarea").focus()
    lab.page.keyboard.insert_text("lstm (LSTM)    (None, 400, 5)    380")
    says(root, "4(13·5 + 5·5 + 5) = 380")
    root.locator("details").first.locator("summary").press("Enter")
    assert root.locator("details img").first.is_visible()
    root.locator("textarea").fill(f"{NASTY} (LSTM)    (None, 8)    384")
    says(root, "4(3·8 + 8·8 + 8) = 384")
    assert table(root)[0][0] == f"{NASTY} (LSTM)"
    assert root.locator("img[src=x], script").count() == 0
    assert lab.page.title() != "run"
    leave(lab, root)


def test_a_quiz_is_answered_with_a_number_found_by_hand(lab):
    root = opened(lab, "quiz")
    for _ in range(2):
        asked = root.locator("strong").first.inner_text()
        units, features = map(int, re.search(r"LSTM\((\d+)\).* with (\d+) features", asked).groups())
        root.locator("input").fill(str(4 * (features * units + units * units)))
        press(root, "Check")
        says(root, "I counted the kernels and no bias.")
        press(root, "Show the solution")
        answer = 4 * (features * units + units * units + units)
        root.locator("li", has_text=re.compile(f"^{answer:,}$")).wait_for()
        root.get_by_role("button", name=f"{answer:,}", exact=True).click()
        says(root, f"{answer:,} is right.")
        press(root, "Another like this")
        lab.until(lambda asked=asked: root.locator("strong").first.inner_text() != asked)


# ---- all of them -------------------------------------------------------------------------------------------------

# Something to see below the controls, and what the kernel needs for it.
SHOW = {"memory_cell": "Step", "trained": "Train", "reader": "Keras 3", "quiz": "Show the solution"}
NEEDS = {"memory_cell": "remember", "trained": "Learner", "reader": "explain", "quiz": "solution_html"}


def shown(lab, name):
    root = opened(lab, name)
    press(root, SHOW[name])
    root.locator(".widget-html li, .widget-html table").first.wait_for()
    return root


@every_explorer
def test_an_exception_in_a_callback_is_seen_by_the_reader(lab, name):
    root = opened(lab, name)
    with lab.kernel() as kernel:
        kernel.do(f"import sys; sys.modules['lstmlesson.explorers.{name}'].{NEEDS[name]} = None")
    press(root, SHOW[name])
    root.locator("[role=alert]", has_text="TypeError: 'NoneType' object is not callable").wait_for()


@every_explorer
def test_no_shortcut_of_jupyterlab_fires_whatever_has_the_focus(lab, name):
    root = shown(lab, name)
    before = cells(lab)
    every = root.locator("button, input, select, textarea, summary").all()
    for entry in reversed(every):  # the last first: what is typed at the top changes what stands below
        entry.focus()
        for key in "a b x d d m y r z 0 0 ArrowDown Shift+M Escape b".split():
            lab.page.keyboard.press(key)
        lab.page.wait_for_timeout(100)
        assert (cells(lab), lab.page.locator(".jp-Dialog").count()) == (before, 0), entry
    assert len(every) > 4
    leave(lab, root)


def test_the_keys_are_kept_too_where_a_notebook_is_opened_again_and_not_run(lab):
    lab.server.write_executed("again.ipynb", CELL.format("memory_cell", ""), True)
    lab.open("again.ipynb")
    root = lab.page.locator(ROOT).first
    root.locator("lstmlesson-frame").wait_for(state="attached")
    before = cells(lab)
    root.get_by_role("button", name="Step").press("b")
    lab.page.wait_for_timeout(500)
    assert cells(lab) == before


def test_a_shortcut_that_fires_is_noticed(lab):
    root = shown(lab, "memory_cell")
    before = cells(lab)
    root.evaluate("(root) => root.parentElement.append(root.querySelector('button'))")
    lab.page.locator(f"{ROOT} ~ button").press("b")
    lab.until(lambda: cells(lab) != before)


CUT = """
(root) => [...root.querySelectorAll("button, label, p, li")].filter(
  (one) => one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).display !== "inline"
    || one.getBoundingClientRect().right > root.getBoundingClientRect().right + 1
).map((one) => one.innerText)
"""


@every_explorer
def test_nothing_lacks_a_name_or_a_contrast_and_no_sentence_is_cut_on_a_narrow_page(lab, name, axe):
    root = shown(lab, name)
    usual = lab.page.viewport_size
    lab.command("application:toggle-left-area")
    try:
        for width in (1280, 420):
            lab.page.set_viewport_size({"width": width, "height": 900})
            for theme in ("JupyterLab Light", "JupyterLab Dark"):
                lab.theme(theme)
                assert violations(lab.page, axe, ROOT) == []
            assert root.evaluate(CUT) == []
        root.get_by_role("button").first.evaluate("(button) => { button.style.width = '2em'; }")
        assert len(root.evaluate(CUT)) == 1
    finally:
        lab.page.set_viewport_size(usual)
        lab.command("application:toggle-left-area")


ALIGNED = """
(table) => [...table.rows].map((row) => [...row.cells].map((cell) => getComputedStyle(cell).textAlign))
"""
FILLED = {"memory_cell": "one.step()", "trained": "one.train()", "reader": "one.buttons[1].click()", "quiz": ""}


@every_explorer
def test_a_notebook_that_is_not_trusted_shows_the_static_form_with_its_tables_in_line(lab, name):
    source = CELL.format(name, GIVEN[name]).rpartition("\n")[0]
    lab.server.write_executed(f"{name}_static.ipynb", f"{source}\n{FILLED[name]}\none", False)
    lab.open(f"{name}_static.ipynb")
    output = lab.page.locator(".jp-OutputArea-output").first
    output.get_by_text("Run this cell").wait_for()
    assert lab.page.locator(ROOT).count() == 0
    for one in output.locator("table").all():
        header, *lines = one.evaluate(ALIGNED)
        assert set(header) == {"left", "right"}
        assert all(line == header for line in lines)
    assert output.locator("table").count() == (name != "quiz")
    for picture in output.locator("img").all():
        assert picture.evaluate("async (image) => (await image.decode(), image.naturalWidth)") > 100
