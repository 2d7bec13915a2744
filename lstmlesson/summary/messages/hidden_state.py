"""PyTorch: the state that was given has another shape than the module keeps."""

import re

from lstmlesson.language import sentence
from lstmlesson.mistakes.record import DIALECTS
from lstmlesson.summary.messages.message import Explained, Message, sizes

# What each axis of a state counts, as `language` says it.
AXES = ("message: copies", "message: batch", "message: hidden size")


def explained(match: "re.Match[str]") -> Explained:
    wanted, there = sizes(match["wanted"]), sizes(match["there"])
    if len(wanted) != 3 or len(there) != 3 or wanted == there:
        return None
    pairs = zip(AXES, wanted, there, strict=True)
    differ = [sentence(axis, wanted=need, there=has) for axis, need, has in pairs if need != has]
    name = "c" if match["which"] == "1" else "h"
    # The state of a GRU and of a plain RNN is one tensor, and the message then has no number.
    call = "output, (h, c) = lstm(x, (h, c))" if match["which"] else "output, h = rnn(x, h)"
    mend = (f"{name} = torch.zeros({', '.join(wanted)})", call)
    return sentence("message: state", wanted=", ".join(wanted), differ=differ), mend, DIALECTS


HIDDEN_STATE = Message(
    r"\bExpected hidden(?:\[(?P<which>[01])\])? size \((?P<wanted>[\d, ]{1,80})\), "
    r"got [(\[](?P<there>[\d, ]{1,80})[)\]]",
    explained,
)
