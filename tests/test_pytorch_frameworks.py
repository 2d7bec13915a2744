"""PyTorch itself as the witness: random modules, and modules made of them, count as they do there."""

import inspect
import random

import pytest

from lstmlesson import pytorch
from lstmlesson.pytorch.weightless import NOT_DECLARED, weightless_class

pytestmark = [
    pytest.mark.frameworks,
    *map(
        pytest.mark.filterwarnings, ("ignore:LSTM with projections", "ignore:enable_nested", "ignore:.NLLLoss2d. has")
    ),
    pytest.mark.filterwarnings("ignore::lstmlesson.inert.NotHere"),
]
BOOLS = "bias affine track_running_stats elementwise_affine bidirectional batch_first add_bias_kv".split()


@pytest.fixture
def torch():
    return pytest.importorskip("torch")


def size(draw):
    return draw.choice([1, 2, 3, 4, 6, 8, 12])


def window(draw, rank):
    return draw.choice([size(draw), tuple(draw.randint(1, 4) for _ in range(rank))])


# For each class how its needed arguments are drawn: some of the draws are refused by PyTorch, and must be here.
DRAWS = {
    "Linear": lambda d: (size(d), size(d)),
    "Bilinear": lambda d: (size(d), size(d), size(d)),
    "Embedding": lambda d: (size(d), size(d)),
    "EmbeddingBag": lambda d: (size(d), size(d)),
    "LayerNorm": lambda d: (d.choice([size(d), (size(d), size(d))]),),
    "RMSNorm": lambda d: (d.choice([size(d), (size(d), size(d))]),),
    "GroupNorm": lambda d: (size(d), size(d)),
    "PReLU": lambda d: (size(d),),
    "MultiheadAttention": lambda d: (size(d), size(d)),
    "TransformerEncoderLayer": lambda d: (size(d), size(d), size(d)),
    "TransformerDecoderLayer": lambda d: (size(d), size(d), size(d)),
    "Transformer": lambda d: (4, 2, d.randint(1, 2), d.randint(1, 2), size(d)),
    "SyncBatchNorm": lambda d: (size(d),),
    **{name: lambda d: (size(d), size(d)) for name in "LSTM GRU RNN LSTMCell GRUCell RNNCell".split()},
    **{f"{kind}Norm{rank}d": lambda d: (size(d),) for kind in ("Batch", "Instance") for rank in (1, 2, 3)},
    **{
        f"Conv{kind}{rank}d": lambda d, rank=rank: (size(d), size(d), window(d, rank))
        for kind in ("", "Transpose")
        for rank in (1, 2, 3)
    },
}
MORE = {"groups": [1, 2, 3], "num_layers": [1, 2, 3], "proj_size": [0, 1, 2], "kdim": [None, 3], "vdim": [None, 5]}
MORE |= {"dim_feedforward": [8], "padding": [0, 1], "stride": [1, 2], "norm_first": [True], "dilation": [1, 2]}


def drawn(draw, torch):
    """The name of a class, its arguments by place and by name."""
    name = draw.choice(sorted(DRAWS))
    args = DRAWS[name](draw)
    fields = list(inspect.signature(getattr(torch.nn, name).__init__).parameters)[1 + len(args) :]
    if name in ("LSTM", "GRU", "RNN"):
        fields = "num_layers bias batch_first bidirectional".split() + ["proj_size"] * (name == "LSTM")
    kwargs = {field: draw.random() < 0.5 for field in fields if field in BOOLS and draw.random() < 0.6}
    kwargs |= {field: draw.choice(MORE[field]) for field in fields if field in MORE and draw.random() < 0.4}
    return name, args, kwargs


def made(room, name, args, kwargs):
    """The module, or None where it is refused."""
    try:
        return getattr(room, name)(*args, **kwargs)
    except (ValueError, TypeError, AssertionError, NotImplementedError):
        return None


def told(module):
    """The parameters by name and shape, and the names of the buffers."""
    parameters = [(name, tuple(one.shape)) for name, one in module.named_parameters()]
    return parameters, [(name, tuple(one.shape)) for name, one in module.named_buffers()]


def test_random_modules_register_what_pytorch_registers(torch, random_cases):
    draw, refused = random.Random(3), 0
    for _ in range(random_cases):
        name, args, kwargs = drawn(draw, torch)
        theirs, ours = made(torch.nn, name, args, kwargs), made(pytorch, name, args, kwargs)
        assert (theirs is None) == (ours is None), (name, args, kwargs, theirs, ours)
        if theirs is None:
            refused += 1
            continue
        assert told(ours) == told(theirs), (name, args, kwargs)
        assert ours.count() == sum(one.numel() for one in theirs.parameters())
        assert ours.trainable_count() == sum(one.numel() for one in theirs.parameters() if one.requires_grad)
        assert [type(one).__name__ for one in ours.children()] == [
            type(one).__name__.replace("NonDynamicallyQuantizable", "") for one in theirs.children()
        ]
    assert refused < random_cases / 2


def nested(room, draw, torch, depth=0):
    """A module made of modules, some of them used twice; the same for both rooms, if the draw begins the same."""
    kind = draw.choice(["leaf", "Sequential", "ModuleList", "ModuleDict", "class"]) if depth < 3 else "leaf"
    if kind == "leaf":
        while True:
            name, args, kwargs = drawn(draw, torch)
            if made(torch.nn, name, args, kwargs) is not None:
                return made(room, name, args, kwargs)
    parts = [nested(room, draw, torch, depth + 1) for _ in range(draw.randint(1, 3))]
    if draw.random() < 0.4:
        parts.append(parts[0])
    if kind == "class":
        return own_class(room, parts, draw)
    if kind == "ModuleDict":
        return room.ModuleDict({f"part{at}": part for at, part in enumerate(parts)})
    return getattr(room, kind)(*parts) if kind == "Sequential" else getattr(room, kind)(parts)


def own_class(room, parts, draw):
    """A class as learners write it: parts, a parameter, a buffer, weights that are tied or frozen."""

    class Net(room.Module):
        def __init__(self):
            super().__init__()
            for at, part in enumerate(parts):
                setattr(self, f"layer{at}", part)
            self.scale = room.Parameter(zeros(room, 3, 2), requires_grad=tied)
            self.register_buffer("steps", zeros(room, 4))
            self.table = room.Embedding(5, 3)
            self.out = room.Linear(3, 5, bias=tied)
            if tied:
                self.out.weight = self.table.weight
            if frozen:
                self.layer0.requires_grad_(False)

    tied, frozen = draw.random() < 0.5, draw.random() < 0.3
    return Net()


def zeros(room, *sizes):
    import torch

    return (torch if room is torch.nn else room).zeros(*sizes)


def test_random_modules_of_modules_count_as_in_pytorch(torch, random_cases):
    for seed in range(random_cases // 4):
        theirs = nested(torch.nn, random.Random(seed), torch)
        ours = nested(pytorch, random.Random(seed), torch)
        assert told(ours) == told(theirs), seed
        assert ours.count() == sum(one.numel() for one in theirs.parameters())
        assert ours.trainable_count() == sum(one.numel() for one in theirs.parameters() if one.requires_grad)
        assert sorted(ours.state_dict()) == sorted(theirs.state_dict())
        assert [name for name, _ in ours.named_modules()] == [name for name, _ in theirs.named_modules()]


def test_every_class_of_torch_nn_is_declared_or_holds_nothing_or_is_said_not_to_be_here(torch):
    classes = [name for name, one in vars(torch.nn).items() if inspect.isclass(one) and not name.startswith("_")]
    modules = [name for name in classes if issubclass(getattr(torch.nn, name), torch.nn.Module)]
    declared = {*pytorch.__all__, "DataParallel"}
    for name in modules:
        if name in declared or name in NOT_DECLARED or name.startswith("Lazy"):
            continue
        args, kwargs = arguments_of(torch, name)
        theirs = getattr(torch.nn, name)(*args, **kwargs)
        assert list(theirs.parameters()) == [], name
        assert weightless_class(name)(*args, **kwargs).count() == 0


def arguments_of(torch, name):
    """Something for each argument that a class needs."""
    parameters = list(inspect.signature(getattr(torch.nn, name).__init__).parameters.values())[1:]
    needed = [one for one in parameters if one.default is one.empty and one.kind is one.POSITIONAL_OR_KEYWORD]
    if name == "Unflatten":
        return (1, (2, 2)), {}
    return [2] * len(needed), {"output_size": 2} if name.startswith("Fractional") else {}


def test_the_table_of_names_is_that_of_the_installed_pytorch(torch):
    from importlib import import_module

    written = import_module("write_torch_names")
    assert written.text() == written.FILE.read_text("utf-8")
