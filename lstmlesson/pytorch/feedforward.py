"""PyTorch's modules for single steps: Linear, Bilinear, Embedding and EmbeddingBag."""

from typing import Any, ClassVar

from lstmlesson.law.arguments import NEEDED
from lstmlesson.law.sizes import Size
from lstmlesson.law.weights import Weight
from lstmlesson.pytorch.foundation.base import PLACE, Declared


class Linear(Declared):
    """What Keras calls Dense; the weight is stored as (out_features, in_features).

    in_features: how many numbers go in. out_features: how many come out, what Keras calls units.
    input: (…, in_features). output: (…, out_features). Source: torch.nn.Linear of PyTorch 2.13.

    >>> Linear(13, 10).count()                                # 10·13 + 10
    140
    """

    arguments = {"in_features": NEEDED, "out_features": NEEDED, "bias": True, **PLACE}
    takes, gives = "in_features", "out_features"
    axes = ("features",)
    as_parameters = ("bias",)
    in_features: Size
    out_features: Size

    def declare(self) -> list[Weight]:
        return [Weight("weight", (self.out_features, self.in_features)), *self.bias_of(self.out_features)]

    def result(self, shape: tuple[Any, ...]) -> Any:
        return (*shape[:-1], self.out_features)


class Embedding(Declared):
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

    @classmethod
    def from_pretrained(cls, embeddings: Any, freeze: bool = True, **more: Any) -> "Embedding":
        """The table that holds these rows; frozen unless freeze=False."""
        words, wide = embeddings.shape
        return cls(int(words), int(wide), _freeze=bool(freeze), **more)

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


class EmbeddingBag(Embedding):
    """A table of which several rows are joined into one. Source: torch.nn.EmbeddingBag of PyTorch 2.13.

    >>> EmbeddingBag(640, 300).count()                        # 640·300
    192000
    """

    arguments = {"num_embeddings": NEEDED, "embedding_dim": NEEDED, "max_norm": None, "norm_type": 2.0}
    arguments |= {"scale_grad_by_freq": False, "mode": "mean", "sparse": False, "_weight": None}
    arguments |= {"include_last_offset": False, "padding_idx": None, **PLACE}
    keywords = {"_freeze": False}

    def result(self, shape: tuple[Any, ...]) -> Any:
        return (*shape[:-1], self.embedding_dim)


class Bilinear(Declared):
    """Two inputs meet in one weight for each output. Source: torch.nn.Bilinear of PyTorch 2.13.

    >>> Bilinear(3, 4, 2).count()                             # 2·3·4 + 2
    26
    """

    arguments = {"in1_features": NEEDED, "in2_features": NEEDED, "out_features": NEEDED, "bias": True, **PLACE}
    as_parameters = ("bias",)
    takes, gives = "in1_features", "out_features"
    in1_features: Size
    in2_features: Size
    out_features: Size

    def declare(self) -> list[Weight]:
        weight = Weight("weight", (self.out_features, self.in1_features, self.in2_features))
        return [weight, *self.bias_of(self.out_features)]

    def meet(self, shape: tuple[Any, ...]) -> None:
        """Two inputs are not followed as one shape."""

    def result(self, shape: tuple[Any, ...]) -> Any:
        return (*shape[:-1], self.out_features)
