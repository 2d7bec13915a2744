"""What a printed module of PyTorch says outright: print(module) shows the arguments, so the count follows."""

import ast

from lstmlesson import pytorch
from lstmlesson.law.declaration import Declaration
from lstmlesson.summary.records import Row

MOST_DECLARED_LAYERS, LONGEST_ARGUMENTS = 1_000, 500


def declared(row: Row) -> Declaration | None:
    """The module that a printed line declares, or None where it is not one of `pytorch` or the line is odd.

    >>> declared(Row("lstm", "LSTM", arguments="32, 16, num_layers=2"))
    LSTM(32, 16, num_layers=2)
    """
    if row.class_name not in pytorch.__all__ or row.arguments is None or len(row.arguments) > LONGEST_ARGUMENTS:
        return None
    try:
        call = ast.parse(f"f({row.arguments})", mode="eval").body
        if not isinstance(call, ast.Call):
            return None
        given = [ast.literal_eval(value) for value in call.args]
        named = {keyword.arg or "": ast.literal_eval(keyword.value) for keyword in call.keywords}
        module = getattr(pytorch, row.class_name)(*given, **named)
    except (ValueError, TypeError, SyntaxError, MemoryError, RecursionError):
        return None
    # No such stack was ever built; a text may name any number.
    return module if getattr(module, "num_layers", 1) <= MOST_DECLARED_LAYERS else None
