"""The visual language: one colour, one meaning; everything can be read on its ground, light and dark."""

import re
from itertools import combinations

import pytest
from test_views import contrast

from lstmlesson import explorers
from lstmlesson.explorers.live.explorer import HERE
from lstmlesson.views.pictures.drawing import COLOURS
from lstmlesson.views.roles import ROLES, custom_properties

THEMES = ("light", "dark")
HUES = ("input", "forget", "cell", "output", "update", "reset", "layer")
GROUNDS = ("paper", "raised")
# What JupyterLab has below an output, in its own two themes.
JUPYTERLAB = {"light": "#ffffff", "dark": "#111111"}
# Custom properties that documents fill.
HOLES = {
    *("rows", "cols", "y", "gaps", "place", "j", "units", "features", "band", "largest", "most", "room", "steps"),
    *("high", "count", "columns", "top", "wide", "count-rows", "wide-first", "tall-first", "shrink", "tall", "gates"),
    *("full", "own", "samples", "times", "x", "arrow", "start", "end", "over"),
}
SHEET = (HERE / "live.css").read_text("utf-8")


@pytest.mark.parametrize("theme", THEMES)
def test_no_colour_has_two_meanings(theme):
    for (first, one), (second, other) in combinations(ROLES.items(), 2):
        assert getattr(one, theme) != getattr(other, theme), (first, second)
        assert one.meaning != other.meaning


def test_every_gate_has_the_hue_of_its_role_and_the_proposal_one_in_both_layers():
    assert COLOURS["cell"] == COLOURS["candidate"]
    assert set(COLOURS.values()) == {f"var(--lm-{name})" for name in HUES if name != "layer"}


@pytest.mark.parametrize("theme", THEMES)
def test_every_text_can_be_read(theme):
    grounds = [getattr(ROLES[name], theme) for name in (*GROUNDS, "touch-soft")] + [JUPYTERLAB[theme]]
    for text in ("ink", "quiet", "touch", "wrong"):
        for ground in grounds:
            assert contrast(getattr(ROLES[text], theme), ground) >= 4.5, (text, ground)
    assert contrast(getattr(ROLES["paper"], theme), getattr(ROLES["touch"], theme)) >= 4.5  # on a full button
    for hue in HUES:
        assert contrast(ROLES["on"].light, getattr(ROLES[hue], theme)) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
def test_every_edge_can_be_seen(theme):
    for ground in GROUNDS:
        assert contrast(getattr(ROLES["edge"], theme), getattr(ROLES[ground], theme)) >= 3


def test_the_sheet_has_no_colour_but_the_roles():
    colours = set(re.findall(r"#[0-9a-f]{3,8}\b|\b(?:rgb|hsl)a?\([^)]*\)", SHEET))
    assert colours <= {"rgb(0 0 0 / 0.34)", "rgb(0 0 0 / 0.62)", "rgb(0 0 0 / 0.16)"}  # lines, patterns, a shadow
    used = set(re.findall(r"var\(--lm-([a-z-]+)\)", SHEET))
    own = set(re.findall(r"--lm-([a-z-]+):", SHEET + custom_properties()))
    assert used - own <= HOLES


def test_no_theme_is_a_filter():
    assert "filter" not in SHEET
    assert "light-dark" in custom_properties()


def test_the_hue_of_a_gate_is_used_for_nothing_else():
    """Pictures that are about no gate take none of the gates' hues, so a hue has one meaning in all explorers."""
    hues = {f"var(--lm-{name})" for name in HUES if name != "layer"}
    assert not any(hue in explorers.backwards()._text for hue in hues)
    for call in (explorers.dialects, explorers.ledger, explorers.time_distributed):
        pictures = "".join(re.findall("<svg.*?</svg>", call()._text, re.DOTALL))
        assert not any(hue in pictures for hue in hues), call.__name__
    assert any(hue in explorers.memory_cell()._text for hue in hues)  # what would be noticed
