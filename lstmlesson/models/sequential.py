"""`Sequential`: a chain of layers, each fed by the one before."""

from collections.abc import Iterator
from typing import Any, cast

from lstmlesson.law.drawn import Records
from lstmlesson.law.sizes import Size, same
from lstmlesson.layers.basic import Input, InputLayer
from lstmlesson.layers.foundation.layer import Layer
from lstmlesson.layers.foundation.tensor import Shape, Tensor, read_axes
from lstmlesson.models.graph import Graph
from lstmlesson.models.layer_names import check_unique
from lstmlesson.models.model import Model
from lstmlesson.models.text_table import Row, row, unbuilt_row


class Sequential(Model):
    """A chain of layers. It counts as soon as it has seen its input, as Input((timesteps, features)) or by build.

    layers: a list, or none and then `add`.
    Raises: TypeError for what is no layer, ValueError where a layer cannot follow the one before.
    Source: keras.Sequential of Keras 3.15.1.

    >>> from lstmlesson import Dense, Input, LSTM
    >>> Sequential([Input((10, 64)), LSTM(32), Dense(2)]).count()          # 4(64·32 + 32·32 + 32) + 32·2 + 2
    12482
    """

    def __init__(self, layers: Any = None, trainable: Any = True, name: Any = None, **old: Any) -> None:
        if old:
            raise TypeError(f"Sequential has no argument {', '.join(old)}; it has layers, trainable, name")
        Layer.__init__(self, name=name, trainable=trainable)
        self.__dict__.update(chain=[], start=None, end=[], gives_several=False, graph_of_chain=None)
        if layers is not None and not isinstance(layers, list | tuple):
            raise TypeError(f"Sequential: layers={layers!r}; expected a list of layers")
        for layer in layers or ():
            self.add(layer)

    chain: list[Layer]
    start: Tensor | None
    end: list[Tensor]
    # The calls, kept until the chain changes.
    graph_of_chain: Graph | None

    @property
    def layers(self) -> list[Layer]:
        """The layers without the Input, as in Keras."""
        return list(self.chain)

    def add(self, layer: Any) -> None:
        """Put a layer, or an Input, at the end of the chain."""
        if isinstance(layer, InputLayer):
            layer = layer.tensor()
        if isinstance(layer, Tensor):
            self._begin(layer)
            return
        if not isinstance(layer, Layer):
            raise TypeError(f"Sequential.add: {layer!r}; expected a layer such as LSTM(2), or Input(…)")
        if layer is self or self in layer.inner:
            raise ValueError("Sequential.add: the model would contain itself, a cycle; expected another layer")
        if id(layer) in map(id, self.chain):
            raise ValueError(
                f"Sequential.add: {layer!r} is in the chain already; expected a new layer, or Model to share one"
            )
        if layer.values["name"] is not None:
            check_unique([*self.chain, layer])
        if self.start is None and not self.chain:
            self._begin_from(layer)
        end = self._follow(layer, self.end) if self.end else []
        self.chain.append(layer)
        layer.__dict__["_standing_in"] = self
        self.__dict__.update(end=end, graph_of_chain=None)

    def _follow(self, layer: Layer, before: list[Tensor]) -> list[Tensor]:
        """What comes out of a layer; only the last one of a chain may give several tensors."""
        if len(before) > 1:
            raise ValueError(
                f"Sequential: {layer!r} would follow a layer that gives {len(before)} tensors at once (return_state); "
                "expected one, or Model to say which tensor goes where"
            )
        after = layer(before[0])
        self.__dict__["gives_several"] = isinstance(after, list)
        return after if isinstance(after, list) else [after]

    def _begin(self, tensor: Tensor) -> None:
        if tensor.node.inputs:
            raise TypeError(f"Sequential.add: {tensor!r}; expected a layer, or the tensor of an Input(…)")
        if self.start is not None or self.chain:
            raise ValueError(
                f"Sequential.add: {tensor!r} comes after the model has begun; expected Input(…) first and once"
            )
        self.__dict__.update(start=tensor, end=[tensor])

    def _begin_from(self, layer: Layer) -> None:
        """A first layer may know the input: input_shape=… of older code, or a model that has been built."""
        if layer.values["input_shape"] is not None:
            self._begin(Input(layer.values["input_shape"]))
        elif isinstance(layer, Model) and not layer.takes_several and not _is_unbuilt(layer):
            self._begin(Input(batch_shape=layer.graph.inputs[0].shape))

    def pop(self) -> Layer:
        """Take the last layer off the chain and return it."""
        if not self.chain:
            raise ValueError("Sequential.pop: the model has no layers; expected at least one")
        layer = self.chain.pop()
        self.__dict__.update(end=self._through(self.start) if self.start is not None else [], graph_of_chain=None)
        return layer

    def _through(self, start: Tensor) -> list[Tensor]:
        """What comes out of the whole chain."""
        end = [start]
        for layer in self.chain:
            end = self._follow(layer, end)
        return end

    def build(self, input_shape: Any = None) -> None:
        """Tell the chain its input, the batch in front: build((None, 100, 6))."""
        shape = read_axes(input_shape, "Sequential.build, (batch, timesteps, features)")
        if not shape:
            raise ValueError(
                "Sequential.build: input shape () is empty; expected the batch in front, as in (None, 100, 6)"
            )
        if self.start is not None:
            if not self._begins_with(shape):
                raise ValueError(
                    f"Sequential.build: input shape {shape}; the model has begun with {self.start.shape}, expected that"
                )
            return
        start = Input(batch_shape=shape)
        self.__dict__.update(end=self._through(start), start=start)

    def _begins_with(self, shape: Shape) -> bool:
        start = cast(Tensor, self.start).shape
        return len(start) == len(shape) and all(
            ours is theirs or (None not in (ours, theirs) and same(ours, theirs))
            for ours, theirs in zip(start, shape, strict=True)
        )

    @property
    def graph(self) -> Graph:  # type: ignore[override]
        """The chain as calls; it needs an input and at least one layer."""
        inputs = self.inputs
        if self.graph_of_chain is None:
            self.__dict__["graph_of_chain"] = Graph(inputs, self.end)
        return self.__dict__["graph_of_chain"]

    @property
    def inputs(self) -> list[Tensor]:
        """The one tensor that goes in.

        Raises: ValueError for a chain that has not seen it, or that has no layers.
        """
        if self.start is None or not self.chain:
            missing = "has no layers yet" if not self.chain else "has not seen its input, so its weights have no size"
            raise ValueError(
                f"Sequential: the model {missing} (Keras prints 0 (unbuilt)); expected Input((timesteps, features)) "
                "as its first line, or build((None, timesteps, features))"
            )
        return [self.start]

    def _first_calls(self, shape: Any, met: set[int]) -> Iterator[tuple[Any, Any]]:
        """Down the chain: where no call branches, counting needs no graph."""
        for layer in self._on(shape).layers:
            if id(layer) not in met:
                met.add(id(layer))
                yield layer, shape
            shape = layer.result(shape)

    def rows(self) -> list[Row]:
        """One row for each layer; before the model has seen its input, rows without weights, as in Keras."""
        called = self.names()
        if not self.built:
            return Records(unbuilt_row(layer, called) for layer in self.chain)
        return Records(row(self.graph, layer, called) for layer in self.chain)

    def has_connections(self) -> bool:
        """A chain needs no column that says which layer feeds which."""
        return False

    @property
    def inner(self) -> tuple[Layer, ...]:
        begins = () if self.start is None else (self.start.node.layer,)
        return (*begins, *(one for layer in self.chain for one in (*layer.inner, layer)))

    @property
    def takes_several(self) -> bool:  # type: ignore[override]
        return False

    @property
    def built(self) -> bool:
        """Whether it has seen its input."""
        return self.start is not None and bool(self.chain)

    # Until it has seen its own input, a chain inside another model takes the input that it is given there.

    def read(self, input_shape: Any) -> Any:
        if _is_unbuilt(self) and input_shape is not None:
            shape = read_axes(input_shape, "Sequential")
            self.meet(shape)
            return shape
        return super().read(input_shape)

    def meet(self, shape: Shape) -> None:
        if _is_unbuilt(self):
            self._on(shape)  # each layer refuses what it cannot follow
        else:
            super().meet(shape)

    def accept(self, shape: Any, batch: Size | None) -> None:
        if _is_unbuilt(self) and isinstance(shape, tuple):
            self.build((batch, *shape))
        super().accept(shape, batch)

    def _on(self, shape: Any) -> Model:
        return Sequential([Input(shape), *self.chain]) if _is_unbuilt(self) else self


def _is_unbuilt(model: Model) -> bool:
    return isinstance(model, Sequential) and model.start is None
