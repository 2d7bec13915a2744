"""What explorers that ask the kernel show in JupyterLab, by mouse and by keyboard, against numbers reckoned here."""

import html
import os
import re

import pytest
from kernel_panel import ROOT, leave, opened, panel, press, says, table
from test_trained import FIVE, read_by_hand

from lstmlesson import explorers
from lstmlesson.explorers.kernel._reader import examples

pytestmark = pytest.mark.browser

NASTY = """<img/src=x/onerror="document.title='run'"></textarea>&lt;{7*7}<script>document.title='run'</script>"""
every_way = pytest.mark.parametrize("way", ["mouse", "Enter", "Space"])


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


# The counts of each example, written out as they follow from the sizes that it names.
COUNTS = {
    "Keras 3": [4 * (6 * 64 + 64 * 64 + 64), 0, 4 * (64 * 64 + 64 * 64 + 64), 64 * 6 + 6],
    "Keras 2": [4 * (13 * 5 + 5 * 5 + 5), 4 * (5 * 5 + 5 * 5 + 5), 5 * 650 + 650],
    "tf.keras 2": [1000 * 32, 2 * 4 * (32 * 16 + 16 * 16 + 16), 32 * 5 + 5],
    "torchinfo": [None, 4 * (5 * 10 + 10 * 10 + 10 + 10)],
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
            # An open case shows the sums of its likeliest readings, each of which gives the count.
            is_open = line[3].startswith("open: ")
            sums = re.findall(r"[\d(][^=a-z]* = [\d,]+", line[3]) if is_open else [line[3]] * bool(line[3])
            assert [as_python(one) for one in sums] == [count] * len(sums)
            assert len(sums) > 1 or not is_open
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
    for is_seen in (True, False):  # pictures are folded at first
        assert root.locator("details img").first.is_visible() != is_seen
        root.locator("details:has(img)").first.locator("summary").press("Enter")
        assert root.locator("details img").first.is_visible() == is_seen
    root.locator("textarea").fill(f"{NASTY} (LSTM)    (None, 8)    384")
    says(root, "4(3·8 + 8·8 + 8) = 384")
    assert table(root)[0][0] == f"{html.unescape(NASTY)} (LSTM)"  # what a page has made of a paste is read as text
    assert root.locator("img[src=x], script").count() == 0
    assert lab.page.title() != "run"
    leave(lab, root)


def test_a_long_text_is_said_to_be_read_before_it_is_explained(lab):
    root = opened(lab, "reader")
    names = [f"lstm_{at}" for at in range(1_000)]
    lines = [f"{name:<10} (LSTM)    (None, 400, 5)    {380 if name == 'lstm_0' else 220}" for name in names]
    root.locator("textarea").fill("\n".join(lines))
    says(root, "Reading 1,000 lines")
    if folder := os.environ.get("LSTMLESSON_SCREENSHOTS"):
        lab.page.screenshot(path=f"{folder}/reading.png")
    says(root, "4(13·5 + 5·5 + 5) = 380")
    assert len(table(root)) == len(lines)
    assert root.get_by_text("Reading 1,000 lines").count() == 0
    leave(lab, root)
