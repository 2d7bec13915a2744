"""What a notebook shows as a table or a picture, though it lies below the rooms that draw.

Imports go down only, so a thing down here cannot fetch its own picture. The front door sees every room, and says here
once who draws; the views are loaded when a notebook asks for the first form. IPython plays no part in it: each
notebook, and whatever else knows `_repr_html_`, asks the thing itself.
"""

from collections.abc import Callable, Iterable
from typing import Any, ClassVar, TypeVar

Form = Callable[[Any], str | None]
Record = TypeVar("Record")


class Drawn:
    """A thing whose form as HTML is made above; None where it has none, and then its plain text is shown."""

    __slots__ = ()
    _form: ClassVar[Form] = staticmethod(lambda thing: None)

    def _repr_html_(self) -> str | None:
        return Drawn._form(self)


def drawn_by(form: Form) -> None:
    """Say who draws: a function that gives the HTML of a thing, or None."""
    Drawn._form = staticmethod(form)


class Records(Drawn, list[Record]):
    """A list of weights, arrays or rows, which a notebook shows as a table. Otherwise it is a list like any other.

    gate_axis: where the gates lie in the arrays of weights, as in the layer that they belong to.

    >>> Records([1, 2])
    [1, 2]
    """

    def __init__(self, records: Iterable[Record] = (), gate_axis: int = -1) -> None:
        super().__init__(records)
        self.gate_axis = gate_axis
