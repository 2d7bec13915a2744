"""Live Keras and PyTorch beside our numbers: random models of two to six layers, random modules, random trainings.

Two things in the frameworks are short of digits and are mended here for the time of a test, so that float64 can be
compared in float64: Keras' torch backend multiplies float64 in float32 (its table BIT64_TO_BIT32_DTYPE), and PyTorch's
gradient of hardsigmoid uses 1/6 rounded to float32.
"""

import random

import numeric_models
import numpy as np
import pytest

import lstmlesson
from lstmlesson import GRU, LSTM, Bidirectional, numeric, pytorch, training

pytestmark = [pytest.mark.frameworks, pytest.mark.filterwarnings("ignore")]


@pytest.fixture
def keras(monkeypatch):
    """Keras in float64, through and through."""
    import keras
    import torch
    from keras.src.backend.common import dtypes

    def hardsigmoid(x):
        return torch.nn.functional.relu6(x + 3) / 6

    monkeypatch.setitem(dtypes.BIT64_TO_BIT32_DTYPE, "float64", "float64")
    monkeypatch.setattr(torch.nn.functional, "hardsigmoid", hardsigmoid)
    before = keras.config.floatx(), keras.config.dtype_policy()
    keras.config.set_floatx("float64")
    keras.config.set_dtype_policy("float64")
    yield keras
    keras.config.set_floatx(before[0])
    keras.config.set_dtype_policy(before[1])


def number_of_models(random_cases):
    return max(60, random_cases // 10)


def as_list(output):
    return list(output) if isinstance(output, list | tuple) else [output]


def stirred(model, seed):
    """Keras' starting weights, moved, so that biases are not zero; Keras has the same."""
    draw = np.random.default_rng(seed)
    weights = [weight + 0.3 * draw.normal(size=weight.shape) for weight in model.get_weights()]
    model.set_weights(weights)
    return weights


def furthest(ours, theirs):
    """The largest difference, measured by the largest number of each array where that is above 1."""
    pairs = zip(ours, theirs, strict=True)
    return max((np.abs(one - other).max() / max(1, np.abs(other).max()) for one, other in pairs), default=0)


def gradient_of(tensor, shape):
    return np.zeros(shape) if tensor.grad is None else tensor.grad.numpy()


def test_random_models_give_what_keras_gives(keras, random_cases):
    import torch

    for seed in range(number_of_models(random_cases)):
        theirs, ours = numeric_models.build(keras, seed), numeric_models.build(lstmlesson, seed)
        weights, x = stirred(theirs, seed), numeric_models.inputs(ours, seed)
        tensors = [torch.from_numpy(one).requires_grad_(one.dtype == "float64") for one in as_list(x)]
        told = as_list(theirs(tensors if isinstance(x, list) else tensors[0]))
        wanted = [np.random.default_rng(seed).normal(size=tuple(one.shape)) for one in told]
        sum((one * torch.from_numpy(times)).sum() for one, times in zip(told, wanted, strict=True)).backward()

        ran = numeric.run(ours, weights, x)
        outputs = as_list(ran.output)
        assert furthest(outputs, [one.detach().numpy() for one in told]) < 1e-12, seed
        found = training.gradients(ours, weights, x, wanted if isinstance(ran.output, list) else wanted[0])
        trained = [at for at, variable in enumerate(theirs.weights) if variable.trainable]
        of_weights = [gradient_of(theirs.weights[at].value, weights[at].shape) for at in trained]
        assert furthest([found.weights[at] for at in trained], of_weights) < 1e-11, seed
        for tensor, gradient in zip(tensors, as_list(found.x), strict=True):
            if tensor.requires_grad:
                gradient = np.zeros(tensor.shape) if gradient is None else gradient
                assert furthest([gradient], [gradient_of(tensor, tensor.shape)]) < 1e-11, seed


def test_random_trainings_go_as_in_keras(keras, random_cases):
    compared = 0
    for seed in range(number_of_models(random_cases)):
        theirs, ours = numeric_models.build(keras, seed), numeric_models.build(lstmlesson, seed)
        drops = any(isinstance(layer, lstmlesson.Dropout) for layer in ours.inner)
        bends = "relu" in str(ours.inner)  # where a number stands exactly at the bend, rounding decides
        if drops or bends or not theirs.trainable_weights:
            continue
        draw, numbers = random.Random(seed), np.random.default_rng(seed)
        weights, x = theirs.get_weights(), numeric_models.inputs(ours, seed, batch=5)
        wanted = [numbers.random(one.shape) for one in as_list(numeric.run(ours, weights, x).output)]
        wanted = wanted if len(wanted) > 1 else wanted[0]
        name = draw.choice(["Adam", "SGD"])
        arguments = draw.choice([{}, {"learning_rate": 0.03}] + [{"momentum": 0.9}] * (name == "SGD"))
        arguments |= draw.choice([{}, {"clipnorm": 0.1}, {"clipvalue": 0.03}, {"global_clipnorm": 0.2}])
        theirs.compile(getattr(keras.optimizers, name)(**arguments), "mean_squared_error")
        told = theirs.fit(x, wanted, epochs=3, batch_size=2, shuffle=False, verbose=0).history["loss"]
        found = training.fit(ours, weights, x, wanted, 3, 2, getattr(training, name)(**arguments))
        assert np.abs(np.array(told) - found.losses).max() < 1e-7, seed
        assert furthest(found.weights, theirs.get_weights()) < 1e-6, seed
        compared += 1
    assert compared > 15


@pytest.mark.parametrize("loss", ["categorical_crossentropy", "sparse_categorical_crossentropy"])
def test_classes_are_learnt_as_in_keras(keras, loss):
    draw = np.random.default_rng(0)

    def classifier(library):
        layers = library.layers
        both = layers.Bidirectional(layers.LSTM(4, return_sequences=True), merge_mode="sum")
        table = layers.Embedding(9, 5, mask_zero=True)
        return library.Sequential(
            [library.Input((6,), dtype="int32"), table, both, layers.Dense(3, activation="softmax")]
        )

    theirs, ours = classifier(keras), classifier(lstmlesson)
    weights, x = theirs.get_weights(), draw.integers(0, 9, (7, 6))
    classes = draw.integers(0, 3, (7, 6))
    y = np.eye(3)[classes] if loss == "categorical_crossentropy" else classes
    theirs.compile("adam", loss)
    told = theirs.fit(x, y, epochs=30, batch_size=3, shuffle=False, verbose=0).history["loss"]
    found = training.fit(ours, weights, x, y, 30, 3, "adam", loss)
    assert np.abs(np.array(told) - found.losses).max() < 1e-7
    assert furthest(found.weights, theirs.get_weights()) < 1e-6


def test_stateful_layers_go_on_as_in_keras(keras):
    """Without the fused path, in which Keras 3.15.1 cannot train a stateful layer with PyTorch."""
    draw = np.random.default_rng(0)

    def model(library):
        layers = library.layers
        first = layers.Bidirectional(layers.GRU(3, return_sequences=True, stateful=True, use_cudnn=False))
        chain = [
            library.Input(batch_shape=(2, 4, 3)),
            first,
            layers.LSTM(4, stateful=True, use_cudnn=False),
            layers.Dense(1),
        ]
        return library.Sequential(chain)

    theirs, ours = model(keras), model(lstmlesson)
    weights, x, y = theirs.get_weights(), draw.normal(size=(6, 4, 3)), draw.normal(size=(6, 1))
    weights = [weight for weight, variable in zip(weights, theirs.weights, strict=True) if "state" not in variable.path]
    theirs.compile("adam", "mean_squared_error")
    told = theirs.fit(x, y, epochs=4, batch_size=2, shuffle=False, verbose=0).history["loss"]
    found = training.fit(ours, weights, x, y, 4, 2)
    assert np.abs(np.array(told) - found.losses).max() < 1e-7


def test_float32_is_near_what_keras_gives_in_float32():
    import keras
    import torch

    for layer in (LSTM(8, return_sequences=True), GRU(8), Bidirectional(LSTM(4)), GRU(8, reset_after=False)):
        config = {name: layer.values[name] for name in layer.given}
        if isinstance(layer, Bidirectional):
            config["layer"] = keras.layers.LSTM(4)
        theirs = getattr(keras.layers, type(layer).__name__)(**config, dtype="float32")
        x = np.random.default_rng(0).normal(size=(4, 20, 6)).astype("float32")
        tensor = torch.from_numpy(x).requires_grad_()
        told = theirs(tensor)
        told.sum().backward()
        weights = [np.asarray(variable.value.detach()) for variable in theirs.weights]
        assert np.abs(numeric.run(layer, weights, x).output - told.detach().numpy()).max() < 2e-6
        found = training.gradients(layer, weights, x, np.ones(told.shape, "float32"))
        for ours, variable in zip(found.weights, theirs.weights, strict=True):
            assert np.allclose(ours, variable.value.grad.numpy(), rtol=1e-5, atol=1e-5)


def random_module(seed):
    """The class, its arguments, and a shape for x."""
    draw = random.Random(seed)
    kind, features, hidden = draw.choice(["LSTM", "GRU", "RNN"]), draw.randint(1, 4), draw.randint(2, 5)
    more = {"num_layers": draw.randint(1, 3), "bidirectional": draw.random() < 0.5}
    more |= {"bias": draw.random() < 0.8, "batch_first": draw.random() < 0.5}
    if kind == "LSTM" and draw.random() < 0.5:
        more["proj_size"] = draw.randint(1, hidden - 1)
    if kind == "RNN":
        more["nonlinearity"] = draw.choice(["tanh", "relu"])
    shape = (draw.randint(1, 5), draw.randint(1, 5), features)
    return kind, (features, hidden), more, shape if draw.random() < 0.8 else shape[1:]


def test_random_modules_give_what_pytorch_gives(random_cases):
    import torch

    for seed in range(number_of_models(random_cases)):
        kind, sizes, more, shape = random_module(seed)
        draw = np.random.default_rng(seed)
        theirs = getattr(torch.nn, kind)(*sizes, **more, dtype=torch.float64)
        ours = getattr(pytorch, kind)(*sizes, **more)
        x = torch.from_numpy(draw.normal(size=shape)).requires_grad_()
        expected = ours.output_shape(shape)[1]
        states = [draw.normal(size=one) for one in (expected if kind == "LSTM" else [expected])]
        begin = [torch.from_numpy(state).requires_grad_() for state in states]
        output, ends = theirs(x, tuple(begin) if kind == "LSTM" else begin[0])
        told = [output, *(ends if kind == "LSTM" else [ends])]
        wanted = [draw.normal(size=tuple(one.shape)) for one in told]
        sum((one * torch.from_numpy(times)).sum() for one, times in zip(told, wanted, strict=True)).backward()

        weights = theirs.state_dict()
        ran = numeric.run(ours, weights, x.detach().numpy(), states)
        assert furthest([ran.output, *ran.states], [one.detach().numpy() for one in told]) < 1e-12, seed
        found = training.gradients(ours, weights, x.detach().numpy(), wanted[0], wanted[1:], states)
        of_theirs = [one.grad.numpy() for one in (*theirs.parameters(), x, *begin)]
        assert furthest([*found.weights, found.x, *found.initial_state], of_theirs) < 1e-12, seed


def test_dropout_lets_through_what_keras_lets_through_on_average(keras):
    """The numbers that are dropped are others; how many, and what the rest becomes, are the same."""
    layer, x = keras.layers.Dropout(0.3, seed=0), np.ones((200, 200))
    theirs = np.asarray(layer(x, training=True))
    ours = numeric.run(lstmlesson.Dropout(0.3), [], x, dropout_seed=0).output
    assert np.allclose(sorted(set(theirs.ravel())), sorted(set(ours.ravel())), atol=1e-12)
    assert ours.mean() == pytest.approx(1, abs=0.02)
    assert theirs.mean() == pytest.approx(1, abs=0.02)


@pytest.mark.parametrize("kind", ["LSTM", "GRU"])
def test_numbers_move_between_keras_and_pytorch(keras, kind):
    import torch

    layer = getattr(keras.layers, kind)(4, return_sequences=True)
    x = torch.from_numpy(np.random.default_rng(0).normal(size=(2, 5, 3)))
    told = layer(x).detach().numpy()
    module = getattr(torch.nn, kind)(3, 4, batch_first=True, dtype=torch.float64)
    ours = getattr(lstmlesson, kind)(4, return_sequences=True)
    arrays = numeric.to_pytorch(ours, [np.asarray(weight.value.detach()) for weight in layer.weights])
    module.load_state_dict(dict(zip(module.state_dict(), map(torch.from_numpy, arrays), strict=True)))
    assert np.abs(module(x)[0].detach().numpy() - told).max() < 1e-15
    again = numeric.to_keras(getattr(pytorch, kind)(3, 4), module.state_dict())
    assert furthest(again, [np.asarray(weight.value.detach()) for weight in layer.weights]) == 0
