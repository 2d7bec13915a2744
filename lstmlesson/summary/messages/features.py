"""Keras: a layer was built for a number of features, and another number comes in."""

import re

from lstmlesson.language import sentence
from lstmlesson.mistakes.record import SHAPES
from lstmlesson.summary.messages.message import INCOMPATIBLE, Explained, Message, sizes


def explained(match: "re.Match[str]") -> Explained:
    shape = sizes(match["shape"])
    if not (shape and shape[-1].isdecimal() and shape[-1] != match["wanted"]):
        return None
    return other_features(match["wanted"], shape[-1], ", ".join(shape[1:]) + "," * (len(shape) == 2))


def other_features(wanted: str, there: str, sample: str) -> Explained:
    """What is said where a layer that was built for some features is given others; sample: the axes that come in."""
    mend = (f"assert x.shape[-1] == {wanted}", f"Input(({sample}))")
    return sentence("message: other features", wanted=wanted, there=there), mend, SHAPES


FEATURES = Message(
    INCOMPATIBLE
    + r"\bexpected axis -1 of input shape to have value (?P<wanted>\d{1,9}),? but received input with shape "
    r"[(\[](?P<shape>[\w, ]{1,80})[)\]]",
    explained,
)
