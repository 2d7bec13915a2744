"""The controls of an explorer: a whole number, a check box, one option of several.

A control is three things at once: a trait of the widget, which Python can read, set and observe; an input on the
page; and a letter (or one for each option) in the polynomials of the document.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import traitlets

from lstmlesson.language import label, sentence
from lstmlesson.law.checks import one_of, true_or_false
from lstmlesson.law.polynomials import Limits, Polynomial, letter
from lstmlesson.views import controls as inputs


@dataclass(frozen=True)
class Control:
    """What all controls share: the name of the trait, its first value, and the words beside the input.

    The words are those of the catalogue for this name, unless others are given.
    """

    name: str
    value: Any
    label: str = ""

    # Whether it is an argument of the explorer's call, and said where nothing answers.
    is_argument = True

    @property
    def words(self) -> str:
        return self.label or label(self.name)

    @property
    def limits(self) -> dict[str, Limits]:
        """Its letters, each with its lowest and highest value."""
        raise NotImplementedError

    def letters(self, value: Any) -> dict[str, int]:
        """What its letters are when the trait has a value."""
        return {name: int(value) for name in self.limits}

    def values(self) -> Sequence[Any]:
        """Every value that the trait can have."""
        return [False, True]

    def trait(self) -> "traitlets.TraitType[Any, Any]":
        """The trait of the widget."""
        return traitlets.Bool(self.value)

    def html(self) -> str:
        """The input on the page."""
        raise NotImplementedError

    def said(self, value: Any) -> str:
        """The control and its value in words."""
        return f"{self.words} {value:,}"


@dataclass(frozen=True)
class Whole(Control):
    """A whole number from lowest to highest: a range with a number box. `size` is its letter, a size for any layer.

    symbol: the letter in formulas; the first of the name unless another is given.
    Raises: TypeError for what is no whole number, ValueError for a value outside the limits.

    >>> Whole("units", 2, highest=8).size * 4
    4*u
    """

    lowest: int = 1
    highest: int = 8
    symbol: str = ""

    def __post_init__(self) -> None:
        for given in (self.value, self.lowest, self.highest):
            if type(given) is not int:
                raise TypeError(f"{self.name}={given!r}: expected a whole number")
        if not self.lowest <= self.value <= self.highest:
            raise ValueError(
                f"{self.name}={self.value}: expected a whole number from {self.lowest:,} to {self.highest:,}, "
                "the limits of this control"
            )

    @property
    def size(self) -> Polynomial:
        return letter(self.symbol or self.name[0], self.lowest, self.highest)

    @property
    def limits(self) -> dict[str, Limits]:
        return self.size.limits

    def values(self) -> Sequence[int]:
        return range(self.lowest, self.highest + 1)

    def trait(self) -> "traitlets.TraitType[Any, Any]":
        return traitlets.Int(self.value, min=self.lowest, max=self.highest)

    def html(self) -> str:
        return inputs.whole(self.name, self.words, self.value, self.lowest, self.highest)

    def scrub(self) -> str:
        """The same control as a number in a sentence."""
        return inputs.scrub(self.name, self.words, self.size, self.lowest, self.highest)

    def edge(self, label: str, axis: str, style: str) -> str:
        """The same control as an edge of a picture, which goes along the axis x or y."""
        return inputs.edge(self.name, label, self.size, self.lowest, self.highest, axis, style)


@dataclass(frozen=True)
class Check(Control):
    """A check box. `on` is a letter that is 1 where it is checked, else 0.

    >>> 48 - 8 * (1 - Check("bias", True).on)
    8*is_bias + 40
    """

    def __post_init__(self) -> None:
        true_or_false(self.value, self.name)

    @property
    def on(self) -> Polynomial:
        return letter(f"is_{self.name}", 0, 1)

    @property
    def limits(self) -> dict[str, Limits]:
        return self.on.limits

    def html(self) -> str:
        return inputs.check(self.name, self.words, self.value)

    def said(self, value: bool) -> str:
        return sentence("with" if value else "without", label=self.words)


@dataclass(frozen=True)
class Choice(Control):
    """A select. `chosen(option)` is a letter that is 1 where this option is chosen, else 0.

    >>> Choice("framework", "Keras", options=("Keras", "PyTorch")).chosen("PyTorch")
    framework_1
    """

    options: Sequence[str] = ()

    def __post_init__(self) -> None:
        one_of(*self.options)(self.value, self.name)

    def chosen(self, option: str) -> Polynomial:
        return letter(f"{self.name}_{list(self.options).index(option)}", 0, 1)

    @property
    def limits(self) -> dict[str, Limits]:
        return {name: limit for option in self.options for name, limit in self.chosen(option).limits.items()}

    def letters(self, value: str) -> dict[str, int]:
        return {name: int(option == value) for name, option in zip(self.limits, self.options, strict=True)}

    def values(self) -> Sequence[str]:
        return self.options

    def trait(self) -> "traitlets.TraitType[Any, Any]":
        return traitlets.Enum(list(self.options), self.value)

    def html(self) -> str:
        return inputs.choice(self.name, self.words, self.value, {option: label(option) for option in self.options})

    def said(self, value: str) -> str:
        return f"{self.words} {label(value)}"

    def stages(self) -> str:
        """The same control with its options side by side."""
        return inputs.stages(self.name, self.words, self.value, {option: label(option) for option in self.options})
