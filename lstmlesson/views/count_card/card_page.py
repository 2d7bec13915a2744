"""The count card: one page to print, with the formula of every layer and five steps to read a summary.

It holds no formula and no number that the layers do not say themselves; `card_entries` lists them. The file
notebooks/count_card.html is what `python -m lstmlesson.views.count_card` prints.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from lstmlesson.law.weights import expression
from lstmlesson.views.count_card.entries import (
    DATA,
    EXAMPLE,
    LETTERS,
    MEANING,
    MODEL,
    SILENT,
    WITHOUT,
    Entry,
    keras_entries,
    output_entries,
    pytorch_entries,
)
from lstmlesson.views.document import escape, line, table
from lstmlesson.views.formula import equation, html, in_letters

STYLE = Path(__file__).parent / "card.css"

LAW = (
    "A layer is a list of weights. A weight is one block of numbers, stored once for each gate. "
    "Multiply the sides of each block, add the blocks, multiply by the gates."
)
STEPS = (
    "<strong>Skip the first <code>None</code></strong> of every Output Shape: it is the batch. "
    "Another <code>None</code> is a length left open. Neither is in a formula.",
    "<strong>Units:</strong> the last number of the row&#x27;s own Output Shape; "
    "for <code>Bidirectional</code> usually half of it.",
    "<strong>Features:</strong> the last number of the Output Shape one row above; in the first row, of the data.",
    "<strong>Put both into the formula</strong> and compare with Param #. "
    "If the features are not shown, solve the formula for them.",
    "<strong>Add the rows.</strong> Trainable and non-trainable make the total; "
    "after training Keras 3 adds the optimizer&#x27;s numbers to it.",
)
NEW_LINE = "\n"
NOT_IN_IT = "timesteps", "the batch", "the number of samples", "epochs"


def card() -> str:
    """The card as one HTML page that needs nothing else: for a screen, light or dark, and one A4 page on paper.

    >>> "4(3·2 + 2·2 + 2) = <strong>48</strong>" in card()
    True
    """
    head = '<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">'
    style = f"<style>\n{STYLE.read_text('utf-8')}</style>"
    body = [_top(), _keras(), _pytorch(), _steps(), f'<div class="both">\n{_shapes()}\n{_nothing()}\n</div>']
    return (
        f'<!DOCTYPE html>\n<html lang="en">\n<head>\n{head}\n<title>Count card</title>\n{style}\n</head>\n'
        f"<body>\n<main>\n{NEW_LINE.join(body)}\n</main>\n</body>\n</html>\n"
    )


def _top() -> str:
    meanings = [f"<i>{letter}</i>&nbsp;{meaning}" for letter, meaning in zip(LETTERS, MEANING, strict=True)]
    return (
        f'<h1>Count card: where each Param # comes from</h1>\n<p class="law">{LAW}</p>\n<p>{", ".join(meanings)}.</p>'
    )


def _keras() -> str:
    header = ["layer", "sees", "formula", _example_with("features", "units", "window"), "puts out"]
    entries = zip(keras_entries(LETTERS), keras_entries(EXAMPLE), strict=True)
    lines = [line([_name(one), _shape(one.shape), *_sums(one, same), _output(one)]) for one, same in entries]
    return _section("Keras", table(header, lines))


def _pytorch() -> str:
    header = ["module", "formula", _example_with("features", "units", "projection")]
    entries = zip(pytorch_entries(LETTERS), pytorch_entries(EXAMPLE), strict=True)
    lines = [line([_name(one), *_sums(one, same)]) for one, same in entries]
    return _section("PyTorch, which keeps two biases in a recurrent layer", table(header, lines))


def _steps() -> str:
    steps = "".join(f"<li>{step}</li>" for step in STEPS)
    lines = [
        line([f"<code>{row.name} ({row.class_name})</code>", _shape(row.output_shape), f"{row.count:,}", row.formula])
        for row in MODEL.rows()
    ]
    rows = table([f"on data of {_shape(DATA)}", "Output Shape", "Param #", "arithmetic"], lines)
    return _section("Five steps to read a summary", rows, f"<ol>{steps}</ol>")


def _shapes() -> str:
    entries = zip(output_entries(LETTERS), output_entries(EXAMPLE), strict=True)
    lines = [line([_name(one), _output(one), _output(same)]) for one, same in entries]
    return _section(
        "What comes out", table(["layer", "puts out", _example_with("timesteps", "features", "units")], lines)
    )


def _nothing() -> str:
    nothing = expression([weight for entry in WITHOUT for weight in entry.weights])
    none = _codes(type(entry.thing).__name__ for entry in WITHOUT)
    return (
        f"<section><h2>In no formula</h2><p>{', '.join(NOT_IN_IT)}; an LSTM&#x27;s {_codes(SILENT)}.</p>"
        f"<h2>Layers with {nothing}</h2><p>{none} and the like.</p></section>"
    )


def _section(heading: str, content: str, before: str = "") -> str:
    """A heading, and a table that a narrow screen scrolls sideways, by finger or by keyboard."""
    wide = f'<div class="wide" role="region" aria-label="{heading}" tabindex="0">{content}</div>'
    return f"<section><h2>{heading}</h2>{before}{wide}</section>"


def _codes(names: Iterable[str]) -> str:
    return ", ".join(f"<code>{name}</code>" for name in names)


def _example_with(*names: str) -> str:
    sizes = [f"<i>{getattr(LETTERS, name)}</i> = {getattr(EXAMPLE, name)}" for name in names]
    return f"with {', '.join(sizes)}"


def _sums(entry: Entry, example: Entry) -> list[str]:
    return [in_letters(entry.weights), equation(example.weights)]


def _name(entry: Entry) -> str:
    """A declaration as code that may wrap after a bracket where the screen is narrow."""
    code = escape(entry.thing).replace("(", "(<wbr>")
    return f"<code>{code}</code>{', trained' if entry.trained else ''}"


def _output(entry: Entry) -> str:
    output = entry.thing.output_shape(entry.shape)
    return ", ".join(map(_shape, output)) if isinstance(output, list) else _shape(output)


def _shape(shape: Any) -> str:
    """A shape as HTML, with its letters in italics."""
    sizes = ["None" if size is None else html(str(size).replace("*", "·")) for size in shape]
    return f"({', '.join(sizes)}{',' * (len(sizes) == 1)})"
