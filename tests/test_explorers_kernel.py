"""What holds for every explorer that asks the kernel: its static form, its texts, its frame."""

import ast
import re
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from asked import press

from lstmlesson import explorers
from lstmlesson.explorers.kernel.panel import Frame

CALLS = {"trained": lambda **more: explorers.trained(**{"epochs": 100, **more})}
every_explorer = pytest.mark.parametrize("name", CALLS)


@every_explorer
def test_the_static_form_shows_the_start_survives_without_trust_and_is_always_the_same(name):
    first, second = (CALLS[name]()._repr_mimebundle_()[0] for _ in range(2))
    assert (first["text/plain"], first["text/html"]) == (second["text/plain"], second["text/html"])
    assert "0x" not in first["text/plain"]
    for lost in ("<svg", "<math", "<script", "<style", "<input", "<progress", "\ue000", "<!--"):
        assert lost not in first["text/html"]
    assert "Run this cell to use it" in first["text/html"]


@every_explorer
def test_the_plain_text_is_a_call_that_makes_the_explorer_again(name):
    one = CALLS[name]()
    call = ast.parse(repr(one).rpartition(":")[0], mode="eval").body
    named = {argument.arg: ast.literal_eval(argument.value) for argument in call.keywords}
    assert repr(getattr(explorers, name)(*map(ast.literal_eval, call.args), **named)) == repr(one)


@every_explorer
def test_every_control_and_button_says_what_it_is(name):
    one = CALLS[name]()
    for control in one.panel.controls:
        assert re.search(rf"<label><span>{control.words}</span> <(input|select)[^>]*data-control", control.html())
    for button in one.buttons.values():
        assert button.description in button.tooltip
    press(one, next(iter(one.buttons)))
    assert one.feedback.value.startswith('<div role="status">')


@every_explorer
def test_what_is_shown_only_sometimes_is_never_part_of_an_attribute_where_the_page_does_not_look(name):
    hidden = re.compile(r'="[^"]*<!--')
    assert hidden.search('<svg aria-label="forget <!--if 0-->1<!--end-->">')
    assert not hidden.search(CALLS[name]().panel._text)


@pytest.mark.parametrize("name", [*CALLS, "reader"])
def test_the_keys_of_an_explorer_made_of_ipywidgets_are_kept_by_a_frame(name):
    assert sum(isinstance(child, Frame) for child in getattr(explorers, name)().children) == 1


WITHOUT_NUMPY = """
import sys
sys.modules["numpy"] = None  # importing it raises ImportError
from lstmlesson import explorers
for name in [*explorers.__all__, "memory_cell", "quiz", "reader", "trained"]:
    if name.islower():
        print(name, getattr(explorers, name)()._repr_mimebundle_()[0]["text/html"].startswith("<div>"))
cell = explorers.memory_cell(forget=9, input=1, memory=5.0)
print("0.9·5 + 0.1·1 =", round(cell.letters["new"], 6), "4.60" in cell.static())
network = explorers.trained()
network.train()
print("needs numpy:", "import of numpy halted" in network.feedback.value)
"""


@pytest.mark.slow
def test_explorers_are_made_and_shown_without_numpy_and_only_what_computes_with_arrays_asks_for_it():
    root = Path(explorers.__file__).parents[2]
    told = subprocess.run([sys.executable, "-c", WITHOUT_NUMPY], capture_output=True, text=True, cwd=root)
    assert told.stderr == ""
    *made, stepped, trained = told.stdout.splitlines()
    assert len(made) == sum(name.islower() for name in explorers.__all__) + 4
    assert all(line.endswith(" True") for line in made)
    assert stepped == "0.9·5 + 0.1·1 = 4.6 True"
    assert trained == "needs numpy: True"


@pytest.mark.parametrize("name", ["gates", *CALLS, "quiz", "reader"])
def test_what_anywidget_tells_colab_is_kept_beside_an_explorer(name, monkeypatch):
    assert getattr(explorers, name)()._repr_mimebundle_()[1] == {}
    place = SimpleNamespace(_installed_url="the manager's address")
    colab = SimpleNamespace(enable_custom_widget_manager=lambda: None, _widgets=place)
    monkeypatch.setitem(sys.modules, "google.colab.output", colab)
    _, metadata = getattr(explorers, name)()._repr_mimebundle_()
    (told,) = metadata.values()
    assert told == {"colab": {"custom_widget_manager": {"url": "the manager's address"}}}
