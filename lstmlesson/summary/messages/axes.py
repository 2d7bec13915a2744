"""Keras: a layer reads sequences, and what comes in has an axis too few or one too many."""

import re

from lstmlesson.language import sentence
from lstmlesson.mistakes.record import SHAPES, STACKS
from lstmlesson.summary.messages.message import INCOMPATIBLE, Explained, Message, sizes


def explained(match: "re.Match[str]") -> Explained:
    wanted, there, shape = int(match["wanted"]), int(match["there"]), sizes(match["shape"] or "")
    if shape and len(shape) != there:
        return None
    kind = {(3, 2): _no_timesteps, (3, 4): _one_too_many, (2, 3): _every_timestep}.get((wanted, there))
    return kind(shape) if kind else None


def _no_timesteps(shape: tuple[str, ...]) -> Explained:
    size = shape[-1] if shape else ""
    if not size.isdecimal():
        mend = ("Input((timesteps, features))", "LSTM(units, return_sequences=True)")
        return sentence("message: no timesteps, no shape"), mend, STACKS
    mend = (f"Input(({size}, 1))", f"LSTM({size}, return_sequences=True)")
    return sentence("message: no timesteps", shape=_written(shape), size=size), mend, STACKS


def _one_too_many(shape: tuple[str, ...]) -> Explained:
    if not (shape and all(size.isdecimal() for size in shape[1:])):
        return None
    _, first, second, third = shape
    product = int(second) * int(third)
    meaning = sentence(
        "message: four axes", shape=_written(shape), first=first, second=second, third=third, product=product
    )
    return meaning, (f"Reshape(({first}, {product}))", "TimeDistributed(layer)"), SHAPES


def _every_timestep(shape: tuple[str, ...]) -> Explained:
    if not (shape and shape[-1].isdecimal()):
        return None
    mend = (f"LSTM({shape[-1]}, return_sequences=False)", "Flatten()")
    return sentence("message: every timestep", shape=_written(shape), size=shape[-1]), mend, STACKS


def _written(shape: tuple[str, ...]) -> str:
    return f"({', '.join(shape)})"


AXES = Message(
    INCOMPATIBLE + r"\bexpected ndim=(?P<wanted>\d), found ndim=(?P<there>\d)"
    r"(?:\. Full shape received: [(\[](?P<shape>[\w, ]{0,80})[)\]])?",
    explained,
)
