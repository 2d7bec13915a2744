"""From what people paste to plain lines. Nothing that says something is taken away.

1. `encodings`: colours, odd blanks, text that was read in the wrong encoding.
2. `notebooks`: the lines of a pasted .ipynb file. `markup`: HTML, its entities, Markdown's backslashes and fences.
3. `line_breaks`: lines that were wrapped, doubled, or run together into one.
4. `margins`: what stands in front of every line: quotation and comment marks, line numbers, a logger's time.
5. `clean`: these in their order; it hands out numbered lines.

How to add a kind of damage: its step in the file of its kind, and a generator in `tests/helpers/damage.py`.
"""
