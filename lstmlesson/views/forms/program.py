"""The models of a program that was run: each as a table with the arithmetic of each number, as text, HTML and data."""

from collections.abc import Iterator
from typing import Any

from lstmlesson.keras._program import Program
from lstmlesson.language import sentence, word
from lstmlesson.models.text_table import table as text_table
from lstmlesson.views.document import escape
from lstmlesson.views.document.standing_still import static
from lstmlesson.views.forms.counted_model import cells, counts_at, header, heading, model_html, name_of, rows_of

# So many models are shown; more would make a heavy page.
MOST_MODELS = 20


class CountedProgram:
    """A program that was run, which shows itself: its models, where it stopped, and what was not done."""

    def __init__(self, program: Program) -> None:
        self.program = program

    def __repr__(self) -> str:
        return text(self.program)

    def _repr_html_(self) -> str:
        return html(self.program)


def text(program: Program) -> str:
    """The models of a program as plain text."""
    parts = []
    for model in program.models[:MOST_MODELS]:
        rows = rows_of(model)
        if rows is None:
            parts.append(sentence("counted unbuilt", name=name_of(model)))
        else:
            parts += [heading(model), text_table(header(rows), [cells(row) for row in rows], counts_at(rows))]
    return "\n".join([*parts, *remarks(program)])


def remarks(program: Program) -> Iterator[str]:
    """What is said below the models: that there are more, or none, where the program stopped, what was not done."""
    if len(program.models) > MOST_MODELS:
        yield sentence("counted more", number=len(program.models) - MOST_MODELS)
    if not program.models:
        yield word("counted none")
    if program.stop is not None:
        stop = program.stop
        yield sentence("counted stop" if stop.line else "counted stop somewhere", **stop._asdict())
    yield from program.notes


def html(program: Program) -> str:
    """The same as HTML for a notebook, its pictures as images."""
    return static(body(program))


def body(program: Program) -> str:
    """The same as HTML for a page, with pictures of the blocks. What a program said is escaped."""
    models = "".join(model_html(model) or _unbuilt(model) for model in program.models[:MOST_MODELS])
    said = "".join(f"<p>{escape(remark)}</p>" for remark in remarks(program))
    return f"<div>{models}{said}</div>"


def _unbuilt(model: Any) -> str:
    return f"<p>{escape(sentence('counted unbuilt', name=name_of(model)))}</p>"


def as_data(program: Program) -> dict[str, Any]:
    """The same as JSON has it."""
    return {
        "models": [_data(model) for model in program.models],
        "stopped": None if program.stop is None else program.stop._asdict(),
        "notes": program.notes,
    }


def _data(model: Any) -> dict[str, Any]:
    rows = rows_of(model)
    counted = rows is not None
    return {
        "name": name_of(model),
        "class_name": type(model).__name__,
        "total": model.count() if counted else None,
        "trainable": model.trainable_count() if counted else None,
        "rows": [_row(row) for row in rows or []],
    }


def _row(row: Any) -> dict[str, Any]:
    shape = getattr(row, "output_shape", None)
    return {
        "name": row.name,
        "class_name": row.class_name,
        "output_shape": shape if isinstance(shape, list | tuple) else None,
        "count": row.count,
        "trainable": row.trainable_count,
        "formula": row.formula,
    }
