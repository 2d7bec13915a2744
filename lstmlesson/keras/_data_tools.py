"""The few tools of Keras that make data whose sizes a model needs: labels, padded sequences, a tokenizer's words.

They are done here, since a program reads `len(tokenizer.word_index) + 1` or `y.shape[1]` off them. Arrays need numpy.
Source of the conventions: keras.utils and keras.preprocessing of Keras 3.15.1.
"""

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

FILTERS = '!"#$%&()*+,-./:;<=>?@[\\]^_`{|}~\t\n'


def numpy_for(what: str) -> Any:
    try:
        import numpy
    except ImportError:
        raise ImportError(f"{what} gives an array, and numpy is not installed; type: pip install numpy") from None
    return numpy


def to_categorical(x: Any, num_classes: int | None = None) -> Any:
    """Each label as a row of zeros with a one at its place.

    x: whole numbers (…). Returns an array (…, num_classes); without num_classes, one more than the largest label.
    """
    np = numpy_for("to_categorical")
    labels = np.asarray(x, dtype="int64")
    shape = labels.shape[:-1] if labels.ndim > 1 and labels.shape[-1] == 1 else labels.shape
    many = num_classes or int(labels.max()) + 1
    return np.eye(many)[labels.ravel()].reshape(*shape, many)


def normalize(x: Any, axis: int = -1, order: int = 2) -> Any:
    """An array with each row of an axis divided by its norm."""
    np = numpy_for("normalize")
    norms = np.atleast_1d(np.linalg.norm(x, order, axis))
    norms[norms == 0] = 1
    return x / np.expand_dims(norms, axis)


def pad_sequences(
    sequences: Sequence[Any],
    maxlen: int | None = None,
    dtype: Any = "int32",
    padding: str = "pre",
    truncating: str = "pre",
    value: Any = 0.0,
) -> Any:
    """Sequences of different lengths as one array (samples, maxlen, …); without maxlen, as long as the longest."""
    np = numpy_for("pad_sequences")
    longest = max(map(len, sequences), default=0) if maxlen is None else maxlen
    sample = next((np.shape(one)[1:] for one in sequences if len(one)), ())
    padded = np.full((len(sequences), longest, *sample), value, dtype=dtype)
    for row, sequence in zip(padded, sequences, strict=True):
        kept = sequence[-longest:] if truncating == "pre" else sequence[:longest]
        if len(kept) and longest:
            place = slice(-len(kept), None) if padding == "pre" else slice(len(kept))
            row[place] = kept
    return padded


def text_to_word_sequence(input_text: str, filters: str = FILTERS, lower: bool = True, split: str = " ") -> list[str]:
    """The words of a text, what `filters` names left out.

    >>> text_to_word_sequence("Rain, and wind.")
    ['rain', 'and', 'wind']
    """
    text = input_text.lower() if lower else input_text
    return [word for word in text.translate({ord(sign): split for sign in filters}).split(split) if word]


def one_hot(input_text: str, n: int, filters: str = FILTERS, lower: bool = True, split: str = " ") -> list[int]:
    """Each word as a number from 1 to n - 1, by its hash."""
    return hashing_trick(input_text, n, "md5", filters, lower, split)


def hashing_trick(
    text: str, n: int, hash_function: Any = None, filters: str = FILTERS, lower: bool = True, split: str = " "
) -> list[int]:
    """Each word as a number from 1 to n - 1, by its hash."""
    words = text_to_word_sequence(text, filters, lower, split)
    return [int(hashlib.md5(word.encode(), usedforsecurity=False).hexdigest(), 16) % (n - 1) + 1 for word in words]


class Tokenizer:
    """Words as numbers, the commonest first, from 1; the word for unknown ones, where there is one, is 1.

    >>> words = Tokenizer(oov_token="?")
    >>> words.fit_on_texts(["rain and wind and rain and sun"])
    >>> words.word_index
    {'?': 1, 'and': 2, 'rain': 3, 'wind': 4, 'sun': 5}
    >>> words.texts_to_sequences(["wind and snow"])
    [[4, 2, 1]]
    """

    def __init__(
        self,
        num_words: int | None = None,
        filters: str = FILTERS,
        lower: bool = True,
        split: str = " ",
        char_level: bool = False,
        oov_token: str | None = None,
        analyzer: Any = None,
        **_: Any,
    ) -> None:
        self.num_words, self.oov_token, self.char_level = num_words, oov_token, char_level
        self.filters, self.lower, self.split, self.analyzer = filters, lower, split, analyzer
        self.word_counts: Counter[str] = Counter()
        self.word_docs: Counter[str] = Counter()
        self.word_index: dict[str, int] = {}
        self.index_word: dict[int, str] = {}
        self.document_count = 0

    def _words(self, text: Any) -> list[str]:
        if self.analyzer is not None:
            return list(self.analyzer(text))
        if not isinstance(text, str):
            return [str(word).lower() if self.lower else str(word) for word in text]
        if self.char_level:
            return list(text.lower() if self.lower else text)
        return text_to_word_sequence(text, self.filters, self.lower, self.split)

    def fit_on_texts(self, texts: Iterable[Any]) -> None:
        """Count the words of the texts, and number them."""
        for text in texts:
            words = self._words(text)
            self.word_counts.update(words)
            self.word_docs.update(set(words))
            self.document_count += 1
        ordered = sorted(self.word_counts, key=lambda word: -self.word_counts[word])
        known = [self.oov_token, *ordered] if self.oov_token is not None else ordered
        self.word_index = {word: number for number, word in enumerate(dict.fromkeys(known), 1)}
        self.index_word = {number: word for word, number in self.word_index.items()}

    def texts_to_sequences(self, texts: Iterable[Any]) -> list[list[int]]:
        """The texts as lists of numbers; words that are not known, or too rare, are left out or the unknown one."""
        return [self._numbers(self._words(text)) for text in texts]

    def _numbers(self, words: list[str]) -> list[int]:
        unknown = self.word_index.get(self.oov_token) if self.oov_token is not None else None
        numbers = []
        for word in words:
            number = self.word_index.get(word)
            if number is None or (self.num_words and number >= self.num_words):
                number = unknown
            if number is not None:
                numbers.append(number)
        return numbers

    def sequences_to_texts(self, sequences: Iterable[Iterable[int]]) -> list[str]:
        """Lists of numbers as texts."""
        return [" ".join(self.index_word.get(int(number), self.oov_token or "") for number in one) for one in sequences]

    def texts_to_matrix(self, texts: Iterable[Any], mode: str = "binary") -> Any:
        """The texts as an array (texts, words), a one for each word that occurs."""
        return self.sequences_to_matrix(self.texts_to_sequences(texts), mode)

    def sequences_to_matrix(self, sequences: Sequence[Any], mode: str = "binary") -> Any:
        """Lists of numbers as an array (sequences, words), a one for each number that occurs."""
        np = numpy_for("sequences_to_matrix")
        matrix = np.zeros((len(sequences), self.num_words or len(self.word_index) + 1))
        for row, sequence in zip(matrix, sequences, strict=True):
            for number in sequence:
                row[number] = row[number] + 1 if mode == "count" else 1
        return matrix


class TimeseriesGenerator:
    """Windows of a series in batches: generator[0] is (windows, targets), the windows (batch, length, features)."""

    def __init__(
        self,
        data: Any,
        targets: Any,
        length: int,
        sampling_rate: int = 1,
        stride: int = 1,
        start_index: int = 0,
        end_index: int | None = None,
        shuffle: bool = False,
        reverse: bool = False,
        batch_size: int = 128,
    ) -> None:
        np = numpy_for("TimeseriesGenerator")
        self.data, self.targets = np.asarray(data), np.asarray(targets)
        self.length, self.sampling_rate, self.batch_size = length, sampling_rate, batch_size
        last = len(self.data) - 1 if end_index is None else end_index
        self.ends = range(start_index + length, last + 1, stride)

    def __len__(self) -> int:
        return -(-len(self.ends) // self.batch_size)

    def __getitem__(self, index: int) -> tuple[Any, Any]:
        np = numpy_for("TimeseriesGenerator")
        ends = self.ends[index * self.batch_size : (index + 1) * self.batch_size]
        windows = [self.data[end - self.length : end : self.sampling_rate] for end in ends]
        return np.array(windows), np.array([self.targets[end] for end in ends])
