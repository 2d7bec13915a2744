"""What a count may stand for: each layer that gives it, with the features that it must have seen."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, NamedTuple

from lstmlesson.inverse.forms_in_letters import Form
from lstmlesson.inverse.notes import arguments, note
from lstmlesson.inverse.solver import LARGEST_DIVISOR, Equation, names_in, solutions
from lstmlesson.inverse.variants import SEARCHED, forms
from lstmlesson.law.declaration import Declaration
from lstmlesson.law.polynomials import Polynomial
from lstmlesson.law.weights import Weight
from lstmlesson.layers import Layer

# Above this a projection is not searched for where nothing but the count is known.
LARGEST_PROJECTED = 20_000
# Where a count leaves the sides of a window open, these come first.
USUAL_WINDOWS = (3, 5, 7, 1, 2, 4)


class Reading(NamedTuple):
    """One way to read a count: the layer that gives it, on so many input features."""

    declaration: Declaration
    input_features: int
    note: str

    def weights(self, sample: Any = None) -> list[Weight]:
        """The list of weights that makes the count. sample: the shape that came in, where more than its features count.

        Raises: ValueError where the features are not enough to know the weights, and no sample is given.
        """
        try:
            return self.declaration.weights(self.declaration.input_with(self.input_features))
        except ValueError:
            if sample is None:
                raise
            return self.declaration.weights(sample)


class Known(NamedTuple):
    """What is known of a layer besides its count. A size that is not known is None, or `...` where a text was cut.

    outputs, inputs: the shapes that come out and go in, of one sample for Keras' layers; () where nothing is known.
    """

    outputs: tuple[Any, ...] = ()
    inputs: tuple[Any, ...] = ()


def readings_of(
    kind: type[Declaration],
    count: int,
    known: Known = Known(),  # noqa: B008  # a frozen record
    most: int = 400,
    thorough: bool = True,
    largest: int = LARGEST_DIVISOR,
) -> list[Reading]:
    """Every layer of a class that has a count and agrees with what is known, the plainest first.

    Where none agrees with what goes in, those that would need another input; none where no such layer gives the count.
    most: so many at most. thorough: also several layers in one. largest: how far divisors are searched for.

    >>> from lstmlesson import LSTM
    >>> [reading[:2] for reading in readings_of(LSTM, 380, Known(outputs=((400, 5),)))]
    [(LSTM(5, return_sequences=True), 13), (LSTM(5, use_bias=False, return_sequences=True), 14)]
    """
    first: list[Reading] = []
    for last in (False, True):
        those = forms(kind, _rank(kind, known), thorough, last)  # type: ignore[arg-type]
        found = sorted(islice(_fitting(those, count, known, largest), most), key=_unusual)
        if any(agrees(reading, known.inputs) for reading in found):
            return [reading for reading in found if agrees(reading, known.inputs)]
        first = first or found
    return first


def _unusual(reading: Reading) -> int:
    """How unusual the window of a layer is, where it has one: 3 is the commonest, and mostly it is a square."""
    window = arguments(reading.declaration).get("kernel_size", USUAL_WINDOWS[0])
    sides = set(window) if isinstance(window, tuple | list) else {window}
    side = sides.pop() if len(sides) == 1 else 0
    return USUAL_WINDOWS.index(side) if side in USUAL_WINDOWS else len(USUAL_WINDOWS)


def agrees(reading: Reading, inputs: Sequence[Any]) -> bool:
    """Whether a reading sees as many features as come in, as far as that is known; a table of words sees none."""
    shape = inputs[0] if inputs else ()
    axis = reading.declaration.features_axis
    if (not reading.declaration.axes and reading.declaration.takes) or not -len(shape) <= axis < len(shape):
        return True
    return not isinstance(shape[axis], int) or shape[axis] == reading.input_features


def _rank(kind: type[Declaration], known: Known) -> int | None:
    """How many axes an input has: as many as the output, unless it is known itself."""
    shapes = (*known.inputs[:1], *known.outputs[:1])
    return len(shapes[0]) if shapes and kind.more_axes else None


def _fitting(those: Sequence[Form], count: int, known: Known, largest: int) -> Iterator[Reading]:
    """The readings of all forms whose outputs look like those known, or most like them."""
    alike = [(form, _outputs(form, known)) for form in _alike(those, known.outputs)]
    with_input = [(form, [*found, *_input(form, known.inputs)]) for form, found in alike]
    solved = list(_solved(with_input, count, largest)) if known.inputs else []
    yield from solved or _solved(alike, count, largest)


def _alike(those: Sequence[Form], outputs: Sequence[Any]) -> list[Form]:
    """The forms whose outputs have the axes of those known; else at least of the first, or any form at all."""
    if outputs and not all(isinstance(form.layer, Layer) for form in those):
        return list(those)  # what a module of PyTorch gives besides its output is seldom printed
    axes = list(map(len, outputs))
    exactly = [form for form in those if list(map(len, form.outputs)) == axes]
    roughly = [form for form in those if axes and _roughly(list(map(len, form.outputs))) == _roughly(axes)]
    return exactly or _unlike(roughly or those)


def _roughly(axes: list[int]) -> tuple[int, bool]:
    return axes[0], len(axes) > 1


def _unlike(those: Iterable[Form]) -> list[Form]:
    """The forms that differ in more than the shape of what comes out."""
    return list({form.weights: form for form in reversed(tuple(those))}.values())[::-1]


def _solved(those: Sequence[tuple[Form, list[Equation]]], count: int, largest: int) -> Iterator[Reading]:
    for form, equations in those:
        if _is_tried(form, count, equations):
            for sizes in solutions([(form.count, count), *equations], largest, form.layer.gives):
                reading = _reading(form, sizes)
                if reading is not None:
                    yield reading


def _is_tried(form: Form, count: int, equations: list[Equation]) -> bool:
    """Whether a projection is searched for: where both sides of the layer are known or, for small counts, neither."""
    projected = names_in(form.count) & set(SEARCHED)
    return not projected or len(equations) > 1 or (not equations and count < LARGEST_PROJECTED)


def _reading(form: Form, sizes: dict[str, int]) -> Reading | None:
    """The layer with these sizes; None where it cannot have them, as a projection larger than its units."""
    try:
        layer = form.at(sizes)
    except ValueError:
        return None
    features = form.features
    if isinstance(features, Polynomial):
        features = features(**(dict.fromkeys(names_in(features), 1) | sizes))
    return Reading(layer, features or 0, note(form, layer))


def _outputs(form: Form, known: Known) -> list[Equation]:
    """What the shapes that come out say of the letters: all of them where they are such as this form gives."""
    pairs = list(zip(form.outputs, known.outputs, strict=False))
    if isinstance(form.layer, Layer) and any(len(ours) != len(theirs) for ours, theirs in pairs):
        pairs = [(ours[-1:], theirs[-1:]) for ours, theirs in pairs[:1]]
    return [equation for pair in pairs[: None if isinstance(form.layer, Layer) else 1] for equation in _equal(*pair)]


def _input(form: Form, inputs: Sequence[Any]) -> list[Equation]:
    """What the features that come in say of the letters."""
    shape, axis = inputs[0] if inputs else (), form.layer.features_axis
    if not form.inputs or not form.inputs[0] or not -len(shape) <= axis < len(shape):
        return []
    return _equal((form.inputs[0][axis],), (shape[axis],))


def _equal(form: Sequence[Any], known: Sequence[Any]) -> list[Equation]:
    """An equation for each size in letters beside a number, counted from the last axis."""
    pairs = zip(reversed(form), reversed(known), strict=False)
    return [
        (size, number)
        for size, number in pairs
        if isinstance(size, Polynomial) and names_in(size) and isinstance(number, int) and number > 0
    ]
