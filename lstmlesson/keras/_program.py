"""A program is run, `tensorflow`, `keras` and `torch` being ours, and the models that it makes are kept."""

import sys
import traceback
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from lstmlesson.inert import NotHere
from lstmlesson.keras._stand_in import stand_in
from lstmlesson.law.making import noted
from lstmlesson.models import Model
from lstmlesson.pytorch import Module


class Stop(NamedTuple):
    """Where a program stopped: the number of the line (0 where none is known), its text, and what was said."""

    line: int
    text: str
    error: str


class Program(NamedTuple):
    """What came of a program: its models, where it stopped if it did, and what was not done here."""

    models: list[Any]
    stop: Stop | None
    notes: list[str]


@contextmanager
def watched() -> Iterator[Callable[[Stop | None], Program]]:
    """Within it a program may run; what it gives makes the Program, once it is told where the program stopped."""
    with stand_in(), noted() as made, warnings.catch_warnings():
        notes: list[str] = []
        usual = warnings.showwarning

        def show(message: Any, category: Any, *where: Any, **more: Any) -> None:
            if issubclass(category, NotHere):
                notes.append(str(message))
            else:
                usual(message, category, *where, **more)

        warnings.simplefilter("default", NotHere)
        warnings.showwarning = show
        yield lambda stop: Program(models_in(made), stop, list(dict.fromkeys(notes)))


def run_file(path: Path, source: bytes | None = None) -> Program:
    """Run a file as `python path` does. source: what is in it, where it was read already.

    Raises: OSError where it cannot be read.
    """
    source = path.read_bytes() if source is None else source
    main, arguments, places = sys.modules.get("__main__"), sys.argv, list(sys.path)
    with watched() as program:
        module = type(sys)("__main__")
        module.__dict__.update(__file__=str(path), __builtins__=__builtins__)
        sys.modules["__main__"], sys.argv = module, [str(path)]
        sys.path.insert(0, str(path.resolve().parent))
        stop = None
        try:
            exec(compile(source, str(path), "exec"), module.__dict__)
        except BaseException as error:
            stop = stopped(error, str(path), source.decode("utf-8", errors="replace"))
        finally:
            sys.argv, sys.path[:] = arguments, places
            if main is not None:
                sys.modules["__main__"] = main
        return program(stop)


def stopped(error: BaseException, file: str, source: str) -> Stop:
    """The line of a program at which it stopped: the last of its own that was running."""
    lines = [frame.lineno for frame in traceback.extract_tb(error.__traceback__) if frame.filename == file]
    number = (error.lineno if isinstance(error, SyntaxError) else lines[-1] if lines else 0) or 0
    texts = source.splitlines()
    text = texts[number - 1].strip() if 0 < number <= len(texts) else ""
    return Stop(number, text, said(error))


def said(error: BaseException) -> str:
    """What an error says, in one line."""
    if isinstance(error, KeyboardInterrupt):
        return "it was interrupted"
    if isinstance(error, SystemExit):
        return f"it ended itself with exit({'' if error.code is None else repr(error.code)})"
    if isinstance(error, SyntaxError):
        return f"SyntaxError: {error.msg}"
    return " ".join(f"{type(error).__name__}: {error}".split())


def models_in(made: list[Any]) -> list[Any]:
    """The models among what a program has made: those that hold something, and stand inside no other."""
    models = [one for one in made if _has_begun(one) and not _is_plain_copy(one)]
    inside = {id(part) for one in models for part in _parts(one) if part is not one}
    return [one for one in models if id(one) not in inside]


def _is_plain_copy(thing: Any) -> bool:
    """Whether it is a copy of a model in which nothing was changed since."""
    first = thing.__dict__.get("copied_from")
    return first is not None and [row[:5] for row in first.rows()] == [row[:5] for row in thing.rows()]


def _has_begun(thing: Any) -> bool:
    """Whether it is a model with something in it; one whose making stopped at once has nothing to show."""
    try:
        if isinstance(thing, Model):
            return len(thing.layers) > 0
        return isinstance(thing, Module) and any(True for _ in thing.parameters())
    except AttributeError:  # its __init__ did not come to its end
        return False


def _parts(model: Any) -> list[Any]:
    try:
        if not isinstance(model, Module):
            return list(model.inner)
        return [part for module in model.modules() for part in (module, *_copied(module))]
    except (AttributeError, TypeError, ValueError):
        return []


def _copied(module: Module) -> list[Module]:
    """What a module was given as a pattern and has copied, as TransformerEncoder does with its block."""
    given = [one for one in module.__dict__.get("values", {}).values() if isinstance(one, Module)]
    return [part for one in given for part in one.modules()]
