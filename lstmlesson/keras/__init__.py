"""Keras' front door whole: layers and models are the same objects as ours, and what a program names besides is inert.

`import lstmlesson.keras as keras` stands where `import keras` stood. An optimizer, a loss or a callback is kept and
never run; it changes no count.

1. `public_names.txt`: what Keras has besides layers and models, read out of Keras itself; they are inert.
2. `_answers`: names off which a program reads something, such as `to_categorical`; `_data_tools` holds the tools,
   `_operation_names` the functions of keras.ops.
3. `_rooms`: the modules of Keras; no file stands behind them, and `_finder` tells import about them.
4. `_tensorflow`: of `tf` itself the names that a pasted model touches; `_tensorflow_names`: their tables.
5. `_stand_in`: a program is run, and within it `tensorflow`, `keras` and `torch` are ours.

How to add a name: Keras' own are written by .ci/write_keras_names.py; one that must answer goes into `_answers`.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from lstmlesson import layers, models
from lstmlesson.keras._finder import install
from lstmlesson.law.public import offered
from lstmlesson.layers import Input, Layer
from lstmlesson.models import Model, Sequential

__version__ = "3.15.1"  # the Keras whose names and rules are followed
__all__ = ["Input", "Layer", "Model", "Sequential", "layers", "models"]
__dir__ = offered(__all__)

install()

if not TYPE_CHECKING:

    def __getattr__(name):
        return import_module("lstmlesson.keras._rooms").at_front(name)
