"""An operation on tensors: it has no weights, says which shapes become which, and is a row of a model as in Keras."""

from collections.abc import Callable, Sequence
from typing import Any

from lstmlesson.law.sizes import is_array
from lstmlesson.layers.foundation.layer import Layer
from lstmlesson.layers.foundation.tensor import Node, Shape, Tensor, written

# What shapes, the batch in front, become: one shape, or a list where several things come out.
Follow = Callable[..., Any]


class Operation(Layer):
    """A function of tensors that stands in a model between its layers, such as x + y or x[:, -1].

    Source: keras.ops of Keras 3.15.1; the summary of a model lists them, model.layers does not.
    """

    def __init__(self, kind: str, follow: Follow, constants: bool) -> None:
        super().__init__()
        self.__dict__.update(kind=kind, follow=follow, makes_constants=constants)

    kind: str
    takes_several = True
    is_operation = True

    @property
    def class_name(self) -> str:
        return "".join(part[:1].upper() + part[1:] for part in self.kind.split("_"))

    def __repr__(self) -> str:
        return f"<operation {self.kind}>"

    def __eq__(self, other: object) -> bool:
        return self is other

    __hash__ = object.__hash__

    def accept(self, shape: Any, batch: Any) -> None:
        """Operations look at their shapes when they are made."""

    def result(self, shape: Any) -> Any:
        """On shapes of one sample, as a model asks that stands inside another."""
        followed = self.__dict__["follow"](*((None, *one) for one in shape))
        return [one[1:] for one in followed] if isinstance(followed, list) else followed[1:]


def shape_of(given: Any) -> Shape:
    """The shape of a tensor, an array, a list of them, or a number, which has no axis.

    Raises: TypeError for anything else, since nobody knows what would become of its shape.
    """
    if isinstance(given, Tensor) or is_array(given):
        return tuple(given.shape)
    if isinstance(given, list | tuple):
        return (len(given), *(shape_of(given[0]) if given else ()))
    if isinstance(getattr(given, "shape", None), tuple):
        return tuple(given.shape)
    if given is None or isinstance(given, int | float | complex | str):
        return ()
    raise TypeError(f"{given!r} has no shape that is known here; expected a tensor, an array or a number")


def apply(kind: str, given: Sequence[Any], follow: Follow) -> Any:
    """The tensor, or the list of tensors, that an operation makes of some things.

    follow: gets the shape of each thing, and returns the shape of what comes out or a list of shapes.
    Raises: ValueError where the shapes do not fit, with the name of the operation and the shapes.
    """
    shapes = [shape_of(one) for one in given]
    try:
        result = follow(*shapes)
    except ValueError as error:
        raise ValueError(f"{kind} of {', '.join(map(written, shapes))}: {error}") from None
    inputs = [at for at, one in enumerate(given) if isinstance(one, Tensor) and not one.is_constant]
    several = isinstance(result, list)

    def on_inputs(*seen: Shape) -> Any:
        changed = dict(zip(inputs, seen, strict=True))
        return follow(*(changed.get(at, shape) for at, shape in enumerate(shapes)))

    operation = Operation(kind, on_inputs, constants=not inputs)
    outputs = Node(operation, tuple(given[at] for at in inputs), result if several else [result]).outputs
    return outputs if several else outputs[0]


def axis_of(axis: int, axes: int) -> int:
    """An axis counted from the front, whichever way it was written."""
    if not -axes <= axis < axes:
        raise ValueError(f"axis={axis}; expected {-axes} to {axes - 1} for {axes} axes")
    return axis % axes


class Variable(Tensor):
    """A weight that a program makes itself, by add_weight or as Variable(…): a shape, and whether it is trained."""

    def __init__(
        self, initializer: Any = None, shape: Any = None, dtype: Any = None, trainable: Any = True, **more: Any
    ) -> None:
        self.name, self.trainable, self.initializer = more.get("name"), bool(trainable), initializer
        sizes = shape_of(initializer) if shape is None else shape
        node = Node(Operation("variable", lambda: sizes, constants=True), (), [])
        super().__init__(tuple(sizes) if isinstance(sizes, list | tuple) else (sizes,), node, 0)

    def assign(self, value: Any) -> "Variable":
        """Accepted, so that pasted code goes on: nothing is run here."""
        return self

    assign_add = assign_sub = assign

    @property
    def value(self) -> "Variable":
        return self
