"""PyTorch's attention, and the blocks of a transformer: modules made of modules, as PyTorch makes and names them.

Source: torch.nn.MultiheadAttention and torch.nn.modules.transformer of PyTorch 2.13.
"""

import copy
from collections.abc import Callable
from typing import Any, ClassVar

from lstmlesson.law.arguments import NEEDED
from lstmlesson.law.checks import flag, size_or_none
from lstmlesson.law.declaration import Declaration
from lstmlesson.law.sizes import checked, same
from lstmlesson.law.weights import Weight
from lstmlesson.pytorch.containers import ModuleList
from lstmlesson.pytorch.feedforward import Linear
from lstmlesson.pytorch.foundation.base import PLACE, Declared
from lstmlesson.pytorch.foundation.module import Module
from lstmlesson.pytorch.foundation.parameters import Parameter
from lstmlesson.pytorch.normalisation import LayerNorm
from lstmlesson.pytorch.weightless import weightless_class

PROJECTIONS = ("query", "key", "value")


class Composed(Module, Declaration):
    """A module with arguments, as every declared one, whose parameters are those of the modules that it is built of.

    A module of this name in somebody's program may be another, so of no count it is said that it cannot be.
    """

    takes = gives = "d_model"
    axes = ("timesteps", "features")
    gate_axis = 0
    holds: ClassVar[tuple[type[Module], ...]] = ()
    checks = Declared.checks | {
        **dict.fromkeys("d_model nhead dim_feedforward num_encoder_layers num_decoder_layers".split(), checked),
        **dict.fromkeys(["kdim", "vdim"], size_or_none),
        **dict.fromkeys(["add_bias_kv", "add_zero_attn", "norm_first"], flag),
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        self.__dict__.update(_parameters={}, _buffers={}, _modules={}, training=True)
        Declaration.__init__(self, *args, **kwargs)
        self.compose(**self.values)

    unknown = Declared.unknown
    features = Declared.features
    declare = Module.weights

    # What makes the parts, in PyTorch's order, from the arguments.
    compose: Callable[..., None]

    def output_shape(self, input_shape: Any) -> Any:
        """The shape of what comes out: that of what goes in, with its features checked."""
        shape = tuple(input_shape)
        size = self.values[self.takes]
        if not shape or (shape[-1] is not None and not same(shape[-1], size)):
            raise ValueError(
                f"{type(self).__name__}: input shape {shape}; expected {self.takes}={size} in the last axis"
            )
        return shape


class MultiheadAttention(Composed):
    """Attention with several heads: projections of query, key and value, and of what comes out. Heads change no count.

    Raises: ValueError where embed_dim does not divide into num_heads.

    >>> MultiheadAttention(64, 8).count()                     # 3(64·64 + 64) + 64·64 + 64
    16640
    """

    arguments = {"embed_dim": NEEDED, "num_heads": NEEDED, "dropout": 0.0, "bias": True, "add_bias_kv": False}
    arguments |= {"add_zero_attn": False, "kdim": None, "vdim": None, "batch_first": False, **PLACE}
    takes = gives = "embed_dim"

    def compose(
        self, embed_dim: Any, num_heads: Any, bias: Any, add_bias_kv: Any, kdim: Any, vdim: Any, **_: Any
    ) -> None:
        if isinstance(embed_dim, int) and isinstance(num_heads, int) and embed_dim % num_heads:
            raise ValueError(f"MultiheadAttention: embed_dim={embed_dim} does not divide into num_heads={num_heads}")
        sides = (embed_dim, *(embed_dim if side is None else side for side in (kdim, vdim)))
        if all(same(side, embed_dim) for side in sides):
            self.in_proj_weight = Parameter.of(Weight("in_proj_weight", (embed_dim, embed_dim), PROJECTIONS))
            names = ("q_proj_weight", "k_proj_weight", "v_proj_weight")
            self._parameters.update(dict.fromkeys(names))
        else:
            for name, side in zip("qkv", sides, strict=True):
                setattr(self, f"{name}_proj_weight", Parameter.of(Weight(f"{name}_proj_weight", (embed_dim, side))))
            self._parameters["in_proj_weight"] = None
        self._parameters["in_proj_bias"] = None
        if bias:
            self.in_proj_bias = Parameter.of(Weight("in_proj_bias", (embed_dim,), PROJECTIONS))
        self.out_proj = Linear(embed_dim, embed_dim, bias=bias)
        for name in ("bias_k", "bias_v"):
            self._parameters[name] = Parameter.of(Weight(name, (1, 1, embed_dim))) if add_bias_kv else None


BLOCK: dict[str, Any] = {"d_model": NEEDED, "nhead": NEEDED, "dim_feedforward": 2048, "dropout": 0.1}
BLOCK |= {"activation": "relu", "layer_norm_eps": 1e-05, "batch_first": False, "norm_first": False, "bias": True}


class TransformerEncoderLayer(Composed):
    """Attention to itself and two Linear layers, each with a LayerNorm.

    >>> TransformerEncoderLayer(4, 2, 8).count()              # 3(4·4 + 4) + 4·4 + 4 + 8·4 + 8 + 4·8 + 4 + 2(4 + 4)
    172
    """

    arguments = {**BLOCK, **PLACE}

    def compose(self, d_model: Any, nhead: Any, dim_feedforward: Any, bias: Any, **_: Any) -> None:
        self.self_attn = MultiheadAttention(d_model, nhead, bias=bias)
        self._feed_forward(d_model, dim_feedforward, bias)
        self._norms(d_model, bias, 2)

    def _feed_forward(self, d_model: Any, wide: Any, bias: Any) -> None:
        self.linear1 = Linear(d_model, wide, bias=bias)
        self.dropout = weightless_class("Dropout")(self.values["dropout"])
        self.linear2 = Linear(wide, d_model, bias=bias)

    def _norms(self, d_model: Any, bias: Any, many: int) -> None:
        for number in range(1, many + 1):
            setattr(self, f"norm{number}", LayerNorm(d_model, bias=bias))
        for number in range(1, many + 1):
            setattr(self, f"dropout{number}", weightless_class("Dropout")(self.values["dropout"]))


class TransformerDecoderLayer(TransformerEncoderLayer):
    """The same, with attention to what the encoder gives between the two.

    >>> TransformerDecoderLayer(4, 2, 8).count()              # as the encoder's 172, and 3(4·4 + 4) + 4·4 + 4 + 4 + 4
    260
    """

    def compose(self, d_model: Any, nhead: Any, dim_feedforward: Any, bias: Any, **_: Any) -> None:
        self.self_attn = MultiheadAttention(d_model, nhead, bias=bias)
        self.multihead_attn = MultiheadAttention(d_model, nhead, bias=bias)
        self._feed_forward(d_model, dim_feedforward, bias)
        self._norms(d_model, bias, 3)


class TransformerEncoder(Composed):
    """The same block several times, each with parameters of its own.

    >>> TransformerEncoder(TransformerEncoderLayer(4, 2, 8), num_layers=3).count()               # 3·172
    516
    """

    arguments = {"encoder_layer": NEEDED, "num_layers": NEEDED, "norm": None, "enable_nested_tensor": True}
    arguments |= {"mask_check": True}
    takes = gives = ""
    holds = (TransformerEncoderLayer,)

    def input_with(self, features: Any, like: Any = None) -> Any:
        """An input shape, whose features are those that the block inside was told."""
        block = self.values[self.needed[0]]
        return block.input_with(block.features, like)

    def output_shape(self, input_shape: Any) -> Any:
        return self.values[self.needed[0]].output_shape(input_shape)

    def compose(self, num_layers: int, norm: Any, **block: Any) -> None:
        self.layers = ModuleList(copy.deepcopy(block[self.needed[0]]) for _ in range(num_layers))
        if norm is not None:
            self.norm = norm


class TransformerDecoder(TransformerEncoder):
    """The same for the decoder's blocks.

    >>> TransformerDecoder(TransformerDecoderLayer(4, 2, 8), 2).count()        # 2·260
    520
    """

    arguments = {"decoder_layer": NEEDED, "num_layers": NEEDED, "norm": None}
    holds = (TransformerDecoderLayer,)


class Transformer(Composed):
    """Encoder and decoder, each with a LayerNorm at its end.

    >>> Transformer(4, 2, 1, 1, 8).count()                    # 172 + (4 + 4) + 260 + (4 + 4)
    448
    """

    arguments = {"d_model": 512, "nhead": 8, "num_encoder_layers": 6, "num_decoder_layers": 6, "dim_feedforward": 2048}
    arguments |= {"dropout": 0.1, "activation": "relu", "custom_encoder": None, "custom_decoder": None}
    arguments |= {"layer_norm_eps": 1e-05, "batch_first": False, "norm_first": False, "bias": True, **PLACE}

    def compose(self, **given: Any) -> None:
        shared = {name: given[name] for name in ("d_model", "nhead", "dim_feedforward", "dropout", "bias")}
        wide, bias = given["d_model"], given["bias"]
        self.encoder = given["custom_encoder"] or TransformerEncoder(
            TransformerEncoderLayer(**shared), given["num_encoder_layers"], LayerNorm(wide, bias=bias)
        )
        self.decoder = given["custom_decoder"] or TransformerDecoder(
            TransformerDecoderLayer(**shared), given["num_decoder_layers"], LayerNorm(wide, bias=bias)
        )
