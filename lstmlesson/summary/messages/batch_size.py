"""Keras: a layer that keeps its state from batch to batch has to know how many samples come at once."""

import re

from lstmlesson.language import sentence
from lstmlesson.mistakes.record import SHARING
from lstmlesson.summary.messages.message import Explained, Message, sizes


def explained(match: "re.Match[str]") -> Explained:
    shape = sizes(match["shape"] or "")
    if shape and shape[0] != "None":
        return None
    sample = ", ".join(shape[1:]) if len(shape) > 2 else "timesteps, features"
    mend = (f"Input(batch_shape=(batch, {sample}))", "LSTM(units, stateful=True)")
    return sentence("message: batch size"), mend, SHARING


BATCH_SIZE = Message(
    r"\bthe batch size must be static\. Found dynamic batch size: "
    r"(?:sequence|input)\w*\.shape=\((?P<shape>[\w, ]{1,80})\)"
    r"|\bIf an? RNN is stateful, it needs to know its batch size",
    explained,
)
