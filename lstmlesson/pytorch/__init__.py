"""The same layers as PyTorch stores them: blocks as (units, features), two biases, its own order of gates.

`import lstmlesson.pytorch as nn` stands where `import torch.nn as nn` stood, and `as torch` where `import torch` did.
These modules know their input, so no shape is needed to count them, and no `forward` is run.

1. `foundation`: what a module holds, registered as PyTorch registers it, and a module that is declared.
2. `recurrent`, `feedforward`, `convolution`, `normalisation`: the nouns.
3. `weightless`: modules that hold nothing; `containers`, `attention`: modules made of modules.
4. `programs`: tensors, torch.optim, torch.utils.data and their like; `public_names.txt` was read out of PyTorch.

How to add a module: a class in the file of its kind, with `arguments` in PyTorch's order and `declare`, and its name
here. One that holds nothing comes from the table by itself.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from lstmlesson.law.public import offered
from lstmlesson.pytorch.attention import (
    MultiheadAttention,
    Transformer,
    TransformerDecoder,
    TransformerDecoderLayer,
    TransformerEncoder,
    TransformerEncoderLayer,
)
from lstmlesson.pytorch.containers import ModuleDict, ModuleList, ParameterDict, ParameterList, Sequential
from lstmlesson.pytorch.convolution import (
    Conv1d,
    Conv2d,
    Conv3d,
    ConvTranspose1d,
    ConvTranspose2d,
    ConvTranspose3d,
)
from lstmlesson.pytorch.feedforward import Bilinear, Embedding, EmbeddingBag, Linear
from lstmlesson.pytorch.foundation.module import Module
from lstmlesson.pytorch.normalisation import (
    BatchNorm1d,
    BatchNorm2d,
    BatchNorm3d,
    GroupNorm,
    InstanceNorm1d,
    InstanceNorm2d,
    InstanceNorm3d,
    LayerNorm,
    RMSNorm,
    SyncBatchNorm,
)
from lstmlesson.pytorch.recurrent import GRU, LSTM, RNN, GRUCell, LSTMCell, RNNCell
from lstmlesson.pytorch.weightless import PReLU

__all__ = [
    "GRU",
    "LSTM",
    "RNN",
    "BatchNorm1d",
    "BatchNorm2d",
    "BatchNorm3d",
    "Bilinear",
    "Conv1d",
    "Conv2d",
    "Conv3d",
    "ConvTranspose1d",
    "ConvTranspose2d",
    "ConvTranspose3d",
    "Embedding",
    "EmbeddingBag",
    "GRUCell",
    "GroupNorm",
    "InstanceNorm1d",
    "InstanceNorm2d",
    "InstanceNorm3d",
    "LSTMCell",
    "LayerNorm",
    "Linear",
    "Module",
    "ModuleDict",
    "ModuleList",
    "MultiheadAttention",
    "PReLU",
    "ParameterDict",
    "ParameterList",
    "RMSNorm",
    "RNNCell",
    "Sequential",
    "SyncBatchNorm",
    "Transformer",
    "TransformerDecoder",
    "TransformerDecoderLayer",
    "TransformerEncoder",
    "TransformerEncoderLayer",
]
__dir__ = offered(__all__)

if not TYPE_CHECKING:

    def __getattr__(name):
        if name.startswith("__") and name != "__version__":
            raise AttributeError(name)
        return import_module("lstmlesson.pytorch.programs.rooms").at_top(name)
