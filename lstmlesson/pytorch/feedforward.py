"""PyTorch's modules without recurrence: Linear, Embedding, LayerNorm and BatchNorm1d."""

from typing import Any, ClassVar

from lstmlesson.law.declaration import NEEDED
from lstmlesson.law.sizes import Size, checked, same
from lstmlesson.law.weights import Array, Weight
from lstmlesson.pytorch.base import PLACE, Module


class Linear(Module):
    """What Keras calls Dense; the weight is stored as (out_features, in_features).

    input: (…, in_features). output: (…, out_features). Source: torch.nn.Linear of PyTorch 2.13.

    >>> Linear(13, 10).count()                                # 10·13 + 10
    140
    """

    arguments = {"in_features": NEEDED, "out_features": NEEDED, "bias": True, **PLACE}
    takes, gives = "in_features", "out_features"
    axes = ("features",)
    in_features: Size
    out_features: Size
    bias: bool

    def declare(self) -> list[Weight]:
        weights = [Weight("weight", (self.out_features, self.in_features))]
        return [*weights, Weight("bias", (self.out_features,))] if self.bias else weights

    def result(self, shape: tuple[Any, ...]) -> Any:
        return (*shape[:-1], self.out_features)


class Embedding(Module):
    """A table with one row for each word.

    input: any shape of word numbers. output: that shape, and embedding_dim behind it.
    Source: torch.nn.Embedding of PyTorch 2.13.

    >>> Embedding(640, 300).count()                           # 640·300
    192000
    """

    arguments = {"num_embeddings": NEEDED, "embedding_dim": NEEDED, "padding_idx": None, "max_norm": None}
    arguments |= {
        "norm_type": 2.0,
        "scale_grad_by_freq": False,
        "sparse": False,
        "_weight": None,
        "_freeze": False,
        **PLACE,
    }
    takes, gives = "num_embeddings", "embedding_dim"
    axes: ClassVar[tuple[str, ...]] = ()
    num_embeddings: Size
    embedding_dim: Size
    padding_idx: int | None
    _freeze: bool

    def check(self) -> None:
        words = self.num_embeddings
        if self.padding_idx is not None and isinstance(words, int) and not -words <= self.padding_idx < words:
            raise ValueError(f"Embedding: padding_idx={self.padding_idx}; expected one of the {words} rows")

    def declare(self) -> list[Weight]:
        return [Weight("weight", (self.num_embeddings, self.embedding_dim), trainable=not self._freeze)]

    def input_with(self, features: Size | None, like: Any = None) -> Any:
        """A shape of word numbers, which has no features."""
        return () if like is None else like

    def meet(self, shape: tuple[Any, ...]) -> None:
        """Word numbers may have any shape."""

    def result(self, shape: tuple[Any, ...]) -> Any:
        return (*shape, self.embedding_dim)


class LayerNorm(Module):
    """Each sample rescaled by itself: a weight and a bias for each place of the last axes.

    input and output: (…, *normalized_shape). Source: torch.nn.LayerNorm of PyTorch 2.13.

    >>> LayerNorm(64).count()                                 # 64 + 64
    128
    """

    arguments = {"normalized_shape": NEEDED, "eps": 1e-05, "elementwise_affine": True, "bias": True, **PLACE}
    takes = "normalized_shape"
    normalized_shape: tuple[Size, ...]
    elementwise_affine: bool
    bias: bool

    def check(self) -> None:
        given = self.values["normalized_shape"]
        sizes = given if isinstance(given, list | tuple) else (given,)
        if not sizes:
            raise ValueError(f"LayerNorm: normalized_shape={given!r} is empty; expected one size or several")
        self.__dict__["normalized_shape"] = tuple(checked(size, "LayerNorm: normalized_shape") for size in sizes)

    def declare(self) -> list[Weight]:
        block = self.normalized_shape
        weights = [Weight("weight", block)] + [Weight("bias", block)] * self.bias
        return weights if self.elementwise_affine else []

    def input_with(self, features: Size | None, like: Any = None) -> Any:
        return super().input_with(features, like or (None, *self.normalized_shape))

    def meet(self, shape: tuple[Any, ...]) -> None:
        axes = len(self.normalized_shape)
        if len(shape) < axes or not all(map(same, shape[-axes:], self.normalized_shape)):
            raise ValueError(f"LayerNorm: input shape {shape}; expected it to end in {self.normalized_shape}")


class BatchNorm1d(Module):
    """Each feature rescaled over the batch. The running mean and variance are buffers here, not parameters.

    input and output: (batch, num_features) or (batch, num_features, timesteps).
    Source: torch.nn.BatchNorm1d of PyTorch 2.13; Keras counts the two buffers as non-trainable parameters.

    >>> BatchNorm1d(10).count()                               # 10 + 10
    20
    """

    arguments = {"num_features": NEEDED, "eps": 1e-05, "momentum": 0.1, "affine": True, "track_running_stats": True}
    arguments |= PLACE
    keywords = {"bias": True}
    takes = "num_features"
    num_features: Size
    features_axis = 1  # type: ignore[assignment]  # whatever its arguments
    affine: bool
    bias: bool
    track_running_stats: bool

    def declare(self) -> list[Weight]:
        weights = [Weight("weight", (self.num_features,))] + [Weight("bias", (self.num_features,))] * self.bias
        return weights if self.affine else []

    def buffers(self) -> list[Array]:
        each = (self.num_features,)
        names = {"running_mean": each, "running_var": each, "num_batches_tracked": ()}
        return (
            [Array(name, shape, trainable=False) for name, shape in names.items()] if self.track_running_stats else []
        )

    def meet(self, shape: tuple[Any, ...]) -> None:
        self.allow(shape, 2, 3)
        self.expect(shape, 1, "num_features")
