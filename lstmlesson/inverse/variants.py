"""The variants of a layer, in letters: every form in which it may stand behind a count.

A form is the layer itself, declared with a letter in the place of each size that it needs. So its count is a
polynomial, and so are the sizes of what goes in and comes out: no arithmetic of any layer is known here, and no
layer by its name.
"""

from collections.abc import Iterator
from functools import cache
from itertools import product
from typing import Any

from lstmlesson import layers
from lstmlesson.inverse.forms_in_letters import Form, declared_form
from lstmlesson.inverse.solver import names_in
from lstmlesson.law.arguments import NEEDED
from lstmlesson.law.declaration import Declaration
from lstmlesson.law.polynomials import letter
from lstmlesson.layers import Layer

A_SIZE = letter  # the value of an argument that is itself a size to be found
# The arguments, besides the sizes that a layer needs, that change what it counts or gives: the values to try, the
# plainest first, and the name of what is said of each. It is the one table of variants; a layer has those of its
# arguments. The first argument here changes last.
ALTERNATIVES: dict[str, dict[Any, str]] = {
    "groups": dict.fromkeys((*range(1, 65), 96, 128, 192, 256, 384, 512, 768, 1024), "reading: groups") | {1: ""},
    "num_layers": dict.fromkeys(range(1, 9), "reading: num_layers"),
    "merge_mode": {"concat": "", "sum": "reading: other merge_mode", None: "reading: no merge_mode"},
    "use_bias": {True: "", False: ""},
    "bias": {True: "", False: ""},
    "reset_after": {True: "reading: reset_after", False: "reading: no reset_after"},
    "affine": {True: "", False: ""},
    "elementwise_affine": {True: "", False: ""},
    "num_parameters": {A_SIZE: ""},
    "dim_feedforward": {A_SIZE: "reading: dim_feedforward"},
    "bidirectional": {False: "", True: "reading: both directions"},
    "scale": {True: "", False: ""},
    "center": {True: "", False: ""},
    "renorm": {False: "", True: ""},
    "use_scale": {False: "", True: ""},
    "score_mode": {"dot": "", "concat": ""},
    # What such a layer needs besides sizes: as a Dense is written, and the usual numbers of heads.
    "equation": {"...x,xy->...y": ""},
    "output_shape": {A_SIZE: ""},
    "bias_axes": {"y": ""},
    "num_query_heads": dict.fromkeys((1, 2, 4, 6, 8, 12, 16, 32), ""),
    "num_key_value_heads": dict.fromkeys((1, 2, 4, 8), ""),
    "axis": dict.fromkeys((-1, 1, 2, 3, 4), "reading: axis") | {-1: ""},
    "return_sequences": {False: "", True: ""},
    "return_state": {False: "", True: ""},
    "proj_size": {0: "", A_SIZE: "reading: proj_size"},
}
# Those that take long are tried only where a search is thorough; the last, only where nothing else fits.
SEARCHED, LAST = ("num_layers", "proj_size"), ("groups", "axis", "renorm")


def kinds(room: Any) -> list[type[Declaration]]:
    """The layers of `layers` or `pytorch` that may hold numbers."""
    named = [getattr(room, name) for name in room.__all__]
    return [kind for kind in named if isinstance(kind, type) and issubclass(kind, Declaration) and holds_numbers(kind)]


def holds_numbers(kind: type[Declaration]) -> bool:
    """Whether a layer of this class declares any weights."""
    return getattr(kind, "declare", Layer.declare) is not Layer.declare


@cache
def forms(
    kind: type[Declaration], rank: int | None = None, thorough: bool = True, last: bool = False
) -> tuple[Form, ...]:
    """Every form of a layer, the plainest first; of those that are the same in weights and outputs the first alone.

    rank: how many axes an input has, for layers that take any number of them. thorough: also several layers in one.
    last: also what is rare, as windows that are no squares, groups, and layers that a wrapper seldom holds.

    >>> [(form.layer, str(form.count)) for form in forms(layers.Dense)]
    [(Dense(units), 'features*units + units'), (Dense(units, use_bias=False), 'features*units')]
    """
    names = [name for name in ALTERNATIVES if name in kind.defaults]
    tried = {name: _values(kind, name) for name in names if thorough or name not in SEARCHED}
    tried |= {name: list(tried[name])[:1] for name in LAST if name in tried and not last}
    made: dict[tuple[Any, ...], Form] = {}
    for values in product(*tried.values()):
        for number, form in enumerate(_declared(kind, dict(zip(tried, values, strict=True)), rank, last)):
            made[(*values, number)] = form
    found: dict[Any, Form] = {}
    for values, form in made.items():
        found.setdefault((form.weights, form.outputs), form._replace(said=(*form.said, *_said(tried, values, made))))
    return tuple(found.values())


def _values(kind: type[Declaration], name: str) -> list[Any]:
    """What an argument may be, the class' own default first."""
    default = kind.defaults[name]
    return list(dict.fromkeys([*(() if default is NEEDED else (default,)), *ALTERNATIVES[name]]))


def form_of(kind: type[Declaration], arguments: dict[str, Any]) -> Form | None:
    """The first form of a layer with these arguments, its own defaults for all others; None where there is none."""
    return next(_declared(kind, arguments, None, False), None)


def is_around(kind: type[Declaration]) -> bool:
    """Whether a layer needs more than sizes, such as another layer: then no count can be ruled out for it."""
    return not all(kind.is_size(name) or name in ALTERNATIVES for name in kind.needed)


def is_complete(kind: type[Declaration]) -> bool:
    """Whether the table of variants has every count that a layer of this class can have."""
    if hasattr(kind, "compose"):  # built of others, and so may be another in somebody's own program
        return False
    optional = [name for name in kind.defaults if name not in kind.needed and kind.is_size(name)]
    searched = any(name in SEARCHED for name in kind.defaults)
    sizes_alone = all(map(kind.is_size, kind.needed))
    return sizes_alone and not searched and all(name in ALTERNATIVES for name in optional)


@cache
def is_strict(kind: Any) -> bool:
    """Whether a count, with the units, leaves one number of features, whatever else the layer was told."""
    form = form_of(kind, {}) if is_complete(kind) and "axis" not in kind.defaults else None
    return form is not None and len(names_in(form.count)) == 2


def _said(tried: dict[str, list[Any]], values: tuple[Any, ...], made: dict[tuple[Any, ...], Form]) -> Iterator[str]:
    """What is said of those arguments that make a difference to the weights or the outputs."""
    form = made[values]
    for at, (name, alternatives) in enumerate(tried.items()):
        others = (made.get((*values[:at], other, *values[at + 1 :])) for other in alternatives)
        text = ALTERNATIVES[name].get(values[at], "")
        if text and any(one and (one.weights, one.outputs) != (form.weights, form.outputs) for one in others):
            yield text


def _declared(kind: type[Declaration], chosen: dict[str, Any], rank: int | None, last: bool) -> Iterator[Form]:
    """The class in letters with these arguments; where it goes around a layer, once for each form of each inside."""
    others = {name: value for name, value in chosen.items() if value is A_SIZE or value != kind.defaults.get(name)}
    arguments = {name: letter(name) if value is A_SIZE else value for name, value in others.items()}
    wanted = [name for name in kind.needed if name not in arguments]
    arguments |= {name: letter(name) for name in wanted if kind.is_size(name)}
    around = [name for name in wanted if name not in arguments]
    if not around:
        yield from _windows(kind, arguments, rank, last)
    elif len(around) == 1 and hasattr(kind, "holds"):
        for inner in (form for inside in _inside(kind, last) for form in forms(inside)):  # type: ignore[arg-type]
            form = declared_form(kind, {**arguments, around[0]: inner.layer}, rank)
            if form is not None:
                yield form._replace(said=inner.said)


def _windows(kind: type[Declaration], arguments: dict[str, Any], rank: int | None, last: bool) -> Iterator[Form]:
    """The form whose windows are as long as wide, and last the one in which each side has a letter of its own."""
    form = declared_form(kind, arguments, rank)
    if form is None:
        return
    yield form
    sides = {name: getattr(form.layer, name) for name in kind.needed}
    several = {name: range(len(value)) for name, value in sides.items() if isinstance(value, tuple) and len(value) > 1}
    apart = {name: tuple(letter(f"{name}_{side}") for side in several[name]) for name in several}
    uneven = declared_form(kind, arguments | apart, rank) if last and apart else None
    if uneven is not None:
        yield uneven


def _inside(kind: Any, last: bool) -> list[type[Declaration]]:
    """The layers that may stand inside this one: those that it commonly holds, and last all others but wrappers."""
    others = kinds(layers) if last and issubclass(kind, Layer) else []
    return list(dict.fromkeys([*kind.holds, *(one for one in others if not is_around(one))]))
