"""Layers that keep a list of words, or of numbers, and give each its place in it. Training changes nothing in them."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from lstmlesson.law.sizes import Size
from lstmlesson.layers.foundation.tensor import Shape
from lstmlesson.layers.further.preprocessing import Encoding


class IndexLookup(Encoding):
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
