"""The same layers as PyTorch stores them: blocks as (units, features), two biases, its own order of gates.

`from lstmlesson import pytorch` and write `pytorch.LSTM` where `torch.nn.LSTM` stood. These modules know their
input, so no shape is needed to count them.
"""

from lstmlesson.law.public import offered
from lstmlesson.pytorch.feedforward import BatchNorm1d, Embedding, LayerNorm, Linear
from lstmlesson.pytorch.recurrent import GRU, LSTM, RNN, GRUCell, LSTMCell, RNNCell

__all__ = ["GRU", "LSTM", "RNN", "BatchNorm1d", "Embedding", "GRUCell", "LSTMCell", "LayerNorm", "Linear", "RNNCell"]

__dir__ = offered(__all__)
