"""Keras: arguments that a layer does not have, most of them from code that was written for Keras 1 or 2."""

import ast
import re
from difflib import get_close_matches
from typing import Any

from lstmlesson import layers
from lstmlesson.language import sentence
from lstmlesson.layers.foundation.older_spellings import MODERN, written
from lstmlesson.mistakes.record import DIALECTS, SHAPES
from lstmlesson.summary.messages.message import Explained, Message

# Said to the first layer once, now to `Input`.
OF_THE_INPUT = ("input_dim", "input_length", "input_shape", "batch_input_shape")


def explained(match: "re.Match[str]") -> Explained:
    try:
        arguments = ast.literal_eval(match["arguments"])
    except (ValueError, SyntaxError, MemoryError, RecursionError):
        return None
    if not (arguments and isinstance(arguments, dict) and all(isinstance(name, str) for name in arguments)):
        return None
    kind = match["kind"] or "Layer"
    of_input = {name: value for name, value in arguments.items() if name in OF_THE_INPUT}
    others = {name: value for name, value in arguments.items() if name not in OF_THE_INPUT}
    said = [sentence("message: of the input", kind=kind, names=list(of_input))] if of_input else []
    changed = {name: _today(kind, name) for name in others}
    said += [_other(kind, name, today) for name, today in changed.items()]
    call = ", ".join(["...", *(f"{today}={written(others[name])}" for name, today in changed.items() if today)])
    mend = ((_input(kind, of_input),) if of_input else ()) + (f"{kind}({call})",)
    return " ".join(said), mend, SHAPES if of_input else DIALECTS


def _input(kind: str, arguments: dict[str, Any]) -> str:
    """The line that says what comes in; a size that the message does not hold stays a word."""
    if "batch_input_shape" in arguments:
        return f"Input(batch_shape={written(arguments['batch_input_shape'])})"
    if "input_shape" in arguments:
        return f"Input({written(arguments['input_shape'])})"
    length = written(arguments["input_length"]) if "input_length" in arguments else "timesteps"
    features = written(arguments["input_dim"]) if "input_dim" in arguments else "features"
    return {"Embedding": f"Input(({length},))", "Dense": f"Input(({features},))"}.get(
        kind, f"Input(({length}, {features}))"
    )


def _today(kind: str, name: str) -> str:
    """The argument that is meant: today's name of an old one, or the one that is a slip of the keyboard away."""
    defaults = getattr(getattr(layers, kind, None), "defaults", {}) if kind in layers.__all__ else {}
    modern = [one for one in MODERN.get(name, ()) if one in defaults]
    return next(iter(modern or get_close_matches(name, defaults, 1, 0.85)), "")


def _other(kind: str, name: str, today: str) -> str:
    if today:
        return sentence("message: argument renamed", kind=kind, name=name, today=today)
    return sentence("message: argument unknown", kind=kind, name=name)


KEYWORD_ARGUMENTS = Message(
    r"\bUnrecognized keyword arguments(?: passed to (?P<kind>\w+))?: (?P<arguments>\{[^{}\\]{1,500}\})", explained
)
