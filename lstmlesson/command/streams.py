"""What comes in and what goes out, for every command: bytes of any size, names of any kind, terminals of any encoding.

A file is read no further than a text may go. A place may begin with ~. Data is JSON in UTF-8, whatever the terminal
speaks; text is written in the terminal's own encoding, in signs that it has.
"""

import codecs
import io
import json
import os
import sys
from pathlib import Path
from typing import Any

from lstmlesson.summary.reading.cleaning.clean import LARGEST_TEXT
from lstmlesson.summary.reading.cleaning.encodings import decoded

# A character of UTF-8 has at most four bytes, and one more tells that there is more.
MOST_BYTES = 4 * LARGEST_TEXT

# What a terminal without these signs shows in their place. Any other sign becomes a question mark.
LOOKALIKES = str.maketrans("·×−–—…│┃║─━═", "*x---.|||--=") | {
    ord(corner): "+" for corner in "┌┐└┘├┤┬┴┼┏┓┗┛┡┩┣┫┳┻╇╈╋╪╞╡╤╧╔╗╚╝"
}


def prepare() -> None:
    """Make the streams of this process fit to be written to.

    Raises: OSError where standard output is closed: what a command gives would be lost.
    """
    if sys.stderr is None:  # print would take standard output instead
        sys.stderr = os.fdopen(os.open(os.devnull, os.O_WRONLY), "w", encoding="utf-8")
    if sys.stdout is None:
        raise OSError("standard output is closed; expected a terminal, a file or /dev/null to write to")
    codecs.register_error("lookalike", _lookalike)
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="lookalike")


def place(text: str) -> Path:
    """The path that was typed, ~ and ~name at its beginning being home folders.

    Raises: FileNotFoundError for an empty path, and where nobody has the name.
    """
    if not text:
        raise FileNotFoundError("the name of a folder or a file is empty; expected one, or . for this folder")
    try:
        return Path(text).expanduser()
    except RuntimeError:
        user = Path(text).parts[0]
        raise FileNotFoundError(
            f"{text}: nobody here is called {user[1:]}, or has no home folder; expected a folder or a file, "
            f"./{text} for one whose name begins with ~"
        ) from None


def read_bytes(file: Path) -> bytes:
    """The bytes of a file.

    Raises: OSError where it cannot be read, ValueError where it has more than can be a text or a program.
    """
    with file.open("rb") as stream:
        return _bounded(stream, str(file))


def read_text(name: str) -> str:
    """The text of a file, or of standard input where its name is -, whatever encoding it has.

    Raises: OSError where it cannot be read, ValueError where it is too long.
    """
    if name != "-":
        return decoded(read_bytes(place(name)))
    if sys.stdin is None:
        raise OSError("standard input is closed; expected a summary there, or the name of a file")
    return decoded(_bounded(sys.stdin.buffer, "standard input"))


def write_json(data: Any) -> None:
    """Data as JSON, in UTF-8 whatever the encoding of standard output is."""
    write_bytes(json.dumps(data, ensure_ascii=False, indent=1, default=str).encode("utf-8", "replace") + b"\n")


def write_bytes(content: bytes) -> None:
    """Bytes on standard output, after what was printed there."""
    raw = getattr(sys.stdout, "buffer", None)
    if raw is None:  # somebody else's standard output, which takes text alone
        sys.stdout.write(content.decode())
        return
    sys.stdout.flush()
    raw.write(content)
    raw.flush()


def _bounded(stream: Any, name: str) -> bytes:
    content: bytes = stream.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        raise ValueError(f"{name} has more than {MOST_BYTES:,} bytes; expected a summary or a program, and no more")
    return content


def _lookalike(error: UnicodeError) -> tuple[str, int]:
    """Signs that the terminal does not have, in signs that every terminal has."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    signs = error.object[error.start : error.end].translate(LOOKALIKES)
    return signs.encode("ascii", "replace").decode(), error.end
