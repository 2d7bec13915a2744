"""An explorer that asks the kernel, moved and pressed as a browser does, and its answers read."""

import re
import sys

from lstmlesson import explorers
from lstmlesson.explorers.live.controls import Whole

NASTY = "<script>alert('&')</script>"


def moved(explorer, **traits):
    """Move controls as a browser does."""
    explorer.panel.set_state(traits)
    for name, value in traits.items():
        assert getattr(explorer.panel, name) == value


def press(explorer, word):
    explorer.buttons[word].click()
    assert 'role="alert"' not in explorer.feedback.value


def table(html):
    """The cells of the table in an answer, line by line."""
    return [re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row) for row in re.findall(r"<tr>(.*?)</tr>", html)]


def failing(explorer, act=lambda: None):
    """The values at which a reader sees an error, after every whole number went through all of its values."""
    found = []
    for control in explorer.panel.controls:
        values = [*control.values()] if isinstance(control, Whole) else []
        start = getattr(explorer.panel, control.name)
        for value in [*values, *values[:1]]:  # the first one again: only coming from another value is a change
            moved(explorer, **{control.name: value})
            act()
            found += [(control.name, value)] if 'role="alert"' in explorer.feedback.value else []
        moved(explorer, **{control.name: start})
    return list(dict.fromkeys(found))


def seen_after(monkeypatch, one, broken, act):
    """Break something that a callback uses, act, and look for the error on the page; then mend it."""

    def fail(*_, **__):
        raise KeyError(NASTY)

    module, name = broken.split(".")
    namespace = sys.modules[getattr(explorers, module).__module__].__dict__
    with monkeypatch.context() as patch:
        patch.setitem(namespace, name, fail)
        act()
    assert 'role="alert"' in one.feedback.value
    assert "KeyError" in one.feedback.value
    assert "<script" not in one.feedback.value
