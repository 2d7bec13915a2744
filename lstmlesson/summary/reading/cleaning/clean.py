"""A pasted text as numbered lines, without what a prompt, a comment or a page put around them."""

from lstmlesson.summary.reading.cleaning.encodings import plain
from lstmlesson.summary.reading.cleaning.line_breaks import Line, mended
from lstmlesson.summary.reading.cleaning.margins import without_margins
from lstmlesson.summary.reading.cleaning.markup import with_end_bars, without_markup
from lstmlesson.summary.reading.cleaning.notebooks import unwrapped

# Larger texts are refused: the summary of a network of a thousand layers has less than half of this.
LARGEST_TEXT, MOST_LINES = 500_000, 20_000
# A longer line is in no table: Keras prints a hundred characters, and a very wide terminal has some hundreds.
LONGEST_LINE = 2_000


def lines(text: str) -> list[Line]:
    """The lines of a pasted text, numbered.

    Raises: TypeError for what is no text; ValueError for a text above `LARGEST_TEXT` characters or `MOST_LINES` lines.

    >>> lines("> \\x1b[1mlstm (LSTM)\\x1b[0m\\r\\n\\u00a0380")
    ['lstm (LSTM)', ' 380']
    """
    if not isinstance(text, str):
        raise TypeError(f"text={type(text).__name__}: expected the text of a summary")
    if len(text) > LARGEST_TEXT:
        raise ValueError(
            f"the text has {len(text):,} characters; expected at most {LARGEST_TEXT:,}: paste the summary alone"
        )
    text = without_markup(plain(unwrapped(text)))
    found: list[Line] = []
    cleaned = map(with_end_bars, without_margins(text.split("\n")))
    numbered = [Line(line, number) for number, line in enumerate(cleaned, 1)]
    for line in mended(numbered):
        shown = line.expandtabs(8).rstrip()
        # Of several blank lines in a row one says as much as all.
        if shown or not found or found[-1]:
            found.append(Line(shown, line.number))
    if len(found) > MOST_LINES:
        raise ValueError(f"the text has {len(found):,} lines; expected at most {MOST_LINES:,}: paste the summary alone")
    return found
