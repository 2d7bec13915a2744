"""Layers around a layer: the same weights at every timestep, or a second set that reads backwards."""

from collections.abc import Iterator
from typing import Any

from lstmlesson.law.declaration import in_part
from lstmlesson.law.sizes import Size, product
from lstmlesson.law.weights import Weight
from lstmlesson.layers.basic import Dense
from lstmlesson.layers.foundation.layer import Layer
from lstmlesson.layers.foundation.tensor import Shape
from lstmlesson.layers.recurrent import GRU, LSTM, RNN, SimpleRNN


class TimeDistributed(Layer):
    """A layer used once for each timestep, always with the same weights; the timesteps add none.

    layer: the layer that is used, such as Dense(1).
    input: (timesteps, …), of which the inner layer sees (…). output: (timesteps, …) of the inner layer's output.
    Source: keras.layers.TimeDistributed of Keras 3.15.1.

    >>> from lstmlesson import Dense
    >>> TimeDistributed(Dense(650)).count((400, 5))           # 5·650 + 650
    3900
    """

    axes = ("timesteps", "features")
    freezes_itself = False
    holds = (Dense,)
    layer: Layer

    def check(self) -> None:
        if not isinstance(self.layer, Layer):
            raise TypeError(f"TimeDistributed: layer={self.layer!r}; expected a layer such as Dense(1)")

    @property
    def inner(self) -> tuple[Layer, ...]:
        return (*self.layer.inner, self.layer)

    @property
    def features_axis(self) -> int:
        inside = self.layer.features_axis
        return inside + 1 if inside >= 0 else inside

    def input_with(self, features: Size | None, like: Any = None) -> Any:
        rest = like if like is None else like[1:]
        return (None if like is None else like[0], *self.layer.input_with(features, rest))

    def uses(self, shape: Any) -> Size | None:
        """As often as the layer inside uses it, at each timestep."""
        inside = self.layer.uses(shape[1:])
        return None if shape[0] is None or inside is None else product((shape[0], inside))

    def meet(self, shape: Shape) -> None:
        super().meet(shape)
        self.layer.meet(shape[1:])

    def declare(self, shape: Shape) -> list[Weight]:
        return self.layer.freeze(self.layer.declare(shape[1:]))

    def owners(self, shape: Any, met: set[int]) -> Iterator[tuple[Any, str, list[Weight]]]:
        return self.owners_inside(self.layer, shape[1:], met)

    def result(self, shape: Shape) -> Shape:
        result = self.layer.result(shape[1:])
        if isinstance(result, list):
            raise ValueError(f"TimeDistributed: {self.layer!r} gives {len(result)} things at once; expected one")
        return (shape[0], *result)


class Bidirectional(Layer):
    """Two recurrent layers over the same input, one of them backwards: two sets of weights, outputs merged.

    layer: the one that reads forwards, such as LSTM(2). backward_layer: the other; None for a copy of the first.
    input: (timesteps, features). output: that of the layer, with the features doubled by merge_mode="concat",
    as they are with "sum", "mul" and "ave", and a list of two with None; return_state adds the states of both.
    Source: keras.layers.Bidirectional of Keras 3.15.1, which counts the forward half first.

    >>> from lstmlesson import LSTM
    >>> Bidirectional(LSTM(2)).count((None, 3))               # 2·4(3·2 + 2·2 + 2)
    96
    """

    more_axes = False
    freezes_itself = False
    holds = (LSTM, GRU, SimpleRNN)
    layer: RNN
    backward_layer: RNN | None
    merge_mode: str | None

    def check(self) -> None:
        for name in ("layer", "backward_layer"):
            value = self.values[name]
            if not isinstance(value, RNN) and not (name == "backward_layer" and value is None):
                raise TypeError(f"Bidirectional: {name}={value!r}; expected a recurrent layer such as LSTM(2)")
        if self.backward_layer is not None:
            self._check_backward(self.backward_layer)
        elif self.layer.go_backwards:
            raise ValueError(
                f"Bidirectional: layer={self.layer!r} reads backwards itself; expected go_backwards=False, the second "
                "half is made from it"
            )
        self.__dict__.update(axes=self.layer.axes, known=self.layer.known)

    def _check_backward(self, backward: RNN) -> None:
        if self.layer.go_backwards == backward.go_backwards:
            raise ValueError(
                f"Bidirectional: backward_layer={backward!r} reads in the same direction as layer={self.layer!r}; "
                "expected go_backwards=True in one of them"
            )
        for name in ("stateful", "return_sequences", "return_state"):
            ours, theirs = getattr(self.layer, name), getattr(backward, name)
            if ours != theirs:
                raise ValueError(
                    f"Bidirectional: {name} is {ours} in layer and {theirs} in backward_layer; expected the same"
                )

    @property
    def features_axis(self) -> int:
        return self.layer.features_axis

    def input_with(self, features: Size | None, like: Any = None) -> Any:
        return self.layer.input_with(features, like)

    def uses(self, shape: Any) -> Size | None:
        """As often as one of the two layers inside uses its own."""
        return self.layer.uses(shape)

    @property
    def halves(self) -> tuple[RNN, RNN]:
        """The layer that reads forwards and the one that reads backwards."""
        return self.layer, self.backward_layer or self.layer

    @property
    def inner(self) -> tuple[Layer, ...]:
        second = () if self.backward_layer is None else (*self.backward_layer.inner, self.backward_layer)
        return (*self.layer.inner, self.layer, *second)

    def meet(self, shape: Shape) -> None:
        for half in self.halves:
            half.meet(shape)
        super().meet(shape)

    def declare(self, shape: Shape) -> list[Weight]:
        parts = zip(("forward", "backward"), self.halves, strict=True)
        return [weight for part, half in parts for weight in in_part(part, half.freeze(half.declare(shape)))]

    def result(self, shape: Shape) -> Shape | list[Shape]:
        first, second = (half.result(shape) for half in self.halves)
        if not isinstance(first, list):
            merged = self._merge(first, second)
            return merged if self.merge_mode is None else merged[0]
        return [*self._merge(first[0], second[0]), *first[1:], *second[1:]]

    def _merge(self, first: Any, second: Any) -> list[Shape]:
        if self.merge_mode is None:
            return [first, second]
        if self.merge_mode == "concat":
            # Keras 3.15.1 doubles the forward features, also where the backward layer has other units.
            return [(*first[:-1], product((2, first[-1]), "features after concat"))]
        return [first]

    def state_shapes(self, shape: Shape) -> list[Shape]:
        return [state for half in self.halves for state in half.state_shapes(shape)]

    def accept(self, shape: Any, batch: Size | None) -> None:
        for half in self.halves:
            half.accept(shape, batch)
        super().accept(shape, batch)

    accept_states = RNN.accept_states
