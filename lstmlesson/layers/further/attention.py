"""Attention of one head: each position looks at all others, and holds nothing, a scale, or a row of numbers.

The number of positions is in no weight's shape, as the number of timesteps is in none of an LSTM's.
"""

from typing import Any

from lstmlesson.law.checks import one_of
from lstmlesson.law.sizes import Size
from lstmlesson.law.weights import Weight
from lstmlesson.layers.foundation.tensor import Node, Shape
from lstmlesson.layers.merging import Merge


class _OfThree(Merge):
    """A layer that is called on [query, value] or [query, value, key]."""

    axes = ("positions", "features")

    def __call__(self, inputs: Any, mask: Any = None, **more: Any) -> Any:
        scores = more.pop("return_attention_scores", False)
        output = super().__call__(inputs, mask=mask)
        if not scores:
            return output
        query, value = (one.shape for one in output.node.inputs[:2])
        shapes = [output.shape, (*query[:-1], value[1])]
        outputs = Node(self, output.node.inputs, shapes, output.node.masks).outputs
        outputs[0].mask = output.mask
        return outputs

    def accept(self, shape: Any, batch: Size | None) -> None:
        if not isinstance(shape, list) or len(shape) not in (2, 3):
            kind = type(self).__name__
            raise ValueError(f"{kind} is called on a list; expected {kind}()([query, value]), or with a key as third")
        super().accept(shape, batch)


class Attention(_OfThree):
    """Each position of the query takes a mix of the values, by how well it fits to the keys. Seldom any weight.

    input: [(positions, features), (others, features)]. output: (positions, features of the value). use_scale adds
    one number, score_mode="concat" another. Source: keras.layers.Attention of Keras 3.15.1; Luong and others, 2015.

    >>> Attention(use_scale=True).count([(10, 4), (7, 4)])    # one number that scales
    1
    """

    use_scale: bool
    score_mode: str

    def check(self) -> None:
        one_of("dot", "concat")(self.score_mode, "score_mode")

    def declare(self, shape: list[Shape]) -> list[Weight]:  # type: ignore[override]
        scale = [Weight("scale", ())] * bool(self.use_scale)
        return [*scale, *([Weight("concat_score_weight", ())] * (self.score_mode == "concat"))]

    def result(self, shape: list[Shape]) -> Shape:  # type: ignore[override]
        query, value = shape[0], shape[1]
        return (*query[:-1], value[-1])


class AdditiveAttention(_OfThree):
    """Each position of the query takes a mix of the values, by a sum that passes through tanh.

    input and output: as for Attention. use_scale, Keras' default, adds a number for each feature.
    Source: keras.layers.AdditiveAttention of Keras 3.15.1; Bahdanau and others, 2014.

    >>> AdditiveAttention().count([(10, 4), (7, 4)])          # 4, one for each feature
    4
    """

    use_scale: bool

    def declare(self, shape: list[Shape]) -> list[Weight]:  # type: ignore[override]
        return [Weight("scale", (shape[0][-1],))] if self.use_scale else []

    def result(self, shape: list[Shape]) -> Shape:  # type: ignore[override]
        query, value = shape[0], shape[1]
        return (*query[:-1], value[-1])
