"""An explorer where it stands on a page, moved by mouse and keyboard, and compared with a twin in Python."""

import ast

from pages import TIDY

from lstmlesson import explorers
from lstmlesson.views.document import fill

# The explorers that ask the kernel, and the quiz: a button of each, after which there is something to read.
SHOW = {"trained": "Train", "reader": "Keras 3", "quiz": "Show the solution"}


def explorer_cells(notebook):
    """The cells that end in an explorer: their number, its name, and the cell."""
    for number, cell in enumerate(notebook.cells):
        last = cell.source.splitlines()[-1] if cell.cell_type == "code" else ""
        if last.startswith("explorers."):
            yield number, last[len("explorers.") : last.index("(")], cell


def twin(source):
    """The explorer that a cell ends with, after what stands above it."""
    *above, last = ast.parse(source).body
    names = {"explorers": explorers, **vars(explorers)}
    exec(compile(ast.Module(above, []), "cell", "exec"), names)
    return eval(ast.unparse(last), names)


def asked(root, name):
    """An explorer that has no control to move is asked, and something to read appears."""
    root.get_by_role("button", name=SHOW[name], exact=True).click()
    root.locator(".widget-html :is(li, table), [data-place=said] p").first.wait_for()


# Every input with its value, what is drawn, and its text, all at one moment, so that no message comes in between.
NOW = """
(root) => {
  const value = (input) => input.type === "checkbox" ? input.checked
    : input.type === "select-one" ? input.value : Number(input.value);
  const inputs = [...root.querySelectorAll("[data-control]")].filter((input) => input.type !== "radio" || input.checked)
    .map((input) => [input.dataset.control, input.type === "radio" ? input.value : value(input)]);
  const slides = [...root.querySelectorAll("[data-slide]")].map((one) => [one.dataset.slide, Number(one.ariaValueNow)]);
  return [[...inputs, ...slides], tidy(root), root.textContent];
}
"""


class OnPage:
    """One explorer where it stands on a page, beside a twin in Python that says what should stand there."""

    def __init__(self, page, root, twin):
        self.page, self.root, self.twin = page, root, twin
        page.evaluate(TIDY)

    def now(self):
        """What the inputs are set to, what is drawn, its text. Where a size has two inputs they must agree."""
        inputs, drawn, text = self.root.evaluate(NOW)
        traits = {}
        for name, value in inputs:
            assert traits.setdefault(name, value) == value, f"{name} is {traits[name]} and {value}"
        return traits, drawn, text

    def traits(self):
        return self.now()[0]

    def expected(self, traits):
        """What Python writes for these traits, as the browser reads it."""
        for name, value in traits.items():
            setattr(self.twin, name, value)
        html = fill(self.twin.text(), self.twin.letters)
        return self.page.evaluate("(html) => parsed(html)", html)

    def is_right(self):
        """Whether the page shows Python's document, and Python's exact count in it (none where nothing can be)."""
        traits, drawn, text = self.now()
        as_written = drawn == self.expected(traits)
        return as_written and (self.twin.count == 0 or f"{self.twin.count:,}" in text)

    def unlock(self):
        """Commit a guess where one is asked for: bigger, or 1."""
        if self.twin.is_locked:
            assert self.root.locator("[data-control], svg, table").count() == 0
            radios = self.root.get_by_role("radio")
            radios.first.check() if radios.count() else self.root.get_by_role("textbox").fill("1")
            self.root.get_by_role("button", name="Commit").click()
            self.twin.guess = 1

    def is_alive(self):
        """Whether it follows two keys, after it has been unlocked."""
        self.unlock()
        control = self.root.locator("input[type=range], [data-slide]").first
        control.press("End")
        ended = self.traits()
        control.press("ArrowLeft")
        return self.is_right() and self.traits() != ended

    def by_mouse(self, control):
        """Move every input of a control with the mouse, and give what they were set to."""
        seen = set()
        for entry in self.inputs(control):
            if entry.get_attribute("type") == "range":
                box = entry.bounding_box()
                for part in (0.9, 0.3):
                    entry.click(position={"x": box["width"] * part, "y": box["height"] / 2})
                    seen.add(self.checked(control))
            elif entry.get_attribute("role") == "slider":
                entry.scroll_into_view_if_needed()
                box = entry.bounding_box()
                x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
                self.page.mouse.move(x, y)
                self.page.mouse.down()
                for away in (60, 130, -90):
                    down = entry.get_attribute("data-drag") == "y"
                    self.page.mouse.move(x if down else x + away, y + away if down else y)
                    seen.add(self.checked(control))
                self.page.mouse.up()
            elif entry.get_attribute("type") == "radio":
                entry.check()
                seen.add(self.checked(control))
            elif entry.get_attribute("type") == "checkbox":
                for _ in range(2):
                    entry.click()
                    seen.add(self.checked(control))
            elif entry.evaluate("(entry) => entry.localName") == "select":
                for option in control.options:
                    entry.select_option(option)
                    seen.add(self.checked(control))
        return seen

    def by_keyboard(self, control):
        """Move every input of a control with the keyboard alone."""
        keys = {
            "range": "Home ArrowRight ArrowUp End ArrowLeft ArrowDown PageDown PageUp".split(),
            "number": ["ArrowDown", "ArrowDown", "ArrowUp"],
            "checkbox": ["Space", "Space"],
            "radio": ["ArrowRight", "ArrowDown", "ArrowLeft"],
            None: ["Home", "ArrowDown", "ArrowDown", "End", "ArrowUp"],
            "slider": "Home ArrowRight ArrowUp End ArrowLeft ArrowDown PageDown PageUp 4 1".split(),
        }
        seen = set()
        for entry in self.inputs(control):
            entry.focus()
            for key in keys[entry.get_attribute("role") or entry.get_attribute("type")]:
                self.page.keyboard.press(key)
                seen.add(self.checked(control))
        return seen

    def inputs(self, control):
        return self.root.locator(f"[data-control={control.name}], [data-slide={control.name}]").all()

    def checked(self, control):
        """The control's value now, after making sure that the page follows it."""
        assert self.is_right(), f"after moving {control.name} to {self.traits()}"
        return self.traits()[control.name]
