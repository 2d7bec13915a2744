"""Summaries that frameworks print now, of models drawn here, whole and with harmless damage.

Each row is read with its count, and nothing is accused: by Keras at widths from 40 to 160 with every option, of models
of many kinds and in part, by torchinfo with its columns and settings, by torchsummary, pytorch_model_summary,
Lightning, and by print(module).
"""

import contextlib
import io
import random
import re

import damage
import pytest
import random_functional
import random_layers
import random_torch
import random_wide

from lstmlesson.summary import explain

KERAS_MODELS, PYTORCH_MODULES = 100, 60
WIDTHS = [None, 40, 50, 60, 72, 80, 98, 120, 160]
COLUMNS = ["input_size", "output_size", "params_percent", "kernel_size", "mult_adds", "trainable"]
pytestmark = pytest.mark.frameworks


def forms(text, draw):
    """A text as it is and with two kinds of damage."""
    return [text, *(damage.DAMAGE[name](text) for name in draw.sample(sorted(damage.DAMAGE), 2))]


def layer(keras, config):
    """A layer of Keras from its configuration, and those inside it."""
    arguments = dict(config["kwargs"])
    for name in arguments.keys() & {"layer", "backward_layer", "cell"}:
        inner = arguments[name]
        arguments[name] = [layer(keras, one) for one in inner] if isinstance(inner, list) else layer(keras, inner)
    return getattr(keras.layers, config["class"])(**arguments)


def built(keras, seed):
    """A model of a seed, or None where Keras refuses it."""
    if seed % 2:
        return random_functional.model(keras, seed)
    chain = random_layers.chain(seed)
    try:
        layers = [layer(keras, one) for one in chain["layers"]]
        return keras.Sequential([keras.Input(tuple(chain["input_shape"][1:])), *layers])
    except (TypeError, ValueError):
        return None


def printed(model, draw):
    """What Keras prints of a model, with options drawn."""
    parts = []
    options = {name: draw.random() < 0.4 for name in ("expand_nested", "show_trainable")}
    if draw.random() < 0.3:
        model.compile(optimizer=draw.choice(["adam", "sgd", "rmsprop"]), loss="mse")
        model.optimizer.build(model.trainable_variables)
    model.summary(line_length=draw.choice(WIDTHS), print_fn=lambda text, **_: parts.append(text), **options)
    return "\n".join(parts)


@pytest.mark.filterwarnings("ignore")  # Keras' own
def test_what_keras_prints_is_read_row_by_row_and_never_accused(monkeypatch):
    import keras

    monkeypatch.setenv("COLUMNS", "200")  # else rich cuts what is wider than the terminal
    models = (model for seed in range(1, 1000) if (model := built(keras, seed)))
    for number, model in zip(range(KERAS_MODELS), models, strict=False):
        draw = random.Random(number)
        parts = model.layers if isinstance(model, keras.Sequential) else model.operations
        counts = [part.count_params() if hasattr(part, "count_params") else 0 for part in parts]
        for text in forms(printed(model, draw), draw):
            summary = explain(text)
            rows = [row for row in summary.rows if row.depth == 0]
            assert summary.problems == (), text
            assert [(row.count, "count" in row.cut) for row in rows] == [
                (None, True) if "count" in row.cut else (count, False) for row, count in zip(rows, counts, strict=True)
            ], text
            assert summary.totals.of_the_model == model.count_params(), text


def a_part(model, draw):
    """Options for a summary of some of a model's layers in columns of drawn widths, and the layers that it then has."""
    parts = model.layers if hasattr(model, "add") else model.operations
    places = draw.choice([[0.3, 0.6, 0.7, 1.0], [0.4, 0.7, 0.85, 1.0], [0.25, 0.5, 0.75, 1.0]])
    options = {"positions": places, "line_length": draw.choice([72, 80, 98, 120, 160])}
    names = [layer.name for layer in model.layers]
    if draw.random() < 0.6 and len(names) > 1:
        ends = sorted(names.index(name) for name in draw.sample(names, 2))
        options["layer_range"] = [f"{re.escape(names[end])}$" for end in ends]
        first, last = sorted(at for at, part in enumerate(parts) if part.name in {names[end] for end in ends})
        parts = parts[first : last + 1]
    return options, parts


@pytest.mark.filterwarnings("ignore")  # Keras' own
def test_a_part_of_a_model_of_any_kind_is_read_and_never_accused(monkeypatch):
    import keras

    monkeypatch.setenv("COLUMNS", "200")  # else rich cuts what is wider than the terminal
    for seed in range(KERAS_MODELS):
        draw = random.Random(seed)
        lines, model = [], random_wide.model(keras, seed)
        options, parts = a_part(model, draw)
        model.summary(print_fn=lambda text, to=lines, **_: to.append(text), **options)
        counts = [part.count_params() if hasattr(part, "count_params") else 0 for part in parts]
        for text in forms("\n".join(lines), draw):
            summary = explain(text)
            assert summary.problems == (), text
            for row, count in zip(summary.rows, counts, strict=True):
                assert row.count in (count, None), text
                assert row.count == count or row.cut or "\u2503  \u2503" in text, text  # a column without a width


def pytorch_texts(module, data, draw):
    """What the printers make of a module, each with the counts that its rows must have, in this order."""
    import pytorch_model_summary
    import torchinfo
    import torchsummary

    columns = ["num_params", *draw.sample(COLUMNS, draw.randint(0, 4))]
    settings = draw.sample(["var_names", "depth", "ascii_only"], draw.randint(0, 3)) or ["depth"]
    depth = draw.choice([1, 2, 3, 5])
    options = {"row_settings": settings, "depth": depth, "verbose": 0, "col_width": draw.choice([15, 20, 25])}
    for asked in ({"input_data": data, "col_names": draw.sample(columns, len(columns))}, {}):
        found = torchinfo.summary(module, **asked, **options)
        leaves = [one for one in found.summary_list if one.depth <= depth and one.is_leaf_layer]
        yield str(found), [one.num_params for one in leaves if not one.is_recursive]
    leaves = [one for one in module.modules() if not list(one.children())]
    yield repr(module), [count for count in map(random_torch.numbers, leaves) if count]
    if random_torch.takes_images(module):
        with contextlib.redirect_stdout(io.StringIO()) as out:
            torchsummary.summary(module, tuple(data.shape[1:]), device="cpu")
        yield out.getvalue(), list(map(random_torch.numbers, leaves))
        yield pytorch_model_summary.summary(module, data), list(map(random_torch.numbers, leaves))


@pytest.mark.filterwarnings("ignore")  # the printers' own
def test_what_the_printers_of_pytorch_print_is_read_row_by_row_and_never_accused():
    for seed in range(PYTORCH_MODULES):
        draw = random.Random(seed)
        module, data = random_torch.drawn(draw)
        for text, counts in pytorch_texts(module, data, draw):
            for form in forms(text, draw):
                summary = explain(form)
                assert summary.problems == (), form
                rows = iter(row.count for row in summary.rows)
                assert all(count in rows for count in counts), (form, counts)  # in this order, others between them


def lightning(draw):
    """What Lightning prints of a module of its own, and the counts of its rows."""
    from pytorch_lightning import LightningModule
    from pytorch_lightning.utilities.model_summary import ModelSummary
    from torch import nn

    class Task(LightningModule):
        def __init__(self):
            super().__init__()
            self.net, data = random_torch.drawn(draw)
            self.head = nn.Linear(3, 2).requires_grad_(draw.random() < 0.6)
            self.example_input_array = data if draw.random() < 0.5 else None

        def forward(self, x):
            return self.net(x)

    found = ModelSummary(Task(), max_depth=draw.choice([1, 2, 3, -1]))
    return str(found), found.param_nums


@pytest.mark.filterwarnings("ignore")  # Lightning's own
def test_what_lightning_prints_is_read_row_by_row_and_never_accused():
    for seed in range(PYTORCH_MODULES):
        draw = random.Random(seed)
        text, counts = lightning(draw)
        for form in forms(text, draw):
            summary = explain(form)
            assert summary.problems == (), form
            assert len(summary.rows) == len(counts), form
            for row, count in zip(summary.rows, counts, strict=True):
                assert abs(row.count - count) <= (count / 20 if row.rounded else 0), form
