"""A question about one count: its text, hints, worked solution, and what each wrong answer would mean.

A question must tell its mistakes apart, those of its `edition`. Where two families of mistakes give one number, or a
family gives the right one, the sizes are refused and the error says which.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from lstmlesson.language import label, sentence, word
from lstmlesson.law import weights as law
from lstmlesson.law.declaration import Declaration
from lstmlesson.law.sizes import Size, is_number, shown
from lstmlesson.layers.foundation.tensor import written
from lstmlesson.mistakes.diagnosis import Diagnosis, diagnose
from lstmlesson.mistakes.finding import Finding, families, findings
from lstmlesson.mistakes.place import Place, places
from lstmlesson.models.model import Model
from lstmlesson.models.sequential import Sequential
from lstmlesson.questions.edition import EDITION


@dataclass(frozen=True)
class Question:
    """How many numbers does a thing hold? Made by `ask`, which refuses sizes that tell no mistakes apart.

    input_shape: as the thing takes it, None where it knows its input. batch: the batch size, if the text names one.
    lesson: the number of the lesson that it belongs to, None where it belongs to no one.
    """

    thing: Declaration
    input_shape: Any = None
    batch: Size | None = None
    lesson: int | None = None

    @cached_property
    def answer(self) -> int:
        """The right number."""
        return int(self.thing.count(self.input_shape))

    @property
    def text(self) -> str:
        """The question in words."""
        said = {"thing": code(self.thing)}
        if self.input_shape is not None:
            said["data"] = _in_words(self.input_shape)
        asked = "how many numbers" if self.input_shape is None else "given"
        if self.batch is None:
            return sentence(asked, **said)
        return sentence(f"{asked}, in batches", batch=shown(self.batch), **said)

    @cached_property
    def places(self) -> list[Place]:
        """The layers that it is about."""
        return places(self.thing, self.input_shape, self.batch)

    @property
    def hints(self) -> list[str]:
        """Hints, from a nudge to the sum that is left to be worked out."""
        return list(_model_hints(self.places) if isinstance(self.thing, Model) else _layer_hints(self.places[0]))

    @cached_property
    def solution(self) -> list[str]:
        """The worked solution, line by line; the last line ends in the answer."""
        if not isinstance(self.thing, Model):
            return _worked(self.places[0])
        rows = [f"{place.where}: {law.formula(place.case.weights)}" for place in self.places]
        counts = [shown(place.count) for place in self.places if place.count]
        return [*rows, f"{' + '.join(counts)} = {shown(self.answer)}" if len(counts) > 1 else shown(self.answer)]

    @cached_property
    def families(self) -> list[tuple[Finding, ...]]:
        """What each wrong number would mean, the likeliest first: families of mistakes with a number of their own."""
        return families(_told_apart(self.thing, self.input_shape, self.batch))

    @property
    def likeliest(self) -> list[tuple[Finding, ...]]:
        """The same, those first that the question's lesson treats."""
        number = "" if self.lesson is None else f"{self.lesson:02}"
        return sorted(self.families, key=lambda family: not any(one.lesson.startswith(number) for one in family))

    def diagnose(self, answer: Any) -> Diagnosis:
        """Whether an answer is right and, if not, which mistake made it; the answer may be text as it was typed."""
        return diagnose(self.thing, self.input_shape, answer, batch=self.batch)

    def choices(self, seed: Any, number: int = 4) -> list[int]:
        """The right number among those of the likeliest mistakes, in an order that the seed decides."""
        wrong = [family[0].count for family in self.likeliest][: number - 1]
        options = [self.answer, *wrong]
        random.Random(seed).shuffle(options)
        return options


def code(thing: Declaration) -> str:
    """A thing as somebody would write it; a module of PyTorch is said to be one."""
    if isinstance(thing, Sequential) and thing.start is not None:
        layers = ", ".join(code(layer) for layer in thing.layers)
        return f"Sequential([Input({written(thing.start.sample)}), {layers}])"
    return sentence("of PyTorch", module=repr(thing)) if thing.gate_axis == 0 else repr(thing)


def _in_words(shape: Any) -> str:
    """An input shape as a learner reads it."""
    if len(shape) == 1:
        return sentence("samples of a shape", shape=written(shape))
    if len(shape) > 2:
        return sentence("an input of a shape", shape=written(shape))
    said = {"shape": written(shape), "features": shown(shape[1])}
    if shape[0] is None:
        return sentence("sequences of any length", **said)
    return sentence("sequences of a shape", timesteps=shown(shape[0]), **said)


# Hints and solutions, read off the list of weights.


def _layer_hints(place: Place) -> Iterator[str]:
    names = dict.fromkeys(label(weight.name) for weight in place.case.weights)
    if not names:
        yield word("hint: no weights")
        return
    yield sentence("hint: which weights", names=names)
    formula, meanings = law.expression(place.letters.weights), _meanings(place)
    if meanings:
        yield sentence("hint: in letters, with", formula=formula, meanings=sentence("listed", items=meanings))
    else:
        yield sentence("hint: in letters", formula=formula)
    yield sentence("hint: in numbers", formula=law.expression(place.case.weights))


def _meanings(place: Place) -> list[str]:
    """What the letters of a formula stand for; nothing where the layer cannot have letters."""
    case, letters = place.case, place.letters
    known = [(letters.features, case.features, "features"), (letters.units, case.units, "units")]
    used = law.expression(letters.weights)
    said = [f"{letter} = {shown(size)} {word(name)}" for letter, size, name in known if size and f"{letter}" in used]
    return [] if is_number(letters.count) else said


def _model_hints(every: list[Place]) -> Iterator[str]:
    holding = [place for place in every if place.count]
    yield sentence("hint: layer by layer", layers=[place.where for place in every])
    shapes = {place.where: written(place.case.shape) for place in holding if place.case.shape}
    yield sentence("hint: what it sees", seen=[sentence("layer sees", layer=at, shape=s) for at, s in shapes.items()])
    formulas = [f"{place.where} {law.expression(place.case.weights)}" for place in holding]
    yield sentence("hint: each in numbers", formulas=formulas)


def _worked(place: Place) -> list[str]:
    lines = law.steps(place.case.weights)
    letters = law.expression(place.letters.weights)
    return lines if letters == lines[0] else [letters, *lines]


# Refusing.


def coincidences(thing: Declaration, input_shape: Any = None, batch: Size | None = None) -> list[str]:
    """Which mistakes these sizes cannot tell apart, or not from the truth; none where a question may be asked.

    >>> from lstmlesson import Dense
    >>> coincidences(Dense(2), (4,))                                      # 4·2 + 2 = 10, and swapped 2·4 + 4 = 12
    []
    >>> coincidences(Dense(5), (5,))
    ['30 is right, and features and units swapped and units used as features gives it too']
    """
    return list(_coincidences(thing, input_shape, batch))


def tells_apart(thing: Declaration, input_shape: Any = None, batch: Size | None = None) -> bool:
    """Whether these sizes tell every mistake from every other and from the truth."""
    return next(_coincidences(thing, input_shape, batch), None) is None


def _told_apart(thing: Declaration, input_shape: Any, batch: Size | None) -> list[Finding]:
    """The mistakes that a question must tell apart, made in every place."""
    return [one for one in findings(thing, input_shape, batch) if one.name in EDITION]


def _coincidences(thing: Declaration, input_shape: Any, batch: Size | None) -> Iterator[str]:
    right = thing.count(input_shape)
    by_number: dict[int, list[Finding]] = {}
    for one in _told_apart(thing, input_shape, batch):
        by_number.setdefault(one.count, []).append(one)
    for number, found in by_number.items():
        if number == right or len(found) > 1:
            yield from _coincidence(number, families(found), number == right)


def _coincidence(number: int, together: list[tuple[Finding, ...]], is_right: bool) -> list[str]:
    names = [f"{family[0].name}{f' in {family[0].where}' if family[0].where else ''}" for family in together]
    if is_right:
        return [f"{shown(number)} is right, and {' and '.join(names)} gives it too"] if names else []
    return [f"{shown(number)} is given by {' and by '.join(names)}"] if len(names) > 1 else []


def ask(thing: Declaration, input_shape: Any = None, batch: Size | None = None, lesson: int | None = None) -> Question:
    """A question about a layer or model.

    Raises: ValueError where its sizes cannot tell two mistakes apart, or a mistake from the truth, and says which.

    >>> from lstmlesson import LSTM
    >>> ask(LSTM(5), (None, 7)).answer                                    # 4(7·5 + 5·5 + 5)
    260
    >>> ask(LSTM(2), (4, 3))                                              # doctest: +ELLIPSIS
    Traceback (most recent call last):
    ValueError: LSTM(2) on (4, 3): ... expected sizes that tell mistakes apart
    """
    found = coincidences(thing, input_shape, batch)
    if found:
        on = "" if input_shape is None else f" on {written(input_shape)}"
        raise ValueError(f"{thing!r}{on}: {'; '.join(found)}; expected sizes that tell mistakes apart")
    return Question(thing, input_shape, batch, lesson)
