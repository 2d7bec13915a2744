"""PyTorch: saved weights of a recurrent module do not fit the module that is to take them."""

import re

from lstmlesson.language import sentence
from lstmlesson.mistakes.record import DIALECTS
from lstmlesson.pytorch import GRU, LSTM, RNN
from lstmlesson.summary.messages.message import Explained, Message, sizes

LOAD = "model.load_state_dict(checkpoint)"
# How many blocks lie in a matrix of each module; its own weights say so.
BLOCKS = {len(module(1, 1).weights()[0].gates): module.__name__ for module in (LSTM, GRU, RNN)}


def explained(match: "re.Match[str]") -> Explained:
    saved, new = sizes(match["saved"]), sizes(match["new"])
    if not (len(saved) == len(new) == 2 and saved != new):
        return None
    if match["which"] == "ih" and match["layer"] != "0":  # its columns are what the layer below gives
        return None
    shapes = tuple((int(rows), int(columns)) for rows, columns in (saved, new))
    if 0 in shapes[0] + shapes[1]:
        return None
    return _recurrent(match, *shapes) if match["which"] == "hh" else _input(match, *shapes)


def _recurrent(match: "re.Match[str]", saved: tuple[int, int], new: tuple[int, int]) -> Explained:
    """Rows over columns tell the module; with a projection they would be more than four, which is left alone."""
    told = [_blocks(*shape) for shape in (saved, new)]
    if not all(told):
        return None
    hidden = saved[1]
    mend = (f"self.{match['module']} = nn.{BLOCKS[saved[0] // hidden]}(..., hidden_size={hidden})", LOAD)
    return sentence("message: recurrent weights", saved=told[0], new=told[1]), mend, DIALECTS


def _blocks(rows: int, hidden: int) -> str:
    blocks = rows // hidden if hidden and rows % hidden == 0 else 0
    return f"{rows} = {blocks} · {hidden}, nn.{BLOCKS[blocks]}" if blocks in BLOCKS else ""


def _input(match: "re.Match[str]", saved: tuple[int, int], new: tuple[int, int]) -> Explained:
    name = f"{match['module']}.weight_ih_l0"
    if saved[0] == new[0]:
        mend = (f'input_size = checkpoint["{name}"].shape[1]  # {saved[1]}', LOAD)
        return sentence("message: input weights", saved=saved[1], new=new[1], rows=new[0]), mend, DIALECTS
    mend = (f'rows = checkpoint["{name}"].shape[0]  # {saved[0]}', LOAD)
    return sentence("message: rows", saved=_readings(saved[0]), new=_readings(new[0])), mend, DIALECTS


def _readings(rows: int) -> list[str]:
    """Each module that has so many rows: what the rows alone leave open."""
    fits = {blocks: name for blocks, name in BLOCKS.items() if rows % blocks == 0}
    return [f"{rows} = {blocks} · {rows // blocks} (nn.{name})" for blocks, name in fits.items()]


STATE_DICT = Message(
    r"\bsize mismatch for (?P<module>[\w.]+)\.weight_(?P<which>ih|hh)_l(?P<layer>\d+)(?:_reverse)?: copying a param "
    r"with shape torch\.Size\(\[(?P<saved>[\d, ]{1,80})\]\) from checkpoint, the shape in current model is "
    r"torch\.Size\(\[(?P<new>[\d, ]{1,80})\]\)",
    explained,
)
