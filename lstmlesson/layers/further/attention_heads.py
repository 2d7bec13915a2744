"""Attention in several heads: a projection of the query, the key and the value for each head, and one at the end."""

from typing import Any, ClassVar

from lstmlesson.law.checks import fraction, number
from lstmlesson.law.declaration import in_part
from lstmlesson.law.sizes import Size, same
from lstmlesson.law.weights import Weight
from lstmlesson.layers.foundation.layer import Layer
from lstmlesson.layers.foundation.masks import hand_on, seen
from lstmlesson.layers.foundation.tensor import Node, Shape, Tensor, as_tensor, common_batch, written


class _Heads(Layer):
    """A layer that is called on a query, a value and perhaps a key, each projected for several heads."""

    takes_several: ClassVar[bool] = True
    freezes_itself = False
    use_bias: bool
    use_gate: bool

    def __call__(  # type: ignore[override]
        self, query: Any, value: Any = None, key: Any = None, **more: Any
    ) -> Any:
        """The tensor that comes out; with return_attention_scores=True the scores as second."""
        kind = type(self).__name__
        if value is None:
            raise TypeError(f"{kind} is called on a query and a value; expected {kind}(…)(query, value)")
        given = [as_tensor(one, kind) for one in (query, value, key) if one is not None]
        shapes, batch = [tensor.sample for tensor in given], common_batch(given, kind)
        results = [(batch, *self.result(shapes))]
        if more.pop("return_attention_scores", False):
            results.append((batch, *self.scores(shapes)))
        masks = [one for one in more.values() if isinstance(one, Tensor)]
        outputs = Node(self, (*given, *masks), results).outputs
        hand_on(self, given, seen(given, None), outputs)
        return outputs if len(outputs) > 1 else outputs[0]

    def read(self, input_shape: Any) -> Any:
        if isinstance(input_shape, tuple) and input_shape and not isinstance(input_shape[0], list | tuple):
            input_shape = [input_shape, input_shape]
        if not isinstance(input_shape, list | tuple) or len(input_shape) not in (2, 3):
            raise TypeError(
                f"{type(self).__name__}: input shape {input_shape!r}; expected those of query and value, as in "
                "[(10, 16), (7, 16)], or one shape for both"
            )
        shapes = [super(_Heads, self).read(tuple(one)) for one in input_shape]
        self.result(shapes)
        return shapes

    axes = ("positions", "features")
    known = (-1,)

    def projections(self, shapes: list[Shape]) -> list[tuple[str, Any, Any]]:
        """For each projection its name, what of the input it sums over, and what it gives."""
        raise NotImplementedError

    def declare(self, shape: list[Shape]) -> list[Weight]:  # type: ignore[override]
        weights = []
        for name, takes, gives in self.projections(shape[:3]):
            block = [Weight("kernel", (*takes, *gives))] + [Weight("bias", gives)] * bool(self.use_bias)
            weights += in_part(name, block)
        return weights

    def result(self, shape: list[Shape]) -> Shape:  # type: ignore[override]
        raise NotImplementedError

    def scores(self, shape: list[Shape]) -> Shape:
        raise NotImplementedError

    def meet_three(self, shape: list[Shape]) -> tuple[Shape, Shape, Shape]:
        """Query, value and key; the value and the key have the same positions."""
        query, value = shape[0], shape[1]
        key = shape[2] if len(shape) > 2 else value
        if len(value) != len(key) or not all(map(same, value[:-1], key[:-1])):
            raise ValueError(
                f"{type(self).__name__}: value {written(value)} and key {written(key)}; expected the same positions"
            )
        return query, value, key


class MultiHeadAttention(_Heads):
    """Several attentions side by side, each on a projection of its own, and a projection of what they give.

    input: query (positions, features), value (others, features), perhaps key. output: (positions, features of the
    query), or output_shape. Source: keras.layers.MultiHeadAttention of Keras 3.15.1; Vaswani and others, 2017.

    >>> MultiHeadAttention(2, 8).count((10, 16))              # 3(16·2·8 + 2·8) + 2·8·16 + 16
    1088
    """

    num_heads: Size
    key_dim: Size
    value_dim: Size | None

    def check(self) -> None:
        fraction(self.values["dropout"], "dropout")
        if self.value_dim is None:
            self.__dict__["value_dim"] = self.key_dim
        if self.values["num_heads"] is not None and self.values["flash_attention"] and self.values["dropout"] > 0:
            raise ValueError("MultiHeadAttention: flash_attention with dropout; expected one of the two")

    def _given(self, query: Shape) -> tuple[Any, ...]:
        """The axes that come out last, in place of the features."""
        wanted = self.values["output_shape"]
        if wanted is None:
            return (query[-1],)
        return tuple(wanted) if isinstance(wanted, list | tuple) else (wanted,)

    def projections(self, shapes: list[Shape]) -> list[tuple[str, Any, Any]]:
        query, value, key = self.meet_three(shapes)
        heads, mixed = (self.num_heads, self.key_dim), (self.num_heads, self.value_dim)
        return [
            ("query", query[-1:], heads),
            ("key", key[-1:], heads),
            *([("gate", query[-1:], mixed)] if self.use_gate else []),
            ("value", value[-1:], mixed),
            ("attention_output", mixed, self._given(query)),
        ]

    def result(self, shape: list[Shape]) -> Shape:  # type: ignore[override]
        query, _, _ = self.meet_three(shape)
        return (*query[:-1], *self._given(query))

    def scores(self, shape: list[Shape]) -> Shape:
        return (self.num_heads, shape[0][0], shape[1][0])


class GroupQueryAttention(_Heads):
    """A MultiHeadAttention in which several heads of the query share one head of the key and the value.

    input and output: as for MultiHeadAttention, with three axes. Source: Keras 3.15.1; Ainslie and others, 2023.

    >>> GroupQueryAttention(8, 4, 2).count((10, 16))        # 16·4·8 + 4·8 + 2(16·2·8 + 2·8) + 4·8·16 + 16
    1616
    """

    class_name = "GroupedQueryAttention"  # the class has this name in Keras, which exports it under the other
    head_dim: Size
    more_axes = False
    num_query_heads: Any
    num_key_value_heads: Any

    def check(self) -> None:
        heads = number(self.num_query_heads, "num_query_heads")
        if heads % number(self.num_key_value_heads, "num_key_value_heads"):
            raise ValueError(
                f"GroupQueryAttention: num_query_heads={heads} and num_key_value_heads={self.num_key_value_heads}; "
                "expected a multiple of it"
            )

    def projections(self, shapes: list[Shape]) -> list[tuple[str, Any, Any]]:
        query, value, key = self.meet_three(shapes)
        mine, shared = (self.num_query_heads, self.head_dim), (self.num_key_value_heads, self.head_dim)
        return [
            ("query", query[-1:], mine),
            ("key", key[-1:], shared),
            ("value", value[-1:], shared),
            *([("gate", query[-1:], mine)] if self.use_gate else []),
            ("attention_output", mine, query[-1:]),
        ]

    def result(self, shape: list[Shape]) -> Shape:  # type: ignore[override]
        query, value, _ = self.meet_three(shape)
        if not same(query[-1], value[-1]):
            raise ValueError(
                f"GroupQueryAttention: query {written(query)} and value {written(value)}; expected the same features"
            )
        return query

    def scores(self, shape: list[Shape]) -> Shape:
        return (self.num_query_heads, shape[0][0], shape[1][0])
