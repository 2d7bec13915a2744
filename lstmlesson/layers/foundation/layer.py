"""A layer of Keras: a declaration that reads an input shape, and can be called on tensors to make a model."""

import itertools
import warnings
from collections.abc import Iterator
from typing import Any, ClassVar, Self

from lstmlesson.law.drawn import Records
from lstmlesson.law.sizes import Size, product
from lstmlesson.law.weights import Weight
from lstmlesson.layers.foundation.argument_checks import CHECKS
from lstmlesson.layers.foundation.arguments import ARGUMENTS, KEYWORDS
from lstmlesson.layers.foundation.masks import masked
from lstmlesson.layers.foundation.mends import mend, wrong_axes
from lstmlesson.layers.foundation.older_spellings import accepted_and_ignored, modern_line
from lstmlesson.layers.foundation.tensor import Node, Shape, Tensor, as_tensor, common_batch, read_axes, written
from lstmlesson.layers.foundation.used_layer import UsedLayer

# Keras names layers in the order in which they are made (lstm, lstm_1), so a layer remembers when it was made.
_made = itertools.count()


class Layer(UsedLayer):
    """What all layers share. A layer of its own says `declare` (its weights) and `result` (its output shape).

    A class that a learner writes below it, with build, add_weight and call as in Keras, is counted by following these
    (see `lstmlesson.layers.own`); one that says `declare` is a declaration like those here.
    """

    keywords: ClassVar[dict[str, Any]] = KEYWORDS
    checks = CHECKS
    # Whether what comes out of it comes from no Input.
    makes_constants: bool = False
    # The layers that a layer around a layer commonly holds, the likeliest first.
    holds: ClassVar[tuple[type["Layer"], ...]] = ()

    units: Size
    use_bias: bool
    made: int

    def __init_subclass__(cls) -> None:
        if cls.__module__.partition(".")[0] == "lstmlesson":
            cls.arguments = ARGUMENTS.get(cls.__name__, cls.arguments)
        elif "declare" not in cls.__dict__:
            from lstmlesson.layers.own.adoption import adopt

            adopt(cls)
        super().__init_subclass__()

    def _known(self, kwargs: dict[str, Any]) -> dict[str, Any]:
        if "input_dim" in kwargs and "input_dim" not in self.defaults:
            kwargs["input_shape"] = (kwargs.pop("input_dim"),)
        return accepted_and_ignored(self, kwargs)

    def _become(self, given: dict[str, Any]) -> None:
        super()._become(given)
        own, values = self.__dict__, self.values
        own["made"], own["calls"], own["_trains"] = next(_made), [], values["trainable"] or not self.freezes_itself
        if values["input_shape"] is not None:
            values["input_shape"] = shape = read_axes(values["input_shape"], type(self).__name__)
            warnings.warn(
                f"input_shape={written(shape)} on a layer is the older way; Keras 3 prefers Input({written(shape)}) "
                "as the first line of the model",
                stacklevel=3,
            )

    def unknown(self, name: str, value: Any) -> str:
        return modern_line(self, name, value) or super().unknown(name, value)

    def replace(self, **changes: Any) -> Self:
        """The same layer with some of its arguments changed; see `Declaration.replace`."""
        frozen = {} if self.values["trainable"] else {"trainable": False}  # which may have been set later
        if "input_shape" not in self.given:
            return super().replace(**(frozen | changes))
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", UserWarning)  # that input_shape is the older way was said already
            return super().replace(**(frozen | changes))

    # What a layer of its own says.

    def declare(self, shape: Any) -> list[Weight]:
        """Its weights, on a shape that has been read."""
        return []

    @classmethod
    def keeps_shape(cls) -> bool:
        """Whether what comes out always has the shape of what comes in."""
        return cls.result is Layer.result

    def uses(self, shape: Any) -> Size | None:
        """How often each weight is used for one sample: once for each position that comes out.

        None where that depends on a length left open.
        """
        result: Any = self.result(shape)
        first = list(result[0] if isinstance(result, list) else result)
        positions = [size for axis, size in enumerate(first) if axis != self.features_axis % len(first)]
        return None if None in positions else product(positions)

    def result(self, shape: Any) -> Shape | list[Shape]:
        """Its output shape, on a shape that has been read."""
        return shape

    def owners(self, shape: Any, met: set[int]) -> Iterator[tuple[Any, str, list[Weight]]]:
        """The layers that hold its weights, each once: the layer, the path to it, its weights."""
        yield self, "", self.declare(shape)

    def owners_inside(
        self, inner: "Layer", shape: Any, met: set[int], part: str = ""
    ) -> Iterator[tuple[Any, str, list[Weight]]]:
        """The owners of a layer that was handed to this one, unless it was met elsewhere: it counts once."""
        if id(inner) not in met:
            met.add(id(inner))
            for owner, path, weights in inner.owners(shape, met):
                yield owner, f"{part}/{path}".strip("/"), weights

    @classmethod
    def methods_of_own_classes(cls) -> dict[str, Any]:
        """What a class that a learner writes below this one is given, so that it can be followed."""
        from lstmlesson.layers.own.methods import METHODS

        return METHODS

    # Reading a shape.

    def read(self, input_shape: Any) -> Any:
        """The input shape with every size checked; a shape that this layer cannot have is refused, axis by axis."""
        if input_shape is None:
            raise TypeError(f"{type(self).__name__} needs an input shape: {self._expected()}")
        shape = read_axes(input_shape, type(self).__name__, lambda: f", {self._expected()}{self.hint(input_shape)}")
        self.meet(shape)
        return shape

    def hint(self, given: Any) -> str:
        """What helps a reader who gave one number for a shape."""
        return ""

    def meet(self, shape: Shape) -> None:
        """Refuse a shape with too few or too many axes, or with None where the length makes weights."""
        fits = len(shape) >= len(self.axes) if self.more_axes else len(shape) == len(self.axes)
        if not fits:
            raise ValueError(wrong_axes(self, shape))
        for axis in self.known:
            if shape[axis] is None:
                raise ValueError(
                    f"{type(self).__name__}: {self.axes[axis]} is None in {written(shape)}; expected a number, "
                    "since it makes the size of a weight (only the timesteps and the batch may be None)"
                )

    def _expected(self) -> str:
        names = ("…", *self.axes) if self.more_axes else self.axes
        return f"({', '.join(names)}{',' if len(names) == 1 else ''}), without the batch"

    # What everybody asks.

    def weights_on(self, input_shape: Any = None) -> list[Weight]:
        """The list of weights on a shape; what layer.weights(input_shape) gives."""
        return Records(self.freeze(self.declare(self.read(input_shape))), self.gate_axis)

    def freeze(self, weights: list[Weight]) -> list[Weight]:
        """The weights, none of them trained where the layer is not."""
        return weights if self._trains else [weight._replace(trainable=False) for weight in weights]

    def output_shape_on(self, input_shape: Any = None) -> Shape | list[Shape]:
        """The output shape on a shape; what layer.output_shape(input_shape) gives."""
        return self.result(self.read(input_shape))

    # Calling it on tensors.

    def __call__(self, inputs: Any, *, initial_state: Any = None, mask: Any = None, training: Any = None) -> Any:
        """The tensor that comes out when this layer is put behind other tensors (a list where several come out)."""
        tensors, several = self._tensors(inputs)
        batch = common_batch(tensors, type(self).__name__)
        shape: Any = [tensor.sample for tensor in tensors] if several else tensors[0].sample
        try:
            self.accept(shape, batch)
        except ValueError as error:
            raise ValueError(f"{error}{mend(self, tensors[0])}") from None
        states = [] if initial_state is None else self._tensors(initial_state)[0]
        if states:
            self.accept_states(shape, [state.sample for state in states])
        result = self.result(shape)
        results = result if isinstance(result, list) else [result]
        shapes: list[Shape] = [(batch, *one) for one in results]
        if mask is None and not self.begins_mask and all(tensor.mask is None for tensor in tensors):
            outputs = Node(self, tuple(tensors + states), shapes).outputs
        else:
            outputs = masked(self, tensors, states, shapes, mask, alone=not several)
        return outputs if isinstance(result, list) else outputs[0]

    def _tensors(self, inputs: Any) -> tuple[list[Tensor], bool]:
        if isinstance(inputs, Tensor):
            return [inputs], False
        several = isinstance(inputs, list | tuple)
        tensors = [as_tensor(one, type(self).__name__) for one in (inputs if several else [inputs])]
        if not tensors:
            raise ValueError(f"{type(self).__name__} was called on an empty list; expected at least one tensor")
        if len(tensors) == 1 and not self.takes_several:
            several = False
        return tensors, several

    def accept(self, shape: Any, batch: Size | None) -> None:
        """Refuse a shape that comes from another layer; its sizes need no check of their own."""
        if isinstance(shape, list):
            raise ValueError(
                f"{type(self).__name__} takes one tensor, {len(shape)} were given; Concatenate or Add joins them"
            )
        self.meet(shape)

    def accept_states(self, shape: Any, states: list[Shape]) -> None:
        raise TypeError(f"{type(self).__name__} keeps no state, so it takes no initial_state")
