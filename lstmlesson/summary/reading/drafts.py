"""A row as text: its cells by kind, before anybody has read what they say; and how a row is made of it."""

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from lstmlesson.summary.classes import complete, is_module, is_sure
from lstmlesson.summary.reading import cells
from lstmlesson.summary.reading.parts_of_a_line import class_behind
from lstmlesson.summary.records import Row


@dataclass
class Draft:
    """The cells of one row by kind (layer, shape, count, connected, trainable, input), as they are collected."""

    line: int
    depth: int = 0
    cells: dict[str, str] = field(default_factory=dict)
    # The columns that are filled up to their edge, so that something may be cut off; "edge" is that of the whole text.
    full: set[str] = field(default_factory=set)

    def add(self, pieces: dict[str, str], between: str) -> None:
        """Put the cells of a further line below those that there are."""
        for kind, piece in pieces.items():
            before = self.cells.get(kind, "")
            self.cells[kind] = before + between + piece if before and piece else before or piece


@dataclass(frozen=True)
class Style:
    """How a table writes its cells. class_first: Keras 0.3. wraps: long cells go on below.

    pytorch: modules in place of layers. numbered: Linear-5, as torchsummary does. square: its shapes are lists.
    """

    class_first: bool = False
    pytorch: bool = False
    wraps: bool = True
    numbered: bool = False
    square: bool = True


def row(draft: Draft, style: Style) -> Row:
    """What a draft says."""
    get = draft.cells.get
    count = cells.count(get("count", ""))
    count_cut = count.cut or "edge" in draft.full or ("count" in draft.full and not style.wraps)
    has_numbers = None if count.number is None else count.number > 0
    name, class_name, guessed, name_cut = _names(get("layer", ""), style, has_numbers, draft)
    shapes = cells.shapes(get("shape", ""), style.pytorch)
    inputs = cells.shapes(get("input", ""), style.pytorch)
    return Row(
        name=name,
        class_name=class_name,
        output_shapes=shapes.shapes,
        count=None if count.cut else count.number,
        trainable=cells.trainable(get("trainable", "")) if "trainable" in draft.cells else _frozen(get("count", "")),
        connected_to=cells.connections(get("connected", "")),
        depth=draft.depth,
        input_shapes=inputs.shapes,
        cut=tuple(
            kind for kind, is_cut in (("layer", name_cut), ("shape", shapes.cut), ("count", count_cut)) if is_cut
        ),
        line=draft.line,
        built=not count.rest.startswith("(un"),
        used_again="(recursive)" in get("count", ""),
        guessed=guessed,
        begins="" if count.number is not None else re.split(r"[^\d,]", count.rest)[0].rstrip(","),
    )


class Names(NamedTuple):
    """What the first cell of a row says. guessed: the class is not in the text, or a piece of it that fits several."""

    name: str
    class_name: str
    guessed: bool
    cut: bool


def _frozen(count: str) -> bool | None:
    """torchinfo writes the count of a frozen module in brackets."""
    return False if count.strip().startswith("(") and count.strip()[1:2].isdigit() else None


def _names(text: str, style: Style, has_numbers: bool | None, draft: Draft) -> Names:
    """Name, class, whether the class is a guess, and whether they were cut off."""
    if style.pytorch:
        return _module_names(text)
    typed = class_behind(text)
    names = cells.names(text.replace(typed, f"({typed})") if typed else text, style.class_first)
    name, cut = names.name.replace("\\", ""), names.cut
    if not style.class_first and not names.class_name and "layer" not in draft.full and " " not in text.strip():
        # No class at all, and room for one: somebody has typed the row.
        return Names(name, complete("", name, has_numbers), True, False)
    class_name = complete(names.class_name, name, has_numbers) if cut else names.class_name
    guessed = cut and not is_sure(names.class_name, class_name, name)
    return Names(name, class_name, guessed, "…" in name or (cut and not names.class_name))


def _module_names(text: str) -> Names:
    """Linear-5 in torchsummary; Linear(fc1), or a class alone, where somebody has typed the table."""
    label, colon, _ = text.partition(":")
    if not colon and re.search(r"-\d+$", label):
        return Names(text, label.rsplit("-", 1)[0], False, False)
    class_name, bracket, name = label.partition("(")
    if bracket and is_module(name.rstrip(") ")) and not is_module(class_name.strip()):
        class_name, name = name.rstrip(") "), class_name
    return Names(text.strip(), class_name.strip(), False, False)
