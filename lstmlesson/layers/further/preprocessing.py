"""Layers that stand before a model and learn nothing in training: text to numbers, numbers to categories or scaled."""

from collections import Counter
from collections.abc import Iterator
from typing import Any, ClassVar

from lstmlesson.law.checks import one_of
from lstmlesson.law.sizes import Size
from lstmlesson.law.weights import Weight
from lstmlesson.layers.foundation.layer import Layer
from lstmlesson.layers.foundation.tensor import Shape, written


class Normalization(Layer):
    """Each feature with its mean taken away, in units of its deviation; both are found by adapt, not by training.

    input and output: any shape. Stored: a mean and a variance for each feature, and one number, how many were seen;
    with mean=… and variance=… nothing is stored. Source: keras.layers.Normalization of Keras 3.15.1.

    >>> Normalization().count((10, 4)), Normalization().trainable_count((10, 4))           # 4 + 4 + 1, none trained
    (9, 0)
    """

    def check(self) -> None:
        axis = self.values["axis"]
        axes = () if axis is None else axis if isinstance(axis, list | tuple) else (axis,)
        if any(isinstance(one, bool) or not isinstance(one, int) for one in axes):
            raise TypeError(f"Normalization: axis={axis!r}; expected whole numbers, or None")
        self.__dict__["axis"] = tuple(axes)
        if (self.values["mean"] is None) != (self.values["variance"] is None):
            raise ValueError("Normalization: mean and variance are given together; expected both, or none of them")

    axis: tuple[int, ...]

    def meet(self, shape: Shape) -> None:
        super().meet(shape)
        self._places(shape)

    def _places(self, shape: Shape) -> tuple[Size, ...]:
        full = (None, *shape)
        if any(not -len(full) <= axis < len(full) for axis in self.axis):
            raise ValueError(f"Normalization: axis={self.axis} is not in {written(full)}, the batch in front")
        places: list[Any] = [full[axis] for axis in sorted(axis % len(full) for axis in self.axis)]
        if None in places:
            raise ValueError(f"Normalization: axis {self.axis} of {written(full)} is None; expected a number")
        return tuple(places)

    def declare(self, shape: Shape) -> list[Weight]:
        if self.values["mean"] is not None:
            return []
        places = self._places(shape)
        each = [("mean", places), ("variance", places), ("count", ())]
        return [Weight(name, block, trainable=False) for name, block in each]

    def adapt(self, data: Any, *arguments: Any, **more: Any) -> None:
        """Accepted: what is found is no number that is counted otherwise."""


class _Encoding(Layer):
    """A layer that turns things into numbers: one each, or a place for each of so many."""

    modes: ClassVar[tuple[str, ...]] = ("int", "one_hot", "multi_hot", "count", "tf_idf")
    output_mode: str

    def check(self) -> None:
        self.__dict__["output_mode"] = one_of(*self.modes)(str(self.output_mode).replace("-", "_"), "output_mode")

    def depth(self) -> Size | None:
        """How many places there are."""
        raise NotImplementedError

    def result(self, shape: Shape) -> Shape:
        if self.output_mode == "int":
            return shape
        if self.output_mode == "one_hot":
            return (*(shape[:-1] if shape[-1:] == (1,) else shape), self.depth())
        return (*shape[:-1], self.depth())


class CategoryEncoding(_Encoding):
    """Whole numbers as places of a vector. No weights. Source: keras.layers.CategoryEncoding of Keras 3.15.1."""

    modes = ("one_hot", "multi_hot", "count")

    def check(self) -> None:
        super().check()
        tokens = self.values["num_tokens"]
        if tokens is None or isinstance(tokens, bool) or not isinstance(tokens, int) or tokens < 1:
            raise ValueError(f"CategoryEncoding: num_tokens={tokens!r}; expected how many categories there are")

    def depth(self) -> Size | None:
        return self.values["num_tokens"]


class Hashing(_Encoding):
    """Things as numbers by a hash. No weights. Source: keras.layers.Hashing of Keras 3.15.1."""

    modes = ("int", "one_hot", "multi_hot", "count")

    def depth(self) -> Size | None:
        return self.values["num_bins"]


class Discretization(_Encoding):
    """Numbers as the bins in which they lie. No weights. Source: keras.layers.Discretization of Keras 3.15.1."""

    modes = ("int", "one_hot", "multi_hot", "count")

    def depth(self) -> Size | None:
        edges = self.values["bin_boundaries"]
        return self.values["num_bins"] if edges is None else len(edges) + 1

    def check(self) -> None:
        super().check()
        if self.values["num_bins"] is not None and self.values["bin_boundaries"] is not None:
            raise ValueError("Discretization: num_bins and bin_boundaries are both given; expected one of the two")

    def adapt(self, data: Any, *arguments: Any, **more: Any) -> None:
        """Accepted: the edges that are found change no count."""


class IndexLookup(_Encoding):
    """What words and numbers share that are looked up in a vocabulary."""

    words: list[Any] | None

    def check(self) -> None:
        super().check()
        given = self.values["vocabulary"]
        self.__dict__["words"] = None if given is None else _words_of(given)

    def adapt(self, data: Any, *arguments: Any, **more: Any) -> None:
        """Take the vocabulary from data, the most frequent first; where these cannot be read here, it stays unknown."""
        counts = Counter(self.tokens(data))
        words = sorted(counts, key=lambda word: (counts[word], word), reverse=True)
        limit = self.values["max_tokens"]
        self.__dict__["words"] = words[: max(limit - self.special(), 0)] if limit else words or None

    def tokens(self, data: Any) -> Iterator[Any]:
        """Each thing in the data."""
        yield from _flat(data)

    def special(self) -> int:
        """How many entries are no words: the mask and what is out of the vocabulary."""
        return len(self._special_entries())

    def _special_entries(self) -> list[Any]:
        mask = self.values.get("mask_token")
        mine = [mask] if mask is not None else []
        return [*mine, *([self.values.get("oov_token", "[UNK]")] * self.values.get("num_oov_indices", 1))]

    def set_vocabulary(self, vocabulary: Any, idf_weights: Any = None) -> None:
        """Take a vocabulary as it is."""
        self.__dict__["words"] = _words_of(vocabulary)

    def get_vocabulary(self, include_special_tokens: bool = True) -> list[Any]:
        """The vocabulary, its special entries first.

        Raises: ValueError where it is not known: adapt was given data that are not read here.
        """
        if self.words is None:
            raise ValueError(
                f"{type(self).__name__}: the vocabulary is not known here; expected vocabulary=[…], or adapt with a "
                "list or an array of text"
            )
        return [*(self._special_entries() if include_special_tokens else []), *self.words]

    def vocabulary_size(self) -> int:
        """How many entries the vocabulary has, the special ones included."""
        return len(self.get_vocabulary())

    def depth(self) -> Size | None:
        if self.values.get("pad_to_max_tokens"):
            return self.values["max_tokens"]
        return None if self.words is None else self.vocabulary_size()


class StringLookup(IndexLookup):
    """Words as their numbers in a vocabulary. No weights. Source: keras.layers.StringLookup of Keras 3.15.1.

    >>> StringLookup(vocabulary=["a", "b"]).vocabulary_size()              # and one for all other words
    3
    """


class IntegerLookup(IndexLookup):
    """Whole numbers as their places in a vocabulary. No weights. Source: Keras 3.15.1."""


class TextVectorization(IndexLookup):
    """Text as the numbers of its words. No weights.

    input: one text. output: (words,), open unless output_sequence_length says how many.
    Source: keras.layers.TextVectorization of Keras 3.15.1.

    >>> layer = TextVectorization(output_sequence_length=8)
    >>> layer.adapt(["to be or not to be"])
    >>> layer.get_vocabulary(), layer.output_shape(())
    (['', '[UNK]', 'to', 'be', 'or', 'not'], (8,))
    """

    modes = ("int", "multi_hot", "count", "tf_idf")

    def _special_entries(self) -> list[Any]:
        return ["", "[UNK]"] if self.output_mode == "int" else ["[UNK]"]

    def tokens(self, data: Any) -> Iterator[Any]:
        for text in _flat(data):
            if isinstance(text, str):
                yield from self._split(text)

    def _split(self, text: str) -> list[str]:
        rule = self.values["standardize"]
        if rule in ("lower", "lower_and_strip_punctuation"):
            text = text.lower()
        if rule in ("strip_punctuation", "lower_and_strip_punctuation"):
            text = "".join(letter for letter in text if letter not in PUNCTUATION)
        how = self.values["split"]
        return list(text) if how == "character" else [text] if how is None else text.split()

    def result(self, shape: Shape) -> Shape:
        return (self.values["output_sequence_length"],) if self.output_mode == "int" else (self.depth(),)


# What Keras 3.15.1 strips from text.
PUNCTUATION = """!"#$%&()*+,-./:;<=>?@[\\]^_`{|}~'"""


def _words_of(given: Any) -> list[Any] | None:
    return list(given.tolist() if hasattr(given, "tolist") else given) if not isinstance(given, str) else None


def _flat(data: Any) -> Iterator[Any]:
    """Each single thing in lists and arrays; nothing from data that are only described."""
    data = data.tolist() if hasattr(data, "tolist") and not isinstance(data, str) else data
    if isinstance(data, list | tuple):
        for one in data:
            yield from _flat(one)
    elif isinstance(data, str | bytes | int | float):
        yield data.decode() if isinstance(data, bytes) else data
