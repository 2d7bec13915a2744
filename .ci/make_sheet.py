"""All explorers on one sheet, to be looked at after a change of their look: python .ci/make_sheet.py

A row for each explorer: 1,280, 840 and 390 px wide in the light theme, then in the dark one, as it is at rest; and a
second row where it asks first, with a wrong guess committed. Each is taken in Chromium from the state that Python would
send, and written to docs/explorers.webp, which is in no wheel. Needs the `test` extra and Chromium.
"""

import io
import sys
from pathlib import Path

from PIL import Image, ImageDraw
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT / "tests" / folder) for folder in ("", "helpers", "browser")]  # the browser tests' own tools

from conftest import browser  # noqa: E402
from pages import Blank  # noqa: E402
from test_explorers import CALLS  # noqa: E402

SHEET = ROOT / "docs" / "explorers.webp"
WIDTHS, THEMES = (1280, 840, 390), ("light", "dark")
# Enough to see what is out of place, and small.
SCALE, GAP, TITLE = 0.25, 12, 22
GROUND = "document.documentElement.style = 'color-scheme: light dark; background: var(--lm-paper)'"


def shots(blank, explorer):
    """One explorer at each width in each theme."""
    for theme in THEMES:
        for width in WIDTHS:
            blank.page.set_viewport_size({"width": width, "height": 400})
            blank.page.emulate_media(color_scheme=theme, reduced_motion="reduce")
            blank.show(explorer)
            blank.page.evaluate(GROUND)
            yield Image.open(io.BytesIO(blank.page.locator(".lstmlesson").screenshot())).convert("RGB")


def wrongly_guessed(call):
    """The explorer with a guess that is no answer, or None where it does not ask."""
    try:
        explorer = call(predict=True)
    except TypeError:
        return None
    explorer.guess = 1
    return explorer


def rows():
    """The explorers by what stands above their row."""
    for name, call in CALLS.items():
        yield name, call()
        guessed = wrongly_guessed(call)
        if guessed is not None:
            yield f"{name}, a wrong guess", guessed


def row(name, images):
    """The pictures of one explorer beside each other, with its name above."""
    small = [one.resize((int(one.width * SCALE), int(one.height * SCALE)), Image.Resampling.LANCZOS) for one in images]
    size = sum(one.width + GAP for one in small), max(one.height for one in small) + TITLE + GAP
    sheet, left = Image.new("RGB", size, "#888"), 0
    ImageDraw.Draw(sheet).text((4, 4), name, fill="white")
    for one in small:
        sheet.paste(one, (left, TITLE))
        left += one.width + GAP
    return sheet


def main():
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=browser(), args=["--no-sandbox"])
        with Blank(chromium) as blank:
            made = [row(name, list(shots(blank, explorer))) for name, explorer in rows()]
    sheet = Image.new("RGB", (max(one.width for one in made), sum(one.height for one in made)), "#888")
    top = 0
    for one in made:
        sheet.paste(one, (0, top))
        top += one.height
    sheet.save(SHEET, quality=70, method=6)
    print(f"{SHEET.relative_to(ROOT)}: {len(made)} rows, {SHEET.stat().st_size / 1000:,.0f} KB")


if __name__ == "__main__":
    main()
