"""Ways back: from a count to the size that made it, to the largest size for a budget, to a dialect, to a belief."""

from typing import Any

from lstmlesson import inverse, pytorch
from lstmlesson.language import sentence
from lstmlesson.law.weights import formula
from lstmlesson.layers import GRU, LSTM
from lstmlesson.questions.items import Item, counted, item
from lstmlesson.questions.question import Question
from lstmlesson.questions.sampling import Draw


def features_back(draw: Draw) -> Item:
    """The row of a summary, and the features that it does not show."""
    units, features = draw.one_of(2, 5, 10) if draw.difficulty == 1 else draw.size(), draw.small()
    count = LSTM(units).count((None, features))
    text = sentence("practice: features back", row=f"lstm (LSTM)   (None, {units})   {count:,}")
    right = features, sentence("practice: so many features", formula=LSTM(units).formula((None, features)))
    wrong = [
        (features + 1, sentence("practice: without a bias")),
        (features - 1, sentence("practice: with a second bias")),
        (features + units, sentence("practice: the recurrent kernel too")),
        (features + units + 1, sentence("practice: the recurrent kernel too")),
    ]
    return item("features back", text, right, wrong, is_typed=True)


def units_back(draw: Draw) -> Item:
    units, features = draw.small() + 1, draw.small()
    count = LSTM(units).count((None, features))
    reason = sentence("practice: so many units", formula=LSTM(units).formula((None, features)))
    text = sentence("practice: units back", count=f"{count:,}", features=features)
    wrong = [(units + 1, reason), (units - 1, reason), (count // 4, reason), (features, reason)]
    return item("units back", text, (units, reason), wrong, is_typed=True)


def budget(draw: Draw) -> Item:
    """The largest layer that a budget allows."""
    units, features = draw.small() + 1, draw.small()
    exact, above = (LSTM(number).count((None, features)) for number in (units, units + 1))
    allowed = (exact + above) // 2
    best = inverse.largest_units(allowed, LSTM, features=features)
    reason = sentence("practice: both neighbours", few=f"{exact:,}", units=units, many=f"{above:,}")
    text = sentence("practice: budget", budget=f"{allowed:,}", features=features)
    return item("budget", text, (best, reason), [(units + 1, reason), (units - 1, reason)], is_typed=True)


def dialect(draw: Draw) -> Item:
    """Whose layer has this count?"""
    units, features = draw.small(), draw.small() + 6
    named: dict[str, tuple[Any, Any]] = {
        f"Keras: LSTM({units})": (LSTM(units), (None, features)),
        f"Keras: LSTM({units}, use_bias=False)": (LSTM(units, use_bias=False), (None, features)),
        f"PyTorch: LSTM({features}, {units})": (pytorch.LSTM(features, units), None),
    }
    gru = {
        f"Keras: GRU({units})": (GRU(units), (None, features)),
        f"PyTorch: GRU({features}, {units})": (pytorch.GRU(features, units), None),
    }
    one = draw.one_of(*gru)  # the two have one count
    named[one] = gru[one]
    counts = {name: layer.count(shape) for name, (layer, shape) in named.items()}
    formulas = {name: formula(layer.weights(shape)) for name, (layer, shape) in named.items()}
    name = draw.one_of(*named)
    text = sentence("practice: dialect", count=f"{counts[name]:,}", features=features, units=units)
    return item("dialect", text, (name, formulas[name]), [(other, formulas[other]) for other in named if other != name])


def belief(draw: Draw) -> Item:
    """Whose belief gives this number?"""
    question = Question(LSTM(draw.small() + 2), (draw.small() + 8, draw.small() + 4))
    asked = counted(question)
    numbers = [family[0].count for family in question.families]
    alone = [family for family in question.families if numbers.count(family[0].count) == 1]
    one, *others = draw.random.sample(alone, 4)
    text = sentence(
        "practice: belief", thing=repr(question.thing), shape=f"{question.input_shape}", count=f"{one[0].count:,}"
    )
    wrong = [(other[0].title, sentence("practice: would be", count=f"{other[0].count:,}")) for other in others]
    right = one[0].title, sentence("practice: not the count", right=asked.right.why)
    return item("belief", text, right, wrong)
