"""PyTorch, or Keras on top of it: two matrices whose inner sizes differ; most often a Linear of other features."""

import re

from lstmlesson import layers
from lstmlesson.language import sentence
from lstmlesson.mistakes.record import DIALECTS
from lstmlesson.summary.messages.features import other_features
from lstmlesson.summary.messages.message import Explained, Message


def explained(match: "re.Match[str]") -> Explained:
    rows, there, wanted, out = (match[name] for name in ("rows", "there", "wanted", "out"))
    if there == wanted:
        return None
    if match["keras"]:
        return _of_a_layer(match["kind"], there, wanted, int(out))
    values = {"rows": rows, "there": there, "wanted": wanted, "out": out}
    meaning = sentence("message: product", **values) + _two_directions(int(there), int(wanted))
    return meaning, (f"nn.Linear({there}, {out})", f"assert x.shape[-1] == {wanted}"), DIALECTS


def _of_a_layer(kind: str, there: str, wanted: str, out: int) -> Explained:
    """The kernel of a layer of Keras; silent where it may as well be the recurrent kernel, whose rows are units."""
    if kind == "Dense":
        return other_features(wanted, there, f"..., {there}")
    blocks = len(getattr(layers, kind)(1).weights((None, 1))[0].gates)
    return None if out == blocks * int(wanted) else other_features(wanted, there, f"timesteps, {there}")


def _two_directions(there: int, wanted: int) -> str:
    """Twice as many numbers as the other side has are what two directions of a recurrent module give."""
    small, large = sorted((there, wanted))
    return " " + sentence("message: two directions", large=large, small=small) if large == 2 * small else ""


MATRIX_PRODUCT = Message(
    r"(?P<keras>\bException encountered when calling (?P<kind>LSTM|GRU|SimpleRNN|Dense)\.call\(\)\. )?"
    r"\bmat1 and mat2 shapes cannot be multiplied "
    r"\((?P<rows>\d{1,9})x(?P<there>\d{1,9}) and (?P<wanted>\d{1,9})x(?P<out>\d{1,9})\)",
    explained,
)
