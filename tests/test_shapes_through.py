"""The shape that comes out of PyTorch's modules, by hand and beside PyTorch; and weights that are made of others."""

import random

import pytest

from lstmlesson import pytorch as nn
from lstmlesson.inert import NotHere
from lstmlesson.pytorch.programs.shapes_through import RULES
from lstmlesson.pytorch.programs.tensors import Tensor

pytestmark = pytest.mark.filterwarnings("ignore::lstmlesson.inert.NotHere")


def test_a_size_is_read_off_what_convolutions_give():
    features = nn.Sequential(nn.Conv2d(1, 8, 5), nn.MaxPool2d(2), nn.Conv2d(8, 16, 5), nn.ReLU(), nn.MaxPool2d(2))
    out = features(nn.zeros(1, 1, 28, 28))  # 28 - 4 = 24, half of it 12, 12 - 4 = 8, half of it 4
    assert out.shape == (1, 16, 4, 4)
    assert nn.Linear(out.view(1, -1).size(1), 10).count() == 256 * 10 + 10
    assert out.flatten(1).shape == (1, 256)
    assert out[:, 0, None, 1:].shape == (1, 1, 3, 4)
    assert out.permute(0, 2, 3, 1).reshape(1, 16, -1).transpose(1, 2).shape == (1, 16, 16)


def test_a_recurrent_module_gives_its_output_and_its_states():
    output, (hidden, cell) = nn.LSTM(4, 6, 2, batch_first=True, bidirectional=True)(nn.zeros(2, 5, 4))
    assert (output.shape, hidden.shape, cell.shape) == ((2, 5, 12), (4, 2, 6), (4, 2, 6))
    assert output[:, -1].shape == (2, 12)


def test_what_is_not_known_stays_without_a_shape_and_is_no_size():
    class Own(nn.Module):
        def forward(self, x):
            return x

    for module in (Own(), nn.Sequential(nn.ReLU(), Own()), nn.Fold(4, 2), nn.Linear(3, 2)):
        assert "shape" not in module(nn.zeros(2, 9)).__dict__
    with pytest.raises(TypeError, match=r"Linear: in_features=.*expected a positive whole number"):
        nn.Linear(Own()(nn.zeros(2, 9)).size(1), 3)
    with pytest.warns(NotHere, match="is not run here"):
        assert isinstance(Own()(nn.zeros(2)), Tensor)


def test_a_class_of_the_learner_s_own_is_not_followed_by_its_name():
    class Identity(nn.Module):
        def forward(self, x):
            return x[:, 0]

    class Last(nn.LSTM):
        def forward(self, x):
            return x

    class Twice(nn.Sequential):
        def forward(self, x):
            return x

    for module in (Identity(), Last(9, 2), Twice(nn.ReLU()), nn.Sequential(nn.ReLU(), Identity())):
        assert "shape" not in module(nn.zeros(2, 9)).__dict__, module


def test_a_class_that_keeps_the_forward_of_ours_is_followed():
    class Small(nn.MaxPool2d):
        pass

    class Named(nn.LSTM):
        pass

    assert Small(2)(nn.zeros(1, 3, 8, 6)).shape == (1, 3, 4, 3)
    assert Named(9, 2)(nn.zeros(5, 9))[0].shape == (5, 2)


@pytest.mark.parametrize("sizes", [(5, 5), (-1, -1), (7, -1), (-1, 0)])
def test_a_view_of_another_number_of_entries_is_refused(sizes):
    with pytest.raises(RuntimeError, match=r"view.* of 24 numbers; expected as many, and one -1 at most"):
        nn.LSTM(9, 4)(nn.zeros(6, 9))[0].view(*sizes)


@pytest.mark.parametrize(
    ("module", "count"),
    [
        (lambda: nn.utils.weight_norm(nn.Linear(3, 2)), 2 * 3 + 2 + 2),
        (lambda: nn.utils.weight_norm(nn.Conv1d(3, 4, 5), dim=None), 4 * 3 * 5 + 1 + 4),
        (lambda: nn.utils.parametrizations.weight_norm(nn.Linear(3, 2), dim=1), 2 * 3 + 3 + 2),
        (lambda: nn.utils.weight_norm(nn.LSTM(3, 2), name="weight_hh_l0"), 8 * 3 + 8 * 2 + 8 + 8 + 8),
        (lambda: nn.utils.spectral_norm(nn.Linear(3, 2)), 2 * 3 + 2),
        (lambda: nn.utils.remove_weight_norm(nn.utils.weight_norm(nn.Linear(3, 2))), 2 * 3 + 2),
    ],
)
def test_a_weight_that_is_made_of_others_counts_as_these(module, count):
    assert module().count() == count


PLAIN = {"Unflatten": [1, (2, -1)], "ChannelShuffle": [2], "LocalResponseNorm": [2], "Threshold": [0.1, 1.0]}
OPTIONS = {"Upsample": {"scale_factor": 2}, **{key: {"dim": 1} for key in ("Softmax", "Softmin", "LogSoftmax")}}


def arguments(name, draw):
    """Arguments for a weightless module, drawn, by the name without its axes."""
    if name.startswith("Adaptive"):
        return [draw.choice([1, 4, (3, 2), (None, 5)])], {}
    if name in ("AvgPool", "MaxPool"):
        more = {"stride": draw.choice([None, 1, 2]), "padding": draw.choice([0, 1]), "ceil_mode": draw.random() < 0.5}
        return [draw.choice([2, 3, (3, 2)])], more
    if name == "LPPool":
        return [2, draw.choice([1, 2, 3, (2, 3)])], {}
    if name.endswith("Pad"):
        return [draw.choice([1, (0, 2, 1, 1)]), *[0.5] * (name == "ConstantPad")], {}
    return [draw.choice([0, 1, 2]), -1] if name == "Flatten" else PLAIN.get(name, []), OPTIONS.get(name, {})


@pytest.mark.frameworks
@pytest.mark.parametrize("name", sorted(set(RULES) - {"Sequential"}))
def test_each_rule_is_pytorch_s_own(name):
    import torch

    draw = random.Random(name)
    for _ in range(20):
        shape = (2, 4, draw.randint(6, 12), draw.randint(6, 12))
        called = next(one for one in (name, f"{name}2d") if hasattr(torch.nn, one))
        args, kwargs = arguments(name, draw)
        wanted = getattr(torch.nn, called)(*args, **kwargs)(torch.zeros(shape)).shape
        assert getattr(nn, called)(*args, **kwargs)(nn.zeros(*shape)).shape == tuple(wanted), (args, kwargs, shape)
