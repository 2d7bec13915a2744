"""The ledgers of PyTorch's modules: the arithmetic written out, and what PyTorch itself multiplies and keeps."""

import pytest

from lstmlesson import pytorch
from lstmlesson.ledger import SLOTS, costs


def values(*args, **kwargs):
    return {name: entry.value for name, entry in costs(*args, **kwargs).items()}


def test_the_base_case():
    assert values(pytorch.LSTM(10, 20), (5, 10), batch=3) == {
        "parameters": 4 * (20 * 10 + 20 * 20 + 20 + 20),
        "state": 3 * 2 * 20,
        "activations": 3 * 5 * 20,
        "multiply-adds": 3 * 5 * 4 * (20 * 10 + 20 * 20),
        "bytes": 4 * 2_560,
        "optimizer": 2 * 2_560 + 4,  # Adam counts the steps of each of the four arrays
    }


def test_layers_directions_and_a_projection():
    both = values(pytorch.GRU(3, 2, num_layers=2, bidirectional=True), (7, 3))
    assert both["state"] == 2 * 2 * 2
    assert both["multiply-adds"] == 7 * 2 * 3 * (2 * 3 + 2 * 2 + 2 * 4 + 2 * 2)
    projected = values(pytorch.LSTM(3, 5, proj_size=2), (7, 3))
    assert projected["state"] == 2 + 5
    assert projected["multiply-adds"] == 7 * (4 * (5 * 3 + 5 * 2) + 2 * 5)


def test_a_cell_is_one_step():
    step = values(pytorch.LSTMCell(3, 2), (3,), batch=5)
    assert (step["state"], step["activations"]) == (5 * (2 + 2), 5 * 2)
    assert step["multiply-adds"] == 5 * 4 * (2 * 3 + 2 * 2)
    assert costs(pytorch.GRUCell(3, 2), (3,))["multiply-adds"].depends_on == ("features", "units", "batch")


def test_numbers_that_no_kernel_multiplies():
    for module, shape in [(pytorch.PReLU(4), (4, 5)), (pytorch.LayerNorm(3), (7, 3)), (pytorch.Embedding(9, 2), (7,))]:
        assert values(module, shape)["multiply-adds"] == 0


def test_what_each_ledger_hangs_on():
    depends = {name: entry.depends_on for name, entry in costs(pytorch.LSTM(10, 20), (None, 10)).items()}
    assert depends == {
        "parameters": ("features", "units"),
        "state": ("units", "batch"),
        "activations": ("timesteps", "units", "batch"),
        "multiply-adds": ("timesteps", "features", "units", "batch"),
        "bytes": ("features", "units"),
        "optimizer": ("features", "units"),
    }
    assert costs(pytorch.LSTM(10, 20), (None, 10))["multiply-adds"].value is None
    assert costs(pytorch.Embedding(640, 300), (9,))["activations"].depends_on == ("timesteps", "units", "batch")


@pytest.mark.parametrize(
    ("module", "shape", "error", "words"),
    [
        (pytorch.LSTM(10, 20), None, TypeError, "a tuple of sizes"),
        (pytorch.LSTM(10, 20), (3, 5, 10), ValueError, "one sample, without the batch"),
        (pytorch.LSTM(10, 20), (5, 11), ValueError, "input_size=10"),
        (pytorch.LSTMCell(10, 20), (5, 10), ValueError, "one sample, without the batch"),
        (pytorch.Bilinear(3, 4, 2), (3,), TypeError, "how often its numbers are used is not known here"),
        (pytorch.ReLU(), (7, 3), TypeError, "a module such as"),
        (pytorch.Sequential(pytorch.Linear(3, 2)), (3,), TypeError, "module by module"),
    ],
)
def test_what_cannot_be_is_refused(module, shape, error, words):
    with pytest.raises(error, match=words):
        costs(module, shape)


WORKING = [
    (("Linear", 3, 2), (3,)),
    (("Linear", 3, 2), (7, 3)),
    (("GRUCell", 3, 2), (3,)),
    (("LSTMCell", 3, 2), (3,)),
    (("PReLU", 4), (4, 5)),
    (("RMSNorm", 3), (7, 3)),
    (("Conv1d", 3, 8, 5), (3, 20)),
    (("Conv2d", 4, 8, 3), (4, 9, 10)),
    (("ConvTranspose1d", 3, 8, 5), (3, 20)),
    (("Embedding", 10, 3), (7,)),
    (("LayerNorm", 3), (7, 3)),
]


@pytest.mark.frameworks
@pytest.mark.parametrize(("made", "shape"), WORKING, ids=str)
def test_the_work_is_what_pytorch_itself_counts(made, shape):
    import torch
    from torch.utils.flop_counter import FlopCounterMode

    name, *arguments = made
    given = torch.zeros(1, *shape, dtype=torch.long if name == "Embedding" else torch.float)
    with FlopCounterMode(display=False) as counter:
        getattr(torch.nn, name)(*arguments)(given)
    counted = costs(getattr(pytorch, name)(*arguments), shape)["multiply-adds"].value
    assert 2 * counted == counter.get_total_flops()  # PyTorch counts a multiplication and an addition apart


OPTIMIZERS = {"sgd": "SGD", "sgd with momentum": "SGD", "rmsprop": "RMSprop", "adagrad": "Adagrad", "adam": "Adam"}


@pytest.mark.frameworks
@pytest.mark.parametrize("name", SLOTS)
def test_an_optimizer_keeps_what_pytorch_s_keeps(name):
    import torch

    module = torch.nn.LSTM(10, 20)
    more = {"momentum": 0.9} if "momentum" in name else {}
    optimizer = getattr(torch.optim, OPTIMIZERS.get(name, "AdamW"))(module.parameters(), lr=0.1, **more)
    output, _ = module(torch.zeros(5, 10))
    output.sum().backward()
    optimizer.step()
    kept = [one for state in optimizer.state.values() for one in state.values() if one is not None]
    assert costs(pytorch.LSTM(10, 20), (5, 10), optimizer=name)["optimizer"].value == sum(one.numel() for one in kept)
