"""Mistakes made: each mistake in each place where it can be made, with its number; and the families they form.

Two mistakes that give the same formula are one family: no sizes can tell them apart. The formula is found by making
the mistake once more, in the case whose sizes are letters.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from lstmlesson.language import label, sentence
from lstmlesson.law import weights as law
from lstmlesson.law.declaration import Declaration, in_part
from lstmlesson.law.sizes import Size, is_number, shown
from lstmlesson.law.weights import Weight
from lstmlesson.mistakes.cases import Case
from lstmlesson.mistakes.catalogue import COMBINED, EVERY, ONE_LAYER, WHOLE_MODEL, Mistake
from lstmlesson.mistakes.catalogue.kinds import gates_of
from lstmlesson.mistakes.place import Place, has_parts, places
from lstmlesson.models.model import Model


@dataclass(frozen=True)
class Finding:
    """A mistake that was made in some places: its name, its hint, the number that it gives, and what puts it right.

    everywhere: all places of the thing, so that the list can be written out whole.
    """

    mistake: Mistake
    made: tuple[Place, ...]
    everywhere: tuple[Place, ...]
    count: int

    def __repr__(self) -> str:
        return f"{self.title}: {self.count:,}"

    @property
    def name(self) -> str:
        return self.mistake.name

    @property
    def title(self) -> str:
        """The name as it is shown, and the layer in which it was made."""
        title = self.mistake.title
        return sentence("mistake in a layer", mistake=title, layer=self.where) if self.where else title

    @property
    def lesson(self) -> str:
        """The notebook that treats it."""
        return self.mistake.lesson

    @property
    def where(self) -> str:
        """The name of the layer in which it was made; empty where there is no other."""
        if len(self.everywhere) == 1 or self.mistake in WHOLE_MODEL:
            return ""
        return ", ".join(place.where for place in self.made)

    @property
    def hint(self) -> str:
        """A question that helps and does not give the answer away."""
        return self._said(self.mistake.hint)

    @property
    def belief(self) -> str:
        """The mistake as the learner would say it."""
        return self._said(self.mistake.belief)

    @property
    def sentence(self) -> str:
        """What puts it right, with the right arithmetic."""
        case = self.made[0].case
        sizes = ("features", "units", "timesteps", "batch", "before", "half")
        known = {name: shown(getattr(case, name)) for name in sizes if is_number(getattr(case, name))}
        gates = {"gates": len(gates_of(case)), "gate_names": sentence("listed", items=map(label, gates_of(case)))}
        return self._said(self.mistake.said("sentence", right=law.formula(case.weights), **gates, **known))

    def _said(self, text: str) -> str:
        return sentence("said of a layer", layer=self.where, text=text) if self.where else text

    @property
    def weights(self) -> list[Weight]:
        """The wrong list, whole, for its formula and its picture."""
        made = {id(place.case): self.mistake.weights(place.case) or [] for place in self.made}
        if len(self.everywhere) == 1 or self.mistake in WHOLE_MODEL:
            return made[id(self.made[0].case)]
        return _in_parts((place.where, made.get(id(place.case), place.case.weights)) for place in self.everywhere)

    @property
    def right(self) -> list[Weight]:
        """The right list, whole, to be drawn beside the wrong one."""
        if len(self.everywhere) == 1 or self.mistake in WHOLE_MODEL:
            return list(self.made[0].case.weights)
        return _in_parts((place.where, place.case.weights) for place in self.everywhere)

    @property
    def gate_axis(self) -> int:
        """Where the gates lie in the arrays, as in the layer in which it was made."""
        return self.made[0].case.thing.gate_axis

    @property
    def formula(self) -> str:
        """The wrong arithmetic and what it comes to."""
        return law.formula(self.weights)

    @cached_property
    def family(self) -> Any:
        """What is equal for mistakes that give the same number at every size, and for no others."""
        return tuple((place.where, _in_letters(self.mistake, place)) for place in self.made)

    @property
    def is_never_noticed(self) -> bool:
        """Whether it gives the right formula, so that no count can show it."""
        return all(formula == place.formula for (_, formula), place in zip(self.family, self.made, strict=True))


def _in_parts(lists: Iterable[tuple[str, Iterable[Weight]]]) -> list[Weight]:
    """The weights of several layers as one list, each marked with the layer that it belongs to."""
    return [weight for where, weights in lists for weight in in_part(where, weights)]


def _in_letters(mistake: Mistake, place: Place) -> Size:
    """The wrong count as a formula; as the number itself where the layer cannot have letters."""
    made = mistake.weights(place.letters)
    return law.count(mistake.weights(place.case) or [] if made is None else made)


def findings(thing: Declaration, input_shape: Any = None, batch: Size | None = None) -> list[Finding]:
    """Every mistake in every place where it can be made, the likeliest first.

    Raises: TypeError where a size is a letter or an array, since there is no one number to compare.

    >>> from lstmlesson import LSTM
    >>> findings(LSTM(2), (None, 3))[:3]
    [bias forgotten: 40, recurrent kernel forgotten: 32, kernel forgotten: 24]
    """
    everywhere = tuple(places(thing, input_shape, batch))
    right = thing.count(input_shape)
    if not is_number(right):
        raise TypeError(f"{thing!r} on {input_shape!r} counts {right}; expected sizes that are numbers, not letters")
    return list(_of_model(thing, everywhere, right) if has_parts(thing) else _of_layer(everywhere))


def _of_layer(everywhere: tuple[Place, ...]) -> Iterator[Finding]:
    for mistake in EVERY:
        number = _count(mistake, everywhere[0].case)
        if number is not None:
            yield Finding(mistake, everywhere, everywhere, number)


def _of_model(model: Any, everywhere: tuple[Place, ...], right: int) -> Iterator[Finding]:
    """Made in every layer in which it changes something, or in one of them, or about the whole."""
    for mistake in (*EVERY, *ONE_LAYER):
        made = [(place, number) for place in everywhere if (number := _count(mistake, place.case)) is not None]
        changed = [(place, number) for place, number in made if number != place.count]
        if len(changed) > 1 and mistake not in ONE_LAYER:
            wrong = right + sum(number - place.count for place, number in changed)
            yield Finding(mistake, tuple(place for place, _ in changed), everywhere, wrong)
        for place, number in made:
            yield Finding(mistake, (place,), everywhere, right + number - place.count)
    if isinstance(model, Model):
        yield from _of_the_whole(model, everywhere)


def _of_the_whole(model: Model, everywhere: tuple[Place, ...]) -> Iterator[Finding]:
    whole = Case(model, None, tuple(w for place in everywhere for w in in_part(place.where, place.case.weights)))
    for mistake in WHOLE_MODEL:
        number = _count(mistake, whole)
        if number is not None:
            yield Finding(mistake, (Place("", whole),), everywhere, number)


def _count(mistake: Mistake, case: Case) -> int | None:
    made = mistake.weights(case)
    return None if made is None else law.count(made)


def families(found: list[Finding]) -> list[tuple[Finding, ...]]:
    """Findings that no sizes can tell apart, together; those that give the right formula are left out.

    Two mistakes made together are left out, too, where a single one explains the same formula.
    """
    together: dict[Any, list[Finding]] = {}
    for one in found:
        if not one.is_never_noticed:
            together.setdefault(one.family, []).append(one)
    return [tuple(_simplest(members)) for members in together.values()]


def _simplest(members: list[Finding]) -> list[Finding]:
    return [one for one in members if one.mistake not in COMBINED] or members
