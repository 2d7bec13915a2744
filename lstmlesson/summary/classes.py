"""The class names that a summary may show: to complete those that a narrow column has cut, and to know the empty ones.

Source: the layers of Keras 0.3 to 3.15 and of tf.keras, and the modules of PyTorch 2.13.
"""

import re
from functools import cache

from lstmlesson import layers as _layers
from lstmlesson import pytorch
from lstmlesson.layers import Layer
from lstmlesson.models import Model, Sequential
from lstmlesson.models.layer_names import snake_case

# Layers that hold no numbers, besides those that `layers` declares: old ones, operations, and what is done to images.
EMPTY = """
    ActivityRegularizer Any AugMix AutoContrast ContrastLimitedAdaptiveHistogramEqualization CutMix Equalization GetItem
    HashedCrossing LayerDropout MaxNumBoundingBoxes MelSpectrogram Merge MixUp Not NotEqual Pipeline RandAugment
    RandomColorDegeneration RandomColorJitter RandomElasticTransform RandomErasing RandomGaussianBlur RandomGrayscale
    RandomHue RandomInvert RandomPerspective RandomPosterization RandomSaturation RandomSharpness Solarization
    ThresholdedReLU
""".split()

# Layers with numbers that the project does not declare, so that a cut name can be completed and said to be unknown.
OTHERS = """
    Functional Model Sequential Highway KerasLayer LocallyConnected1D LocallyConnected2D MaxoutDense
    ReversibleEmbedding STFTSpectrogram SlicingOpLambda TFOpLambda TensorFlowOpLayer
""".split()

# Names that a class had earlier, or has on a graphics card, and what it is called now.
RENAMED = {
    "Convolution1D": "Conv1D",
    "CuDNNLSTM": "LSTM",
    "CuDNNGRU": "GRU",
    "LSTMV1": "LSTM",
    "GRUV1": "GRU",
    "TimeDistributedDense": "Dense",
    "BatchNormalizationV1": "BatchNormalization",
    "BatchNormalizationV2": "BatchNormalization",
    "SyncBatchNormalization": "BatchNormalization",
    "TensorFlowBatchNormalization": "BatchNormalization",
}

DECLARED = [name for name in _layers.__all__ if name not in ("Input", "Layer", "Tensor")]
# The commonest first: where a cut name could be several, the first of them is taken.
_COMMON = """
    LSTM GRU SimpleRNN Dense Dropout Embedding InputLayer Bidirectional TimeDistributed Concatenate Activation Flatten
    Functional Masking BatchNormalization LayerNormalization Conv1D MaxPooling1D GlobalMaxPooling1D RepeatVector
    Reshape Add SpatialDropout1D Conv2D
""".split()
KERAS = list(dict.fromkeys([*_COMMON, *DECLARED, *OTHERS, *RENAMED, *EMPTY]))

# The commonest modules of PyTorch that hold no numbers. A learner's own class may have a rarer one's name.
EMPTY_MODULES = """
    Dropout Dropout1d Dropout2d Dropout3d AlphaDropout FeatureAlphaDropout Identity Flatten Unflatten ReLU ReLU6
    LeakyReLU ELU CELU SELU GELU GLU SiLU Mish Sigmoid Tanh Softmax LogSoftmax Softplus Softsign Hardtanh Hardsigmoid
    Hardswish LogSigmoid Tanhshrink Softmin Softmax2d Threshold MaxPool1d MaxPool2d MaxPool3d AvgPool1d AvgPool2d
    AvgPool3d AdaptiveAvgPool1d AdaptiveAvgPool2d AdaptiveMaxPool1d AdaptiveMaxPool2d ZeroPad1d ZeroPad2d
    ConstantPad1d ReflectionPad1d Upsample PixelShuffle CrossEntropyLoss MSELoss NLLLoss BCELoss BCEWithLogitsLoss
    L1Loss
""".split()
MODULES = list(pytorch.__all__)

# Containers: a model inside a model, whose numbers are those of its own layers.
CONTAINERS = ("Functional", *(kind.__name__ for kind in (Model, Sequential)))


def is_empty(name: str) -> bool:
    """Whether a Keras layer of this class never holds numbers."""
    if name in EMPTY:
        return True
    kind = getattr(_layers, name, None) if name in DECLARED else None
    return kind is not None and kind.declare is Layer.declare


@cache
def operations() -> frozenset[str]:
    """What Keras 3 lists for an operation on tensors, such as LogicalOr: it holds nothing, where its count is 0.

    A class of the learner's own may have such a name, and numbers.
    """
    from lstmlesson.layers.operations import NAMES

    return frozenset("".join(part.title() for part in name.split("_")) for name in NAMES) - frozenset(DECLARED)


def complete(start: str, layer_name: str, has_numbers: bool | None) -> str:
    """The class whose name begins so; the layer's own name and its count decide between several.

    >>> complete("TimeDist", "time_distributed_1", True), complete("D", "output", True), complete("", "lstm_3", True)
    ('TimeDistributed', 'Dense', 'LSTM')
    """
    if start in KERAS:
        return start
    fits = [name for name in KERAS if name.startswith(start)]
    base = re.sub(r"[\d_]+$", "", layer_name).lower()
    by_name = [name for name in fits if snake_case(name).startswith(base or "?") or base == name.lower()]
    if by_name:
        return min(by_name, key=lambda name: (abs(len(snake_case(name)) - len(base)), KERAS.index(name)))
    inside = [name for name in fits if snake_case(name) in layer_name.lower()]
    if not start:
        return max(inside, key=len, default="")
    if has_numbers is not None:
        fits = [name for name in fits if is_empty(name) != has_numbers] or fits
    return next((name for name in inside if name in fits), fits[0] if fits else start)


@cache
def declared_modules() -> frozenset[str]:
    """The modules of PyTorch that are declared: no containers, which any program may have a line with."""
    from lstmlesson.pytorch.foundation.base import Declared

    return frozenset(name for name in MODULES if issubclass(getattr(pytorch, name), Declared))


def is_module(name: str) -> bool:
    """Whether PyTorch has a module of this name that is known here."""
    return name in MODULES or name in EMPTY_MODULES


def is_sure(start: str, completed: str, layer_name: str) -> bool:
    """Whether a class whose beginning alone is in the text can be no other one: its layer is called after it, or long
    enough a piece of it is there.

    >>> is_sure("TimeDist", "TimeDistributed", "time_distributed_1"), is_sure("", "Embedding", "positional_embedding")
    (True, False)
    """
    base = re.sub(r"[\d_]+$", "", layer_name)
    if start and base in (snake_case(completed), completed.lower()):
        return True
    return len(start) > 7 and [name for name in KERAS if name.startswith(start)] == [completed]
