"""Layers in which each position looks at all others, and products along named axes.

The number of positions is in no weight's shape, as the number of timesteps is in none of an LSTM's.
"""

from typing import Any, ClassVar

from lstmlesson.law.checks import fraction, number, one_of
from lstmlesson.law.declaration import in_part
from lstmlesson.law.sizes import Size, same
from lstmlesson.law.weights import Weight
from lstmlesson.layers.foundation.layer import Layer
from lstmlesson.layers.foundation.tensor import Node, Shape, Tensor, as_tensor, common_batch, written
from lstmlesson.layers.merging import Merge


class _OfThree(Merge):
    """A layer that is called on [query, value] or [query, value, key]."""

    axes = ("positions", "features")

    def __call__(self, inputs: Any, mask: Any = None, **more: Any) -> Any:
        scores = more.pop("return_attention_scores", False)
        outputs = super().__call__(inputs)
        if not scores:
            return outputs
        query, value = (one.shape for one in outputs.node.inputs[:2])
        return Node(self, outputs.node.inputs, [outputs.shape, (*query[:-1], value[1])]).outputs

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


class EinsumDense(Layer):
    """A Dense whose axes are named by letters: "abc,cd->abd" sums over c and gives d.

    input: as the letters before the comma, the batch first. output: as those behind the arrow; output_shape has the
    sizes that come out, without the batch. bias_axes are the letters of the output that a bias has.
    Source: keras.layers.EinsumDense of Keras 3.15.1.

    >>> EinsumDense("abc,cd->abd", output_shape=(None, 64), bias_axes="d").count((32, 128))          # 128·64 + 64
    8256
    """

    equation: str
    bias_axes: str | None

    def check(self) -> None:
        inside = self.equation.replace("...", "") if isinstance(self.equation, str) else ""
        if inside.count(",") != 1 or inside.count("->") != 1:
            raise ValueError(
                f"EinsumDense: equation={self.equation!r}; expected an input, a kernel and an output, as in "
                '"abc,cd->abd"'
            )

    def _parts(self) -> tuple[str, str, str]:
        before, _, output = self.equation.replace(" ", "").partition("->")
        first, _, second = before.partition(",")
        return first, second, output

    def _read(self, shape: Shape) -> tuple[list[Any], dict[str, int], dict[str, int], int]:
        """The shape that comes out, where each letter stands in the input and in it, and how many axes have none.

        Source: the analysis of the equation in keras.src.layers.core.einsum_dense of Keras 3.15.1, which puts the axes
        of a leading "..." into the output the last one first.
        """
        (first, _, output), full = self._parts(), [None, *shape]
        wanted = self.values["output_shape"]
        made = [None, *(wanted if isinstance(wanted, list | tuple) else [wanted])]
        named, given = first.replace("...", ""), output.replace("...", "")
        hidden = len(full) - len(named)
        if hidden < 0 or (hidden and "..." not in first):
            raise ValueError(
                f"EinsumDense: {first!r} names {len(named)} axes; the input {written(full)} has {len(full)}"
            )
        left = first.startswith("...")
        front = hidden if left else 0
        if left:
            made[1:1] = full[1:hidden][::-1]
        else:
            made += full[len(full) - hidden :] if hidden else []
        if len(made) < len(given) + front:
            raise ValueError(
                f"EinsumDense: output_shape={wanted!r} is too short for {output!r}; expected all its sizes"
            )
        return (
            made,
            {name: at + front for at, name in enumerate(named)},
            {name: at + front for at, name in enumerate(given)},
            front,
        )

    def _sizes(self, shape: Shape) -> dict[str, Any]:
        """The size of each letter; the output's is asked first."""
        full = [None, *shape]
        made, ours, theirs, _ = self._read(shape)
        for name, at in ours.items():
            if name in theirs and made[theirs[name]] is not None and not same(made[theirs[name]], full[at]):
                raise ValueError(
                    f"EinsumDense: {name} is {full[at]} in the input and {made[theirs[name]]} in output_shape"
                )
        return {name: full[at] for name, at in ours.items()} | {name: made[at] for name, at in theirs.items()}

    def declare(self, shape: Shape) -> list[Weight]:
        sizes, (_, kernel, output) = self._sizes(shape), self._parts()
        weights = [Weight("kernel", self._block("the kernel", kernel, sizes))]
        if self.bias_axes is None:
            return weights
        letters = output.replace("...", "")
        outside = [name for name in self.bias_axes if name not in letters]
        if outside:
            raise ValueError(f"EinsumDense: bias_axes={self.bias_axes!r}; {outside[0]} is not in the output {output!r}")
        first = min((letters.find(name) for name in self.bias_axes), default=len(letters))
        named = "".join(name if name in self.bias_axes else "1" for name in letters[first:])
        after = len([None, *shape]) - len(self._parts()[0].replace("...", "")) if output.endswith("...") else 0
        return [
            *weights,
            Weight("bias", (*self._block("the bias", named, {**sizes, "1": 1}), *(1 for _ in range(after)))),
        ]

    def _block(self, what: str, letters: str, sizes: dict[str, Any]) -> tuple[Size, ...]:
        for name in letters:
            if sizes.get(name) is None:
                raise ValueError(
                    f"EinsumDense: {name} of {what} has no known size; expected a number in the input or output_shape"
                )
        return tuple(sizes[name] for name in letters)

    def meet(self, shape: Shape) -> None:
        super().meet(shape)
        self.declare(shape)

    def result(self, shape: Shape) -> Shape:
        return tuple(self._read(shape)[0][1:])
