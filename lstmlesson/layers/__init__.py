"""The nouns of Keras, each declared once: sizes in, weights and output shape out.

`from lstmlesson.layers import LSTM` stands where `from keras.layers import LSTM` stood.
"""

from lstmlesson.layers.base import Layer
from lstmlesson.layers.basic import Dense, Embedding, Input, InputLayer
from lstmlesson.layers.cells import GRUCell, LSTMCell, SimpleRNNCell, StackedRNNCells
from lstmlesson.layers.convolution import Conv1D, ConvLSTM1D, ConvLSTM2D
from lstmlesson.layers.merging import Add, Concatenate
from lstmlesson.layers.normalisation import BatchNormalization, LayerNormalization
from lstmlesson.layers.overtime import (
    AveragePooling1D,
    Cropping1D,
    GlobalAveragePooling1D,
    GlobalMaxPooling1D,
    MaxPooling1D,
    UpSampling1D,
    ZeroPadding1D,
)
from lstmlesson.layers.passing import (
    ELU,
    Activation,
    ActivityRegularization,
    AlphaDropout,
    Dropout,
    GaussianDropout,
    GaussianNoise,
    LeakyReLU,
    Masking,
    ReLU,
    Softmax,
    SpatialDropout1D,
)
from lstmlesson.layers.recurrent import GRU, LSTM, RNN, SimpleRNN
from lstmlesson.layers.shapes import Flatten, Permute, RepeatVector, Reshape
from lstmlesson.layers.tensor import Tensor
from lstmlesson.layers.wrappers import Bidirectional, TimeDistributed

__all__ = [
    "ELU",
    "GRU",
    "LSTM",
    "RNN",
    "Activation",
    "ActivityRegularization",
    "Add",
    "AlphaDropout",
    "AveragePooling1D",
    "BatchNormalization",
    "Bidirectional",
    "Concatenate",
    "Conv1D",
    "ConvLSTM1D",
    "ConvLSTM2D",
    "Cropping1D",
    "Dense",
    "Dropout",
    "Embedding",
    "Flatten",
    "GRUCell",
    "GaussianDropout",
    "GaussianNoise",
    "GlobalAveragePooling1D",
    "GlobalMaxPooling1D",
    "Input",
    "InputLayer",
    "LSTMCell",
    "Layer",
    "LayerNormalization",
    "LeakyReLU",
    "Masking",
    "MaxPooling1D",
    "Permute",
    "ReLU",
    "RepeatVector",
    "Reshape",
    "SimpleRNN",
    "SimpleRNNCell",
    "Softmax",
    "SpatialDropout1D",
    "StackedRNNCells",
    "Tensor",
    "TimeDistributed",
    "UpSampling1D",
    "ZeroPadding1D",
]
