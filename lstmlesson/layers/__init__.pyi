# Written by .ci/write_stubs.py from the arguments of each layer. Change those, and run it again.
from typing import Any

from lstmlesson.law.sizes import Size
from lstmlesson.layers.basic import Dense as _Dense
from lstmlesson.layers.basic import Embedding as _Embedding
from lstmlesson.layers.basic import Input as Input
from lstmlesson.layers.basic import InputLayer as _InputLayer
from lstmlesson.layers.cells import GRUCell as _GRUCell
from lstmlesson.layers.cells import LSTMCell as _LSTMCell
from lstmlesson.layers.cells import SimpleRNNCell as _SimpleRNNCell
from lstmlesson.layers.cells import StackedRNNCells as _StackedRNNCells
from lstmlesson.layers.convolution import Conv1D as _Conv1D
from lstmlesson.layers.convolution import Conv2D as _Conv2D
from lstmlesson.layers.convolution import Conv3D as _Conv3D
from lstmlesson.layers.convolutional_lstm import ConvLSTM1D as _ConvLSTM1D
from lstmlesson.layers.convolutional_lstm import ConvLSTM2D as _ConvLSTM2D
from lstmlesson.layers.convolutional_lstm import ConvLSTM3D as _ConvLSTM3D
from lstmlesson.layers.foundation.layer import Layer as Layer
from lstmlesson.layers.foundation.tensor import Tensor as Tensor
from lstmlesson.layers.further.attention import AdditiveAttention as _AdditiveAttention
from lstmlesson.layers.further.attention import Attention as _Attention
from lstmlesson.layers.further.attention_heads import GroupQueryAttention as _GroupQueryAttention
from lstmlesson.layers.further.attention_heads import MultiHeadAttention as _MultiHeadAttention
from lstmlesson.layers.further.borders import Cropping1D as _Cropping1D
from lstmlesson.layers.further.borders import Cropping2D as _Cropping2D
from lstmlesson.layers.further.borders import Cropping3D as _Cropping3D
from lstmlesson.layers.further.borders import UpSampling1D as _UpSampling1D
from lstmlesson.layers.further.borders import UpSampling2D as _UpSampling2D
from lstmlesson.layers.further.borders import UpSampling3D as _UpSampling3D
from lstmlesson.layers.further.borders import ZeroPadding1D as _ZeroPadding1D
from lstmlesson.layers.further.borders import ZeroPadding2D as _ZeroPadding2D
from lstmlesson.layers.further.borders import ZeroPadding3D as _ZeroPadding3D
from lstmlesson.layers.further.convolution_variants import Conv1DTranspose as _Conv1DTranspose
from lstmlesson.layers.further.convolution_variants import Conv2DTranspose as _Conv2DTranspose
from lstmlesson.layers.further.convolution_variants import Conv3DTranspose as _Conv3DTranspose
from lstmlesson.layers.further.convolution_variants import DepthwiseConv1D as _DepthwiseConv1D
from lstmlesson.layers.further.convolution_variants import DepthwiseConv2D as _DepthwiseConv2D
from lstmlesson.layers.further.convolution_variants import SeparableConv1D as _SeparableConv1D
from lstmlesson.layers.further.convolution_variants import SeparableConv2D as _SeparableConv2D
from lstmlesson.layers.further.einsum_dense import EinsumDense as _EinsumDense
from lstmlesson.layers.further.images import CenterCrop as _CenterCrop
from lstmlesson.layers.further.images import RandomBrightness as _RandomBrightness
from lstmlesson.layers.further.images import RandomContrast as _RandomContrast
from lstmlesson.layers.further.images import RandomCrop as _RandomCrop
from lstmlesson.layers.further.images import RandomFlip as _RandomFlip
from lstmlesson.layers.further.images import RandomRotation as _RandomRotation
from lstmlesson.layers.further.images import RandomShear as _RandomShear
from lstmlesson.layers.further.images import RandomTranslation as _RandomTranslation
from lstmlesson.layers.further.images import RandomZoom as _RandomZoom
from lstmlesson.layers.further.images import Resizing as _Resizing
from lstmlesson.layers.further.preprocessing import CategoryEncoding as _CategoryEncoding
from lstmlesson.layers.further.preprocessing import Discretization as _Discretization
from lstmlesson.layers.further.preprocessing import Hashing as _Hashing
from lstmlesson.layers.further.preprocessing import Normalization as _Normalization
from lstmlesson.layers.further.unusual import Lambda as _Lambda
from lstmlesson.layers.further.unusual import PReLU as _PReLU
from lstmlesson.layers.further.unusual import Wrapper as _Wrapper
from lstmlesson.layers.further.vocabularies import IntegerLookup as _IntegerLookup
from lstmlesson.layers.further.vocabularies import StringLookup as _StringLookup
from lstmlesson.layers.further.vocabularies import TextVectorization as _TextVectorization
from lstmlesson.layers.merging import Add as _Add
from lstmlesson.layers.merging import Average as _Average
from lstmlesson.layers.merging import Concatenate as _Concatenate
from lstmlesson.layers.merging import Dot as _Dot
from lstmlesson.layers.merging import Maximum as _Maximum
from lstmlesson.layers.merging import Minimum as _Minimum
from lstmlesson.layers.merging import Multiply as _Multiply
from lstmlesson.layers.merging import Subtract as _Subtract
from lstmlesson.layers.merging import add as add
from lstmlesson.layers.merging import average as average
from lstmlesson.layers.merging import concatenate as concatenate
from lstmlesson.layers.merging import dot as dot
from lstmlesson.layers.merging import maximum as maximum
from lstmlesson.layers.merging import minimum as minimum
from lstmlesson.layers.merging import multiply as multiply
from lstmlesson.layers.merging import subtract as subtract
from lstmlesson.layers.normalisation import BatchNormalization as _BatchNormalization
from lstmlesson.layers.normalisation import GroupNormalization as _GroupNormalization
from lstmlesson.layers.normalisation import LayerNormalization as _LayerNormalization
from lstmlesson.layers.normalisation import RMSNormalization as _RMSNormalization
from lstmlesson.layers.normalisation import SpectralNormalization as _SpectralNormalization
from lstmlesson.layers.normalisation import UnitNormalization as _UnitNormalization
from lstmlesson.layers.pooling import AdaptiveAveragePooling1D as _AdaptiveAveragePooling1D
from lstmlesson.layers.pooling import AdaptiveAveragePooling2D as _AdaptiveAveragePooling2D
from lstmlesson.layers.pooling import AdaptiveAveragePooling3D as _AdaptiveAveragePooling3D
from lstmlesson.layers.pooling import AdaptiveMaxPooling1D as _AdaptiveMaxPooling1D
from lstmlesson.layers.pooling import AdaptiveMaxPooling2D as _AdaptiveMaxPooling2D
from lstmlesson.layers.pooling import AdaptiveMaxPooling3D as _AdaptiveMaxPooling3D
from lstmlesson.layers.pooling import AveragePooling1D as _AveragePooling1D
from lstmlesson.layers.pooling import AveragePooling2D as _AveragePooling2D
from lstmlesson.layers.pooling import AveragePooling3D as _AveragePooling3D
from lstmlesson.layers.pooling import GlobalAveragePooling1D as _GlobalAveragePooling1D
from lstmlesson.layers.pooling import GlobalAveragePooling2D as _GlobalAveragePooling2D
from lstmlesson.layers.pooling import GlobalAveragePooling3D as _GlobalAveragePooling3D
from lstmlesson.layers.pooling import GlobalMaxPooling1D as _GlobalMaxPooling1D
from lstmlesson.layers.pooling import GlobalMaxPooling2D as _GlobalMaxPooling2D
from lstmlesson.layers.pooling import GlobalMaxPooling3D as _GlobalMaxPooling3D
from lstmlesson.layers.pooling import MaxPooling1D as _MaxPooling1D
from lstmlesson.layers.pooling import MaxPooling2D as _MaxPooling2D
from lstmlesson.layers.pooling import MaxPooling3D as _MaxPooling3D
from lstmlesson.layers.recurrent import GRU as _GRU
from lstmlesson.layers.recurrent import LSTM as _LSTM
from lstmlesson.layers.recurrent import RNN as _RNN
from lstmlesson.layers.recurrent import SimpleRNN as _SimpleRNN
from lstmlesson.layers.reshaping import Flatten as _Flatten
from lstmlesson.layers.reshaping import Permute as _Permute
from lstmlesson.layers.reshaping import RepeatVector as _RepeatVector
from lstmlesson.layers.reshaping import Reshape as _Reshape
from lstmlesson.layers.weightless import Activation as _Activation
from lstmlesson.layers.weightless import ActivityRegularization as _ActivityRegularization
from lstmlesson.layers.weightless import AlphaDropout as _AlphaDropout
from lstmlesson.layers.weightless import Dropout as _Dropout
from lstmlesson.layers.weightless import ELU as _ELU
from lstmlesson.layers.weightless import GaussianDropout as _GaussianDropout
from lstmlesson.layers.weightless import GaussianNoise as _GaussianNoise
from lstmlesson.layers.weightless import Identity as _Identity
from lstmlesson.layers.weightless import LeakyReLU as _LeakyReLU
from lstmlesson.layers.weightless import Masking as _Masking
from lstmlesson.layers.weightless import ReLU as _ReLU
from lstmlesson.layers.weightless import Rescaling as _Rescaling
from lstmlesson.layers.weightless import Softmax as _Softmax
from lstmlesson.layers.weightless import SpatialDropout1D as _SpatialDropout1D
from lstmlesson.layers.weightless import SpatialDropout2D as _SpatialDropout2D
from lstmlesson.layers.weightless import SpatialDropout3D as _SpatialDropout3D
from lstmlesson.layers.wrappers import Bidirectional as _Bidirectional
from lstmlesson.layers.wrappers import TimeDistributed as _TimeDistributed

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

class ELU(_ELU):
    def __init__(
        self,
        alpha: Any = 1.0,
        *,
        name: str | None = None,
        trainable: bool = True,
        dtype: Any = None,
        activity_regularizer: Any = None,
        autocast: bool = True,
        input_shape: Any = None,
    ) -> None: ...

class RNN(_RNN):
    def __init__(
        self,
        cell: Any,
        return_sequences: bool = False,
        return_state: bool = False,
        go_backwards: bool = False,
        stateful: bool = False,
        unroll: bool = False,
        zero_output_for_mask: Any = False,
        *,
        name: str | None = None,
        trainable: bool = True,
        dtype: Any = None,
        activity_regularizer: Any = None,
        autocast: bool = True,
        input_shape: Any = None,
    ) -> None: ...

class Activation(_Activation):
    def __init__(
        self,
        activation: Any,
        *,
        name: str | None = None,
        trainable: bool = True,
        dtype: Any = None,
        activity_regularizer: Any = None,
        autocast: bool = True,
        input_shape: Any = None,
    ) -> None: ...

class ActivityRegularization(_ActivityRegularization):
    def __init__(
        self,
        l1: float = 0.0,
        l2: float = 0.0,
        *,
        name: str | None = None,
        trainable: bool = True,
        dtype: Any = None,
        activity_regularizer: Any = None,
        autocast: bool = True,
        input_shape: Any = None,
    ) -> None: ...

class AlphaDropout(_AlphaDropout):
    def __init__(
        self,
        rate: float,
        noise_shape: Any = None,
        seed: int | None = None,
        *,
        name: str | None = None,
        trainable: bool = True,
        dtype: Any = None,
        activity_regularizer: Any = None,
        autocast: bool = True,
        input_shape: Any = None,
    ) -> None: ...

class Bidirectional(_Bidirectional):
    def __init__(
        self,
        layer: Any,
        merge_mode: Any = 'concat',
        weights: Any = None,
        backward_layer: Any = None,
        *,
        name: str | None = None,
        trainable: bool = True,
        dtype: Any = None,
        activity_regularizer: Any = None,
        autocast: bool = True,
        input_shape: Any = None,
    ) -> None: ...

class Dense(_Dense):
    def __init__(
        self,
        units: Size,
        activation: Any = None,
        use_bias: bool = True,
        kernel_initializer: Any = 'glorot_uniform',
        bias_initializer: Any = 'zeros',
        kernel_regularizer: Any = None,
        bias_regularizer: Any = None,
        activity_regularizer: Any = None,
        kernel_constraint: Any = None,
        bias_constraint: Any = None,
        lora_rank: None = None,
        lora_alpha: Any = None,
        quantization_config: None = None,
        *,
        name: str | None = None,
        trainable: bool = True,
        dtype: Any = None,
        autocast: bool = True,
        input_shape: Any = None,
    ) -> None: ...

class Dropout(_Dropout):
    def __init__(
        self,
        rate: float,
        noise_shape: Any = None,
        seed: int | None = None,
        *,
        name: str | None = None,
        trainable: bool = True,
        dtype: Any = None,
        activity_regularizer: Any = None,
        autocast: bool = True,
        input_shape: Any = None,
    ) -> None: ...

class EinsumDense(_EinsumDense):
    def __init__(
        self,
        equation: Any,
        output_shape: Any,
        activation: Any = None,
        bias_axes: Any = None,
        kernel_initializer: Any = 'glorot_uniform',
        bias_initializer: Any = 'zeros',
        kernel_regularizer: Any = None,
        bias_regularizer: Any = None,
        kernel_constraint: Any = None,
        bias_constraint: Any = None,
        lora_rank: None = None,
        lora_alpha: Any = None,
        gptq_unpacked_column_size: Any = None,
        quantization_config: None = None,
        *,
        name: str | None = None,
        trainable: bool = True,
        dtype: Any = None,
        activity_regularizer: Any = None,
        autocast: bool = True,
        input_shape: Any = None,
    ) -> None: ...

class Embedding(_Embedding):
    def __init__(
        self,
        input_dim: Size,
        output_dim: Size,
        embeddings_initializer: Any = 'uniform',
        embeddings_regularizer: Any = None,
        embeddings_constraint: Any = None,
        mask_zero: bool = False,
        weights: Any = None,
        lora_rank: None = None,
        lora_alpha: Any = None,
        quantization_config: None = None,
        *,
        name: str | None = None,
        trainable: bool = True,
        dtype: Any = None,
        activity_regularizer: Any = None,
        autocast: bool = True,
        input_shape: Any = None,
    ) -> None: ...

class Flatten(_Flatten):
    def __init__(
        self,
        data_format: Any = None,
        *,
        name: str | None = None,
        trainable: bool = True,
        dtype: Any = None,
        activity_regularizer: Any = None,
        autocast: bool = True,
        input_shape: Any = None,
    ) -> None: ...

class GaussianDropout(_GaussianDropout):
    def __init__(
        self,
        rate: float,
        seed: int | None = None,
        *,
        name: str | None = None,
        trainable: bool = True,
        dtype: Any = None,
        activity_regularizer: Any = None,
        autocast: bool = True,
        input_shape: Any = None,
    ) -> None: ...

class GaussianNoise(_GaussianNoise):
    def __init__(
        self,
        stddev: float,
        seed: int | None = None,
        *,
        name: str | None = None,
        trainable: bool = True,
        dtype: Any = None,
        activity_regularizer: Any = None,
        autocast: bool = True,
        input_shape: Any = None,
    ) -> None: ...

class Identity(_Identity):
    def __init__(
        self,
        *,
        name: str | None = None,
        trainable: bool = True,
        dtype: Any = None,
        activity_regularizer: Any = None,
        autocast: bool = True,
        input_shape: Any = None,
    ) -> None: ...

class InputLayer(_InputLayer):
    def __init__(
        self,
        shape: Any = None,
        batch_size: Any = None,
        dtype: Any = None,
        sparse: Any = None,
        ragged: Any = None,
        batch_shape: Any = None,
        input_tensor: Any = None,
        optional: Any = False,
        name: str | None = None,
        *,
        trainable: bool = True,
        activity_regularizer: Any = None,
        autocast: bool = True,
        input_shape: Any = None,
    ) -> None: ...

class Lambda(_Lambda):
    def __init__(
        self,
        function: Any,
        output_shape: Any = None,
        mask: Any = None,
        arguments: Any = None,
        *,
        name: str | None = None,
        trainable: bool = True,
        dtype: Any = None,
        activity_regularizer: Any = None,
        autocast: bool = True,
        input_shape: Any = None,
    ) -> None: ...

class LeakyReLU(_LeakyReLU):
    def __init__(
        self,
        negative_slope: float = 0.3,
        *,
        name: str | None = None,
        trainable: bool = True,
        dtype: Any = None,
        activity_regularizer: Any = None,
        autocast: bool = True,
        input_shape: Any = None,
    ) -> None: ...

class Masking(_Masking):
    def __init__(
        self,
        mask_value: Any = 0.0,
        *,
        name: str | None = None,
        trainable: bool = True,
        dtype: Any = None,
        activity_regularizer: Any = None,
        autocast: bool = True,
        input_shape: Any = None,
    ) -> None: ...

class Normalization(_Normalization):
    def __init__(
        self,
        axis: Any = -1,
        mean: Any = None,
        variance: Any = None,
        invert: Any = False,
        *,
        name: str | None = None,
        trainable: bool = True,
        dtype: Any = None,
        activity_regularizer: Any = None,
        autocast: bool = True,
        input_shape: Any = None,
    ) -> None: ...

class PReLU(_PReLU):
    def __init__(
        self,
        alpha_initializer: Any = 'Zeros',
        alpha_regularizer: Any = None,
        alpha_constraint: Any = None,
        shared_axes: Any = None,
        *,
        name: str | None = None,
        trainable: bool = True,
        dtype: Any = None,
        activity_regularizer: Any = None,
        autocast: bool = True,
        input_shape: Any = None,
    ) -> None: ...

class Permute(_Permute):
    def __init__(
        self,
        dims: Any,
        *,
        name: str | None = None,
        trainable: bool = True,
        dtype: Any = None,
        activity_regularizer: Any = None,
        autocast: bool = True,
        input_shape: Any = None,
    ) -> None: ...

class ReLU(_ReLU):
    def __init__(
        self,
        max_value: float | None = None,
        negative_slope: float = 0.0,
        threshold: float = 0.0,
        *,
        name: str | None = None,
        trainable: bool = True,
        dtype: Any = None,
        activity_regularizer: Any = None,
        autocast: bool = True,
        input_shape: Any = None,
    ) -> None: ...

class RepeatVector(_RepeatVector):
    def __init__(
        self,
        n: Size,
        *,
        name: str | None = None,
        trainable: bool = True,
        dtype: Any = None,
        activity_regularizer: Any = None,
        autocast: bool = True,
        input_shape: Any = None,
    ) -> None: ...

class Rescaling(_Rescaling):
    def __init__(
        self,
        scale: Any,
        offset: Any = 0.0,
        *,
        name: str | None = None,
        trainable: bool = True,
        dtype: Any = None,
        activity_regularizer: Any = None,
        autocast: bool = True,
        input_shape: Any = None,
    ) -> None: ...

class Reshape(_Reshape):
    def __init__(
        self,
        target_shape: Any,
        *,
        name: str | None = None,
        trainable: bool = True,
        dtype: Any = None,
        activity_regularizer: Any = None,
        autocast: bool = True,
        input_shape: Any = None,
    ) -> None: ...

class Softmax(_Softmax):
    def __init__(
        self,
        axis: Any = -1,
        *,
        name: str | None = None,
        trainable: bool = True,
        dtype: Any = None,
        activity_regularizer: Any = None,
        autocast: bool = True,
        input_shape: Any = None,
    ) -> None: ...

class SpatialDropout1D(_SpatialDropout1D):
    def __init__(
        self,
        rate: float,
        seed: int | None = None,
        name: str | None = None,
        dtype: Any = None,
        *,
        trainable: bool = True,
        activity_regularizer: Any = None,
        autocast: bool = True,
        input_shape: Any = None,
    ) -> None: ...

class SpectralNormalization(_SpectralNormalization):
    def __init__(
        self,
        layer: Any,
        power_iterations: Any = 1,
        *,
        name: str | None = None,
        trainable: bool = True,
        dtype: Any = None,
        activity_regularizer: Any = None,
        autocast: bool = True,
        input_shape: Any = None,
    ) -> None: ...

class StackedRNNCells(_StackedRNNCells):
    def __init__(
        self,
        cells: Any,
        *,
        name: str | None = None,
        trainable: bool = True,
        dtype: Any = None,
        activity_regularizer: Any = None,
        autocast: bool = True,
        input_shape: Any = None,
    ) -> None: ...

class TimeDistributed(_TimeDistributed):
    def __init__(
        self,
        layer: Any,
        *,
        name: str | None = None,
        trainable: bool = True,
        dtype: Any = None,
        activity_regularizer: Any = None,
        autocast: bool = True,
        input_shape: Any = None,
    ) -> None: ...

class Wrapper(_Wrapper):
    def __init__(
        self,
        layer: Any,
        *,
        name: str | None = None,
        trainable: bool = True,
        dtype: Any = None,
        activity_regularizer: Any = None,
        autocast: bool = True,
        input_shape: Any = None,
    ) -> None: ...

class BatchNormalization(_BatchNormalization):
    def __init__(
        self,
        axis: Any = -1,
        momentum: Any = 0.99,
        epsilon: Any = 0.001,
        center: bool = True,
        scale: bool = True,
        beta_initializer: Any = 'zeros',
        gamma_initializer: Any = 'ones',
        moving_mean_initializer: Any = 'zeros',
        moving_variance_initializer: Any = 'ones',
        beta_regularizer: Any = None,
        gamma_regularizer: Any = None,
        beta_constraint: Any = None,
        gamma_constraint: Any = None,
        renorm: bool = False,
        renorm_clipping: Any = None,
        renorm_momentum: Any = 0.99,
        synchronized: Any = False,
        *,
        name: str | None = None,
        trainable: bool = True,
        dtype: Any = None,
        activity_regularizer: Any = None,
        autocast: bool = True,
        input_shape: Any = None,
    ) -> None: ...

class CategoryEncoding(_CategoryEncoding):
    def __init__(
        self,
        num_tokens: Any = None,
        output_mode: Any = 'multi_hot',
        sparse: Any = False,
        *,
        name: str | None = None,
        trainable: bool = True,
        dtype: Any = None,
        activity_regularizer: Any = None,
        autocast: bool = True,
        input_shape: Any = None,
    ) -> None: ...

class Concatenate(_Concatenate):
    def __init__(
        self,
        axis: Any = -1,
        *,
        name: str | None = None,
        trainable: bool = True,
        dtype: Any = None,
        activity_regularizer: Any = None,
        autocast: bool = True,
        input_shape: Any = None,
    ) -> None: ...

class Discretization(_Discretization):
    def __init__(
        self,
        bin_boundaries: Any = None,
        num_bins: Size | None = None,
        epsilon: Any = 0.01,
        output_mode: Any = 'int',
        sparse: Any = False,
        dtype: Any = None,
        name: str | None = None,
        *,
        trainable: bool = True,
        activity_regularizer: Any = None,
        autocast: bool = True,
        input_shape: Any = None,
    ) -> None: ...

class Dot(_Dot):
    def __init__(
        self,
        axes: Any,
        normalize: Any = False,
        *,
        name: str | None = None,
        trainable: bool = True,
        dtype: Any = None,
        activity_regularizer: Any = None,
        autocast: bool = True,
        input_shape: Any = None,
    ) -> None: ...

class GRUCell(_GRUCell):
    def __init__(
        self,
        units: Size,
        activation: Any = 'tanh',
        recurrent_activation: Any = 'sigmoid',
        use_bias: bool = True,
        kernel_initializer: Any = 'glorot_uniform',
        recurrent_initializer: Any = 'orthogonal',
        bias_initializer: Any = 'zeros',
        kernel_regularizer: Any = None,
        recurrent_regularizer: Any = None,
        bias_regularizer: Any = None,
        kernel_constraint: Any = None,
        recurrent_constraint: Any = None,
        bias_constraint: Any = None,
        dropout: float = 0.0,
        recurrent_dropout: float = 0.0,
        reset_after: bool = True,
        seed: int | None = None,
        *,
        name: str | None = None,
        trainable: bool = True,
        dtype: Any = None,
        activity_regularizer: Any = None,
        autocast: bool = True,
        input_shape: Any = None,
    ) -> None: ...

class GroupNormalization(_GroupNormalization):
    def __init__(
        self,
        groups: Size = 32,
        axis: Any = -1,
        epsilon: Any = 0.001,
        center: bool = True,
        scale: bool = True,
        beta_initializer: Any = 'zeros',
        gamma_initializer: Any = 'ones',
        beta_regularizer: Any = None,
        gamma_regularizer: Any = None,
        beta_constraint: Any = None,
        gamma_constraint: Any = None,
        *,
        name: str | None = None,
        trainable: bool = True,
        dtype: Any = None,
        activity_regularizer: Any = None,
        autocast: bool = True,
        input_shape: Any = None,
    ) -> None: ...

class GroupQueryAttention(_GroupQueryAttention):
    def __init__(
        self,
        head_dim: Size,
        num_query_heads: Any,
        num_key_value_heads: Any,
        dropout: float = 0.0,
        use_bias: bool = True,
        sliding_window: Any = None,
        flash_attention: Any = None,
        kernel_initializer: Any = 'glorot_uniform',
        bias_initializer: Any = 'zeros',
        kernel_regularizer: Any = None,
        bias_regularizer: Any = None,
        activity_regularizer: Any = None,
        kernel_constraint: Any = None,
        bias_constraint: Any = None,
        use_gate: bool = False,
        seed: int | None = None,
        *,
        name: str | None = None,
        trainable: bool = True,
        dtype: Any = None,
        autocast: bool = True,
        input_shape: Any = None,
    ) -> None: ...

class Hashing(_Hashing):
    def __init__(
        self,
        num_bins: Size | None,
        mask_value: Any = None,
        salt: Any = None,
        output_mode: Any = 'int',
        sparse: Any = False,
        *,
        name: str | None = None,
        trainable: bool = True,
        dtype: Any = None,
        activity_regularizer: Any = None,
        autocast: bool = True,
        input_shape: Any = None,
    ) -> None: ...

class LSTMCell(_LSTMCell):
    def __init__(
        self,
        units: Size,
        activation: Any = 'tanh',
        recurrent_activation: Any = 'sigmoid',
        use_bias: bool = True,
        kernel_initializer: Any = 'glorot_uniform',
        recurrent_initializer: Any = 'orthogonal',
        bias_initializer: Any = 'zeros',
        unit_forget_bias: bool = True,
        kernel_regularizer: Any = None,
        recurrent_regularizer: Any = None,
        bias_regularizer: Any = None,
        kernel_constraint: Any = None,
        recurrent_constraint: Any = None,
        bias_constraint: Any = None,
        dropout: float = 0.0,
        recurrent_dropout: float = 0.0,
        seed: int | None = None,
        *,
        name: str | None = None,
        trainable: bool = True,
        dtype: Any = None,
        activity_regularizer: Any = None,
        autocast: bool = True,
        input_shape: Any = None,
    ) -> None: ...

class LayerNormalization(_LayerNormalization):
    def __init__(
        self,
        axis: Any = -1,
        epsilon: Any = 0.001,
        center: bool = True,
        scale: bool = True,
        beta_initializer: Any = 'zeros',
        gamma_initializer: Any = 'ones',
        beta_regularizer: Any = None,
        gamma_regularizer: Any = None,
        beta_constraint: Any = None,
        gamma_constraint: Any = None,
        *,
        name: str | None = None,
        trainable: bool = True,
        dtype: Any = None,
        activity_regularizer: Any = None,
        autocast: bool = True,
        input_shape: Any = None,
        rms_scaling: bool = False,
    ) -> None: ...

class MultiHeadAttention(_MultiHeadAttention):
    def __init__(
        self,
        num_heads: Size,
        key_dim: Size,
        value_dim: Size | None = None,
        dropout: float = 0.0,
        use_bias: bool = True,
        output_shape: Any = None,
        attention_axes: Any = None,
        sliding_window: Any = None,
        flash_attention: Any = None,
        kernel_initializer: Any = 'glorot_uniform',
        bias_initializer: Any = 'zeros',
        kernel_regularizer: Any = None,
        bias_regularizer: Any = None,
        activity_regularizer: Any = None,
        kernel_constraint: Any = None,
        bias_constraint: Any = None,
        use_gate: bool = False,
        seed: int | None = None,
        *,
        name: str | None = None,
        trainable: bool = True,
        dtype: Any = None,
        autocast: bool = True,
        input_shape: Any = None,
    ) -> None: ...

class RMSNormalization(_RMSNormalization):
    def __init__(
        self,
        axis: Any = -1,
        epsilon: Any = 1e-06,
        *,
        name: str | None = None,
        trainable: bool = True,
        dtype: Any = None,
        activity_regularizer: Any = None,
        autocast: bool = True,
        input_shape: Any = None,
    ) -> None: ...

class RandomFlip(_RandomFlip):
    def __init__(
        self,
        mode: Any = 'horizontal_and_vertical',
        seed: int | None = None,
        data_format: Any = None,
        *,
        name: str | None = None,
        trainable: bool = True,
        dtype: Any = None,
        activity_regularizer: Any = None,
        autocast: bool = True,
        input_shape: Any = None,
    ) -> None: ...

class RandomRotation(_RandomRotation):
    def __init__(
        self,
        factor: Any,
        fill_mode: Any = 'reflect',
        interpolation: Any = 'bilinear',
        seed: int | None = None,
        fill_value: Any = 0.0,
        data_format: Any = None,
        *,
        name: str | None = None,
        trainable: bool = True,
        dtype: Any = None,
        activity_regularizer: Any = None,
        autocast: bool = True,
        input_shape: Any = None,
    ) -> None: ...

class RandomShear(_RandomShear):
    def __init__(
        self,
        x_factor: Any = 0.0,
        y_factor: Any = 0.0,
        interpolation: Any = 'bilinear',
        fill_mode: Any = 'reflect',
        fill_value: Any = 0.0,
        data_format: Any = None,
        seed: int | None = None,
        *,
        name: str | None = None,
        trainable: bool = True,
        dtype: Any = None,
        activity_regularizer: Any = None,
        autocast: bool = True,
        input_shape: Any = None,
    ) -> None: ...

class RandomTranslation(_RandomTranslation):
    def __init__(
        self,
        height_factor: Any,
        width_factor: Any,
        fill_mode: Any = 'reflect',
        interpolation: Any = 'bilinear',
        seed: int | None = None,
        fill_value: Any = 0.0,
        data_format: Any = None,
        *,
        name: str | None = None,
        trainable: bool = True,
        dtype: Any = None,
        activity_regularizer: Any = None,
        autocast: bool = True,
        input_shape: Any = None,
    ) -> None: ...

class RandomZoom(_RandomZoom):
    def __init__(
        self,
        height_factor: Any,
        width_factor: Any = None,
        fill_mode: Any = 'reflect',
        interpolation: Any = 'bilinear',
        seed: int | None = None,
        fill_value: Any = 0.0,
        data_format: Any = None,
        *,
        name: str | None = None,
        trainable: bool = True,
        dtype: Any = None,
        activity_regularizer: Any = None,
        autocast: bool = True,
        input_shape: Any = None,
    ) -> None: ...

class SimpleRNNCell(_SimpleRNNCell):
    def __init__(
        self,
        units: Size,
        activation: Any = 'tanh',
        use_bias: bool = True,
        kernel_initializer: Any = 'glorot_uniform',
        recurrent_initializer: Any = 'orthogonal',
        bias_initializer: Any = 'zeros',
        kernel_regularizer: Any = None,
        recurrent_regularizer: Any = None,
        bias_regularizer: Any = None,
        kernel_constraint: Any = None,
        recurrent_constraint: Any = None,
        bias_constraint: Any = None,
        dropout: float = 0.0,
        recurrent_dropout: float = 0.0,
        seed: int | None = None,
        *,
        name: str | None = None,
        trainable: bool = True,
        dtype: Any = None,
        activity_regularizer: Any = None,
        autocast: bool = True,
        input_shape: Any = None,
    ) -> None: ...

class SpatialDropout2D(_SpatialDropout2D, SpatialDropout1D):
    def __init__(
        self,
        rate: float,
        data_format: Any = None,
        seed: int | None = None,
        name: str | None = None,
        dtype: Any = None,
        *,
        trainable: bool = True,
        activity_regularizer: Any = None,
        autocast: bool = True,
        input_shape: Any = None,
    ) -> None: ...

class SpatialDropout3D(_SpatialDropout3D, SpatialDropout1D):
    def __init__(
        self,
        rate: float,
        data_format: Any = None,
        seed: int | None = None,
        name: str | None = None,
        dtype: Any = None,
        *,
        trainable: bool = True,
        activity_regularizer: Any = None,
        autocast: bool = True,
        input_shape: Any = None,
    ) -> None: ...

class UnitNormalization(_UnitNormalization):
    def __init__(
        self,
        axis: Any = -1,
        *,
        name: str | None = None,
        trainable: bool = True,
        dtype: Any = None,
        activity_regularizer: Any = None,
        autocast: bool = True,
        input_shape: Any = None,
    ) -> None: ...

class GRU(_GRU, RNN):
    def __init__(
        self,
        units: Size,
        activation: Any = 'tanh',
        recurrent_activation: Any = 'sigmoid',
        use_bias: bool = True,
        kernel_initializer: Any = 'glorot_uniform',
        recurrent_initializer: Any = 'orthogonal',
        bias_initializer: Any = 'zeros',
        kernel_regularizer: Any = None,
        recurrent_regularizer: Any = None,
        bias_regularizer: Any = None,
        activity_regularizer: Any = None,
        kernel_constraint: Any = None,
        recurrent_constraint: Any = None,
        bias_constraint: Any = None,
        dropout: float = 0.0,
        recurrent_dropout: float = 0.0,
        seed: int | None = None,
        return_sequences: bool = False,
        return_state: bool = False,
        go_backwards: bool = False,
        stateful: bool = False,
        unroll: bool = False,
        reset_after: bool = True,
        use_cudnn: Any = 'auto',
        *,
        name: str | None = None,
        trainable: bool = True,
        dtype: Any = None,
        autocast: bool = True,
        input_shape: Any = None,
    ) -> None: ...

class LSTM(_LSTM, RNN):
    def __init__(
        self,
        units: Size,
        activation: Any = 'tanh',
        recurrent_activation: Any = 'sigmoid',
        use_bias: bool = True,
        kernel_initializer: Any = 'glorot_uniform',
        recurrent_initializer: Any = 'orthogonal',
        bias_initializer: Any = 'zeros',
        unit_forget_bias: bool = True,
        kernel_regularizer: Any = None,
        recurrent_regularizer: Any = None,
        bias_regularizer: Any = None,
        activity_regularizer: Any = None,
        kernel_constraint: Any = None,
        recurrent_constraint: Any = None,
        bias_constraint: Any = None,
        dropout: float = 0.0,
        recurrent_dropout: float = 0.0,
        seed: int | None = None,
        return_sequences: bool = False,
        return_state: bool = False,
        go_backwards: bool = False,
        stateful: bool = False,
        unroll: bool = False,
        use_cudnn: Any = 'auto',
        *,
        name: str | None = None,
        trainable: bool = True,
        dtype: Any = None,
        autocast: bool = True,
        input_shape: Any = None,
    ) -> None: ...

class AdaptiveAveragePooling1D(_AdaptiveAveragePooling1D):
    def __init__(
        self,
        output_size: Size | tuple[Size, ...],
        data_format: Any = None,
        *,
        name: str | None = None,
        trainable: bool = True,
        dtype: Any = None,
        activity_regularizer: Any = None,
        autocast: bool = True,
        input_shape: Any = None,
    ) -> None: ...

class AdaptiveAveragePooling2D(_AdaptiveAveragePooling2D):
    def __init__(
        self,
        output_size: Size | tuple[Size, ...],
        data_format: Any = None,
        *,
        name: str | None = None,
        trainable: bool = True,
        dtype: Any = None,
        activity_regularizer: Any = None,
        autocast: bool = True,
        input_shape: Any = None,
    ) -> None: ...

class AdaptiveAveragePooling3D(_AdaptiveAveragePooling3D):
    def __init__(
        self,
        output_size: Size | tuple[Size, ...],
        data_format: Any = None,
        *,
        name: str | None = None,
        trainable: bool = True,
        dtype: Any = None,
        activity_regularizer: Any = None,
        autocast: bool = True,
        input_shape: Any = None,
    ) -> None: ...

class AdaptiveMaxPooling1D(_AdaptiveMaxPooling1D):
    def __init__(
        self,
        output_size: Size | tuple[Size, ...],
        data_format: Any = None,
        *,
        name: str | None = None,
        trainable: bool = True,
        dtype: Any = None,
        activity_regularizer: Any = None,
        autocast: bool = True,
        input_shape: Any = None,
    ) -> None: ...

class AdaptiveMaxPooling2D(_AdaptiveMaxPooling2D):
    def __init__(
        self,
        output_size: Size | tuple[Size, ...],
        data_format: Any = None,
        *,
        name: str | None = None,
        trainable: bool = True,
        dtype: Any = None,
        activity_regularizer: Any = None,
        autocast: bool = True,
        input_shape: Any = None,
    ) -> None: ...

class AdaptiveMaxPooling3D(_AdaptiveMaxPooling3D):
    def __init__(
        self,
        output_size: Size | tuple[Size, ...],
        data_format: Any = None,
        *,
        name: str | None = None,
        trainable: bool = True,
        dtype: Any = None,
        activity_regularizer: Any = None,
        autocast: bool = True,
        input_shape: Any = None,
    ) -> None: ...

class Add(_Add):
    def __init__(
        self,
        *,
        name: str | None = None,
        trainable: bool = True,
        dtype: Any = None,
        activity_regularizer: Any = None,
        autocast: bool = True,
        input_shape: Any = None,
    ) -> None: ...

class AdditiveAttention(_AdditiveAttention):
    def __init__(
        self,
        use_scale: bool = True,
        dropout: float = 0.0,
        *,
        name: str | None = None,
        trainable: bool = True,
        dtype: Any = None,
        activity_regularizer: Any = None,
        autocast: bool = True,
        input_shape: Any = None,
    ) -> None: ...

class Attention(_Attention):
    def __init__(
        self,
        use_scale: bool = False,
        score_mode: Any = 'dot',
        dropout: float = 0.0,
        seed: int | None = None,
        *,
        name: str | None = None,
        trainable: bool = True,
        dtype: Any = None,
        activity_regularizer: Any = None,
        autocast: bool = True,
        input_shape: Any = None,
    ) -> None: ...

class Average(_Average):
    def __init__(
        self,
        *,
        name: str | None = None,
        trainable: bool = True,
        dtype: Any = None,
        activity_regularizer: Any = None,
        autocast: bool = True,
        input_shape: Any = None,
    ) -> None: ...

class AveragePooling1D(_AveragePooling1D):
    def __init__(
        self,
        pool_size: Size | tuple[Size, ...],
        strides: Any = None,
        padding: Any = 'valid',
        data_format: Any = None,
        name: str | None = None,
        *,
        trainable: bool = True,
        dtype: Any = None,
        activity_regularizer: Any = None,
        autocast: bool = True,
        input_shape: Any = None,
    ) -> None: ...

class AveragePooling2D(_AveragePooling2D):
    def __init__(
        self,
        pool_size: Size | tuple[Size, ...],
        strides: Any = None,
        padding: Any = 'valid',
        data_format: Any = None,
        name: str | None = None,
        *,
        trainable: bool = True,
        dtype: Any = None,
        activity_regularizer: Any = None,
        autocast: bool = True,
        input_shape: Any = None,
    ) -> None: ...

class AveragePooling3D(_AveragePooling3D):
    def __init__(
        self,
        pool_size: Size | tuple[Size, ...],
        strides: Any = None,
        padding: Any = 'valid',
        data_format: Any = None,
        name: str | None = None,
        *,
        trainable: bool = True,
        dtype: Any = None,
        activity_regularizer: Any = None,
        autocast: bool = True,
        input_shape: Any = None,
    ) -> None: ...

class CenterCrop(_CenterCrop):
    def __init__(
        self,
        height: Any,
        width: Any,
        data_format: Any = None,
        *,
        name: str | None = None,
        trainable: bool = True,
        dtype: Any = None,
        activity_regularizer: Any = None,
        autocast: bool = True,
        input_shape: Any = None,
    ) -> None: ...

class Conv1D(_Conv1D):
    def __init__(
        self,
        filters: Size,
        kernel_size: Size | tuple[Size, ...],
        strides: Any = 1,
        padding: Any = 'valid',
        data_format: Any = None,
        dilation_rate: Any = 1,
        groups: Size = 1,
        activation: Any = None,
        use_bias: bool = True,
        kernel_initializer: Any = 'glorot_uniform',
        bias_initializer: Any = 'zeros',
        kernel_regularizer: Any = None,
        bias_regularizer: Any = None,
        activity_regularizer: Any = None,
        kernel_constraint: Any = None,
        bias_constraint: Any = None,
        *,
        name: str | None = None,
        trainable: bool = True,
        dtype: Any = None,
        autocast: bool = True,
        input_shape: Any = None,
    ) -> None: ...

class Conv2D(_Conv2D):
    def __init__(
        self,
        filters: Size,
        kernel_size: Size | tuple[Size, ...],
        strides: Any = (1, 1),
        padding: Any = 'valid',
        data_format: Any = None,
        dilation_rate: Any = (1, 1),
        groups: Size = 1,
        activation: Any = None,
        use_bias: bool = True,
        kernel_initializer: Any = 'glorot_uniform',
        bias_initializer: Any = 'zeros',
        kernel_regularizer: Any = None,
        bias_regularizer: Any = None,
        activity_regularizer: Any = None,
        kernel_constraint: Any = None,
        bias_constraint: Any = None,
        *,
        name: str | None = None,
        trainable: bool = True,
        dtype: Any = None,
        autocast: bool = True,
        input_shape: Any = None,
    ) -> None: ...

class Conv3D(_Conv3D):
    def __init__(
        self,
        filters: Size,
        kernel_size: Size | tuple[Size, ...],
        strides: Any = (1, 1, 1),
        padding: Any = 'valid',
        data_format: Any = None,
        dilation_rate: Any = (1, 1, 1),
        groups: Size = 1,
        activation: Any = None,
        use_bias: bool = True,
        kernel_initializer: Any = 'glorot_uniform',
        bias_initializer: Any = 'zeros',
        kernel_regularizer: Any = None,
        bias_regularizer: Any = None,
        activity_regularizer: Any = None,
        kernel_constraint: Any = None,
        bias_constraint: Any = None,
        *,
        name: str | None = None,
        trainable: bool = True,
        dtype: Any = None,
        autocast: bool = True,
        input_shape: Any = None,
    ) -> None: ...

class Cropping1D(_Cropping1D):
    def __init__(
        self,
        cropping: Any = (1, 1),
        *,
        name: str | None = None,
        trainable: bool = True,
        dtype: Any = None,
        activity_regularizer: Any = None,
        autocast: bool = True,
        input_shape: Any = None,
    ) -> None: ...

class Cropping2D(_Cropping2D):
    def __init__(
        self,
        cropping: Any = ((0, 0), (0, 0)),
        data_format: Any = None,
        *,
        name: str | None = None,
        trainable: bool = True,
        dtype: Any = None,
        activity_regularizer: Any = None,
        autocast: bool = True,
        input_shape: Any = None,
    ) -> None: ...

class Cropping3D(_Cropping3D):
    def __init__(
        self,
        cropping: Any = ((1, 1), (1, 1), (1, 1)),
        data_format: Any = None,
        *,
        name: str | None = None,
        trainable: bool = True,
        dtype: Any = None,
        activity_regularizer: Any = None,
        autocast: bool = True,
        input_shape: Any = None,
    ) -> None: ...

class GlobalAveragePooling1D(_GlobalAveragePooling1D):
    def __init__(
        self,
        data_format: Any = None,
        keepdims: bool = False,
        *,
        name: str | None = None,
        trainable: bool = True,
        dtype: Any = None,
        activity_regularizer: Any = None,
        autocast: bool = True,
        input_shape: Any = None,
    ) -> None: ...

class GlobalAveragePooling2D(_GlobalAveragePooling2D):
    def __init__(
        self,
        data_format: Any = None,
        keepdims: bool = False,
        *,
        name: str | None = None,
        trainable: bool = True,
        dtype: Any = None,
        activity_regularizer: Any = None,
        autocast: bool = True,
        input_shape: Any = None,
    ) -> None: ...

class GlobalAveragePooling3D(_GlobalAveragePooling3D):
    def __init__(
        self,
        data_format: Any = None,
        keepdims: bool = False,
        *,
        name: str | None = None,
        trainable: bool = True,
        dtype: Any = None,
        activity_regularizer: Any = None,
        autocast: bool = True,
        input_shape: Any = None,
    ) -> None: ...

class GlobalMaxPooling1D(_GlobalMaxPooling1D):
    def __init__(
        self,
        data_format: Any = None,
        keepdims: bool = False,
        *,
        name: str | None = None,
        trainable: bool = True,
        dtype: Any = None,
        activity_regularizer: Any = None,
        autocast: bool = True,
        input_shape: Any = None,
    ) -> None: ...

class GlobalMaxPooling2D(_GlobalMaxPooling2D):
    def __init__(
        self,
        data_format: Any = None,
        keepdims: bool = False,
        *,
        name: str | None = None,
        trainable: bool = True,
        dtype: Any = None,
        activity_regularizer: Any = None,
        autocast: bool = True,
        input_shape: Any = None,
    ) -> None: ...

class GlobalMaxPooling3D(_GlobalMaxPooling3D):
    def __init__(
        self,
        data_format: Any = None,
        keepdims: bool = False,
        *,
        name: str | None = None,
        trainable: bool = True,
        dtype: Any = None,
        activity_regularizer: Any = None,
        autocast: bool = True,
        input_shape: Any = None,
    ) -> None: ...

class IntegerLookup(_IntegerLookup):
    def __init__(
        self,
        max_tokens: Any = None,
        num_oov_indices: Any = 1,
        mask_token: Any = None,
        oov_token: Any = -1,
        vocabulary: Any = None,
        vocabulary_dtype: Any = 'int64',
        idf_weights: Any = None,
        invert: Any = False,
        output_mode: Any = 'int',
        sparse: Any = False,
        pad_to_max_tokens: bool = False,
        oov_method: Any = 'floormod',
        salt: Any = None,
        name: str | None = None,
        *,
        trainable: bool = True,
        dtype: Any = None,
        activity_regularizer: Any = None,
        autocast: bool = True,
        input_shape: Any = None,
    ) -> None: ...

class MaxPooling1D(_MaxPooling1D):
    def __init__(
        self,
        pool_size: Size | tuple[Size, ...] = 2,
        strides: Any = None,
        padding: Any = 'valid',
        data_format: Any = None,
        name: str | None = None,
        *,
        trainable: bool = True,
        dtype: Any = None,
        activity_regularizer: Any = None,
        autocast: bool = True,
        input_shape: Any = None,
    ) -> None: ...

class MaxPooling2D(_MaxPooling2D):
    def __init__(
        self,
        pool_size: Size | tuple[Size, ...] = (2, 2),
        strides: Any = None,
        padding: Any = 'valid',
        data_format: Any = None,
        name: str | None = None,
        *,
        trainable: bool = True,
        dtype: Any = None,
        activity_regularizer: Any = None,
        autocast: bool = True,
        input_shape: Any = None,
    ) -> None: ...

class MaxPooling3D(_MaxPooling3D):
    def __init__(
        self,
        pool_size: Size | tuple[Size, ...] = (2, 2, 2),
        strides: Any = None,
        padding: Any = 'valid',
        data_format: Any = None,
        name: str | None = None,
        *,
        trainable: bool = True,
        dtype: Any = None,
        activity_regularizer: Any = None,
        autocast: bool = True,
        input_shape: Any = None,
    ) -> None: ...

class Maximum(_Maximum):
    def __init__(
        self,
        *,
        name: str | None = None,
        trainable: bool = True,
        dtype: Any = None,
        activity_regularizer: Any = None,
        autocast: bool = True,
        input_shape: Any = None,
    ) -> None: ...

class Minimum(_Minimum):
    def __init__(
        self,
        *,
        name: str | None = None,
        trainable: bool = True,
        dtype: Any = None,
        activity_regularizer: Any = None,
        autocast: bool = True,
        input_shape: Any = None,
    ) -> None: ...

class Multiply(_Multiply):
    def __init__(
        self,
        *,
        name: str | None = None,
        trainable: bool = True,
        dtype: Any = None,
        activity_regularizer: Any = None,
        autocast: bool = True,
        input_shape: Any = None,
    ) -> None: ...

class RandomBrightness(_RandomBrightness):
    def __init__(
        self,
        factor: Any,
        value_range: Any = (0, 255),
        seed: int | None = None,
        *,
        name: str | None = None,
        trainable: bool = True,
        dtype: Any = None,
        activity_regularizer: Any = None,
        autocast: bool = True,
        input_shape: Any = None,
    ) -> None: ...

class RandomContrast(_RandomContrast):
    def __init__(
        self,
        factor: Any,
        value_range: Any = (0, 255),
        seed: int | None = None,
        *,
        name: str | None = None,
        trainable: bool = True,
        dtype: Any = None,
        activity_regularizer: Any = None,
        autocast: bool = True,
        input_shape: Any = None,
    ) -> None: ...

class RandomCrop(_RandomCrop):
    def __init__(
        self,
        height: Any,
        width: Any,
        seed: int | None = None,
        data_format: Any = None,
        name: str | None = None,
        *,
        trainable: bool = True,
        dtype: Any = None,
        activity_regularizer: Any = None,
        autocast: bool = True,
        input_shape: Any = None,
    ) -> None: ...

class Resizing(_Resizing):
    def __init__(
        self,
        height: Any,
        width: Any,
        interpolation: Any = 'bilinear',
        crop_to_aspect_ratio: Any = False,
        pad_to_aspect_ratio: Any = False,
        fill_mode: Any = 'constant',
        fill_value: Any = 0.0,
        antialias: Any = False,
        data_format: Any = None,
        *,
        name: str | None = None,
        trainable: bool = True,
        dtype: Any = None,
        activity_regularizer: Any = None,
        autocast: bool = True,
        input_shape: Any = None,
    ) -> None: ...

class SimpleRNN(_SimpleRNN, RNN):
    def __init__(
        self,
        units: Size,
        activation: Any = 'tanh',
        use_bias: bool = True,
        kernel_initializer: Any = 'glorot_uniform',
        recurrent_initializer: Any = 'orthogonal',
        bias_initializer: Any = 'zeros',
        kernel_regularizer: Any = None,
        recurrent_regularizer: Any = None,
        bias_regularizer: Any = None,
        activity_regularizer: Any = None,
        kernel_constraint: Any = None,
        recurrent_constraint: Any = None,
        bias_constraint: Any = None,
        dropout: float = 0.0,
        recurrent_dropout: float = 0.0,
        return_sequences: bool = False,
        return_state: bool = False,
        go_backwards: bool = False,
        stateful: bool = False,
        unroll: bool = False,
        seed: int | None = None,
        *,
        name: str | None = None,
        trainable: bool = True,
        dtype: Any = None,
        autocast: bool = True,
        input_shape: Any = None,
    ) -> None: ...

class StringLookup(_StringLookup):
    def __init__(
        self,
        max_tokens: Any = None,
        num_oov_indices: Any = 1,
        mask_token: Any = None,
        oov_token: Any = '[UNK]',
        vocabulary: Any = None,
        idf_weights: Any = None,
        invert: Any = False,
        output_mode: Any = 'int',
        pad_to_max_tokens: bool = False,
        sparse: Any = False,
        encoding: Any = 'utf-8',
        name: str | None = None,
        salt: Any = None,
        *,
        trainable: bool = True,
        dtype: Any = None,
        activity_regularizer: Any = None,
        autocast: bool = True,
        input_shape: Any = None,
    ) -> None: ...

class Subtract(_Subtract):
    def __init__(
        self,
        *,
        name: str | None = None,
        trainable: bool = True,
        dtype: Any = None,
        activity_regularizer: Any = None,
        autocast: bool = True,
        input_shape: Any = None,
    ) -> None: ...

class TextVectorization(_TextVectorization):
    def __init__(
        self,
        max_tokens: Any = None,
        standardize: Any = 'lower_and_strip_punctuation',
        split: Any = 'whitespace',
        ngrams: Any = None,
        output_mode: Any = 'int',
        output_sequence_length: Any = None,
        pad_to_max_tokens: bool = False,
        vocabulary: Any = None,
        idf_weights: Any = None,
        sparse: Any = False,
        ragged: Any = False,
        encoding: Any = 'utf-8',
        name: str | None = None,
        *,
        trainable: bool = True,
        dtype: Any = None,
        activity_regularizer: Any = None,
        autocast: bool = True,
        input_shape: Any = None,
    ) -> None: ...

class UpSampling1D(_UpSampling1D):
    def __init__(
        self,
        size: Size | tuple[Size, ...] = 2,
        *,
        name: str | None = None,
        trainable: bool = True,
        dtype: Any = None,
        activity_regularizer: Any = None,
        autocast: bool = True,
        input_shape: Any = None,
    ) -> None: ...

class UpSampling2D(_UpSampling2D):
    def __init__(
        self,
        size: Size | tuple[Size, ...] = (2, 2),
        data_format: Any = None,
        interpolation: Any = 'nearest',
        *,
        name: str | None = None,
        trainable: bool = True,
        dtype: Any = None,
        activity_regularizer: Any = None,
        autocast: bool = True,
        input_shape: Any = None,
    ) -> None: ...

class UpSampling3D(_UpSampling3D):
    def __init__(
        self,
        size: Size | tuple[Size, ...] = (2, 2, 2),
        data_format: Any = None,
        *,
        name: str | None = None,
        trainable: bool = True,
        dtype: Any = None,
        activity_regularizer: Any = None,
        autocast: bool = True,
        input_shape: Any = None,
    ) -> None: ...

class ZeroPadding1D(_ZeroPadding1D):
    def __init__(
        self,
        padding: Any = 1,
        data_format: Any = None,
        *,
        name: str | None = None,
        trainable: bool = True,
        dtype: Any = None,
        activity_regularizer: Any = None,
        autocast: bool = True,
        input_shape: Any = None,
    ) -> None: ...

class ZeroPadding2D(_ZeroPadding2D):
    def __init__(
        self,
        padding: Any = (1, 1),
        data_format: Any = None,
        *,
        name: str | None = None,
        trainable: bool = True,
        dtype: Any = None,
        activity_regularizer: Any = None,
        autocast: bool = True,
        input_shape: Any = None,
    ) -> None: ...

class ZeroPadding3D(_ZeroPadding3D):
    def __init__(
        self,
        padding: Any = ((1, 1), (1, 1), (1, 1)),
        data_format: Any = None,
        *,
        name: str | None = None,
        trainable: bool = True,
        dtype: Any = None,
        activity_regularizer: Any = None,
        autocast: bool = True,
        input_shape: Any = None,
    ) -> None: ...

class Conv1DTranspose(_Conv1DTranspose):
    def __init__(
        self,
        filters: Size,
        kernel_size: Size | tuple[Size, ...],
        strides: Any = 1,
        padding: Any = 'valid',
        output_padding: Any = None,
        data_format: Any = None,
        dilation_rate: Any = 1,
        activation: Any = None,
        use_bias: bool = True,
        kernel_initializer: Any = 'glorot_uniform',
        bias_initializer: Any = 'zeros',
        kernel_regularizer: Any = None,
        bias_regularizer: Any = None,
        activity_regularizer: Any = None,
        kernel_constraint: Any = None,
        bias_constraint: Any = None,
        *,
        name: str | None = None,
        trainable: bool = True,
        dtype: Any = None,
        autocast: bool = True,
        input_shape: Any = None,
    ) -> None: ...

class Conv2DTranspose(_Conv2DTranspose):
    def __init__(
        self,
        filters: Size,
        kernel_size: Size | tuple[Size, ...],
        strides: Any = (1, 1),
        padding: Any = 'valid',
        output_padding: Any = None,
        data_format: Any = None,
        dilation_rate: Any = (1, 1),
        activation: Any = None,
        use_bias: bool = True,
        kernel_initializer: Any = 'glorot_uniform',
        bias_initializer: Any = 'zeros',
        kernel_regularizer: Any = None,
        bias_regularizer: Any = None,
        activity_regularizer: Any = None,
        kernel_constraint: Any = None,
        bias_constraint: Any = None,
        *,
        name: str | None = None,
        trainable: bool = True,
        dtype: Any = None,
        autocast: bool = True,
        input_shape: Any = None,
    ) -> None: ...

class Conv3DTranspose(_Conv3DTranspose):
    def __init__(
        self,
        filters: Size,
        kernel_size: Size | tuple[Size, ...],
        strides: Any = (1, 1, 1),
        padding: Any = 'valid',
        data_format: Any = None,
        output_padding: Any = None,
        dilation_rate: Any = (1, 1, 1),
        activation: Any = None,
        use_bias: bool = True,
        kernel_initializer: Any = 'glorot_uniform',
        bias_initializer: Any = 'zeros',
        kernel_regularizer: Any = None,
        bias_regularizer: Any = None,
        activity_regularizer: Any = None,
        kernel_constraint: Any = None,
        bias_constraint: Any = None,
        *,
        name: str | None = None,
        trainable: bool = True,
        dtype: Any = None,
        autocast: bool = True,
        input_shape: Any = None,
    ) -> None: ...

class ConvLSTM1D(_ConvLSTM1D, RNN):
    def __init__(
        self,
        filters: Size,
        kernel_size: Size | tuple[Size, ...],
        strides: Any = 1,
        padding: Any = 'valid',
        data_format: Any = None,
        dilation_rate: Any = 1,
        activation: Any = 'tanh',
        recurrent_activation: Any = 'sigmoid',
        use_bias: bool = True,
        kernel_initializer: Any = 'glorot_uniform',
        recurrent_initializer: Any = 'orthogonal',
        bias_initializer: Any = 'zeros',
        unit_forget_bias: bool = True,
        kernel_regularizer: Any = None,
        recurrent_regularizer: Any = None,
        bias_regularizer: Any = None,
        activity_regularizer: Any = None,
        kernel_constraint: Any = None,
        recurrent_constraint: Any = None,
        bias_constraint: Any = None,
        dropout: float = 0.0,
        recurrent_dropout: float = 0.0,
        seed: int | None = None,
        return_sequences: bool = False,
        return_state: bool = False,
        go_backwards: bool = False,
        stateful: bool = False,
        *,
        name: str | None = None,
        trainable: bool = True,
        dtype: Any = None,
        autocast: bool = True,
        input_shape: Any = None,
    ) -> None: ...

class ConvLSTM2D(_ConvLSTM2D, RNN):
    def __init__(
        self,
        filters: Size,
        kernel_size: Size | tuple[Size, ...],
        strides: Any = 1,
        padding: Any = 'valid',
        data_format: Any = None,
        dilation_rate: Any = 1,
        activation: Any = 'tanh',
        recurrent_activation: Any = 'sigmoid',
        use_bias: bool = True,
        kernel_initializer: Any = 'glorot_uniform',
        recurrent_initializer: Any = 'orthogonal',
        bias_initializer: Any = 'zeros',
        unit_forget_bias: bool = True,
        kernel_regularizer: Any = None,
        recurrent_regularizer: Any = None,
        bias_regularizer: Any = None,
        activity_regularizer: Any = None,
        kernel_constraint: Any = None,
        recurrent_constraint: Any = None,
        bias_constraint: Any = None,
        dropout: float = 0.0,
        recurrent_dropout: float = 0.0,
        seed: int | None = None,
        return_sequences: bool = False,
        return_state: bool = False,
        go_backwards: bool = False,
        stateful: bool = False,
        *,
        name: str | None = None,
        trainable: bool = True,
        dtype: Any = None,
        autocast: bool = True,
        input_shape: Any = None,
    ) -> None: ...

class ConvLSTM3D(_ConvLSTM3D, RNN):
    def __init__(
        self,
        filters: Size,
        kernel_size: Size | tuple[Size, ...],
        strides: Any = 1,
        padding: Any = 'valid',
        data_format: Any = None,
        dilation_rate: Any = 1,
        activation: Any = 'tanh',
        recurrent_activation: Any = 'sigmoid',
        use_bias: bool = True,
        kernel_initializer: Any = 'glorot_uniform',
        recurrent_initializer: Any = 'orthogonal',
        bias_initializer: Any = 'zeros',
        unit_forget_bias: bool = True,
        kernel_regularizer: Any = None,
        recurrent_regularizer: Any = None,
        bias_regularizer: Any = None,
        activity_regularizer: Any = None,
        kernel_constraint: Any = None,
        recurrent_constraint: Any = None,
        bias_constraint: Any = None,
        dropout: float = 0.0,
        recurrent_dropout: float = 0.0,
        seed: int | None = None,
        return_sequences: bool = False,
        return_state: bool = False,
        go_backwards: bool = False,
        stateful: bool = False,
        *,
        name: str | None = None,
        trainable: bool = True,
        dtype: Any = None,
        autocast: bool = True,
        input_shape: Any = None,
    ) -> None: ...

class DepthwiseConv1D(_DepthwiseConv1D):
    def __init__(
        self,
        kernel_size: Size | tuple[Size, ...],
        strides: Any = 1,
        padding: Any = 'valid',
        depth_multiplier: Size = 1,
        data_format: Any = None,
        dilation_rate: Any = 1,
        activation: Any = None,
        use_bias: bool = True,
        depthwise_initializer: Any = 'glorot_uniform',
        bias_initializer: Any = 'zeros',
        depthwise_regularizer: Any = None,
        bias_regularizer: Any = None,
        activity_regularizer: Any = None,
        depthwise_constraint: Any = None,
        bias_constraint: Any = None,
        *,
        name: str | None = None,
        trainable: bool = True,
        dtype: Any = None,
        autocast: bool = True,
        input_shape: Any = None,
    ) -> None: ...

class DepthwiseConv2D(_DepthwiseConv2D):
    def __init__(
        self,
        kernel_size: Size | tuple[Size, ...],
        strides: Any = (1, 1),
        padding: Any = 'valid',
        depth_multiplier: Size = 1,
        data_format: Any = None,
        dilation_rate: Any = (1, 1),
        activation: Any = None,
        use_bias: bool = True,
        depthwise_initializer: Any = 'glorot_uniform',
        bias_initializer: Any = 'zeros',
        depthwise_regularizer: Any = None,
        bias_regularizer: Any = None,
        activity_regularizer: Any = None,
        depthwise_constraint: Any = None,
        bias_constraint: Any = None,
        *,
        name: str | None = None,
        trainable: bool = True,
        dtype: Any = None,
        autocast: bool = True,
        input_shape: Any = None,
    ) -> None: ...

class SeparableConv1D(_SeparableConv1D):
    def __init__(
        self,
        filters: Size,
        kernel_size: Size | tuple[Size, ...],
        strides: Any = 1,
        padding: Any = 'valid',
        data_format: Any = None,
        dilation_rate: Any = 1,
        depth_multiplier: Size = 1,
        activation: Any = None,
        use_bias: bool = True,
        depthwise_initializer: Any = 'glorot_uniform',
        pointwise_initializer: Any = 'glorot_uniform',
        bias_initializer: Any = 'zeros',
        depthwise_regularizer: Any = None,
        pointwise_regularizer: Any = None,
        bias_regularizer: Any = None,
        activity_regularizer: Any = None,
        depthwise_constraint: Any = None,
        pointwise_constraint: Any = None,
        bias_constraint: Any = None,
        *,
        name: str | None = None,
        trainable: bool = True,
        dtype: Any = None,
        autocast: bool = True,
        input_shape: Any = None,
    ) -> None: ...

class SeparableConv2D(_SeparableConv2D):
    def __init__(
        self,
        filters: Size,
        kernel_size: Size | tuple[Size, ...],
        strides: Any = (1, 1),
        padding: Any = 'valid',
        data_format: Any = None,
        dilation_rate: Any = (1, 1),
        depth_multiplier: Size = 1,
        activation: Any = None,
        use_bias: bool = True,
        depthwise_initializer: Any = 'glorot_uniform',
        pointwise_initializer: Any = 'glorot_uniform',
        bias_initializer: Any = 'zeros',
        depthwise_regularizer: Any = None,
        pointwise_regularizer: Any = None,
        bias_regularizer: Any = None,
        activity_regularizer: Any = None,
        depthwise_constraint: Any = None,
        pointwise_constraint: Any = None,
        bias_constraint: Any = None,
        *,
        name: str | None = None,
        trainable: bool = True,
        dtype: Any = None,
        autocast: bool = True,
        input_shape: Any = None,
    ) -> None: ...

AvgPool1D = AveragePooling1D
AvgPool2D = AveragePooling2D
AvgPool3D = AveragePooling3D
Convolution1D = Conv1D
Convolution2D = Conv2D
Convolution3D = Conv3D
GlobalAvgPool1D = GlobalAveragePooling1D
GlobalAvgPool2D = GlobalAveragePooling2D
GlobalAvgPool3D = GlobalAveragePooling3D
GlobalMaxPool1D = GlobalMaxPooling1D
GlobalMaxPool2D = GlobalMaxPooling2D
GlobalMaxPool3D = GlobalMaxPooling3D
MaxPool1D = MaxPooling1D
MaxPool2D = MaxPooling2D
MaxPool3D = MaxPooling3D
Convolution1DTranspose = Conv1DTranspose
Convolution2DTranspose = Conv2DTranspose
Convolution3DTranspose = Conv3DTranspose
SeparableConvolution1D = SeparableConv1D
SeparableConvolution2D = SeparableConv2D
