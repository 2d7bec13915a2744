"""Layers that a recurrent model seldom has: an activation that learns, a function, a layer around a layer."""

from typing import Any

from lstmlesson.law.checks import window
from lstmlesson.law.sizes import Size
from lstmlesson.law.weights import Weight
from lstmlesson.layers.basic import Dense
from lstmlesson.layers.foundation.layer import Layer
from lstmlesson.layers.foundation.masks import seen, taken
from lstmlesson.layers.foundation.tensor import Node, Shape, Tensor, written
from lstmlesson.layers.own.following import Following
from lstmlesson.layers.own.nests import drawn, has_tensors, replaced, tensors_in, with_tensors


class PReLU(Layer):
    """Negative numbers become smaller by a factor that is learned: one for each place of a sample.

    shared_axes: axes along which one factor serves all, counted from 1. input and output: any shape.
    Source: keras.layers.PReLU of Keras 3.15.1.

    >>> PReLU().count((10, 4)), PReLU(shared_axes=[1]).count((10, 4))      # 10·4, and 1·4
    (40, 4)
    """

    shared_axes: Any

    def check(self) -> None:
        shared = self.values["shared_axes"]
        axes = [] if shared is None else shared if isinstance(shared, list | tuple) else [shared]
        self.__dict__["shared_axes"] = tuple(axes)

    def meet(self, shape: Shape) -> None:
        super().meet(shape)
        for axis in self.shared_axes:
            if isinstance(axis, bool) or not isinstance(axis, int) or not 1 - len(shape) <= axis <= len(shape):
                raise ValueError(f"PReLU: shared_axes={self.shared_axes}; expected axes from 1 to {len(shape)}")
        if None in self._places(shape):
            raise ValueError(
                f"PReLU: {written(shape)} has None where the length makes the size of a weight; expected a number "
                "there, or the axis in shared_axes"
            )

    def _places(self, shape: Shape) -> Shape:
        places = list(shape)
        for axis in self.shared_axes:
            places[axis - 1] = 1
        return tuple(places)

    def declare(self, shape: Shape) -> list[Weight]:
        return [Weight("alpha", self._places(shape))]


class Wrapper(Layer):
    """A layer around a layer, which a class of the learner's own may be made from. Source: Keras 3.15.1."""

    layer: Layer
    freezes_itself = False
    holds = (Dense,)

    @property
    def features_axis(self) -> int:
        return self.layer.features_axis

    def input_with(self, features: Size | None, like: Any = None) -> Any:
        return self.layer.input_with(features, like)

    @property
    def inner(self) -> tuple[Layer, ...]:
        return (*self.layer.inner, self.layer)

    def declare(self, shape: Shape) -> list[Weight]:
        return self.layer.freeze(self.layer.declare(shape))


class Lambda(Layer):
    """A function of tensors. No weights; its shape is that of output_shape, or what the function makes of a tensor.

    Raises: NotImplementedError for a function that cannot be followed, with its line: output_shape=(…) says the shape.
    Source: keras.layers.Lambda of Keras 3.15.1.

    >>> Lambda(lambda x: x[:, -1]).output_shape((10, 4))
    (4,)
    """

    function: Any

    def check(self) -> None:
        if not callable(self.function):
            raise TypeError(f"Lambda: function={self.function!r}; expected a function such as lambda x: x[:, -1]")

    @property
    def takes_several(self) -> bool:  # type: ignore[override]
        return bool(self.__dict__.get("several"))

    def __call__(self, inputs: Any, **more: Any) -> Any:
        """The tensors that the function makes, in the order in which it gives them."""
        inputs = with_tensors(inputs, "Lambda")
        tensors = list(tensors_in(inputs))
        self.__dict__["several"] = len(tensors) > 1
        shapes = self._shapes(replaced(inputs, iter([drawn(one.shape) for one in tensors])))
        masks = taken(self, seen(tensors, None)) if isinstance(inputs, Tensor) else ()
        outputs = Node(self, tuple(tensors), [one.shape for one in tensors_in(shapes)], masks).outputs
        return replaced(shapes, iter(outputs))

    def result(self, shape: Any) -> Any:
        several = isinstance(shape, list)
        given = [drawn((None, *one)) for one in (shape if several else [shape])]
        made = [one.shape[1:] for one in tensors_in(self._shapes(given if several else given[0]))]
        return made if len(made) > 1 else made[0]

    def read(self, input_shape: Any) -> Any:
        if isinstance(input_shape, list) and input_shape and isinstance(input_shape[0], list | tuple):
            self.__dict__["several"] = True
            return [super(Lambda, self).read(one) for one in input_shape]
        return super().read(input_shape)

    def accept(self, shape: Any, batch: Any) -> None:
        """The function itself says what it takes."""

    def _shapes(self, inputs: Any) -> Any:
        """The nest of tensors that comes out."""
        wanted, first = self.values["output_shape"], next(tensors_in(inputs))
        if callable(wanted):
            several = not isinstance(inputs, Tensor)
            return drawn(wanted([one.shape for one in tensors_in(inputs)] if several else first.shape))
        if wanted is not None:
            sizes = wanted if isinstance(wanted, list | tuple) else (wanted,)
            return drawn((first.shape[0], *window_or_none(sizes)))
        try:
            with Following(self):
                output = self.function(inputs, **(self.values["arguments"] or {}))
        except NotImplementedError as error:
            raise NotImplementedError(f"{error}; or write Lambda(…, output_shape=(…)), without the batch") from None
        if not has_tensors(output):
            raise TypeError(f"Lambda: the function gives {output!r}; expected a tensor")
        return output


def window_or_none(sizes: Any) -> Shape:
    """Sizes that a program writes, None where a length stays open."""
    return tuple(None if size is None else window(1)(size, "output_shape")[0] for size in sizes)
