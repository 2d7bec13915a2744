"""What answers in the page: one widget for all explorers, whose numbers `live.js` computes as the reader drags.

1. `controls`: inputs, each a trait of the widget and a letter of the polynomials.
2. `explorer`: controls and a document with holes, alive in a notebook and whole without one.
3. `prediction`: a guess before the numbers are shown.
"""
