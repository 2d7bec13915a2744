"""The count card: one page to print, with the formula of every layer and five steps to read a summary.

It holds no formula and no number that the layers do not say themselves; `card_entries` lists them. The file
notebooks/count_card.html is what `python -m lstmlesson.views.count_card` prints.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from lstmlesson.language import chosen, sentence, word
from lstmlesson.law.sizes import written
from lstmlesson.law.weights import expression
from lstmlesson.views.count_card.entries import (
    DATA,
    EXAMPLE,
    LETTERS,
    MODEL,
    SILENT,
    WITHOUT,
    Entry,
    keras_entries,
    output_entries,
    pytorch_entries,
)
from lstmlesson.views.document import escape
from lstmlesson.views.document.tables import line, table
from lstmlesson.views.formula import equation, html, in_letters
from lstmlesson.views.roles import custom_properties

STYLE = Path(__file__).parent / "card.css"

NUMBER_OF_STEPS = 5
NEW_LINE = "\n"


def card() -> str:
    """The card as one HTML page that needs nothing else: for a screen, light or dark, and one A4 page on paper.

    >>> "4(3·2 + 2·2 + 2) = <strong>48</strong>" in card()
    True
    """
    head = '<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">'
    style = f"<style>\n:root {{ {custom_properties()} }}\n{STYLE.read_text('utf-8')}</style>"
    body = [_top(), _keras(), _pytorch(), _steps(), f'<div class="both">\n{_shapes()}\n{_nothing()}\n</div>']
    return (
        f'<!DOCTYPE html>\n<html lang="{chosen().name}">\n<head>\n{head}\n'
        f"<title>{word('card')}</title>\n{style}\n</head>\n<body>\n<main>\n{NEW_LINE.join(body)}\n</main>\n</body>\n</html>\n"
    )


def _top() -> str:
    meanings = [f"<i>{letter}</i>&nbsp;{word(f'card: {size}')}" for size, letter in LETTERS._asdict().items()]
    law = f'<p class="law">{word("card: law")}</p>'
    return f"<h1>{word('card: heading')}</h1>\n{law}\n<p>{', '.join(meanings)}.</p>"


def _keras() -> str:
    header = _header("layer", "sees", "formula", "example", "puts out", sizes=("features", "units", "window"))
    entries = zip(keras_entries(LETTERS), keras_entries(EXAMPLE), strict=True)
    lines = [line([_name(one), _shape(one.shape), *_sums(one, same), _output(one)]) for one, same in entries]
    return _section(word("card: Keras"), table(header, lines))


def _pytorch() -> str:
    header = _header("module", "formula", "example", sizes=("features", "units", "projection"))
    entries = zip(pytorch_entries(LETTERS), pytorch_entries(EXAMPLE), strict=True)
    lines = [line([_name(one), *_sums(one, same)]) for one, same in entries]
    return _section(word("card: PyTorch"), table(header, lines))


def _steps() -> str:
    steps = "".join(f"<li>{word(f'card: step {number}')}</li>" for number in range(1, NUMBER_OF_STEPS + 1))
    lines = [
        line([f"<code>{row.name} ({row.class_name})</code>", _shape(row.output_shape), f"{row.count:,}", row.formula])
        for row in MODEL.rows()
    ]
    rows = table(
        [sentence("card: data", shape=_shape(DATA)), "Output Shape", "Param #", word("card: arithmetic")], lines
    )
    return _section(word("card: steps"), rows, f"<ol>{steps}</ol>")


def _shapes() -> str:
    entries = zip(output_entries(LETTERS), output_entries(EXAMPLE), strict=True)
    lines = [line([_name(one), _output(one), _output(same)]) for one, same in entries]
    header = _header("layer", "puts out", "example", sizes=("timesteps", "features", "units"))
    return _section(word("card: outputs"), table(header, lines))


def _nothing() -> str:
    nothing = expression([weight for entry in WITHOUT for weight in entry.weights])
    none = _codes(type(entry.thing).__name__ for entry in WITHOUT)
    return (
        f"<section><h2>{word('card: in no formula')}</h2>"
        f"<p>{sentence('card: not in it', arguments=_codes(SILENT))}</p>"
        f"<h2>{sentence('card: nothing', nothing=nothing)}</h2>"
        f"<p>{sentence('card: and the like', layers=none)}</p></section>"
    )


def _section(heading: str, content: str, before: str = "") -> str:
    """A heading, and a table that a narrow screen scrolls sideways, by finger or by keyboard."""
    wide = f'<div class="wide" role="region" aria-label="{heading}" tabindex="0">{content}</div>'
    return f"<section><h2>{heading}</h2>{before}{wide}</section>"


def _codes(names: Iterable[str]) -> str:
    return ", ".join(f"<code>{name}</code>" for name in names)


def _header(*columns: str, sizes: Iterable[str]) -> list[str]:
    """The headings of a table; that of the example says its sizes."""
    said = ", ".join(f"<i>{getattr(LETTERS, name)}</i> = {getattr(EXAMPLE, name)}" for name in sizes)
    return [sentence(f"card: {column}", sizes=said) for column in columns]


def _sums(entry: Entry, example: Entry) -> list[str]:
    return [in_letters(entry.weights), equation(example.weights)]


def _name(entry: Entry) -> str:
    """A declaration as code that may wrap after a bracket where the screen is narrow."""
    code = escape(entry.thing).replace("(", "(<wbr>")
    layer = f"<code>{code}</code>"
    return sentence("card: trained", layer=layer) if entry.trained else layer


def _output(entry: Entry) -> str:
    output = entry.thing.output_shape(entry.shape)
    return ", ".join(map(_shape, output)) if isinstance(output, list) else _shape(output)


def _shape(shape: Any) -> str:
    """A shape as HTML, with its letters in italics."""
    return written(shape, lambda size: html(str(size).replace("*", "·")))
