"""Layers that rescale what passes: a few numbers for each feature, not all of them trained."""

from typing import Any, ClassVar

from lstmlesson.law.sizes import Size, checked, is_number
from lstmlesson.law.weights import Weight
from lstmlesson.layers.basic import Dense
from lstmlesson.layers.foundation.layer import Layer
from lstmlesson.layers.foundation.tensor import Shape, written


class _Normalisation(Layer):
    """A layer with one gamma and one beta for each place along its axis."""

    # Whether it may rescale over several axes at once.
    over_several: ClassVar[bool] = False
    axis: Any
    center: bool
    scale: bool

    def check(self) -> None:
        axis = self.axis
        several = isinstance(axis, list | tuple) and self.over_several
        axes = tuple(axis) if several else (axis,)
        if not axes or any(isinstance(one, bool) or not isinstance(one, int) for one in axes):
            raise TypeError(f"{type(self).__name__}: axis={axis!r}; expected a whole number such as -1, the last axis")
        self.__dict__["axis"] = axes

    @property
    def features_axis(self) -> int:
        """The last of the axes that are rescaled one by one, counted without the batch."""
        last = self.axis[-1]
        return last - 1 if last > 0 else last

    def input_with(self, features: Size | None, like: Any = None) -> Any:
        axis = self.features_axis
        return super().input_with(features, like or (None,) * (axis + 1 if axis >= 0 else -axis))

    @property
    def has_weights(self) -> bool:
        """Whether any axis must have a known length."""
        return self.scale or self.center

    def meet(self, shape: Shape) -> None:
        super().meet(shape)
        self._block(shape)

    def _block(self, shape: Shape) -> tuple[Size, ...]:
        """The lengths of the axes that the layer rescales one by one. Keras counts the batch as axis 0."""
        sizes = []
        # Keras sorts the axes as they are written, so a negative one comes first.
        for axis in sorted(self.axis):
            index = axis - 1 if axis > 0 else len(shape) + axis
            if axis == 0 or not 0 <= index < len(shape):
                raise ValueError(
                    f"{type(self).__name__}: axis={axis} is not in {written((None, *shape))}, the batch in front; "
                    f"expected 1 to {len(shape)}, or -1 for the last"
                )
            if shape[index] is None and self.has_weights:
                raise ValueError(
                    f"{type(self).__name__}: axis {axis} of {written((None, *shape))} is None; expected a number, "
                    "since it makes the size of a weight"
                )
            sizes.append(shape[index])
        return tuple(sizes)

    def declare(self, shape: Shape) -> list[Weight]:
        block = self._block(shape)
        return [Weight("gamma", block)] * bool(self.scale) + [Weight("beta", block)] * bool(self.center)


class LayerNormalization(_Normalisation):
    """Each sample rescaled by itself: a gamma and a beta for each feature.

    input and output: any shape. Source: keras.layers.LayerNormalization of Keras 3.15.1.

    >>> LayerNormalization().count((10, 64))                  # 64 + 64
    128
    """

    over_several = True
    keywords: ClassVar[dict[str, Any]] = {**Layer.keywords, "rms_scaling": False}
    rms_scaling: bool

    def declare(self, shape: Shape) -> list[Weight]:
        if self.rms_scaling:  # older Keras: a gamma always, a beta never
            return [Weight("gamma", self._block(shape))]
        return super().declare(shape)


class BatchNormalization(_Normalisation):
    """Each feature rescaled over the batch: gamma and beta are trained, the moving mean and variance are not.

    input and output: any shape. Source: keras.layers.BatchNormalization of Keras 3.15.1.

    >>> BatchNormalization().count((10,)), BatchNormalization().trainable_count((10,))         # 4·10, 2·10
    (40, 20)
    """

    renorm: bool
    has_weights = True  # the moving mean and variance are always there

    def declare(self, shape: Shape) -> list[Weight]:
        names = ["moving_mean", "moving_variance"] + ["moving_stddev", "renorm_mean", "renorm_stddev"] * self.renorm
        return [*super().declare(shape), *(Weight(name, self._block(shape), trainable=False) for name in names)]


def groups_or_all(value: Any, field: str) -> Size:
    """How many groups there are; -1 for as many as features."""
    return value if is_number(value) and value == -1 else checked(value, field)


class GroupNormalization(_Normalisation):
    """Each sample rescaled in groups of its features: a gamma and a beta for each feature.

    groups: how many; -1 for as many as features. input and output: any shape. Source: Keras 3.15.1.

    >>> GroupNormalization(4).count((10, 64))                 # 64 + 64
    128
    """

    groups: Any
    has_weights = True
    checks: ClassVar[Any] = {**Layer.checks, "groups": groups_or_all}

    def meet(self, shape: Shape) -> None:
        super().meet(shape)
        (features,) = self._block(shape)
        groups = self.groups
        if is_number(groups) and is_number(features) and groups > 0 and features % groups:
            raise ValueError(
                f"GroupNormalization: {features} features do not divide into groups={groups}; expected a divisor"
            )


class RMSNormalization(_Normalisation):
    """Each sample divided by the root of its mean square: a scale for each feature.

    input and output: any shape. Source: keras.layers.RMSNormalization of Keras 3.15.1.

    >>> RMSNormalization().count((10, 64))
    64
    """

    over_several = True
    has_weights = True

    def declare(self, shape: Shape) -> list[Weight]:
        return [Weight("scale", self._block(shape))]


class UnitNormalization(_Normalisation):
    """Each sample divided by its length along an axis. No weights. Source: Keras 3.15.1."""

    over_several = True
    has_weights = False

    def meet(self, shape: Shape) -> None:
        # The batch may be meant, too: axis 0.
        if any(not -len(shape) - 1 <= axis <= len(shape) for axis in self.axis):
            raise ValueError(
                f"UnitNormalization: axis={self.values['axis']} is not in {written((None, *shape))}, the batch in front"
            )

    def declare(self, shape: Shape) -> list[Weight]:
        return []


class SpectralNormalization(Layer):
    """A layer whose kernel is kept at spectral norm 1: one vector more, which training does not change.

    input and output: those of the layer inside, which has a kernel or embeddings. Source: Keras 3.15.1.

    >>> from lstmlesson import Dense
    >>> SpectralNormalization(Dense(10)).count((4,))          # 4·10, 1·10 and 10
    60
    """

    layer: Layer
    freezes_itself = True
    holds = (Dense,)

    @property
    def features_axis(self) -> int:
        return self.layer.features_axis

    def input_with(self, features: Size | None, like: Any = None) -> Any:
        return self.layer.input_with(features, like)

    def check(self) -> None:
        if not isinstance(self.layer, Layer):
            raise TypeError(f"SpectralNormalization: layer={self.layer!r}; expected a layer such as Dense(1)")
        iterations = self.values["power_iterations"]
        if not is_number(iterations) or iterations < 1:
            raise ValueError(
                f"SpectralNormalization: power_iterations={iterations!r}; expected a positive whole number"
            )

    @property
    def inner(self) -> tuple[Layer, ...]:
        return (*self.layer.inner, self.layer)

    def meet(self, shape: Shape) -> None:
        self.layer.meet(shape)
        self.declare(shape)

    def declare(self, shape: Shape) -> list[Weight]:
        inside = self.layer.freeze(self.layer.declare(shape))
        kernel = next((one for one in inside if one.name in ("kernel", "embeddings")), None)
        if kernel is None or kernel.part or any(one.name == "recurrent_kernel" for one in inside):
            raise ValueError(f"SpectralNormalization: {self.layer!r} has no kernel of its own; expected one that has")
        vector = Weight("vector_u", (1, kernel.shape[-1]), trainable=False)
        # Keras lists the kernel, which it keeps itself, and the vector before what else the layer inside has.
        return [kernel, vector, *(one for one in inside if one is not kernel)]

    def freeze(self, weights: list[Weight]) -> list[Weight]:
        return weights

    def result(self, shape: Shape) -> Shape | list[Shape]:
        return self.layer.result(shape)
