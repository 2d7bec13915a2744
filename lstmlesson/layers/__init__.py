"""The nouns of Keras, each declared once: sizes in, weights and output shape out.

`from lstmlesson.layers import LSTM` stands where `from keras.layers import LSTM` stood.

How to add a layer, in three files:

1. A class in the file of its kind (`basic`, `recurrent`, `weightless`, …). `axes` names the axes of one sample, and
   `known` those whose length makes weights; `declare(shape)` lists the weights, `result(shape)` is the output shape.
2. A line in `foundation.arguments`: its arguments in Keras' order with Keras' defaults.
3. Its name in this file, among the imports and in `__all__`.

The count, the formula, the summary, the mistakes and the way back follow from the list of weights. The records of
real Keras in tests/data take the layer up by its name.
"""

from lstmlesson.law.public import offered
from lstmlesson.layers.basic import Dense, Embedding, Input, InputLayer
from lstmlesson.layers.cells import GRUCell, LSTMCell, SimpleRNNCell, StackedRNNCells
from lstmlesson.layers.convolution import Conv1D, ConvLSTM1D, ConvLSTM2D
from lstmlesson.layers.foundation.layer import Layer
from lstmlesson.layers.foundation.tensor import Tensor
from lstmlesson.layers.merging import Add, Concatenate
from lstmlesson.layers.normalisation import BatchNormalization, LayerNormalization
from lstmlesson.layers.pooling import (
    AveragePooling1D,
    Cropping1D,
    GlobalAveragePooling1D,
    GlobalMaxPooling1D,
    MaxPooling1D,
    UpSampling1D,
    ZeroPadding1D,
)
from lstmlesson.layers.recurrent import GRU, LSTM, RNN, SimpleRNN
from lstmlesson.layers.reshaping import Flatten, Permute, RepeatVector, Reshape
from lstmlesson.layers.weightless import (
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

__dir__ = offered(__all__)
