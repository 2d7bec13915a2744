"""What do the gates do? A memory of one number, whose gates the reader sets, taken through time step by step."""

import math

from lstmlesson.explorers.kernel.button_panel import ButtonPanel
from lstmlesson.explorers.kernel.panel import visible
from lstmlesson.explorers.live.controls import Whole
from lstmlesson.explorers.live.explorer import Explorer
from lstmlesson.language import sentence, word
from lstmlesson.memory import Remembered, remember
from lstmlesson.views.document import number
from lstmlesson.views.pictures.memory import memory_bars, steps_table, tanks


class MemoryCell(ButtonPanel):
    """A memory c, and a button that takes it one timestep on. `steps` are those taken so far.

    panel: forget, input, candidate and output, each in tenths. memory: the c to begin with.
    """

    def __init__(self, panel: Explorer, memory: float) -> None:
        self.memory = memory
        self.steps: list[Remembered] = []
        super().__init__(panel, {"take a step": self.step, "start again": self.reset})
        self._show()

    @visible
    def step(self) -> None:
        """One timestep with the gates as they are now."""
        old = self.steps[-1].new if self.steps else self.memory
        gates = [size / 10 for size in (self.panel.forget, self.panel.input, self.panel.candidate, self.panel.output)]
        self.steps.append(remember(old, *gates))
        self._show()

    @visible
    def reset(self) -> None:
        """Back to the first memory; the gates stay as they are."""
        self.steps.clear()
        self._show()

    def _show(self) -> None:
        begins = f"<p>{sentence('memory begins', memory=number(self.memory))}</p>"
        taken = memory_bars(self.steps, self.memory) + steps_table(self.steps) if self.steps else ""
        self.say(begins + taken)

    def __repr__(self) -> str:
        call, _, _ = repr(self.panel).rpartition(")")
        return f"{call}, memory={self.memory!r}): {len(self.steps)} steps"


def memory_cell(
    forget: int = 9, input: int = 1, candidate: int = 10, output: int = 10, *, memory: float = 0.0
) -> MemoryCell:
    """A memory cell to step through. forget, input and output from 0 to 10, candidate from -10 to 10, all in tenths.

    memory: what stands in it at first.
    Raises: TypeError or ValueError for a gate that is no whole number of tenths, or a memory that is not finite.

    >>> cell = memory_cell(forget=9, input=1, memory=5.0)
    >>> cell.step()                                                # as if the reader had pressed Step
    >>> round(cell.steps[-1].new, 6)                               # 0.9·5 + 0.1·1
    4.6
    """
    if isinstance(memory, bool) or not isinstance(memory, int | float) or not math.isfinite(memory):
        raise ValueError(f"memory={memory!r}: expected a finite number")
    keep = Whole("forget", forget, word("forget gate"), lowest=0, highest=10)
    enter = Whole("input", input, word("input gate"), lowest=0, highest=10)
    propose = Whole("candidate", candidate, word("cell gate"), lowest=-10, highest=10, symbol="g")
    show = Whole("output", output, word("output gate"), lowest=0, highest=10)
    body = tanks(keep.size, enter.size, propose.size, show.size)
    return MemoryCell(
        Explorer("memory_cell", [keep, enter, propose, show], body, keep.size, has_tools=False), float(memory)
    )
