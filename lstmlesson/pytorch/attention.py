"""PyTorch's attention, and the blocks of a transformer: modules made of modules, as PyTorch makes and names them.

Source: torch.nn.MultiheadAttention and torch.nn.modules.transformer of PyTorch 2.13.
"""

import copy
from collections.abc import Callable
from typing import Any

from lstmlesson.inert import bound
from lstmlesson.law.sizes import checked
from lstmlesson.law.weights import Weight
from lstmlesson.pytorch.containers import ModuleList
from lstmlesson.pytorch.feedforward import Linear
from lstmlesson.pytorch.foundation.module import Module
from lstmlesson.pytorch.foundation.parameters import Parameter
from lstmlesson.pytorch.normalisation import LayerNorm
from lstmlesson.pytorch.weightless import weightless_class

PROJECTIONS = ("query", "key", "value")


class Composed(Module):
    """A module whose arguments are checked by name, and that is built of others."""

    fields: tuple[str, ...] = ()
    defaults: dict[str, Any] = {}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__()
        given = bound(type(self).__name__, [*self.fields, *self.defaults, "device", "dtype"], args, kwargs)
        for field in self.fields:
            if field not in given:
                raise TypeError(f"{type(self).__name__} needs {field}, as in {type(self).__name__}({field}=…)")
        self.__dict__["arguments"] = self.defaults | given
        self.compose(**{name: value for name, value in (self.defaults | given).items() if name in self.taken})

    # The arguments that make parameters.
    taken: tuple[str, ...] = ()

    # What makes the parts, in PyTorch's order, from these arguments.
    compose: Callable[..., None]


class MultiheadAttention(Composed):
    """Attention with several heads: projections of query, key and value, and of what comes out. Heads change no count.

    Raises: ValueError where embed_dim does not divide into num_heads.

    >>> MultiheadAttention(64, 8).count()                     # 3(64·64 + 64) + 64·64 + 64
    16640
    """

    fields = ("embed_dim", "num_heads")
    defaults = {"dropout": 0.0, "bias": True, "add_bias_kv": False, "add_zero_attn": False}
    defaults |= {"kdim": None, "vdim": None, "batch_first": False}
    taken = ("embed_dim", "num_heads", "bias", "add_bias_kv", "kdim", "vdim")

    def compose(
        self, embed_dim: Any, num_heads: Any, bias: Any, add_bias_kv: Any, kdim: Any, vdim: Any, **_: Any
    ) -> None:
        wide = checked(embed_dim, "MultiheadAttention: embed_dim")
        heads = checked(num_heads, "MultiheadAttention: num_heads")
        if isinstance(wide, int) and isinstance(heads, int) and wide % heads:
            raise ValueError(f"MultiheadAttention: embed_dim={wide} does not divide into num_heads={heads}")
        self.__dict__.update(embed_dim=wide, num_heads=heads, batch_first=self.arguments["batch_first"])
        sides = (wide, kdim or wide, vdim or wide)
        if all(side == wide for side in sides):
            self.in_proj_weight = Parameter.of(Weight("in_proj_weight", (wide, wide), PROJECTIONS))
            names = ("q_proj_weight", "k_proj_weight", "v_proj_weight")
            self._parameters.update(dict.fromkeys(names))
        else:
            for name, side in zip("qkv", sides, strict=True):
                setattr(self, f"{name}_proj_weight", Parameter.of(Weight(f"{name}_proj_weight", (wide, side))))
            self._parameters["in_proj_weight"] = None
        self._parameters["in_proj_bias"] = None
        if bias:
            self.in_proj_bias = Parameter.of(Weight("in_proj_bias", (wide,), PROJECTIONS))
        self.out_proj = Linear(wide, wide, bias=bool(bias))
        for name in ("bias_k", "bias_v"):
            self._parameters[name] = Parameter.of(Weight(name, (1, 1, wide))) if add_bias_kv else None


BLOCK = {"dim_feedforward": 2048, "dropout": 0.1, "activation": "relu", "layer_norm_eps": 1e-05}
BLOCK |= {"batch_first": False, "norm_first": False, "bias": True}


class TransformerEncoderLayer(Composed):
    """Attention to itself and two Linear layers, each with a LayerNorm.

    >>> TransformerEncoderLayer(4, 2, 8).count()              # 3(4·4 + 4) + 4·4 + 4 + 8·4 + 8 + 4·8 + 4 + 2(4 + 4)
    172
    """

    fields = ("d_model", "nhead")
    defaults = BLOCK
    taken = ("d_model", "nhead", "dim_feedforward", "bias")

    def compose(self, d_model: Any, nhead: Any, dim_feedforward: Any, bias: Any, **_: Any) -> None:
        self.self_attn = MultiheadAttention(d_model, nhead, bias=bias)
        self._feed_forward(d_model, dim_feedforward, bias)
        self._norms(d_model, bias, 2)

    def _feed_forward(self, d_model: Any, wide: Any, bias: Any) -> None:
        self.linear1 = Linear(d_model, wide, bias=bool(bias))
        self.dropout = weightless_class("Dropout")(self.arguments["dropout"])
        self.linear2 = Linear(wide, d_model, bias=bool(bias))

    def _norms(self, d_model: Any, bias: Any, many: int) -> None:
        for number in range(1, many + 1):
            setattr(self, f"norm{number}", LayerNorm(d_model, bias=bool(bias)))
        for number in range(1, many + 1):
            setattr(self, f"dropout{number}", weightless_class("Dropout")(self.arguments["dropout"]))


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

    fields = ("encoder_layer", "num_layers")
    defaults = {"norm": None, "enable_nested_tensor": True, "mask_check": True}
    taken = ("encoder_layer", "num_layers", "norm")

    def compose(self, num_layers: int, norm: Any, **block: Any) -> None:
        (layer,) = block.values()
        self.layers = ModuleList(copy.deepcopy(layer) for _ in range(num_layers))
        if norm is not None:
            self.norm = norm


class TransformerDecoder(TransformerEncoder):
    """The same for the decoder's blocks.

    >>> TransformerDecoder(TransformerDecoderLayer(4, 2, 8), 2).count()        # 2·260
    520
    """

    fields = ("decoder_layer", "num_layers")
    defaults = {"norm": None}
    taken = ("decoder_layer", "num_layers", "norm")


class Transformer(Composed):
    """Encoder and decoder, each with a LayerNorm at its end.

    >>> Transformer(4, 2, 1, 1, 8).count()                    # 172 + (4 + 4) + 260 + (4 + 4)
    448
    """

    defaults = {"d_model": 512, "nhead": 8, "num_encoder_layers": 6, "num_decoder_layers": 6, "dim_feedforward": 2048}
    defaults |= {"dropout": 0.1, "activation": "relu", "custom_encoder": None, "custom_decoder": None}
    defaults |= {"layer_norm_eps": 1e-05, "batch_first": False, "norm_first": False, "bias": True}
    taken = tuple(defaults)

    def compose(self, **given: Any) -> None:
        shared = {name: given[name] for name in ("d_model", "nhead", "dim_feedforward", "dropout", "bias")}
        wide, bias = given["d_model"], bool(given["bias"])
        self.encoder = given["custom_encoder"] or TransformerEncoder(
            TransformerEncoderLayer(**shared), given["num_encoder_layers"], LayerNorm(wide, bias=bias)
        )
        self.decoder = given["custom_decoder"] or TransformerDecoder(
            TransformerDecoderLayer(**shared), given["num_decoder_layers"], LayerNorm(wide, bias=bias)
        )
