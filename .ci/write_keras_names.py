"""Write lstmlesson/keras/public_names.txt: what Keras has besides layers and models, with the arguments of each name.

    KERAS_BACKEND=torch python .ci/write_keras_names.py

It reads the installed Keras: the modules of its front door and, beside them, what tf.keras has more. A test marked
`frameworks` says when the file and the installed Keras differ.
"""

import inspect
import os
import types
from collections.abc import Iterator
from pathlib import Path

FILE = Path(__file__).parent.parent / "lstmlesson" / "keras" / "public_names.txt"
# Layers, models and operations are ours: they are declared, and not only named.
OURS = ("layers", "models", "ops")


def rooms() -> dict[str, dict[str, object]]:
    """Each module of Keras by its dotted path, with what it holds by name."""
    os.environ.setdefault("KERAS_BACKEND", "torch")
    import keras
    from keras._tf_keras import keras as tf_keras

    found: dict[str, dict[str, object]] = {}
    for door in (tf_keras, keras):
        for path, module in modules(door, ""):
            held = found.setdefault(path, {})
            held.update({name: value for name, value in vars(module).items() if is_public(name, value)})
    return found


def modules(module: types.ModuleType, path: str) -> Iterator[tuple[str, types.ModuleType]]:
    """The public modules inside a module, however deep."""
    for name, value in vars(module).items():
        if isinstance(value, types.ModuleType) and ".src" not in value.__name__ and not name.startswith("_"):
            inside = f"{path}.{name}".lstrip(".")
            if value.__name__.startswith("keras.") and name not in OURS:
                yield inside, value
                yield from modules(value, inside)


def is_public(name: str, value: object) -> bool:
    """Whether a name is one that a program uses."""
    return not name.startswith("_") and not isinstance(value, types.ModuleType)


def line(name: str, value: object) -> str:
    """One name as the file has it: `class Adam(learning_rate=0.001, …)`, `plot_model(model, …)`."""
    if not callable(value):
        return name
    kind = "class " if inspect.isclass(value) else ""
    try:
        parameters = inspect.signature(value).parameters.values()
    except (TypeError, ValueError):
        return f"{kind}{name}(**kwargs)"
    return f"{kind}{name}({', '.join(map(parameter, parameters))})"


def parameter(one: inspect.Parameter) -> str:
    """An argument with its default, where that is a plain value."""
    stars = {one.VAR_POSITIONAL: "*", one.VAR_KEYWORD: "**"}.get(one.kind, "")
    if one.default is one.empty:
        return stars + one.name
    plain = isinstance(one.default, bool | int | float | str | None | tuple)
    return f"{one.name}={one.default!r}" if plain else f"{one.name}=None"


def text() -> str:
    """The whole file."""
    parts = [f"# The public names of Keras {version()}, written by .ci/write_keras_names.py."]
    for path, held in sorted(rooms().items()):
        parts += ["", f"[{path}]", *(line(name, value) for name, value in sorted(held.items()))]
    return "\n".join(parts) + "\n"


def version() -> str:
    """The version of the installed Keras."""
    import keras

    return keras.__version__


if __name__ == "__main__":
    FILE.write_text(text(), encoding="utf-8")
    print(FILE, len(text().splitlines()), "lines")
