"""Where does this Param # come from? Layers of Keras and PyTorch, counted from one declaration each.

`import lstmlesson as keras` works for the modern form of a Keras model: change the import, and it counts.

>>> from lstmlesson import LSTM
>>> LSTM(2).count((None, 3))                                  # 4(3·2 + 2·2 + 2)
48
"""

from importlib import import_module
from typing import TYPE_CHECKING

from lstmlesson import keras, layers, models
from lstmlesson.law.drawn import drawn_by
from lstmlesson.law.public import offered
from lstmlesson.models import Model, Sequential

__version__ = "0.1.0"
# Nothing here needs more than Python itself, so `from lstmlesson import *` works on a bare installation.
__all__ = [
    "Model",
    "Sequential",
    "answer",
    "diagnose",
    "explain",
    "keras",
    "layers",
    "models",
    "pytorch",
    "read",
    "show",
    "use",
]
__all__ += layers.__all__

# What is opened when somebody asks for it: functions that need many rooms, and the rooms that need numpy, sympy or
# widgets, or that few need. A type checker and an editor read the same names here; a test compares the two lists.
if TYPE_CHECKING:
    from lstmlesson import explorers as explorers
    from lstmlesson import inverse as inverse
    from lstmlesson import ledger as ledger
    from lstmlesson import mistakes as mistakes
    from lstmlesson import numeric as numeric
    from lstmlesson import pytorch as pytorch
    from lstmlesson import questions as questions
    from lstmlesson import summary as summary
    from lstmlesson import symbolic as symbolic
    from lstmlesson import training as training
    from lstmlesson import views as views
    from lstmlesson.language import use
    from lstmlesson.law import polynomials as polynomials
    from lstmlesson.mistakes import diagnose
    from lstmlesson.summary import read
    from lstmlesson.views.answers import answer, show
    from lstmlesson.views.explanation import explain

_ROOMS = """
    explorers inverse law.polynomials ledger mistakes numeric pytorch questions summary symbolic training views
""".split()
_HELD = {
    "answer": "views.answers",
    "diagnose": "mistakes",
    "explain": "views.explanation",
    "read": "summary",
    "show": "views.answers",
    "use": "language",
}
_OPENED = {room.split(".")[-1]: room for room in _ROOMS} | _HELD


def load_ipython_extension(shell: object) -> None:
    """What `%load_ext lstmlesson` calls: it gives a notebook `%%count`."""
    import_module("lstmlesson.magic").load(shell)


# What is counted lies below what draws it, so who draws is said from here, where every room is in sight.
drawn_by(lambda thing: import_module("lstmlesson.views.forms.last_line").form(thing))

__dir__ = offered([*__all__, *_OPENED, "__version__"])

if TYPE_CHECKING:
    from lstmlesson.layers import *  # noqa: F403
else:  # or a type checker would believe every misspelt name
    # The layers stand at the top, too; those that few models have are loaded when they are named.
    globals().update({name: vars(layers)[name] for name in layers.__all__ if name in vars(layers)})

    def __getattr__(name):
        if name in layers.__all__:
            return getattr(layers, name)
        if name in _OPENED:
            module = import_module(f"lstmlesson.{_OPENED[name]}")
            return getattr(module, name) if name in _HELD else module
        return import_module("lstmlesson.keras._tensorflow").at_door(name)
