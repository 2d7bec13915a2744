"""A module that is declared: it knows its input, and keeps its blocks as (units, features), gates first."""

from typing import Any, ClassVar

from lstmlesson.inert import nearest
from lstmlesson.law.checks import flag, fraction, number, one_of, one_or_several, whole_or_none
from lstmlesson.law.declaration import Declaration
from lstmlesson.law.drawn import Records
from lstmlesson.law.sizes import Size, checked, is_number, same
from lstmlesson.law.weights import Weight
from lstmlesson.pytorch.foundation.module import Module
from lstmlesson.pytorch.foundation.parameters import Buffer, Parameter

PLACE = {"device": None, "dtype": None}
# What a layer of Keras calls it.
KERAS_NAMES = {
    "units": "hidden_size",
    "hidden": "hidden_size",
    "layers": "num_layers",
    "use_bias": "bias",
    "filters": "out_channels",
    "input_dim": "input_size",
    "output_dim": "embedding_dim",
}
# What has no argument in a module, and what PyTorch does instead.
NOT_HERE = {
    "proj_size": "PyTorch has it for LSTM alone",
    "return_sequences": "every timestep is given, and output[:, -1] is the last with batch_first=True",
    "return_state": "the states are given beside the output",
    "stateful": "hand the states to the next call",
}
FLAGS = "bias batch_first bidirectional elementwise_affine affine track_running_stats scale_grad_by_freq sparse _freeze"


class Declared(Declaration, Module):
    """What all declared modules share. One of them says `declare` (its weights) and `result` (its output shape).

    Shapes are PyTorch's: with the batch, or without it where PyTorch takes a single sample too.
    """

    gate_axis = 0
    checks = {
        **dict.fromkeys(["input_size", "hidden_size", "in_features", "out_features", "num_embeddings"], checked),
        **dict.fromkeys("embedding_dim num_features in_channels out_channels groups num_channels".split(), checked),
        **dict.fromkeys("num_groups num_parameters in1_features in2_features embed_dim num_heads".split(), checked),
        **dict.fromkeys(FLAGS.split(), flag),
        "normalized_shape": one_or_several,
        "kernel_size": one_or_several,
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

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.__dict__.update(_modules={}, training=True)
        for name in self.as_parameters:  # what was an argument is read as the parameter of its name, as in PyTorch
            self.__dict__.pop(name, None)

    # The parameters that have the name of an argument: Linear(3, 2, bias=True).bias.
    as_parameters: ClassVar[tuple[str, ...]] = ()

    @property
    def has_bias(self) -> bool:
        """Whether a bias was asked for."""
        return bool(self.values["bias"])

    def bias_of(self, size: Size) -> list[Weight]:
        """A bias of this size, or none."""
        return [Weight("bias", (size,))] if self.has_bias else []

    def __getattr__(self, name: str) -> Any:
        if name == "_parameters" and "values" in self.__dict__:
            self.__dict__["_parameters"] = {weight.name: Parameter.of(weight) for weight in self.declare()}
            return self.__dict__["_parameters"]
        if name == "_buffers" and "values" in self.__dict__:
            self.__dict__["_buffers"] = {one.name: one for one in self.declared_buffers()}
            return self.__dict__["_buffers"]
        if name.startswith("__") or "values" not in self.__dict__:
            raise AttributeError(name)
        for held in (self._parameters, self._buffers):
            if name in held:
                return held[name]
        if name in self.as_parameters:
            return None
        raise AttributeError(f"{type(self).__name__} has no {name}")

    def __setattr__(self, name: str, value: Any) -> None:
        if name in self.values and name not in self.as_parameters:
            Declaration.__setattr__(self, name, value)
        elif isinstance(value, Parameter) or name in self._parameters:
            Module.__setattr__(self, name, value)
        elif name in ("training", *self.__dict__):
            self.__dict__[name] = value
        else:
            Declaration.__setattr__(self, name, value)

    def unknown(self, name: str, value: Any) -> str:
        if name in NOT_HERE:
            return f"{type(self).__name__} has no argument {name} ({name}={value!r}); {NOT_HERE[name]}; leave it out"
        meant = KERAS_NAMES.get(name)
        advice = (
            f"; write {meant}={value!r}" if meant in self.arguments else nearest(name, self.arguments, f"={value!r}")
        )
        return f"{type(self).__name__} has no argument {name} ({name}={value!r}){advice}"

    def weights(self, input_shape: Any = None) -> list[Weight]:
        """The list of weights, in the order of named_parameters(); no shape is needed."""
        if input_shape is not None:
            self.read(input_shape)
        if "_parameters" not in self.__dict__:
            return Records(self.declare(), self.gate_axis)
        kept = [(name, parameter) for name, parameter in self._parameters.items() if parameter is not None]
        weights = [one.weight._replace(name=name, trainable=one.requires_grad) for name, one in kept]
        return Records(weights, self.gate_axis)

    def declare(self) -> list[Weight]:
        """The weights, each block as (units, features)."""
        raise NotImplementedError

    def declared_buffers(self) -> list[Buffer]:
        """What the module keeps besides and does not count as parameters."""
        return []

    def arrays(self, input_shape: Any = None) -> Any:
        """The arrays as PyTorch stores them: name, shape, trainable."""
        return Records(weight.stacked(self.gate_axis) for weight in self.weights(input_shape))

    def extra_repr(self) -> str:
        """The arguments, as they stand in the brackets when it is printed."""
        return repr(self).partition("(")[2].removesuffix(")")

    count = Declaration.count
    trainable_count = Declaration.trainable_count
    formula = Declaration.formula
    __repr__ = Declaration.__repr__

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
