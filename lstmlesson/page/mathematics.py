"""Mathematics as MathML, which every browser draws by itself: no script, no font from elsewhere.

The notebooks write LaTeX between dollars. latex2mathml translates it; what is done besides is small: a number such as
12{,}416 becomes one number again, and the LaTeX stays as the alternative text.
"""

import re

from latex2mathml.converter import convert

from lstmlesson.views.document import escape

# A comma in braces, as LaTeX writes the separator of thousands, comes back as three elements.
_THOUSANDS = re.compile(r"(?<=\d)</mn><mrow><mo>(?:,|&#x0002C;)</mo></mrow><mn>(?=\d)")


def mathml(latex: str, block: bool = False) -> str:
    """One formula as MathML; what is no LaTeX stays as it was typed. block: on a line of its own, else in a sentence.

    >>> "<mn>12,416</mn>" in mathml(r"12{,}416")
    True
    >>> mathml(r"\\frac{1}{")
    '<code>\\\\frac{1}{</code>'
    """
    latex = latex.strip()
    try:
        converted = convert(latex, display="block" if block else "inline")
    except Exception:  # latex2mathml has a dozen kinds of errors, and IndexError besides, for a brace that is missing
        return f"<code>{escape(latex)}</code>"
    written = _THOUSANDS.sub(",", converted)
    return written.replace(">", f' alttext="{escape(latex)}">', 1)


def of_output(latex: str) -> str:
    r"""What a cell shows as LaTeX, such as sympy's expressions, which stand between dollars.

    >>> of_output(r"$\displaystyle 4 u$").count("<mi>u</mi>")
    1
    """
    inside = latex.strip().strip("$").replace(r"\displaystyle", "")
    return mathml(inside, block=True)
