"""What `benchmarks/numeric.py` measures: one program for each contestant. Each imports its own library, and only that.

An LSTM's contestant takes a size (batch, timesteps, features, units) and a number type, and gives its programs by
name, all on the same numbers: forward, and forward with the gradients of the weights and of x. A trainer takes the
name of one of seed 003's three runs and gives a program that trains for so many epochs.
"""

import math

SEED_003 = {"one to one": (5, 1, 1000, 5), "many to one": (1, 5, 500, 1), "many to many": (1, 5, 1000, 1)}


def numbers(size, kind):
    """x, what the output is multiplied with, and the weights of an LSTM as Keras keeps them."""
    import numpy as np

    batch, timesteps, features, units = size
    draw = np.random.default_rng(0)
    shapes = [(features, 4 * units), (units, 4 * units), (4 * units,)]
    weights = [(draw.normal(size=shape) / math.sqrt(units)).astype(kind) for shape in shapes]
    x, wanted = draw.normal(size=(batch, timesteps, features)), draw.normal(size=(batch, timesteps, units))
    return x.astype(kind), wanted.astype(kind), weights


def ours(size, kind):
    """The public calls, with all that they check."""
    from lstmlesson import LSTM, numeric, training

    x, wanted, weights = numbers(size, kind)
    layer = LSTM(size[-1], return_sequences=True)
    return {
        "forward": lambda: numeric.run(layer, weights, x),
        "gradients": lambda: training.gradients(layer, weights, x, wanted),
    }


def step(size, kind):
    """The fast step alone, from timestep to timestep, without what numeric.run checks and turns."""
    import numpy as np

    from lstmlesson import LSTM
    from lstmlesson.numeric.families import cell_arrays as cell_arrays
    from lstmlesson.numeric.families import stacked, through_time

    x, wanted, weights = numbers(size, kind)
    own = cell_arrays.of_cell(LSTM(size[-1]).cell, weights)
    x, wanted = x.transpose(1, 2, 0), wanted.transpose(1, 2, 0).copy()
    zeros = [np.zeros((size[-1], size[0]), kind)] * 2
    return {
        "forward": lambda: stacked.run(own, x, zeros),
        "gradients": lambda: through_time.back(own, stacked.run(own, x, zeros, keep=True).tape, wanted, zeros),
    }


def torch(size, kind):
    """torch.nn.LSTM."""
    import torch

    from lstmlesson import LSTM, numeric

    torch.set_num_threads(1)
    x, wanted, weights = numbers(size, kind)
    module = torch.nn.LSTM(size[2], size[3], batch_first=True, dtype=getattr(torch, kind))
    with torch.no_grad():
        for parameter, array in zip(module.parameters(), numeric.to_pytorch(LSTM(size[3]), weights), strict=True):
            parameter.copy_(torch.from_numpy(array))
    return on_torch(module, lambda x: module(x)[0], x, wanted)


def on_torch(module, program, x, wanted):
    """The two programs of a module of PyTorch's."""
    import torch

    x, wanted = torch.from_numpy(x), torch.from_numpy(wanted)
    with_gradient = x.clone().requires_grad_()

    def forward():
        with torch.no_grad():
            program(x)

    def gradients():
        module.zero_grad()
        with_gradient.grad = None
        program(with_gradient).backward(wanted)

    return {"forward": forward, "gradients": gradients}


def built_by_keras(size, kind):
    """Keras' LSTM with its weights, whatever the backend, and its data."""
    import keras

    x, wanted, weights = numbers(size, kind)
    layer = keras.layers.LSTM(size[3], return_sequences=True, dtype=kind)
    layer.build(x.shape)
    layer.set_weights(weights)
    return layer, x, wanted


def keras_on_torch(size, kind):
    """Keras' layer, called; Keras does not compile on this backend."""
    import torch

    torch.set_num_threads(1)
    layer, x, wanted = built_by_keras(size, kind)
    return on_torch(layer, layer, x, wanted)


def keras_on_jax(size, kind):
    """Keras' layer, compiled by jax, as Keras' own fit and predict have it; compiling is not measured."""
    import jax

    jax.config.update("jax_enable_x64", True)
    layer, x, wanted = built_by_keras(size, kind)
    weights, x, wanted = [one.value for one in layer.trainable_variables], jax.numpy.array(x), jax.numpy.array(wanted)
    others = [one.value for one in layer.non_trainable_variables]
    run = jax.jit(lambda weights, x: layer.stateless_call(weights, others, x)[0])
    pulled = jax.jit(lambda weights, x, wanted: jax.vjp(run, weights, x)[1](wanted))
    return {
        "forward": lambda: jax.block_until_ready(run(weights, x)),
        "gradients": lambda: jax.block_until_ready(pulled(weights, x, wanted)),
    }


def products(size, kind):
    """The matrix products of all steps and nothing else: forward one a step, with gradients as many again twice."""
    import numpy as np

    batch, timesteps, features, units = size
    matrix, seen = np.ones((4 * units, features + units + 1), kind), np.ones((features + units + 1, batch), kind)
    sums, back = np.ones((4 * units, batch), kind), np.ones((units, 4 * units), kind)
    all_sums, all_seen = np.ones((4 * units, batch * timesteps), kind), np.ones((len(seen), batch * timesteps), kind)
    into_x = np.ones((features, 4 * units), kind)

    def forward():
        for _ in range(timesteps):
            np.dot(matrix, seen)

    def gradients():
        forward()
        for _ in range(timesteps):
            np.dot(back, sums)
        np.dot(all_sums, all_seen.T)
        np.dot(into_x, all_sums)

    return {"forward": forward, "gradients": gradients}


def seed_003(library, name):
    """One of seed 003's three models, in a library, and its data."""
    import numpy as np

    layers, wanted = library.layers, np.array([0.0, 0.2, 0.4, 0.6, 0.8], "float32")
    batch, timesteps, _, _ = SEED_003[name]
    many = name == "many to many"
    last = layers.TimeDistributed(layers.Dense(1)) if many else layers.Dense(5 if name == "many to one" else 1)
    chain = [library.Input((timesteps, 1)), layers.LSTM(5, return_sequences=many), last]
    x = wanted.reshape(batch, timesteps, 1)
    y = wanted.reshape((1, 5, 1) if many else (batch, -1))
    return library.Sequential(chain), x, y


def trained_by_us(name):
    """training.fit."""
    import lstmlesson
    from lstmlesson import numeric, training

    model, x, y = seed_003(lstmlesson, name)
    weights = numeric.initialise(model, None, seed=0)
    return lambda epochs: training.fit(model, weights, x, y, epochs=epochs, batch_size=SEED_003[name][3])


def trained_by_keras(name):
    """Keras' fit, on its backend."""
    import keras

    model, x, y = seed_003(keras, name)
    model.compile("adam", "mean_squared_error")
    return lambda epochs: model.fit(x, y, epochs=epochs, batch_size=SEED_003[name][3], shuffle=False, verbose=0)


def trained_by_keras_on_torch(name):
    """Keras' fit on PyTorch, with one thread."""
    import torch

    torch.set_num_threads(1)
    return trained_by_keras(name)
