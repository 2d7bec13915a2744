"""The nouns of Keras, each declared once: sizes in, weights and output shape out.

`from lstmlesson.layers import LSTM` stands where `from keras.layers import LSTM` stood.

How to add a layer, in three files:

1. A class in the file of its kind (`basic`, `recurrent`, `weightless`, …). `axes` names the axes of one sample, and
   `known` those whose length makes weights; `declare(shape)` lists the weights, `result(shape)` is the output shape.
2. A line in `foundation.arguments`: its arguments in Keras' order with Keras' defaults.
3. Its name in this file, wherever its neighbours stand: among the imports, in the table of what is loaded later, in
   `__all__`. A layer that few models have goes into `further`.

The count, the formula, the summary, the mistakes and the way back follow from the list of weights. The records of
real Keras in tests/data take the layer up by its name.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from lstmlesson.law.public import offered
from lstmlesson.layers.basic import Dense, Embedding, Input, InputLayer
from lstmlesson.layers.cells import GRUCell, LSTMCell, SimpleRNNCell, StackedRNNCells
from lstmlesson.layers.foundation.layer import Layer
from lstmlesson.layers.foundation.tensor import Tensor
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
    Identity,
    LeakyReLU,
    Masking,
    ReLU,
    Rescaling,
    Softmax,
    SpatialDropout1D,
    SpatialDropout2D,
    SpatialDropout3D,
)
from lstmlesson.layers.wrappers import Bidirectional, TimeDistributed

if TYPE_CHECKING:
    from lstmlesson.layers.convolution import Conv1D, Conv2D, Conv3D
    from lstmlesson.layers.convolutional_lstm import ConvLSTM1D, ConvLSTM2D, ConvLSTM3D
    from lstmlesson.layers.further.attention import AdditiveAttention, Attention
    from lstmlesson.layers.further.attention_heads import GroupQueryAttention, MultiHeadAttention
    from lstmlesson.layers.further.borders import (
        Cropping1D,
        Cropping2D,
        Cropping3D,
        UpSampling1D,
        UpSampling2D,
        UpSampling3D,
        ZeroPadding1D,
        ZeroPadding2D,
        ZeroPadding3D,
    )
    from lstmlesson.layers.further.convolution_variants import (
        Conv1DTranspose,
        Conv2DTranspose,
        Conv3DTranspose,
        DepthwiseConv1D,
        DepthwiseConv2D,
        SeparableConv1D,
        SeparableConv2D,
    )
    from lstmlesson.layers.further.einsum_dense import EinsumDense
    from lstmlesson.layers.further.images import (
        CenterCrop,
        RandomBrightness,
        RandomContrast,
        RandomCrop,
        RandomFlip,
        RandomRotation,
        RandomShear,
        RandomTranslation,
        RandomZoom,
        Resizing,
    )
    from lstmlesson.layers.further.preprocessing import CategoryEncoding, Discretization, Hashing, Normalization
    from lstmlesson.layers.further.unusual import Lambda, PReLU, Wrapper
    from lstmlesson.layers.further.vocabularies import IntegerLookup, StringLookup, TextVectorization
    from lstmlesson.layers.merging import (
        Add,
        Average,
        Concatenate,
        Dot,
        Maximum,
        Minimum,
        Multiply,
        Subtract,
        add,
        average,
        concatenate,
        dot,
        maximum,
        minimum,
        multiply,
        subtract,
    )
    from lstmlesson.layers.normalisation import (
        BatchNormalization,
        GroupNormalization,
        LayerNormalization,
        RMSNormalization,
        SpectralNormalization,
        UnitNormalization,
    )
    from lstmlesson.layers.pooling import (
        AdaptiveAveragePooling1D,
        AdaptiveAveragePooling2D,
        AdaptiveAveragePooling3D,
        AdaptiveMaxPooling1D,
        AdaptiveMaxPooling2D,
        AdaptiveMaxPooling3D,
        AveragePooling1D,
        AveragePooling2D,
        AveragePooling3D,
        GlobalAveragePooling1D,
        GlobalAveragePooling2D,
        GlobalAveragePooling3D,
        GlobalMaxPooling1D,
        GlobalMaxPooling2D,
        GlobalMaxPooling3D,
        MaxPooling1D,
        MaxPooling2D,
        MaxPooling3D,
    )

# Loaded when first named, so that importing stays quick.
_LATER = {
    "convolution": "Conv1D Conv2D Conv3D",
    "convolutional_lstm": "ConvLSTM1D ConvLSTM2D ConvLSTM3D",
    "merging": """
        Add Average Concatenate Dot Maximum Minimum Multiply Subtract add average concatenate dot maximum minimum
        multiply subtract
    """,
    "normalisation": """
        BatchNormalization GroupNormalization LayerNormalization RMSNormalization SpectralNormalization
        UnitNormalization
    """,
    "pooling": """
        AdaptiveAveragePooling1D AdaptiveAveragePooling2D AdaptiveAveragePooling3D AdaptiveMaxPooling1D
        AdaptiveMaxPooling2D AdaptiveMaxPooling3D AveragePooling1D AveragePooling2D AveragePooling3D
        GlobalAveragePooling1D GlobalAveragePooling2D GlobalAveragePooling3D GlobalMaxPooling1D GlobalMaxPooling2D
        GlobalMaxPooling3D MaxPooling1D MaxPooling2D MaxPooling3D
    """,
    "further.attention": "AdditiveAttention Attention",
    "further.attention_heads": "GroupQueryAttention MultiHeadAttention",
    "further.borders": """
        Cropping1D Cropping2D Cropping3D UpSampling1D UpSampling2D UpSampling3D ZeroPadding1D ZeroPadding2D
        ZeroPadding3D
    """,
    "further.convolution_variants": """
        Conv1DTranspose Conv2DTranspose Conv3DTranspose DepthwiseConv1D DepthwiseConv2D SeparableConv1D
        SeparableConv2D
    """,
    "further.einsum_dense": "EinsumDense",
    "further.images": """
        CenterCrop RandomBrightness RandomContrast RandomCrop RandomFlip RandomRotation RandomShear RandomTranslation
        RandomZoom Resizing
    """,
    "further.preprocessing": """
        CategoryEncoding Discretization Hashing Normalization
    """,
    "further.unusual": "Lambda PReLU Wrapper",
    "further.vocabularies": "IntegerLookup StringLookup TextVectorization",
}
_FILES = {name: file for file, names in _LATER.items() for name in names.split()}
_SHORT = {"MaxPool": "MaxPooling", "AvgPool": "AveragePooling"}
_SHORT |= {f"Global{short}": f"Global{long}" for short, long in _SHORT.items()}
# Keras' second names of the same layers: MaxPool1D, GlobalAvgPool2D, Convolution1D …
ALIASES = {
    **{f"{short}{rank}D": f"{long}{rank}D" for rank in (1, 2, 3) for short, long in _SHORT.items()},
    **{f"Convolution{rank}D": f"Conv{rank}D" for rank in (1, 2, 3)},
    **{f"Convolution{rank}DTranspose": f"Conv{rank}DTranspose" for rank in (1, 2, 3)},
    **{f"SeparableConvolution{rank}D": f"SeparableConv{rank}D" for rank in (1, 2)},
}


def _loaded(name: str) -> Any:
    if name in ALIASES:
        return _loaded(ALIASES[name]) if ALIASES[name] in _FILES else globals()[ALIASES[name]]
    if name in _FILES:
        layer = globals()[name] = getattr(import_module(f"lstmlesson.layers.{_FILES[name]}"), name)
        return layer
    if name.startswith("__"):
        raise AttributeError(name)
    from difflib import get_close_matches

    from lstmlesson.layers.foundation.older_spellings import OLDER_LAYERS

    if name in OLDER_LAYERS:
        raise AttributeError(f"{name} is Keras 1 and 2; write {OLDER_LAYERS[name]}")

    near = get_close_matches(name, __all__, 1, 0.5)
    raise AttributeError(
        f"module 'lstmlesson.layers' has no attribute {name!r}: this layer is not declared here, so a model with it is "
        f"not counted{f'; the nearest that is: {near[0]}' if near else ''}"
    )


if not TYPE_CHECKING:  # or a type checker would believe every misspelt name
    __getattr__ = _loaded

__all__ = [
    "ELU",
    "GRU",
    "LSTM",
    "RNN",
    "Activation",
    "ActivityRegularization",
    "AdaptiveAveragePooling1D",
    "AdaptiveAveragePooling2D",
    "AdaptiveAveragePooling3D",
    "AdaptiveMaxPooling1D",
    "AdaptiveMaxPooling2D",
    "AdaptiveMaxPooling3D",
    "Add",
    "AdditiveAttention",
    "AlphaDropout",
    "Attention",
    "Average",
    "AveragePooling1D",
    "AveragePooling2D",
    "AveragePooling3D",
    "AvgPool1D",
    "AvgPool2D",
    "AvgPool3D",
    "BatchNormalization",
    "Bidirectional",
    "CategoryEncoding",
    "CenterCrop",
    "Concatenate",
    "Conv1D",
    "Conv1DTranspose",
    "Conv2D",
    "Conv2DTranspose",
    "Conv3D",
    "Conv3DTranspose",
    "ConvLSTM1D",
    "ConvLSTM2D",
    "ConvLSTM3D",
    "Convolution1D",
    "Convolution1DTranspose",
    "Convolution2D",
    "Convolution2DTranspose",
    "Convolution3D",
    "Convolution3DTranspose",
    "Cropping1D",
    "Cropping2D",
    "Cropping3D",
    "Dense",
    "DepthwiseConv1D",
    "DepthwiseConv2D",
    "Discretization",
    "Dot",
    "Dropout",
    "EinsumDense",
    "Embedding",
    "Flatten",
    "GRUCell",
    "GaussianDropout",
    "GaussianNoise",
    "GlobalAveragePooling1D",
    "GlobalAveragePooling2D",
    "GlobalAveragePooling3D",
    "GlobalAvgPool1D",
    "GlobalAvgPool2D",
    "GlobalAvgPool3D",
    "GlobalMaxPool1D",
    "GlobalMaxPool2D",
    "GlobalMaxPool3D",
    "GlobalMaxPooling1D",
    "GlobalMaxPooling2D",
    "GlobalMaxPooling3D",
    "GroupNormalization",
    "GroupQueryAttention",
    "Hashing",
    "Identity",
    "Input",
    "InputLayer",
    "IntegerLookup",
    "LSTMCell",
    "Lambda",
    "Layer",
    "LayerNormalization",
    "LeakyReLU",
    "Masking",
    "MaxPool1D",
    "MaxPool2D",
    "MaxPool3D",
    "MaxPooling1D",
    "MaxPooling2D",
    "MaxPooling3D",
    "Maximum",
    "Minimum",
    "MultiHeadAttention",
    "Multiply",
    "Normalization",
    "PReLU",
    "Permute",
    "RMSNormalization",
    "RandomBrightness",
    "RandomContrast",
    "RandomCrop",
    "RandomFlip",
    "RandomRotation",
    "RandomShear",
    "RandomTranslation",
    "RandomZoom",
    "ReLU",
    "RepeatVector",
    "Rescaling",
    "Reshape",
    "Resizing",
    "SeparableConv1D",
    "SeparableConv2D",
    "SeparableConvolution1D",
    "SeparableConvolution2D",
    "SimpleRNN",
    "SimpleRNNCell",
    "Softmax",
    "SpatialDropout1D",
    "SpatialDropout2D",
    "SpatialDropout3D",
    "SpectralNormalization",
    "StackedRNNCells",
    "StringLookup",
    "Subtract",
    "Tensor",
    "TextVectorization",
    "TimeDistributed",
    "UnitNormalization",
    "UpSampling1D",
    "UpSampling2D",
    "UpSampling3D",
    "Wrapper",
    "ZeroPadding1D",
    "ZeroPadding2D",
    "ZeroPadding3D",
    "add",
    "average",
    "concatenate",
    "dot",
    "maximum",
    "minimum",
    "multiply",
    "subtract",
]

__dir__ = offered(__all__)
