"""How every command is declared, and how it speaks: results on standard output, refusals on standard error."""

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeAlias

from lstmlesson.course import Copied

# What a shell calls wrong usage. Source: argparse ends with the same number.
REFUSED = 2

Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"


def add(
    commands: Commands,
    name: str,
    run: Callable[[argparse.Namespace], int],
    what: str,
    example: str,
    more: str = "",
    usage: str | None = None,
) -> argparse.ArgumentParser:
    """A command with its help: what it does, what is worth knowing, and one example line."""
    command = commands.add_parser(
        name,
        usage=usage,
        help=what,
        description=f"{what[0].upper()}{what[1:]}.",
        epilog="\n\n".join(filter(None, [more, f"example:\n  {example}"])),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    command.set_defaults(run=run)
    return command


def refused(error: Exception | str) -> int:
    """Say in one sentence why something is not done; returns the exit status for it."""
    sentence = str(error)
    if isinstance(error, OSError) and error.strerror:
        sentence = f"{error.filename}: {error.strerror}" if error.filename else error.strerror
    print(f"lstmlesson: {sentence}", file=sys.stderr)
    return REFUSED


def report(folder: Path, copied: Copied, outdated: Sequence[str] = ()) -> Iterator[str]:
    """What was written into a folder, what was kept, and of what there is a newer version, as lines to print."""
    yield f"{folder.absolute()}: {len(copied.written) or 'no'} file{'' if len(copied.written) == 1 else 's'} written"
    kept = [name for name in copied.kept if name not in outdated]
    if kept:
        yield f"kept as you have them: {', '.join(kept)}"
        yield "(to get one of them as the course has it, rename yours and type the same again)"
    if outdated:
        yield f"there is a newer version of: {', '.join(outdated)}"
        yield "(`lstmlesson update` brings it, and keeps what you have changed)"
