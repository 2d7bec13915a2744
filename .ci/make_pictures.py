"""The three pictures of the README and the site's preview, made by the project itself: python .ci/make_pictures.py

Each is taken in Chromium from a page as `lstmlesson page` writes it, so it shows what a learner sees: a slider at work,
a pasted summary explained, and a wrong number with its mistake. Needs the `test` extra and Chromium.
"""

import io
import shutil
import tempfile
from pathlib import Path

import nbformat.v4 as make
from nbformat import write
from PIL import Image
from playwright.sync_api import sync_playwright

import lstmlesson.site
from lstmlesson.course import folder
from lstmlesson.page import lesson_page
from lstmlesson.site.pages import all_pages

PREVIEW = Path(lstmlesson.site.__file__).parent / "preview.png"
PICTURES = folder() / "pictures"
MILLISECONDS_A_FRAME = 1200
COLOURS = 64
EXPLAINED = """
from lstmlesson import explain
explain('''
lstm_1 (LSTM)                (None, 400, 5)            380
lstm_2 (LSTM)                (None, 400, 5)            220
time_distributed_1 (TimeDist (None, 400, 650)          3900
''')
"""
MISTAKEN = """
from lstmlesson import LSTM, diagnose
diagnose(LSTM(5), (None, 7), 160)
"""


def picture(element):
    return Image.open(io.BytesIO(element.screenshot())).convert("RGB")


def slider_at_work(page):
    """Units from 1 to 4 by the arrow key, and back, of an LSTM."""
    page.emulate_media(reduced_motion="reduce")  # each frame is a state, and none is on its way
    page.set_content(lesson_page(folder() / "01_gates.ipynb"))
    explorer = page.locator("[data-explorer]").first
    explorer.get_by_role("radio", name="LSTM").check(force=True)
    slider = explorer.get_by_role("slider", name="units", exact=True)
    slider.press("Home")
    frames = [picture(explorer)]
    for _ in range(3):
        slider.press("ArrowRight")
        frames.append(picture(explorer))
    first, *others = on_one_size([*frames, *frames[-2:0:-1]])
    first.save(PICTURES / "slider.gif", save_all=True, append_images=others, duration=MILLISECONDS_A_FRAME, loop=0)


def on_one_size(frames):
    """The frames of an animation, each on a sheet as large as the largest."""
    size = tuple(max(one.size[axis] for one in frames) for axis in (0, 1))
    sheets = [Image.new("RGB", size, "white") for _ in frames]
    for sheet, one in zip(sheets, frames, strict=True):
        sheet.paste(one)
    return [sheet.quantize(COLOURS) for sheet in sheets]


def still(page, code, name):
    """What a cell shows."""
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "cell.ipynb"
        write(make.new_notebook(cells=[make.new_code_cell(code)]), path)
        page.set_content(lesson_page(path))
    page.add_style_tag(content="main { max-width: 58rem; }")  # room for a table that scrolls on a page
    picture(page.locator(".output_subarea")).quantize(COLOURS).save(PICTURES / name, optimize=True)


def preview(browser):
    """What others show of a link to the site, 1200 by 630: the beginning of its contents, larger than on the page."""
    page = browser.new_page(viewport={"width": 1200, "height": 630})
    page.set_content(next(all_pages(False)).html)
    page.add_style_tag(content="main { max-width: 66rem; } h1 { margin-top: 0.75rem; } p:first-of-type { margin: 0; }")
    shown = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    shown.quantize(COLOURS).save(PREVIEW, optimize=True)


if __name__ == "__main__":
    PICTURES.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page(device_scale_factor=1.5, viewport={"width": 1000, "height": 900})
        slider_at_work(page)
        still(page, EXPLAINED, "summary.png")
        still(page, MISTAKEN, "mistake.png")
        preview(browser)
        browser.close()
