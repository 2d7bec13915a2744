"""An explorer that asks the kernel, opened in JupyterLab: its controls, its buttons, its tables, what it says."""

from on_page import OnPage

GIVEN = {"trained": "epochs=100", "reader": ""}
CELL = "from lstmlesson.explorers import {0}\none = {0}({1})\none"
ROOT = ".jp-OutputArea-output .lstmlesson"


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
