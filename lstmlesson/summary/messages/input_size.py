"""PyTorch: a recurrent module was made for a number of features, and another number comes in."""

import re

from lstmlesson.language import sentence
from lstmlesson.mistakes.record import DIALECTS
from lstmlesson.summary.messages.message import Explained, Message


def explained(match: "re.Match[str]") -> Explained:
    wanted, there = match["wanted"], match["there"]
    if wanted == there:
        return None
    mend = (f"nn.LSTM({there}, hidden_size)", f"assert x.shape[-1] == {wanted}")
    return sentence("message: input size", wanted=wanted, there=there), mend, DIALECTS


INPUT_SIZE = Message(
    r"\binput\.size\(-1\) must be equal to input_size\. Expected (?P<wanted>\d{1,9}), got (?P<there>\d{1,9})", explained
)
