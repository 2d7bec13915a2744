"""PyTorch's normalisations: batches, layers, groups, single channels. Running means are buffers, and not counted."""

from typing import Any, ClassVar

from lstmlesson.law.arguments import NEEDED
from lstmlesson.law.sizes import Size, checked, same
from lstmlesson.law.weights import Weight
from lstmlesson.pytorch.foundation.base import PLACE, Declared
from lstmlesson.pytorch.foundation.parameters import Buffer


class LayerNorm(Declared):
    """Each sample rescaled by itself: a weight and a bias for each place of the last axes.

    input and output: (…, *normalized_shape). Source: torch.nn.LayerNorm of PyTorch 2.13.

    >>> LayerNorm(64).count()                                 # 64 + 64
    128
    """

    arguments = {"normalized_shape": NEEDED, "eps": 1e-05, "elementwise_affine": True, "bias": True, **PLACE}
    takes = "normalized_shape"
    normalized_shape: tuple[Size, ...]
    elementwise_affine: bool
    as_parameters = ("bias",)

    def check(self) -> None:
        given = self.values["normalized_shape"]
        sizes = given if isinstance(given, list | tuple) else (given,)
        if not sizes:
            raise ValueError(f"LayerNorm: normalized_shape={given!r} is empty; expected one size or several")
        self.__dict__["normalized_shape"] = tuple(checked(size, "LayerNorm: normalized_shape") for size in sizes)

    def declare(self) -> list[Weight]:
        block = self.normalized_shape
        weights = [Weight("weight", block)] + [Weight("bias", block)] * self.has_bias
        return weights if self.elementwise_affine else []

    def input_with(self, features: Size | None, like: Any = None) -> Any:
        return super().input_with(features, like or (None, *self.normalized_shape))

    def meet(self, shape: tuple[Any, ...]) -> None:
        axes = len(self.normalized_shape)
        if len(shape) < axes or not all(map(same, shape[-axes:], self.normalized_shape)):
            raise ValueError(f"LayerNorm: input shape {shape}; expected it to end in {self.normalized_shape}")


class RMSNorm(LayerNorm):
    """Each sample rescaled by its size alone: a weight and no bias. Source: torch.nn.RMSNorm of PyTorch 2.13.

    >>> RMSNorm(64).count()                                   # 64
    64
    """

    arguments = {"normalized_shape": NEEDED, "eps": None, "elementwise_affine": True, **PLACE}

    @property
    def has_bias(self) -> bool:
        """It has none."""
        return False


class BatchNorm1d(Declared):
    """Each feature rescaled over the batch. The running mean and variance are buffers here, not parameters.

    input and output: (batch, num_features) or (batch, num_features, timesteps).
    Source: torch.nn.BatchNorm1d of PyTorch 2.13; Keras counts the two buffers as non-trainable parameters.

    >>> BatchNorm1d(10).count()                               # 10 + 10
    20
    """

    arguments = {"num_features": NEEDED, "eps": 1e-05, "momentum": 0.1, "affine": True, "track_running_stats": True}
    arguments |= PLACE
    keywords = {"bias": True}
    # How many axes an input has.
    ranks: ClassVar[tuple[int, ...]] = (2, 3)
    takes = "num_features"
    as_parameters = ("bias",)
    num_features: Size
    affine: bool
    track_running_stats: bool

    def declare(self) -> list[Weight]:
        weights = [Weight("weight", (self.num_features,)), *self.bias_of(self.num_features)]
        return weights if self.affine else []

    @property
    def features_axis(self) -> int:
        return 1

    def input_with(self, features: Size | None, like: Any = None) -> Any:
        shortest = 2 if 2 in self.ranks else self.ranks[-1]
        return super().input_with(features, like or (None,) * shortest)

    def declared_buffers(self) -> list[Buffer]:
        each = (self.num_features,)
        names: dict[str, Any] = {"running_mean": each, "running_var": each, "num_batches_tracked": ()}
        return [Buffer(name, shape) for name, shape in names.items()] if self.track_running_stats else []

    def meet(self, shape: tuple[Any, ...]) -> None:
        self.allow(shape, *self.ranks)
        self.expect(shape, 1, "num_features")


class BatchNorm2d(BatchNorm1d):
    """The same for images: (batch, num_features, height, width). Source: torch.nn.BatchNorm2d of PyTorch 2.13.

    >>> BatchNorm2d(10).count()                               # 10 + 10
    20
    """

    ranks = (4,)


class BatchNorm3d(BatchNorm1d):
    """The same for volumes. Source: torch.nn.BatchNorm3d of PyTorch 2.13.

    >>> BatchNorm3d(10).count()                               # 10 + 10
    20
    """

    ranks = (5,)


class InstanceNorm1d(BatchNorm1d):
    """Each feature of each sample rescaled; without affine=True it holds nothing, and without statistics no buffers.

    Source: torch.nn.InstanceNorm1d of PyTorch 2.13.

    >>> InstanceNorm1d(10).count(), InstanceNorm1d(10, affine=True).count()
    (0, 20)
    """

    arguments = BatchNorm1d.arguments | {"affine": False, "track_running_stats": False}

    def meet(self, shape: tuple[Any, ...]) -> None:
        self.allow(shape, *self.ranks)


class InstanceNorm2d(InstanceNorm1d):
    """The same for images. Source: torch.nn.InstanceNorm2d of PyTorch 2.13.

    >>> InstanceNorm2d(10).count()
    0
    """

    ranks = (3, 4)


class InstanceNorm3d(InstanceNorm1d):
    """The same for volumes. Source: torch.nn.InstanceNorm3d of PyTorch 2.13.

    >>> InstanceNorm3d(10).count()
    0
    """

    ranks = (4, 5)


class SyncBatchNorm(BatchNorm1d):
    """Batches over several machines. Source: torch.nn.SyncBatchNorm of PyTorch 2.13.

    >>> SyncBatchNorm(10).count()                             # 10 + 10
    20
    """

    arguments = {"num_features": NEEDED, "eps": 1e-05, "momentum": 0.1, "affine": True, "track_running_stats": True}
    arguments |= {"process_group": None, **PLACE}
    ranks = (2, 3, 4, 5)


class GroupNorm(Declared):
    """Channels rescaled in groups: a weight and a bias for each channel.

    input and output: (batch, num_channels, …). Source: torch.nn.GroupNorm of PyTorch 2.13.
    Raises: ValueError where the channels do not divide into the groups.

    >>> GroupNorm(2, 10).count()                              # 10 + 10
    20
    """

    arguments = {"num_groups": NEEDED, "num_channels": NEEDED, "eps": 1e-05, "affine": True, **PLACE}
    keywords = {"bias": True}
    as_parameters = ("bias",)
    takes = "num_channels"
    num_groups: Size
    num_channels: Size
    affine: bool

    @property
    def features_axis(self) -> int:
        return 1

    def check(self) -> None:
        channels, groups = self.num_channels, self.num_groups
        if isinstance(channels, int) and isinstance(groups, int) and channels % groups:
            raise ValueError(f"GroupNorm: num_channels={channels} does not divide into num_groups={groups}")

    def declare(self) -> list[Weight]:
        weights = [Weight("weight", (self.num_channels,)), *self.bias_of(self.num_channels)]
        return weights if self.affine else []

    def meet(self, shape: tuple[Any, ...]) -> None:
        self.expect(shape, 1, "num_channels")
