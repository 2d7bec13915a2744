"""The cells of TensorFlow 1 in a list of variables: both kernels in one array, below each other, and one bias.

Source: tf.nn.rnn_cell of TensorFlow 1.15, LSTMCell, GRUCell and BasicRNNCell, and the names of their variables.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from lstmlesson.language import sentence
from lstmlesson.summary.records import Row

Shape = tuple[int, ...]
_OWNER = re.compile(
    r"(?P<cell>(?:.*/)?(?:basic_)?(?P<kind>lstm|gru|rnn)_cell(?:_\d+)?)(?:/(?P<part>projection|gates|candidate))?"
)
NAMES = {"lstm": "LSTM", "gru": "GRU(reset_after=False)", "rnn": "SimpleRNN"}
# How many gates lie side by side in each kernel of a cell.
_GATES = {"lstm": (4,), "gru": (2, 1), "rnn": (1,)}
PEEPHOLES = ("w_f_diag", "w_i_diag", "w_o_diag")


class Cell(NamedTuple):
    """A cell and its sizes. handed_on: what its step gives to the next, the units or fewer with a projection."""

    kind: str
    features: int
    units: int
    handed_on: int
    peepholes: int
    projected: bool

    def shapes(self) -> list[Shape]:
        """The arrays that such a cell has."""
        columns = [gates * self.units for gates in _GATES[self.kind]]
        kernels = [(self.features + self.handed_on, many) for many in columns]
        more = [(self.units,)] * self.peepholes + [(self.units, self.handed_on)] * self.projected
        return sorted([*kernels, *((many,) for many in columns), *more])

    def formula(self, count: int) -> str:
        """The arithmetic of its count.

        >>> Cell("lstm", 3, 2, 2, 3, False).formula(54)
        '4((3 + 2)·2 + 2) + 3·2 = 54'
        """
        gates = sum(_GATES[self.kind])
        block = f"({self.features:,} + {self.handed_on:,})·{self.units:,} + {self.units:,}"
        sums = [f"{gates}({block})" if gates > 1 else block]
        sums += [f"{self.peepholes}·{self.units:,}"] if self.peepholes else []
        sums += [f"{self.units:,}·{self.handed_on:,}"] if self.projected else []
        return f"{' + '.join(sums)} = {count:,}"

    def note(self) -> str:
        """What it is, in words."""
        said = sentence("row of TensorFlow 1", layer=NAMES[self.kind], units=self.units, features=self.features)
        said += sentence("row with peepholes", units=self.units) if self.peepholes else ""
        return said + (sentence("row with projection", size=self.handed_on) if self.projected else "")


def owner_of(name: str) -> str:
    """Whose an array is, by the name in front of its own: parts of one cell have one owner.

    >>> owner_of("rnn/lstm_cell/projection"), owner_of("gru_cell/gates"), owner_of("dense")
    ('rnn/lstm_cell', 'gru_cell', 'dense')
    """
    match = _OWNER.fullmatch(name)
    return match["cell"] if match else name


def is_cell(owner: str) -> bool:
    """Whether arrays of this owner are a cell's, by its name."""
    return _OWNER.fullmatch(owner) is not None


def explained(row: Row, owner: str, arrays: Sequence[tuple[str, Shape]]) -> Row:
    """The row of a cell with its arithmetic and a note; as it is where its arrays are not those of such a cell.

    arrays: of each what it is, the last part of its name, and its shape.
    """
    match = _OWNER.fullmatch(owner)
    cell = _sized(match["kind"], arrays) if match else None
    if cell is None or cell.features < 1 or cell.shapes() != sorted(shape for _, shape in arrays):
        return row
    return row._replace(formula=cell.formula(row.count or 0), note=cell.note())


def _sized(kind: str, arrays: Sequence[tuple[str, Shape]]) -> Cell | None:
    """The sizes that the arrays have if they are those of a cell: a bias is as long as its kernel has columns."""
    columns = sum(shape[0] for what, shape in arrays if what in ("bias", "biases") and len(shape) == 1)
    units = columns // sum(_GATES[kind])
    matrices = [shape for what, shape in arrays if what in ("kernel", "weights") and len(shape) == 2]
    if not units or not matrices:
        return None
    projected = len(matrices) > len(_GATES[kind])
    handed_on = matrices[-1][1] if projected else units
    peepholes = sum(what in PEEPHOLES for what, _ in arrays)
    return Cell(kind, matrices[0][0] - handed_on, units, handed_on, peepholes, projected)
