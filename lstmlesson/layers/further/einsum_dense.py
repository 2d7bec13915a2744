"""A Dense layer along named axes: what is summed over, and what comes out, is said by an equation in letters."""

from typing import Any

from lstmlesson.law.sizes import Size, same
from lstmlesson.law.weights import Weight
from lstmlesson.layers.foundation.layer import Layer
from lstmlesson.layers.foundation.tensor import Shape, written


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
