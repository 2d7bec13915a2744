"""Text out: tables, formulas as HTML, pictures as SVG. The same layer gives the same text, always.

Sizes may be whole numbers or polynomials; a polynomial leaves a hole (see `document`), so a picture with letters is
a picture that a page can fill again while a slider moves.
"""
