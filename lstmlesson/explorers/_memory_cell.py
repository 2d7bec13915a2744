"""What do the gates do? A memory of one number, whose gates the reader sets, taken through time step by step.

The page does the arithmetic: a step puts f·c + i·g in the place of c. `memory.remember` is the same in Python.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import traitlets

from lstmlesson.explorers.live.controls import Control, Whole
from lstmlesson.explorers.live.derived import Derived
from lstmlesson.explorers.live.explorer import Explorer
from lstmlesson.language import word
from lstmlesson.law.polynomials import Limits, Polynomial, letter
from lstmlesson.views import controls as inputs
from lstmlesson.views.document.standing_still import alive
from lstmlesson.views.pictures.memory import PLACES, Numbers, cell_at_work, formula, trace

# So many steps are drawn; with the next one the trace begins again. Milliseconds for a step in play.
STEPS, PAUSE = 12, 550
# How large a memory may be to begin with, and may become.
LARGEST, BEYOND = 1_000, 10**6
# Settings that show what the gates are for, in tenths.
TRIED = {
    "keep": {"forget": 10, "input": 0},
    "overwrite": {"forget": 0, "input": 10},
    "count up": {"forget": 10, "input": 10},
    "leak": {"forget": 8, "input": 0},
}


@dataclass(frozen=True)
class Kept(Control):
    """A number that a step leaves behind: no argument of the call, with no input on the page. It need not be whole."""

    is_argument = False

    @property
    def number(self) -> Polynomial:
        return letter(self.name, -BEYOND, BEYOND)

    @property
    def limits(self) -> dict[str, Limits]:
        return self.number.limits

    def letters(self, value: float) -> dict[str, Any]:
        return {self.name: value}

    def values(self) -> Sequence[float]:
        return [self.value, -1.5, 0.25]

    def trait(self) -> "traitlets.TraitType[Any, Any]":
        return traitlets.Float(self.value)


class Taken(Whole):
    """How many steps have been taken: no argument of the call."""

    is_argument = False


def memory_cell(
    forget: int = 9, input: int = 1, candidate: int = 10, output: int = 10, *, memory: float = 0.0
) -> Explorer:
    """A memory cell to step through. forget, input and output from 0 to 10, candidate from -10 to 10, all in tenths.

    memory: what stands in it at first, from -1,000 to 1,000.
    Raises: TypeError or ValueError for a gate that is no whole number of tenths, or a memory outside its limits.

    >>> cell = memory_cell(forget=9, input=1, memory=5.0)
    >>> cell.letters["new"]                                         # 0.9·5 + 0.1·1
    4.6
    """
    if isinstance(memory, bool) or not isinstance(memory, int | float) or not abs(memory) <= LARGEST:
        raise ValueError(f"memory={memory!r}: expected a number from -{LARGEST:,} to {LARGEST:,}")
    gates = {
        "forget": Whole("forget", forget, word("forget gate"), lowest=0, highest=10),
        "input": Whole("input", input, word("input gate"), lowest=0, highest=10),
        "cell": Whole("candidate", candidate, word("cell gate"), lowest=-10, highest=10, symbol="g"),
        "output": Whole("output", output, word("output gate"), lowest=0, highest=10),
    }
    c = [Kept(f"c_{at}", float(memory) if at == 0 else 0.0) for at in range(STEPS + 1)]
    h = [Kept(f"h_{at}", 0.0) for at in range(STEPS + 1)]
    taken = Taken("taken", 0, lowest=0, highest=STEPS, symbol="n")
    derived, now, at, top = _worked_out(gates, c, h, taken)
    drawn = trace([one.number for one in c], [one.number for one in h], taken.size, now, top)
    sliders = "".join(one.html() for one in gates.values())
    body = (
        f'<p class="lm-title">{word("memory title")}</p><p>{word("memory told")}</p>'
        f'<div class="lm-memory">{cell_at_work(now)}{drawn}</div>'
        + alive(f'<div class="lm-controls lm-four">{sliders}</div>')
    )
    buttons = _buttons(c, h, taken.size, at, now)
    return Explorer(
        "memory_cell",
        [*gates.values(), taken, *c, *h],
        body + formula(now) + alive(buttons),
        gates["forget"].size,
        more={"memory": memory} if memory else {},
        derived=derived,
    )


def _worked_out(
    gates: dict[str, Whole], c: list[Kept], h: list[Kept], taken: Whole
) -> tuple[list[Derived], Numbers, list[Polynomial], Polynomial]:
    """The letters that follow from the others: which step it is, the gates as they are, and the step itself."""
    at = [Derived(f"at_{number}", "equal", [taken.size, number], (0, 1)) for number in range(STEPS + 1)]
    here = [one.letter for one in at]
    f, i, g, o = (gates[name].size for name in PLACES)
    old_c = sum((one * kept.number for one, kept in zip(here, c, strict=True)), start=0 * f)
    old_h = sum((one * kept.number for one, kept in zip(here, h, strict=True)), start=0 * f)
    far = (-BEYOND, BEYOND)
    whole = {name: Derived(f"one_{name}", "hundredth", [10 * gates[name].size], (-1, 1)) for name in PLACES}
    kept = Derived("kept", "hundredth", [10 * f * old_c], far)
    added = Derived("added", "hundredth", [i * g], (-1, 1))
    new = Derived("new", "hundredth", [10 * f * old_c + i * g], far)
    squashed = Derived("squashed", "tanh", [new.letter], (-1, 1))
    shown = Derived("shown", "hundredth", [10 * o * squashed.letter], (-1, 1))
    top = Derived("top", "reach", [new.letter, *(one.number for one in c)], (1, BEYOND))
    now = Numbers(
        tenths={name: gates[name].size for name in PLACES},
        gates={name: one.letter for name, one in whole.items()},
        c=old_c,
        h=old_h,
        kept=kept.letter,
        added=added.letter,
        new_c=new.letter,
        new_h=shown.letter,
    )
    return [*at, *whole.values(), kept, added, new, squashed, shown, top], now, here, top.letter


def _buttons(c: list[Kept], h: list[Kept], taken: Any, at: list[Polynomial], now: Numbers) -> str:
    """Step, play, and some settings to try."""
    before = [at[-1], *at[:-1]]  # the step that writes each place; after the last place comes the first
    fed = {"taken": f"{(taken + 1) * (1 - at[-1]):d}"}
    for every, new in ((c, now.new_c), (h, now.new_h)):
        for kept, writes in zip(every, before, strict=True):
            fed[kept.name] = f"{kept.number * (1 - writes) + new * writes:~9}"
    traits = "{" + ",".join(f'"{name}":{number}' for name, number in fed.items()) + "}"
    walk = {"next": taken + 1, "most": STEPS}
    step = inputs.button("step", word("one step"), "lm-main", walk)
    play = inputs.playing(inputs.button("play", word("play"), "", walk | {"pause": PAUSE}))
    both = (step + play).replace("data-next=", f"data-traits='{traits}' data-next=")
    tried = "".join(
        inputs.button("set", word(f"try {name}"), "lm-plain", {"traits": str(setting).replace("'", '"')})
        for name, setting in TRIED.items()
    )
    return f'<div class="lm-row">{both}<span class="lm-quiet">{word("try")}</span>{tried}</div>'
