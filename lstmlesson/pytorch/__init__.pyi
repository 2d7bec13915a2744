# Written by .ci/write_stubs.py from the arguments of each layer. Change those, and run it again.
from typing import Any

from lstmlesson.law.sizes import Size
from lstmlesson.pytorch.feedforward import BatchNorm1d as _BatchNorm1d
from lstmlesson.pytorch.feedforward import Embedding as _Embedding
from lstmlesson.pytorch.feedforward import LayerNorm as _LayerNorm
from lstmlesson.pytorch.feedforward import Linear as _Linear
from lstmlesson.pytorch.recurrent import GRU as _GRU
from lstmlesson.pytorch.recurrent import GRUCell as _GRUCell
from lstmlesson.pytorch.recurrent import LSTM as _LSTM
from lstmlesson.pytorch.recurrent import LSTMCell as _LSTMCell
from lstmlesson.pytorch.recurrent import RNN as _RNN
from lstmlesson.pytorch.recurrent import RNNCell as _RNNCell

__all__ = [
    "GRU",
    "LSTM",
    "RNN",
    "BatchNorm1d",
    "Embedding",
    "GRUCell",
    "LSTMCell",
    "LayerNorm",
    "Linear",
    "RNNCell",
]

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

class GRUCell(_GRUCell):
    def __init__(
        self,
        input_size: Size,
        hidden_size: Size,
        bias: bool = True,
        device: Any = None,
        dtype: Any = None,
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
