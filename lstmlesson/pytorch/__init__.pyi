# Written by .ci/write_stubs.py from the arguments of each layer. Change those, and run it again.
from typing import Any

from lstmlesson.law.sizes import Size
from lstmlesson.pytorch.attention import MultiheadAttention as _MultiheadAttention
from lstmlesson.pytorch.attention import Transformer as _Transformer
from lstmlesson.pytorch.attention import TransformerDecoder as _TransformerDecoder
from lstmlesson.pytorch.attention import TransformerDecoderLayer as _TransformerDecoderLayer
from lstmlesson.pytorch.attention import TransformerEncoder as _TransformerEncoder
from lstmlesson.pytorch.attention import TransformerEncoderLayer as _TransformerEncoderLayer
from lstmlesson.pytorch.containers import ModuleDict as ModuleDict
from lstmlesson.pytorch.containers import ModuleList as ModuleList
from lstmlesson.pytorch.containers import ParameterDict as ParameterDict
from lstmlesson.pytorch.containers import ParameterList as ParameterList
from lstmlesson.pytorch.containers import Sequential as Sequential
from lstmlesson.pytorch.convolution import Conv1d as _Conv1d
from lstmlesson.pytorch.convolution import Conv2d as _Conv2d
from lstmlesson.pytorch.convolution import Conv3d as _Conv3d
from lstmlesson.pytorch.convolution import ConvTranspose1d as _ConvTranspose1d
from lstmlesson.pytorch.convolution import ConvTranspose2d as _ConvTranspose2d
from lstmlesson.pytorch.convolution import ConvTranspose3d as _ConvTranspose3d
from lstmlesson.pytorch.feedforward import Bilinear as _Bilinear
from lstmlesson.pytorch.feedforward import Embedding as _Embedding
from lstmlesson.pytorch.feedforward import EmbeddingBag as _EmbeddingBag
from lstmlesson.pytorch.feedforward import Linear as _Linear
from lstmlesson.pytorch.foundation.module import Module as Module
from lstmlesson.pytorch.normalisation import BatchNorm1d as _BatchNorm1d
from lstmlesson.pytorch.normalisation import BatchNorm2d as _BatchNorm2d
from lstmlesson.pytorch.normalisation import BatchNorm3d as _BatchNorm3d
from lstmlesson.pytorch.normalisation import GroupNorm as _GroupNorm
from lstmlesson.pytorch.normalisation import InstanceNorm1d as _InstanceNorm1d
from lstmlesson.pytorch.normalisation import InstanceNorm2d as _InstanceNorm2d
from lstmlesson.pytorch.normalisation import InstanceNorm3d as _InstanceNorm3d
from lstmlesson.pytorch.normalisation import LayerNorm as _LayerNorm
from lstmlesson.pytorch.normalisation import RMSNorm as _RMSNorm
from lstmlesson.pytorch.normalisation import SyncBatchNorm as _SyncBatchNorm
from lstmlesson.pytorch.recurrent import GRU as _GRU
from lstmlesson.pytorch.recurrent import GRUCell as _GRUCell
from lstmlesson.pytorch.recurrent import LSTM as _LSTM
from lstmlesson.pytorch.recurrent import LSTMCell as _LSTMCell
from lstmlesson.pytorch.recurrent import RNN as _RNN
from lstmlesson.pytorch.recurrent import RNNCell as _RNNCell
from lstmlesson.pytorch.weightless import PReLU as _PReLU

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

class BatchNorm1d(_BatchNorm1d):
    def __init__(
        self,
        num_features: Size,
        eps: Any = 1e-05,
        momentum: Any = 0.1,
        affine: bool = True,
        track_running_stats: bool = True,
        device: Any = None,
        dtype: Any = None,
        *,
        bias: bool = True,
    ) -> None: ...

class Bilinear(_Bilinear):
    def __init__(
        self,
        in1_features: Size,
        in2_features: Size,
        out_features: Size,
        bias: bool = True,
        device: Any = None,
        dtype: Any = None,
    ) -> None: ...

class Conv1d(_Conv1d):
    def __init__(
        self,
        in_channels: Size,
        out_channels: Size,
        kernel_size: Size | tuple[Size, ...],
        stride: Any = 1,
        padding: Any = 0,
        dilation: Any = 1,
        groups: Size = 1,
        bias: bool = True,
        padding_mode: Any = 'zeros',
        device: Any = None,
        dtype: Any = None,
    ) -> None: ...

class Embedding(_Embedding):
    def __init__(
        self,
        num_embeddings: Size,
        embedding_dim: Size,
        padding_idx: int | None = None,
        max_norm: Any = None,
        norm_type: Any = 2.0,
        scale_grad_by_freq: bool = False,
        sparse: bool = False,
        _weight: Any = None,
        _freeze: bool = False,
        device: Any = None,
        dtype: Any = None,
    ) -> None: ...

class GroupNorm(_GroupNorm):
    def __init__(
        self,
        num_groups: Size,
        num_channels: Size,
        eps: Any = 1e-05,
        affine: bool = True,
        device: Any = None,
        dtype: Any = None,
        *,
        bias: bool = True,
    ) -> None: ...

class LayerNorm(_LayerNorm):
    def __init__(
        self,
        normalized_shape: Size | tuple[Size, ...],
        eps: Any = 1e-05,
        elementwise_affine: bool = True,
        bias: bool = True,
        device: Any = None,
        dtype: Any = None,
    ) -> None: ...

class Linear(_Linear):
    def __init__(
        self,
        in_features: Size,
        out_features: Size,
        bias: bool = True,
        device: Any = None,
        dtype: Any = None,
    ) -> None: ...

class MultiheadAttention(_MultiheadAttention):
    def __init__(
        self,
        embed_dim: Size,
        num_heads: Size,
        dropout: float = 0.0,
        bias: bool = True,
        add_bias_kv: bool = False,
        add_zero_attn: bool = False,
        kdim: Size | None = None,
        vdim: Size | None = None,
        batch_first: bool = False,
        device: Any = None,
        dtype: Any = None,
    ) -> None: ...

class PReLU(_PReLU):
    def __init__(
        self,
        num_parameters: Size = 1,
        init: Any = 0.25,
        device: Any = None,
        dtype: Any = None,
    ) -> None: ...

class Transformer(_Transformer):
    def __init__(
        self,
        d_model: Size = 512,
        nhead: Size = 8,
        num_encoder_layers: Size = 6,
        num_decoder_layers: Size = 6,
        dim_feedforward: Size = 2048,
        dropout: float = 0.1,
        activation: Any = 'relu',
        custom_encoder: Any = None,
        custom_decoder: Any = None,
        layer_norm_eps: Any = 1e-05,
        batch_first: bool = False,
        norm_first: bool = False,
        bias: bool = True,
        device: Any = None,
        dtype: Any = None,
    ) -> None: ...

class TransformerEncoder(_TransformerEncoder):
    def __init__(
        self,
        encoder_layer: Any,
        num_layers: int,
        norm: Any = None,
        enable_nested_tensor: Any = True,
        mask_check: Any = True,
    ) -> None: ...

class TransformerEncoderLayer(_TransformerEncoderLayer):
    def __init__(
        self,
        d_model: Size,
        nhead: Size,
        dim_feedforward: Size = 2048,
        dropout: float = 0.1,
        activation: Any = 'relu',
        layer_norm_eps: Any = 1e-05,
        batch_first: bool = False,
        norm_first: bool = False,
        bias: bool = True,
        device: Any = None,
        dtype: Any = None,
    ) -> None: ...

class GRU(_GRU):
    def __init__(
        self,
        input_size: Size,
        hidden_size: Size,
        num_layers: int = 1,
        bias: bool = True,
        batch_first: bool = False,
        dropout: float = 0.0,
        bidirectional: bool = False,
        device: Any = None,
        dtype: Any = None,
    ) -> None: ...

class LSTM(_LSTM):
    def __init__(
        self,
        input_size: Size,
        hidden_size: Size,
        num_layers: int = 1,
        bias: bool = True,
        batch_first: bool = False,
        dropout: float = 0.0,
        bidirectional: bool = False,
        proj_size: Size = 0,
        device: Any = None,
        dtype: Any = None,
    ) -> None: ...

class RNN(_RNN):
    def __init__(
        self,
        input_size: Size,
        hidden_size: Size,
        num_layers: int = 1,
        nonlinearity: Any = 'tanh',
        bias: bool = True,
        batch_first: bool = False,
        dropout: float = 0.0,
        bidirectional: bool = False,
        device: Any = None,
        dtype: Any = None,
    ) -> None: ...

class BatchNorm2d(_BatchNorm2d, BatchNorm1d):
    def __init__(
        self,
        num_features: Size,
        eps: Any = 1e-05,
        momentum: Any = 0.1,
        affine: bool = True,
        track_running_stats: bool = True,
        device: Any = None,
        dtype: Any = None,
        *,
        bias: bool = True,
    ) -> None: ...

class BatchNorm3d(_BatchNorm3d, BatchNorm1d):
    def __init__(
        self,
        num_features: Size,
        eps: Any = 1e-05,
        momentum: Any = 0.1,
        affine: bool = True,
        track_running_stats: bool = True,
        device: Any = None,
        dtype: Any = None,
        *,
        bias: bool = True,
    ) -> None: ...

class Conv2d(_Conv2d, Conv1d):
    def __init__(
        self,
        in_channels: Size,
        out_channels: Size,
        kernel_size: Size | tuple[Size, ...],
        stride: Any = 1,
        padding: Any = 0,
        dilation: Any = 1,
        groups: Size = 1,
        bias: bool = True,
        padding_mode: Any = 'zeros',
        device: Any = None,
        dtype: Any = None,
    ) -> None: ...

class Conv3d(_Conv3d, Conv1d):
    def __init__(
        self,
        in_channels: Size,
        out_channels: Size,
        kernel_size: Size | tuple[Size, ...],
        stride: Any = 1,
        padding: Any = 0,
        dilation: Any = 1,
        groups: Size = 1,
        bias: bool = True,
        padding_mode: Any = 'zeros',
        device: Any = None,
        dtype: Any = None,
    ) -> None: ...

class ConvTranspose1d(_ConvTranspose1d, Conv1d):
    def __init__(
        self,
        in_channels: Size,
        out_channels: Size,
        kernel_size: Size | tuple[Size, ...],
        stride: Any = 1,
        padding: Any = 0,
        output_padding: Any = 0,
        groups: Size = 1,
        bias: bool = True,
        dilation: Any = 1,
        padding_mode: Any = 'zeros',
        device: Any = None,
        dtype: Any = None,
    ) -> None: ...

class EmbeddingBag(_EmbeddingBag, Embedding):
    def __init__(
        self,
        num_embeddings: Size,
        embedding_dim: Size,
        max_norm: Any = None,
        norm_type: Any = 2.0,
        scale_grad_by_freq: bool = False,
        mode: Any = 'mean',
        sparse: bool = False,
        _weight: Any = None,
        include_last_offset: Any = False,
        padding_idx: int | None = None,
        device: Any = None,
        dtype: Any = None,
        *,
        _freeze: bool = False,
    ) -> None: ...

class GRUCell(_GRUCell):
    def __init__(
        self,
        input_size: Size,
        hidden_size: Size,
        bias: bool = True,
        device: Any = None,
        dtype: Any = None,
    ) -> None: ...

class InstanceNorm1d(_InstanceNorm1d, BatchNorm1d):
    def __init__(
        self,
        num_features: Size,
        eps: Any = 1e-05,
        momentum: Any = 0.1,
        affine: bool = False,
        track_running_stats: bool = False,
        device: Any = None,
        dtype: Any = None,
        *,
        bias: bool = True,
    ) -> None: ...

class LSTMCell(_LSTMCell):
    def __init__(
        self,
        input_size: Size,
        hidden_size: Size,
        bias: bool = True,
        device: Any = None,
        dtype: Any = None,
    ) -> None: ...

class RMSNorm(_RMSNorm, LayerNorm):
    def __init__(
        self,
        normalized_shape: Size | tuple[Size, ...],
        eps: Any = None,
        elementwise_affine: bool = True,
        device: Any = None,
        dtype: Any = None,
    ) -> None: ...

class RNNCell(_RNNCell):
    def __init__(
        self,
        input_size: Size,
        hidden_size: Size,
        bias: bool = True,
        nonlinearity: Any = 'tanh',
        device: Any = None,
        dtype: Any = None,
    ) -> None: ...

class SyncBatchNorm(_SyncBatchNorm, BatchNorm1d):
    def __init__(
        self,
        num_features: Size,
        eps: Any = 1e-05,
        momentum: Any = 0.1,
        affine: bool = True,
        track_running_stats: bool = True,
        process_group: Any = None,
        device: Any = None,
        dtype: Any = None,
        *,
        bias: bool = True,
    ) -> None: ...

class TransformerDecoder(_TransformerDecoder, TransformerEncoder):
    def __init__(
        self,
        decoder_layer: Any,
        num_layers: int,
        norm: Any = None,
    ) -> None: ...

class TransformerDecoderLayer(_TransformerDecoderLayer, TransformerEncoderLayer):
    def __init__(
        self,
        d_model: Size,
        nhead: Size,
        dim_feedforward: Size = 2048,
        dropout: float = 0.1,
        activation: Any = 'relu',
        layer_norm_eps: Any = 1e-05,
        batch_first: bool = False,
        norm_first: bool = False,
        bias: bool = True,
        device: Any = None,
        dtype: Any = None,
    ) -> None: ...

class ConvTranspose2d(_ConvTranspose2d, ConvTranspose1d):
    def __init__(
        self,
        in_channels: Size,
        out_channels: Size,
        kernel_size: Size | tuple[Size, ...],
        stride: Any = 1,
        padding: Any = 0,
        output_padding: Any = 0,
        groups: Size = 1,
        bias: bool = True,
        dilation: Any = 1,
        padding_mode: Any = 'zeros',
        device: Any = None,
        dtype: Any = None,
    ) -> None: ...

class ConvTranspose3d(_ConvTranspose3d, ConvTranspose1d):
    def __init__(
        self,
        in_channels: Size,
        out_channels: Size,
        kernel_size: Size | tuple[Size, ...],
        stride: Any = 1,
        padding: Any = 0,
        output_padding: Any = 0,
        groups: Size = 1,
        bias: bool = True,
        dilation: Any = 1,
        padding_mode: Any = 'zeros',
        device: Any = None,
        dtype: Any = None,
    ) -> None: ...

class InstanceNorm2d(_InstanceNorm2d, InstanceNorm1d):
    def __init__(
        self,
        num_features: Size,
        eps: Any = 1e-05,
        momentum: Any = 0.1,
        affine: bool = False,
        track_running_stats: bool = False,
        device: Any = None,
        dtype: Any = None,
        *,
        bias: bool = True,
    ) -> None: ...

class InstanceNorm3d(_InstanceNorm3d, InstanceNorm1d):
    def __init__(
        self,
        num_features: Size,
        eps: Any = 1e-05,
        momentum: Any = 0.1,
        affine: bool = False,
        track_running_stats: bool = False,
        device: Any = None,
        dtype: Any = None,
        *,
        bias: bool = True,
    ) -> None: ...

