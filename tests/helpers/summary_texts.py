"""Summaries printed by real frameworks, with what is true of each model, and ways to damage them.

The texts and the truth beside them come from the frameworks themselves; nothing in them comes from this package.
"""

import gzip
import json
import random
import re
from functools import cache
from pathlib import Path

from lstmlesson.summary import explain
from lstmlesson.summary.to_code import code

DATA = Path(__file__).parents[1] / "data" / "summaries.json.gz"


@cache
def texts():
    """Each text with its truth, by name."""
    with gzip.open(DATA, "rt", encoding="utf-8", newline="") as file:
        return json.load(file)


def shapes(given):
    """The shapes of a truth as a list of tuples; None where the framework knew none."""
    if not isinstance(given, list):
        return None
    return [tuple(one) for one in given] if given and isinstance(given[0], list) else [tuple(given)]


def layers(record):
    """The layers that a text shows, nested ones where it expands them; all of them without layer_range."""
    found = []
    for layer in record["layers"]:
        found.append(layer)
        if record.get("summary_kwargs", {}).get("expand_nested"):
            found += layer.get("children", [])
    if "layer_range" in record.get("summary_kwargs", {}):
        first, last = record["summary_kwargs"]["layer_range"]
        names = [layer["name"] for layer in found]
        found = found[names.index(first) : names.index(last) + 1]
    return found


def plain(text):
    """A text without its colours and with one kind of line end, so that a line can be changed."""
    return re.sub(r"\x1b\[[0-9;]*m", "", text).replace("\r\n", "\n")


def planted(text, row, dice):
    """The text with one digit of a row's count changed, or None where the count does not stand in its first line."""
    lines = text.split("\n")
    line = lines[row.line - 1]
    for shown in (f"{row.count:,}", str(row.count)):
        places = list(re.finditer(rf"(?<![\d,]){shown}(?![\d,])", line))
        outside = [match for match in places if not re.match(r"\s*[,)\]]", line[match.end() :])]
        if outside:
            digits = [at for at in range(outside[0].start(), outside[0].end()) if line[at].isdigit()]
            at = dice.choice(digits)
            zero_first = at == digits[0] and len(digits) > 1
            other = dice.choice([one for one in "0123456789"[zero_first:] if one != line[at]])
            lines[row.line - 1] = line[:at] + other + line[at + 1 :]
            return "\n".join(lines)
    return None


def noise(seed, length=600):
    """A text of signs that summaries are made of, in no order."""
    dice = random.Random(seed)
    signs = "│┃┏┡├└━─┳╇|+()[]{},.:\"'…0123456789 \n\t\r_=-\x1b\x00\u3000é中None"
    words = [
        "lstm (LSTM)",
        "(None, 8)",
        "Param #",
        "Layer (type)",
        "Total params: ",
        "└ ",
        "Output Shape",
        "\n" + "_" * 65,
    ]
    return "".join(dice.choice(words) if dice.random() < 0.15 else dice.choice(signs) for _ in range(length))


def chains():
    """The tables that can be written as code, with the number that the model must have."""
    for name in [name for name, record in texts().items() if "layers" in record]:
        for table in explain(texts()[name]["text"]).tables:
            made = code(table)
            if made.lstmlesson and table.totals.of_the_model == sum(row.count or 0 for row in table.rows):
                yield name, table, made
