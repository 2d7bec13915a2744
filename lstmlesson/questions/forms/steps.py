"""Steps: a calculation as somebody writes it down, with one wrong step in it, or with none."""

from typing import NamedTuple

from lstmlesson.language import sentence, word
from lstmlesson.layers import LSTM
from lstmlesson.questions.items import Item, item
from lstmlesson.questions.sampling import Draw


class _Slip(NamedTuple):
    """Which step it spoils, and what that step then counts with."""

    step: int
    seen: int
    fed_back: int
    biases: int
    gates: int


def _slips(steps: int, features: int, units: int) -> dict[str, _Slip]:
    """Each slip by its name; the right calculation is the one that spoils no step."""
    return {
        "no slip": _Slip(0, features, units * units, units, 4),
        "slip: timesteps": _Slip(1, steps, units * units, units, 4),
        "slip: itself alone": _Slip(2, features, units, units, 4),
        "slip: no bias": _Slip(3, features, units * units, 0, 4),
        "slip: three gates": _Slip(4, features, units * units, units, 3),
    }


def wrong_step(draw: Draw) -> Item:
    """Which step of a calculation is the first wrong one?"""
    steps, features, units = draw.small() + 8, draw.small(), draw.small() + 1
    slips = _slips(steps, features, units)
    name = draw.one_of(*slips)
    slip = slips[name]
    once = slip.seen * units + slip.fed_back + slip.biases
    lines = [
        sentence("practice: step 1", units=units, seen=slip.seen, product=slip.seen * units),
        sentence("practice: step 2", fed_back=slip.fed_back),
        sentence("practice: step 3", biases=slip.biases, once=once),
        sentence("practice: step 4", gates=slip.gates, once=once, total=slip.gates * once),
    ]
    said = [word("practice: no step"), *(sentence("practice: a step", number=number) for number in (1, 2, 3, 4))]
    reason = sentence(f"practice: {name}", formula=LSTM(units).formula((steps, features)))
    wrong = [(text, reason) for number, text in enumerate(said) if number != slip.step]
    text = sentence("practice: which step", layer=f"LSTM({units})", timesteps=steps, features=features)
    return item("step", text, (said[slip.step], reason), wrong, table="\n".join(lines))
