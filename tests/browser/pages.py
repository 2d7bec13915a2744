"""A page that notes what goes wrong, and a stand-in for the widget's model, so that live.js runs without JupyterLab."""

import json

from lstmlesson.explorers.explorer import HERE
from lstmlesson.views.document import fill

LOOPBACK = ("http://127.0.0.1", "ws://127.0.0.1", "data:", "blob:", "about:", "file:")

# What anywidget hands to render(): get, set, save_changes, on, off. It keeps what was saved.
MODEL = """
class Model {
  constructor(state) { this.state = state; this.saved = 0; this.handlers = new Map(); }
  get(name) { return this.state[name]; }
  set(name, now) {
    const before = this.state[name];
    this.state[name] = now;
    if (before !== now) for (const handler of this.handlers.get(`change:${name}`) ?? []) handler();
  }
  save_changes() { this.saved += 1; }
  on(event, handler) { this.handlers.set(event, [...(this.handlers.get(event) ?? []), handler]); }
  off(event, handler) { this.handlers.set(event, (this.handlers.get(event) ?? []).filter((one) => one !== handler)); }
}
"""

START = f"""
async ([source, css, state]) => {{
  {MODEL}
  const url = URL.createObjectURL(new Blob([source], {{ type: "text/javascript" }}));
  const module = await import(url);
  const style = document.createElement("style");
  style.textContent = css;
  document.head.replaceChildren(style);
  document.body.replaceChildren();
  window.model = new Model(state);
  module.default.render({{ model: window.model, el: document.body }});
}}
"""

# The page's HTML below its controls, as a parser has it: without comments, and with neighbouring texts joined.
TIDY = """
window.tidy = (parent) => {
  const copy = parent.cloneNode(true);
  const comments = document.createTreeWalker(copy, NodeFilter.SHOW_COMMENT);
  const found = [];
  while (comments.nextNode()) found.push(comments.currentNode);
  for (const comment of found) comment.remove();
  copy.normalize();
  return copy.innerHTML;
};
window.parsed = (html) => {
  const place = document.createElement("div");
  place.innerHTML = html;
  return window.tidy(place);
};
"""


class Watched:
    """A page in a context of its own; on leaving, a console error or a request to elsewhere is a failure."""

    # How errors begin that have nothing to do with what is tested.
    not_ours = ("nothing begins like this",)

    def __init__(self, engine, **options):
        self.context = engine.new_context(**options)
        self.page = self.context.new_page()
        self.errors, self.foreign = [], []
        self.page.on("console", lambda message: self.errors.append(message.text) if message.type == "error" else None)
        self.page.on("pageerror", lambda error: self.errors.append(f"{error}\n{error.stack}"))
        self.page.on("request", lambda request: self.note(request.url))
        self.page.on("websocket", lambda socket: self.note(socket.url))

    def note(self, url):
        if not url.startswith(LOOPBACK):
            self.foreign.append(url)

    def our_errors(self):
        return [error for error in self.errors if not error.startswith(self.not_ours)]

    def __enter__(self):
        return self

    def __exit__(self, kind, *_):
        errors = self.our_errors()
        self.context.close()
        if kind is None:
            assert errors == [], errors
            assert self.foreign == [], self.foreign


class Blank(Watched):
    """An empty page on which one explorer is shown by live.js, with a stand-in for its model."""

    def __init__(self, engine, **options):
        super().__init__(engine, offline=True, **options)

    def show(self, explorer):
        """Draw an explorer from the state that Python would send."""
        source, css = ((HERE / name).read_text("utf-8") for name in ("live.js", "live.css"))
        state = {name: value for name, value in explorer.get_state().items() if is_json(value)}
        self.page.evaluate(TIDY)
        self.page.evaluate(START, [source, css, state])

    def set(self, traits):
        """Set traits as the kernel would."""
        self.page.evaluate("(traits) => { for (const name in traits) model.set(name, traits[name]); }", traits)

    def shown(self):
        """What stands on the page."""
        return self.page.evaluate("tidy(document.querySelector('.lstmlesson'))")

    def parsed(self, html):
        """The same HTML after the browser's own parser has read it."""
        return self.page.evaluate("(html) => parsed(html)", html)

    def trait(self, name):
        return self.page.evaluate("(name) => model.get(name)", name)


def is_json(value):
    try:
        json.dumps(value)
    except TypeError:
        return False
    return True


# Every input with its value, what is drawn, and its text, all at one moment, so that no message comes in between.
NOW = """
(root) => {
  const value = (input) => input.type === "checkbox" ? input.checked
    : input.type === "select-one" ? input.value : Number(input.value);
  const inputs = [...root.querySelectorAll("[data-control]")].map((input) => [input.dataset.control, value(input)]);
  return [inputs, tidy(root), root.textContent];
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

    def by_mouse(self, control):
        """Move every input of a control with the mouse, and give what they were set to."""
        seen = set()
        for entry in self.inputs(control):
            if entry.get_attribute("type") == "range":
                box = entry.bounding_box()
                for part in (0.9, 0.3):
                    entry.click(position={"x": box["width"] * part, "y": box["height"] / 2})
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
            None: ["Home", "ArrowDown", "ArrowDown", "End", "ArrowUp"],
        }
        seen = set()
        for entry in self.inputs(control):
            entry.focus()
            for key in keys[entry.get_attribute("type")]:
                self.page.keyboard.press(key)
                seen.add(self.checked(control))
        return seen

    def inputs(self, control):
        return self.root.locator(f"[data-control={control.name}]").all()

    def checked(self, control):
        """The control's value now, after making sure that the page follows it."""
        assert self.is_right(), f"after moving {control.name} to {self.traits()}"
        return self.traits()[control.name]
