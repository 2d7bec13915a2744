"""Where does this Param # come from? Layers of Keras and PyTorch, counted from one declaration each.

`import lstmlesson as keras` works for the modern form of a Keras model: change the import, and it counts.

>>> from lstmlesson import LSTM
>>> LSTM(2).count((None, 3))                                  # 4(3·2 + 2·2 + 2)
48
"""

from lstmlesson import layers, models, pytorch, regularizers
from lstmlesson.layers import *  # noqa: F403  the layers stand at the top, too
from lstmlesson.layers import __all__ as _names_of_layers
from lstmlesson.models import Model, Sequential

__version__ = "0.1.0"
__all__ = [*_names_of_layers, "Model", "Sequential", "layers", "models", "pytorch", "regularizers"]
