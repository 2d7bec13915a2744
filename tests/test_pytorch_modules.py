"""Modules of PyTorch as programs write them: what attributes hold is registered and counted, and `forward` is not run.

The counts are written out by hand. tests/test_pytorch_frameworks.py asks PyTorch itself.
"""

import copy
import math
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

import lstmlesson
import lstmlesson.pytorch as nn
import lstmlesson.pytorch as torch
import lstmlesson.pytorch.functional as F  # noqa: N812  as pasted code has it
from lstmlesson.pytorch import optim
from lstmlesson.pytorch.utils.data import DataLoader, Dataset, TensorDataset, random_split
from lstmlesson.pytorch.utils.rnn import pack_padded_sequence

pytestmark = pytest.mark.filterwarnings("ignore::lstmlesson.inert.NotHere")
LSTM_3_2 = 4 * (2 * 3 + 2 * 2 + 2 + 2)


class Tagger(nn.Module):
    def __init__(self, words=50, tags=5):
        super().__init__()
        self.embed = nn.Embedding(words, 3)
        self.lstm = nn.LSTM(3, 2, batch_first=True)
        self.head = nn.Sequential(nn.Linear(2, 4), nn.ReLU(), nn.Dropout(0.3), nn.Linear(4, tags))
        self.scale = nn.Parameter(torch.ones(7))

    def forward(self, words):
        raise AssertionError("forward is not run")


COUNT = 50 * 3 + LSTM_3_2 + (2 * 4 + 4) + (4 * 5 + 5) + 7


def test_a_class_of_the_learners_own_is_counted_by_its_attributes():
    net = Tagger()
    assert net.count() == net.trainable_count() == sum(p.numel() for p in net.parameters()) == COUNT
    assert [name for name, _ in net.named_parameters()][:3] == ["scale", "embed.weight", "lstm.weight_ih_l0"]
    assert [(row.name, row.class_name, row.count) for row in net.rows()] == [
        ("", "Tagger", 7),
        ("embed", "Embedding", 150),
        ("lstm", "LSTM", LSTM_3_2),
        ("head.0", "Linear", 12),
        ("head.1", "ReLU", 0),
        ("head.2", "Dropout", 0),
        ("head.3", "Linear", 25),
    ]
    assert repr(net).startswith(
        "Tagger(\n  (embed): Embedding(50, 3)\n  (lstm): LSTM(3, 2, batch_first=True)\n  (head): "
    )


def test_explain_reads_a_module_as_it_is():
    told = lstmlesson.explain(nn.Sequential(nn.LSTM(3, 2), nn.Linear(2, 1)))
    assert [row.formula for row in told.rows][1:] == ["4(2·3 + 2·2 + 2 + 2) = 56", "1·2 + 1 = 3"]


def test_what_is_frozen_is_counted_and_not_trained():
    net = Tagger()
    net.embed.weight.requires_grad = False
    for parameter in net.lstm.parameters():
        parameter.requires_grad = False
    assert (net.count(), net.trainable_count()) == (COUNT, COUNT - 150 - LSTM_3_2)
    assert sum(p.numel() for p in net.parameters() if p.requires_grad) == COUNT - 150 - LSTM_3_2
    net.requires_grad_(True)
    assert net.trainable_count() == COUNT
    assert nn.Embedding.from_pretrained(torch.zeros(9, 4)).trainable_count() == 0


def test_a_parameter_is_read_by_its_name():
    kinds = [nn.Linear(3, 2), nn.Conv1d(3, 2, 1), nn.BatchNorm1d(2), nn.LayerNorm(2), nn.Bilinear(3, 4, 2)]
    for layer in kinds:
        assert layer.bias.shape == (2,)
        layer.bias.data.zero_()
        layer.weight.data.normal_(0, 0.1)
        assert layer.weight.dim() == len(layer.weight.shape)
    assert nn.Linear(3, 2, bias=False).bias is None
    assert nn.LSTM(3, 2).weight_ih_l0.shape == (8, 3)
    assert nn.LSTM(3, 2).bias is True


def test_a_shared_parameter_counts_once():
    class Tied(nn.Module):
        def __init__(self):
            super().__init__()
            self.table = nn.Embedding(50, 3)
            self.out = nn.Linear(3, 50)
            self.out.weight = self.table.weight
            self.again = self.out

    assert Tied().count() == 50 * 3 + 50


def test_a_copy_shares_nothing():
    layer = nn.Linear(3, 2)
    assert nn.ModuleList(copy.deepcopy(layer) for _ in range(3)).count() == 3 * (3 * 2 + 2)
    assert nn.ModuleList([layer] * 3).count() == 3 * 2 + 2


def test_lists_and_dicts_of_modules_register_what_plain_lists_do_not():
    class Net(nn.Module):
        def __init__(self):
            super().__init__()
            self.hidden = [nn.Linear(3, 3)]
            self.listed = nn.ModuleList([nn.Linear(3, 3) for _ in range(2)])
            self.named = nn.ModuleDict({"a": nn.Linear(3, 1)})
            self.weights_of = nn.ParameterList([torch.zeros(2, 2)])

    assert Net().count() == 2 * (3 * 3 + 3) + (3 + 1) + 4


@pytest.mark.parametrize(
    ("module", "count"),
    [
        (nn.Conv1d(2, 8, 5), 8 * 2 * 5 + 8),
        (nn.Conv2d(3, 8, (2, 3), bias=False), 8 * 3 * 2 * 3),
        (nn.Conv3d(4, 8, 3, groups=2), 8 * 2 * 27 + 8),
        (nn.ConvTranspose2d(3, 8, 2), 3 * 8 * 4 + 8),
        (nn.BatchNorm2d(6), 6 + 6),
        (nn.GroupNorm(2, 6), 6 + 6),
        (nn.InstanceNorm1d(6), 0),
        (nn.PReLU(), 1),
        (nn.MultiheadAttention(8, 2), 3 * (8 * 8 + 8) + 8 * 8 + 8),
        (nn.TransformerEncoderLayer(4, 2, 8), 3 * 20 + 20 + (8 * 4 + 8) + (4 * 8 + 4) + 2 * 8),
        (nn.LSTMCell(3, 2), LSTM_3_2),
        (nn.MaxPool2d(2), 0),
        (nn.CrossEntropyLoss(), 0),
    ],
)
def test_each_kind_holds_what_its_formula_says(module, count):
    assert module.count() == sum(p.numel() for p in module.parameters()) == count
    assert nn.Sequential(module, module).count() == count


@pytest.mark.parametrize(
    ("line", "mend"),
    [
        ("nn.LSTM(3, hidden=2)", "hidden_size=2"),
        ("nn.LSTM(3, 2, num_layer=2)", "num_layers=2"),
        ("nn.LSTM(3)", "needs hidden_size"),
        ("nn.Linear(3, units=2)", "it has in_features"),
        ("nn.Dropout(rate=0.5)", "it has p"),
        ("nn.MultiheadAttention(8, 3)", "does not divide"),
        ("nn.Conv1d(3, 4, 2, groups=2)", "does not divide"),
        ("optim.Adam(Tagger().parameters(), learning_rate=0.1)", "lr=0.1"),
        ("nn.Sequential([nn.Linear(3, 2)])", r"nn.Sequential\(\*layers\)"),
        ("nn.ModuleList([3])", "expected a module"),
    ],
)
def test_what_pytorch_refuses_is_refused_with_the_line_to_write(line, mend):
    with pytest.raises((TypeError, ValueError), match=mend):
        eval(line)


def test_a_class_that_forgets_its_base_is_told():
    class Net(nn.Module):
        def __init__(self):
            self.head = nn.Linear(3, 2)

    with pytest.raises(AttributeError, match=r"write super\(\).__init__\(\)"):
        Net()


@pytest.mark.parametrize(
    ("name", "mend"), [("LSTMM", "'LSTM"), ("LazyLinear", "nn.Linear"), ("RNNBase", "not declared")]
)
def test_a_name_that_is_not_here_is_said(name, mend):
    with pytest.raises(AttributeError, match=mend):
        getattr(nn, name)
    with pytest.raises(ImportError, match=mend):
        exec(f"from lstmlesson.pytorch import {name}")


def test_a_training_loop_goes_on_and_gives_no_result():
    x, y = torch.randn(20, 5, 3), torch.randint(0, 2, (20,))
    assert (x.shape, x.size(-1), y.max().item(), len(x)) == ((20, 5, 3), 3, 1, 20)
    net, losses = Tagger(), []
    optimizer = optim.SGD(net.parameters(), lr=0.1, momentum=0.9)
    for inputs, _wanted in DataLoader(TensorDataset(x, y), batch_size=8, shuffle=True):
        assert inputs.shape == (8, 5, 3)
        output, (hidden, _) = net.lstm(inputs)
        loss = F.cross_entropy(F.relu(output[:, -1]) + hidden[-1], inputs)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    with torch.no_grad():
        _, best = torch.max(net(x), 1)
        assert math.isnan((best == y).sum().item())
    assert all(map(math.isnan, losses))
    assert len(losses) == 1
    pack_padded_sequence(x, [5] * 20, batch_first=True)


def test_a_data_set_of_the_learners_own_hands_out_one_batch():
    class Series(Dataset):
        def __len__(self):
            return 10

        def __getitem__(self, index):
            return {"x": torch.zeros(3), "y": index}

    train, test = random_split(Series(), [8, 2])
    assert (len(train), len(test), len(DataLoader(train, batch_size=3))) == (8, 2, 3)
    assert [sorted(batch) for batch in DataLoader(train)] == [["x", "y"]]


def test_tensors_have_the_shapes_that_programs_read_off_them():
    x = torch.zeros(4, 6)
    assert x.view(2, -1).shape == (2, 12)
    assert x.unsqueeze(-1).permute(0, 2, 1).shape == (4, 1, 6)
    assert torch.cat([x, x], dim=1).shape == (4, 12)
    assert torch.stack([x, x]).size() == (2, 4, 6)
    assert x[:, -1].shape == (4,)
    assert torch.Tensor(3, 8).shape == nn.Parameter(torch.Tensor(3, 8)).shape == (3, 8)
    assert torch.tensor([[1.0, 2.0]]).shape == (1, 2)


@pytest.mark.parametrize(
    "path", ["functional", "optim", "optim.lr_scheduler", "utils.data", "utils.rnn", "init", "cuda"]
)
def test_each_room_opens_and_its_names_are_there(path):
    room = import_module(f"lstmlesson.pytorch.{path}")
    assert [name for name in dir(room) if not hasattr(room, name)] == []


def test_the_rooms_are_not_loaded_before_a_program_names_them():
    program = "import sys, lstmlesson.pytorch; print('lstmlesson.pytorch.programs.rooms' in sys.modules)"
    root = Path(lstmlesson.__file__).parents[1]
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, cwd=root)
    assert told.stdout == "False\n"
