"""Changes: what becomes of a cost when one size is doubled, and which size is in a sum at all."""

from lstmlesson.language import sentence, word
from lstmlesson.layers import LSTM
from lstmlesson.ledger import costs
from lstmlesson.questions.items import Item, item
from lstmlesson.questions.sampling import Draw

SIZES = ("features", "units", "timesteps", "batch")
# What each size is called in a sentence.
NAMES = {"samples": "many samples", "timesteps": "timesteps", "features": "features"}
WAYS = ("stays the same", "grows, but does not double", "doubles", "more than doubles")


def _way(before: int, after: int) -> str:
    """What happened, as one of WAYS."""
    if after == before:
        return WAYS[0]
    return WAYS[1] if after < 2 * before else WAYS[2] if after == 2 * before else WAYS[3]


def _doubled(draw: Draw, cost: str, size: str) -> Item:
    before = {"features": draw.small(), "units": draw.small() + 1, "timesteps": 10 * draw.small(), "batch": 8}
    after = before | {size: 2 * before[size]}
    few, many = (_value(cost, sizes) for sizes in (before, after))
    reason = sentence("practice: before and after", before=f"{few:,}", after=f"{many:,}")
    layer = f"LSTM({before['units']})"
    asked = {"cost": word(f"practice: {cost}"), "size": word(f"practice: the {size}")}
    batch, steps, features = before["batch"], before["timesteps"], before["features"]
    text = sentence("practice: doubled", layer=layer, batch=batch, timesteps=steps, features=features, **asked)
    right = _way(few, many)
    options = {way: word(f"practice: {way}") for way in WAYS}
    wrong = [(said, reason) for way, said in options.items() if way != right]
    return item("change", text, (options[right], reason), wrong)


def _value(cost: str, sizes: dict[str, int]) -> int:
    ledger = costs(LSTM(sizes["units"]), (sizes["timesteps"], sizes["features"]), batch=sizes["batch"])
    return ledger[cost].value  # type: ignore[return-value]


def count_changes(draw: Draw) -> Item:
    return _doubled(draw, "parameters", draw.one_of(*SIZES))


def cost_changes(draw: Draw) -> Item:
    return _doubled(draw, draw.one_of("parameters", "state", "multiply-adds"), draw.one_of("timesteps", "batch"))


def ledger_changes(draw: Draw) -> Item:
    return _doubled(draw, draw.one_of("state", "activations", "multiply-adds", "bytes"), draw.one_of(*SIZES))


def in_the_sum(draw: Draw) -> Item:
    """Which size is in the sum of a Param #?"""
    samples, steps, features = 1_000 * draw.small(), 100 + draw.size(), draw.small()
    sizes = {"samples": samples, "timesteps": steps, "features": features}
    text = sentence(
        "practice: in the sum", units=draw.small(), samples=f"{samples:,}", timesteps=steps, features=features
    )
    reason = word("practice: features and units only")
    said = {
        name: sentence("practice: so many", number=f"{size:,}", of=word(NAMES[name])) for name, size in sizes.items()
    }
    wrong = [(said["timesteps"], reason), (said["samples"], reason), (word("practice: the batch size"), reason)]
    return item("in the sum", text, (said["features"], reason), wrong)


def state_length(draw: Draw) -> Item:
    """How many numbers are in one hidden state?"""
    steps, features, units = 10 + draw.size(), draw.small(), draw.small()
    reason = sentence("practice: one for each unit", units=units)
    wrong = [
        (steps, reason),
        (steps * units, reason),
        (features * units, reason),
        (2 * units, reason),
        (features, reason),
    ]
    text = sentence("practice: hidden state", units=units, timesteps=steps, features=features)
    return item("state", text, (units, reason), wrong, is_typed=True)
