"""The models of a program that was run: each as a table with the arithmetic of each number, as text, HTML and data."""

from collections.abc import Iterator
from typing import Any

from lstmlesson.keras._program import Program
from lstmlesson.language import sentence, word
from lstmlesson.law.sizes import shown
from lstmlesson.models import Model
from lstmlesson.models.text_table import shape_text
from lstmlesson.models.text_table import table as text_table
from lstmlesson.pytorch import Module
from lstmlesson.views.document import escape, line, static
from lstmlesson.views.document import table as html_table
from lstmlesson.views.pictures.block_picture import blocks

# So many models are shown, and so many rows of one get a picture of their blocks; more would make a heavy page.
MOST_MODELS, MOST_PICTURES = 20, 12
COLUMNS = ("layer", "output shape", "count", "arithmetic")


class CountedProgram:
    """A program that was run, which shows itself: its models, where it stopped, and what was not done."""

    def __init__(self, program: Program) -> None:
        self.program = program

    def __repr__(self) -> str:
        return text(self.program)

    def _repr_html_(self) -> str:
        return html(self.program)


def name_of(model: Any) -> str:
    """What a model is called: as in Keras' summary, or its class."""
    return str(model.name) if isinstance(model, Model) else type(model).__name__


def rows_of(model: Any) -> Any:
    """The rows of a model, or None where it has not seen its input."""
    try:
        model.count()
        return model.rows()
    except (AttributeError, TypeError, ValueError):
        return None


def cells(row: Any, model: Any) -> list[str]:
    """Name and class, output shape, count, arithmetic."""
    named = f"{row.name} ({row.class_name})" if row.name else row.class_name
    shape = shape_text(row.output_shape) if isinstance(model, Model) else ""
    return [named, shape, shown(row.count), "" if row.formula == "0" else row.formula]


def heading(model: Any) -> str:
    """One sentence: what a model is called and how much it holds."""
    total, trained = model.count(), model.trainable_count()
    said = sentence("counted model", name=name_of(model), total=shown(total))
    return said if total == trained else f"{said} {sentence('counted trainable', number=shown(trained))}"


def columns_of(model: Any) -> list[int]:
    """The columns that are shown: PyTorch's modules know no output shape."""
    return [0, 1, 2, 3] if isinstance(model, Model) else [0, 2, 3]


def _header(model: Any) -> list[str]:
    return [word(f"summary: {COLUMNS[at]}") for at in columns_of(model)]


def _lines(model: Any, rows: Any) -> list[list[str]]:
    return [[cells(row, model)[at] for at in columns_of(model)] for row in rows]


def text(program: Program) -> str:
    """The models of a program as plain text."""
    parts = []
    for model in program.models[:MOST_MODELS]:
        rows = rows_of(model)
        if rows is None:
            parts.append(sentence("counted unbuilt", name=name_of(model)))
        else:
            parts += [
                heading(model),
                text_table(_header(model), _lines(model, rows), [_header(model).index(word("summary: count"))]),
            ]
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
    """The same as HTML, with pictures of the blocks. What a program said is escaped."""
    models = "".join(map(_model, program.models[:MOST_MODELS]))
    said = "".join(f"<p>{escape(remark)}</p>" for remark in remarks(program))
    return static(f"<div>{models}{said}</div>")


def _model(model: Any) -> str:
    rows = rows_of(model)
    if rows is None:
        return f"<p>{escape(sentence('counted unbuilt', name=name_of(model)))}</p>"
    right = (_header(model).index(word("summary: count")),)
    lines = [line([escape(cell) for cell in one], right=right) for one in _lines(model, rows)]
    return html_table(_header(model), lines, "", escape(heading(model))) + "".join(_pictures(model, rows))


def _pictures(model: Any, rows: Any) -> Iterator[str]:
    """The blocks of each recurrent or dense layer, folded."""
    drawn = [(row, weights) for row in rows if (weights := weights_of(row, model))]
    for row, weights in drawn[:MOST_PICTURES]:
        title = escape(f"{row.name or row.class_name}: {row.formula}")
        picture = blocks(weights, -1 if isinstance(model, Model) else 0)
        yield f"<details><summary>{title}</summary>{picture}</details>"


def weights_of(row: Any, model: Any) -> list[Any]:
    """The weights of a row that can be drawn: kernels and biases."""
    if isinstance(model, Module):
        weights = model.get_submodule(row.name).weights() if row.name else []
    else:
        weights = list(row.weights)
    several = any(len(weight.shape) == 2 for weight in weights)
    return weights if several and all(len(weight.shape) <= 2 for weight in weights) else []


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
