"""A row as text: its cells by kind, before anybody has read what they say; and how a row is made of it."""

from dataclasses import dataclass, field

from lstmlesson.summary.classes import complete
from lstmlesson.summary.reading import cells
from lstmlesson.summary.records import Row


@dataclass
class Draft:
    """The cells of one row by kind (layer, shape, count, connected, trainable, input), as they are collected."""

    line: int
    depth: int = 0
    cells: dict[str, str] = field(default_factory=dict)
    # The columns that are filled up to their edge, so that something may be cut off.
    full: set[str] = field(default_factory=set)

    def add(self, pieces: dict[str, str], between: str) -> None:
        """Put the cells of a further line below those that there are."""
        for kind, piece in pieces.items():
            before = self.cells.get(kind, "")
            self.cells[kind] = before + between + piece if before and piece else before or piece


@dataclass(frozen=True)
class Style:
    """How a table writes its cells. class_first: Keras 0.3. pytorch: torchinfo. wraps: long cells go on below."""

    class_first: bool = False
    pytorch: bool = False
    wraps: bool = True


def row(draft: Draft, style: Style) -> Row:
    """What a draft says."""
    get = draft.cells.get
    count = cells.count(get("count", ""))
    count_cut = count.cut or ("count" in draft.full and not style.wraps)
    has_numbers = None if count.number is None else count.number > 0
    name, class_name, name_cut = _names(get("layer", ""), style, has_numbers, draft)
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
    )


def _frozen(count: str) -> bool | None:
    """torchinfo writes the count of a frozen module in brackets."""
    return False if count.strip().startswith("(") and count.strip()[1:2].isdigit() else None


def _names(text: str, style: Style, has_numbers: bool | None, draft: Draft) -> tuple[str, str, bool]:
    if style.pytorch:
        return _module_names(text)
    names = cells.names(text, style.class_first)
    name, cut = names.name, names.cut
    if not style.class_first and not names.class_name and "layer" not in draft.full and " " not in text.strip():
        # No class at all, and room for one: somebody has typed the row.
        return name, complete("", name, has_numbers), False
    class_name = complete(names.class_name, name, has_numbers) if cut else names.class_name
    return name, class_name, "…" in name or (cut and not names.class_name)


def _module_names(text: str) -> tuple[str, str, bool]:
    """LSTM: 1-2, or LSTM (lstm): 1-2, or Linear-5 in torchsummary."""
    label, colon, _ = text.partition(":")
    if not colon and "-" in label:
        return text, label.rsplit("-", 1)[0], False
    class_name, bracket, name = label.partition(" (")
    return (name.rstrip(")") if bracket else text.strip()), class_name.strip(), False
