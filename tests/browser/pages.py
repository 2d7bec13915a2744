"""A page that notes what goes wrong, and a stand-in for the widget's model, so that live.js runs without JupyterLab."""

import json
import re

from lstmlesson.explorers.live.explorer import STYLE

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
  for (const one of copy.querySelectorAll("[data-lit], [data-held], [data-playing]")) // what is under the pointer
    for (const name of ["data-lit", "data-held", "data-playing"]) one.removeAttribute(name);
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
    """A page in a context of its own; on leaving, an error in the console or in a kernel, or a request to
    elsewhere, is a failure."""

    # How errors begin that have nothing to do with what is tested.
    not_ours = ("nothing begins like this",)

    def __init__(self, engine, **options):
        self.context = engine.new_context(**options)
        self.page = self.context.new_page()
        self.errors, self.kernel_errors, self.foreign = [], [], []
        self.page.on("console", lambda message: self.errors.append(message.text) if message.type == "error" else None)
        self.page.on("pageerror", lambda error: self.errors.append(error.stack or str(error)))
        self.page.on("request", lambda request: self.note(request.url))
        self.page.on("websocket", self.listen)

    def note(self, url):
        if not url.startswith(LOOPBACK):
            self.foreign.append(url)

    def listen(self, socket):
        self.note(socket.url)
        socket.on("framereceived", self.heard)

    def heard(self, frame):
        text = frame if isinstance(frame, str) else bytes(frame).decode("utf-8", "ignore")
        self.kernel_errors += re.findall(r'"msg_type": ?"error".*', text)

    def our_errors(self):
        return [error for error in self.errors if not error.startswith(self.not_ours)]

    def __enter__(self):
        return self

    def __exit__(self, kind, *_):
        errors = self.our_errors()
        self.context.close()
        if kind is None:
            assert errors == [], errors
            assert self.kernel_errors == [], self.kernel_errors
            assert self.foreign == [], self.foreign


class Blank(Watched):
    """An empty page on which one explorer is shown by live.js, with a stand-in for its model."""

    def __init__(self, engine, **options):
        super().__init__(engine, offline=True, **options)

    def show(self, explorer):
        """Draw an explorer from the state that Python would send."""
        source, css = explorer._esm, STYLE
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
