"""A memory of one number: how far its gates are open, and what became of it step by step."""

from collections.abc import Sequence
from typing import Any

from lstmlesson.language import sentence, word
from lstmlesson.memory import Remembered
from lstmlesson.views.document import by_sign, line, number, table, when
from lstmlesson.views.pictures.drawing import (
    FAINT,
    FRAME,
    INK,
    PAPER,
    gate_colour,
    gate_letter,
    gate_word,
    path,
    picture,
    rect,
    text,
)

# A tank of ten tenths is so many pixels high and wide; tanks stand so far apart.
TENTH, WIDE, APART, TOP = 8, 56, 120, 34
# So many steps are shown, the last ones; those before them are counted.
MOST_STEPS = 12


def tenths(size: Any) -> str:
    """A number of tenths, from -10 to 10, as people write it; it may be a polynomial.

    >>> tenths(9), tenths(10), tenths(0), tenths(-5)
    ('0.9', '1', '0', '-0.5')
    """
    return by_sign(size, _above(size), "0", f"-{_above(-size)}")


def _above(size: Any) -> str:
    return when(size - 9, "1", f"0.{size:d}")


def tanks(forget: Any, enters: Any, candidate: Any, output: Any) -> str:
    """Four tanks, each as full as its gate is open; that of the candidate fills up or down from its middle.

    Sizes are in tenths, and may be polynomials.

    >>> tanks(9, 1, -10, 10).count("<rect")                              # two for each tank
    8
    """
    gates = {"forget": forget, "input": enters, "cell": candidate, "output": output}
    said = "; ".join(f"{gate_word(gate)} {size:d}: {word(f'does {gate}')}" for gate, size in gates.items())
    body = "".join(_tank(20 + at * APART, gate, size) for at, (gate, size) in enumerate(gates.items()))
    return picture(20 + 4 * APART, TOP + 10 * TENTH + 50, sentence("tanks", gates=said), body)


def _tank(x: int, gate: str, size: Any) -> str:
    """One tank: its letter and its number above, its contents, and what it does below."""
    bottom, tall = TOP + 10 * TENTH, 10 * TENTH
    middle = bottom - tall // 2
    if gate == "cell":
        full = when(size, rect(x, middle - TENTH // 2 * size, WIDE, TENTH // 2 * size, gate_colour(gate)))
        full += when(-size, rect(x, middle, WIDE, TENTH // 2 * -size, gate_colour(gate)))
        full += path(x, middle, f"h {WIDE}", FAINT)
    else:
        full = when(size, rect(x, bottom - TENTH * size, WIDE, TENTH * size, gate_colour(gate)))
    frame = rect(x, TOP, WIDE, tall, "none", INK)
    letter = "g" if gate == "cell" else gate_letter(gate)  # c is the memory here
    above = text(x + WIDE // 2, TOP - 10, f"{letter} = {tenths(size)}", "middle", 'font-weight="bold"')
    below = text(x + WIDE // 2, bottom + 18, gate_word(gate), "middle")
    does = text(x + WIDE // 2, bottom + 34, word(f"does {gate}"), "middle", f'font-size="11" fill="{FAINT}"')
    return full + frame + above + below + does


def steps_table(steps: Sequence[Remembered]) -> str:
    """The last steps: the old memory, what was kept and written, the new memory and what is shown."""
    header = [word(f"memory {name}") for name in ("step", *Remembered._fields)]
    first = max(len(steps) - MOST_STEPS, 0)
    lines = [
        line([str(at), *(number(value) for value in step)], right=range(1, len(header)))
        for at, step in enumerate(steps[first:], first + 1)
    ]
    before = sentence("steps before", number=first) if first else ""
    return table(header, lines, caption=before)


def memory_bars(steps: Sequence[Remembered], begin: float) -> str:
    """The memory c after each of the last steps, as bars up or down from zero, beside what is shown of it as h."""
    every = [(begin, 0.0), *((step.new, step.shown) for step in steps)]
    values = every[-MOST_STEPS - 1 :]
    first = len(every) - len(values)
    largest = max(1.0, *(abs(value) for pair in values for value in pair))
    middle, half, room = 78, 58, 36
    body = [_key(10), path(50, middle, f"h {room * len(values)}", FRAME)]
    for at, pair in enumerate(values):
        left = 54 + room * at
        for beside, value in enumerate(pair):
            tall = round(abs(value) / largest * half)
            x, y = left + 14 * beside, middle - tall if value > 0 else middle
            fill = PAPER if beside else INK
            body.append(rect(x, y, 12, tall, fill, INK) if tall else "")
        body.append(text(left + 13, 2 * middle - 4, str(first + at), "middle", f'font-size="11" fill="{FAINT}"'))
    said = ", ".join(f"{first + at}: c {number(c)}, h {number(h)}" for at, (c, h) in enumerate(values))
    return picture(60 + room * (MOST_STEPS + 1), 2 * middle + 8, sentence("memory bars", steps=said), "".join(body))


def _key(x: int) -> str:
    swatch = rect(x, 20, 12, 12, INK, INK) + text(x + 18, 31, "c")
    return swatch + rect(x, 42, 12, 12, PAPER, INK) + text(x + 18, 53, "h")
