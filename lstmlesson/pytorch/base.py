"""A module of PyTorch: a declaration that knows its input, and keeps its blocks as (units, features), gates first."""

from typing import Any, ClassVar

from lstmlesson.law.checks import flag, fraction, number, one_of, one_or_several, whole_or_none
from lstmlesson.law.declaration import Declaration
from lstmlesson.law.sizes import Size, checked, is_number, same
from lstmlesson.law.weights import Array, Weight

PLACE = {"device": None, "dtype": None}
FLAGS = "bias batch_first bidirectional elementwise_affine affine track_running_stats scale_grad_by_freq sparse _freeze"


class Module(Declaration):
    """What all modules share. A module of its own says `declare` (its weights) and `result` (its output shape).

    Shapes are PyTorch's: with the batch, or without it where PyTorch takes a single sample too.
    """

    gate_axis = 0
    checks = {
        **dict.fromkeys(["input_size", "hidden_size", "in_features", "out_features", "num_embeddings"], checked),
        **dict.fromkeys(("embedding_dim", "num_features"), checked),
        **dict.fromkeys(FLAGS.split(), flag),
        "normalized_shape": one_or_several,
        "num_layers": number,
        "dropout": fraction,
        "nonlinearity": one_of("tanh", "relu"),
        "padding_idx": whole_or_none,
    }
    takes, gives = "input_size", "hidden_size"
    axes: ClassVar[tuple[str, ...]] = ("batch", "features")

    @property
    def features(self) -> Size:
        """How many features come in: the last number, where the argument is a tuple of them."""
        size = getattr(self, self.takes)
        return size[-1] if isinstance(size, tuple) else size

    def weights(self, input_shape: Any = None) -> list[Weight]:
        """The list of weights, in the order of named_parameters(); no shape is needed."""
        if input_shape is not None:
            self.read(input_shape)
        return self.declare()

    def declare(self) -> list[Weight]:
        """The weights, each block as (units, features)."""
        raise NotImplementedError

    def buffers(self) -> list[Array]:
        """What the module keeps besides and does not count as parameters."""
        return []

    def output_shape(self, input_shape: Any) -> Any:
        """The shape of what comes out, in PyTorch's own order; nested tuples where several things come out."""
        return self.result(self.read(input_shape))

    def result(self, shape: tuple[Any, ...]) -> Any:
        return shape

    def read(self, input_shape: Any) -> tuple[Any, ...]:
        """The input shape with every size checked, and its last axis the features that the module was made for."""
        if isinstance(input_shape, str) or not isinstance(input_shape, list | tuple):
            raise TypeError(f"{type(self).__name__}: input shape {input_shape!r}; expected a tuple of sizes")
        shape = tuple(
            None if size is None else checked(size, f"axis {axis} of the input shape")
            for axis, size in enumerate(input_shape)
        )
        self.meet(shape)
        return shape

    def meet(self, shape: tuple[Any, ...]) -> None:
        """Refuse a shape that the module cannot take."""
        self.expect(shape, -1, self.takes)

    def expect(self, shape: tuple[Any, ...], axis: int, field: str) -> None:
        """Refuse a shape whose axis is not as long as an argument says."""
        size: Size = getattr(self, field)
        if not shape or len(shape) <= axis or (shape[axis] is not None and not same(shape[axis], size)):
            raise ValueError(f"{type(self).__name__}: input shape {shape}; expected {field}={size} in axis {axis}")

    def allow(self, shape: tuple[Any, ...], *axes: int) -> None:
        """Refuse a shape with another number of axes."""
        if len(shape) not in axes:
            raise ValueError(
                f"{type(self).__name__}: input shape {shape} has {len(shape)} axes; "
                f"expected {' or '.join(map(str, axes))}"
            )


def size_or_zero(value: Any, field: str) -> Size:
    """A size, or 0 for "none of it"."""
    return 0 if is_number(value) and not isinstance(value, bool) and value == 0 else checked(value, field)
