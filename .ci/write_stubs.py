"""Write what a type checker and an editor see of the layers' constructors: python .ci/write_stubs.py [--check]

A layer has its arguments from a table, which a type checker cannot read, so `LSTM(2, retrun_sequences=True)` would be
an error only when it runs. This writes the table down as signatures, in `__init__.pyi` of `layers` and `pytorch`: names
and defaults are the layer's own, the type of an argument is what its check returns. With --check nothing is written,
and files that would change are named.
"""

import inspect
import sys
from pathlib import Path

from lstmlesson import layers, pytorch
from lstmlesson.law.arguments import NEEDED
from lstmlesson.law.declaration import Declaration

HEAD = """# Written by .ci/write_stubs.py from the arguments of each layer. Change those, and run it again.
from typing import Any
"""


def type_of(check):
    """What an argument may be: what its check returns. A check made for a few values (`one_of`, `window`) says less."""
    if check is None or check.__name__ == "check":
        return "Any"
    text = inspect.formatannotation(check.__annotations__["return"])
    return text.replace("typing.", "").replace("lstmlesson.law.sizes.", "")


def argument(layer, name, default):
    value = "" if default is NEEDED else f" = {default!r}"
    return f"        {name}: {type_of(layer.checks.get(name))}{value},"


def constructor(layer):
    """The signature of a layer, an argument a line."""
    by_name = [name for name in layer.keywords if name not in layer.arguments]
    yield "    def __init__("
    yield "        self,"
    yield from (argument(layer, name, default) for name, default in layer.arguments.items())
    if by_name:
        yield "        *,"
        yield from (argument(layer, name, layer.keywords[name]) for name in by_name)
    yield "    ) -> None: ..."


def is_layer(thing):
    """Whether this is a layer that can be written down, and not what all of them share, a tensor or a function."""
    return inspect.isclass(thing) and issubclass(thing, Declaration) and thing is not layers.Layer


def depth(thing):
    """How many classes stand above this one, so that a parent is written before its children."""
    return len(thing.__mro__) if inspect.isclass(thing) else 0


def stub(room):
    """The text of a room's `__init__.pyi`. A layer's class there has the real class and its public parents as bases."""
    public = {name: getattr(room, name) for name in sorted(room.__all__, key=lambda name: depth(getattr(room, name)))}
    imports, classes = {"from lstmlesson.law.sizes import Size"}, []
    second_names = [""]
    for name, thing in public.items():
        if is_layer(thing) and thing.__name__ != name:
            second_names.append(f"{name} = {thing.__name__}")
            continue
        if not is_layer(thing):
            imports.add(f"from {thing.__module__} import {name} as {name}")
            continue
        imports.add(f"from {thing.__module__} import {name} as _{name}")
        parents = [base.__name__ for base in thing.__mro__[1:] if public.get(base.__name__) is base and is_layer(base)]
        classes += ["", f"class {name}({', '.join([f'_{name}', *parents[:1]])}):", *constructor(thing)]
    names = [f'    "{name}",' for name in room.__all__]
    return "\n".join([HEAD, *sorted(imports), "", "__all__ = [", *names, "]", *classes, *second_names, ""])


def stubs():
    """The path of each stub, and its text."""
    return {Path(room.__file__).with_suffix(".pyi"): stub(room) for room in (layers, pytorch)}


def main():
    stale = [path for path, text in stubs().items() if not path.exists() or path.read_text("utf-8") != text]
    for path in stale:
        print(path)
        if "--check" not in sys.argv[1:]:
            path.write_text(stubs()[path], "utf-8")
    return int(bool(stale) and "--check" in sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
