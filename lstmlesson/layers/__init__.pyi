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
from lstmlesson.layers.convolution import ConvLSTM1D as _ConvLSTM1D
from lstmlesson.layers.convolution import ConvLSTM2D as _ConvLSTM2D
from lstmlesson.layers.foundation.layer import Layer as Layer
from lstmlesson.layers.foundation.tensor import Tensor as Tensor
from lstmlesson.layers.merging import Add as _Add
from lstmlesson.layers.merging import Concatenate as _Concatenate
from lstmlesson.layers.normalisation import BatchNormalization as _BatchNormalization
from lstmlesson.layers.normalisation import LayerNormalization as _LayerNormalization
from lstmlesson.layers.pooling import AveragePooling1D as _AveragePooling1D
from lstmlesson.layers.pooling import Cropping1D as _Cropping1D
from lstmlesson.layers.pooling import GlobalAveragePooling1D as _GlobalAveragePooling1D
from lstmlesson.layers.pooling import GlobalMaxPooling1D as _GlobalMaxPooling1D
from lstmlesson.layers.pooling import MaxPooling1D as _MaxPooling1D
from lstmlesson.layers.pooling import UpSampling1D as _UpSampling1D
from lstmlesson.layers.pooling import ZeroPadding1D as _ZeroPadding1D
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
from lstmlesson.layers.weightless import LeakyReLU as _LeakyReLU
from lstmlesson.layers.weightless import Masking as _Masking
from lstmlesson.layers.weightless import ReLU as _ReLU
from lstmlesson.layers.weightless import Softmax as _Softmax
from lstmlesson.layers.weightless import SpatialDropout1D as _SpatialDropout1D
from lstmlesson.layers.wrappers import Bidirectional as _Bidirectional
from lstmlesson.layers.wrappers import TimeDistributed as _TimeDistributed

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
        lora_alpha: None = None,
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
        lora_alpha: None = None,
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

class UpSampling1D(_UpSampling1D):
    def __init__(
        self,
        size: Size = 2,
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
