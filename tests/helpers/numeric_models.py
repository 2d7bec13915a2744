"""Random models of two to six layers, written once and built twice, by lstmlesson and by Keras, with the same names.

A model is drawn from a seed; the same seed gives the same model whichever library builds it. So are its inputs.
"""

import random

import numpy as np

ACTIVATIONS = ["tanh", "sigmoid", "relu", "linear", "hard_sigmoid", "softmax"]


class Maker:
    """Draws the layers of one model, by a seed, in a library."""

    def __init__(self, keras, seed):
        self.keras, self.draw = keras, random.Random(seed)

    def one_in(self, chance):
        return self.draw.random() < 1 / chance

    def layer(self, name, *args, **kwargs):
        return getattr(self.keras.layers, name)(*args, **kwargs)

    def functions(self, kind):
        """Activations other than the usual ones, now and then."""
        names = ["activation"] if kind.startswith("SimpleRNN") else ["activation", "recurrent_activation"]
        return {name: self.draw.choice(ACTIVATIONS) for name in names if self.one_in(5)}

    def options(self, kind):
        options = {"use_bias": not self.one_in(5), **self.functions(kind)}
        if kind.startswith("GRU"):
            options["reset_after"] = self.draw.random() < 0.5
        return options

    def recurrent(self, sequences, **more):
        kind = self.draw.choice(["LSTM", "LSTM", "GRU", "SimpleRNN"])
        back = {"go_backwards": True} if self.one_in(5) and "backwards" not in more else {}
        more.pop("backwards", None)
        return self.layer(
            kind, self.draw.randint(1, 5), return_sequences=sequences, **self.options(kind), **back, **more
        )

    def cells(self, sequences):
        kinds = [self.draw.choice(["LSTMCell", "GRUCell", "SimpleRNNCell"]) for _ in range(self.draw.randint(1, 3))]
        cells = [self.layer(kind, self.draw.randint(1, 4), **self.options(kind)) for kind in kinds]
        return self.layer("RNN", cells if len(cells) > 1 else cells[0], return_sequences=sequences)

    def bidirectional(self, sequences):
        mode = self.draw.choice(["concat", "sum", "mul", "ave"])
        return self.layer("Bidirectional", self.recurrent(sequences, backwards=False), merge_mode=mode)

    def with_memory(self, sequences):
        return self.draw.choice([self.recurrent, self.recurrent, self.bidirectional, self.cells])(sequences)

    def dense(self):
        return self.layer(
            "Dense", self.draw.randint(1, 5), activation=self.draw.choice([None, *ACTIVATIONS]),
            use_bias=not self.one_in(5), trainable=not self.one_in(6),
        )  # fmt: skip

    def of_each_step(self):
        """A layer that leaves a sequence a sequence."""
        return self.draw.choice(
            [
                self.dense,
                lambda: self.layer("TimeDistributed", self.dense()),
                lambda: self.layer("Dropout", 0.5),
                lambda: self.layer("Activation", self.draw.choice(ACTIVATIONS)),
                lambda: self.with_memory(True),
                lambda: self.with_memory(True),
            ]
        )()

    def chain(self):
        """A Sequential: a sequence that ends as a vector, now and then repeated to a sequence again."""
        steps, features = self.draw.randint(1, 6), self.draw.randint(1, 4)
        if self.one_in(4):
            mask = self.draw.random() < 0.5
            layers = [self.layer("Embedding", 7, features, mask_zero=mask)]
            start = self.keras.Input((steps,), dtype="int32")
        else:
            layers = [self.layer("Masking")] if self.one_in(3) else []
            start = self.keras.Input((steps, features))
        layers += [self.of_each_step() for _ in range(self.draw.randint(0, 2))]
        end = self.draw.choice(["last", "last", "flatten", "sequence", "repeat"])
        layers.append(self.layer("Flatten") if end == "flatten" else self.with_memory(end == "sequence"))
        if end == "repeat":
            layers += [self.layer("RepeatVector", 3), self.with_memory(True)]
        layers += [self.dense()] * self.one_in(2) or [self.layer("Activation", "tanh")] * self.one_in(3)
        return self.keras.Sequential([start, *layers])

    def two_inputs(self):
        """Two inputs through one shared layer, joined; the second state goes on to another layer."""
        steps = self.draw.randint(1, 5)
        first, second = self.keras.Input((steps, 3)), self.keras.Input((steps, 3))
        shared = self.layer("LSTM", 3, return_sequences=True)
        masked = self.layer("Masking")(first) if self.one_in(2) else first
        join = self.draw.choice(["Add", "Concatenate"])
        joined = self.layer(join)([shared(masked), shared(second)])
        return self.keras.Model([first, second], self.with_memory(self.one_in(2))(joined))

    def encoder_decoder(self):
        """The states of one layer begin another, which may be told to give its own."""
        inputs, others = self.keras.Input((self.draw.randint(1, 5), 2)), self.keras.Input((3, 2))
        kind = self.draw.choice(["LSTM", "GRU"])
        _, *states = self.layer(kind, 4, return_state=True)(inputs)
        decoded = self.layer(kind, 4, return_sequences=True)(others, initial_state=states)
        return self.keras.Model([inputs, others], [self.dense()(decoded), states[0]])

    def nested(self):
        """A model inside a model, called twice, with a layer beside it that both use."""
        inner_input = self.keras.Input((4, 3))
        shared = self.layer("Dense", 3)
        inner = self.keras.Model(inner_input, self.recurrent(True)(shared(inner_input)))
        inputs = self.keras.Input((4, 3))
        once = inner(inputs)
        twice = self.layer("Add")([inner(shared(inputs)), once])
        return self.keras.Model(inputs, self.layer("Flatten")(twice))

    def model(self):
        return self.draw.choice(
            [self.chain, self.chain, self.chain, self.two_inputs, self.encoder_decoder, self.nested]
        )()


def build(keras, seed):
    """The model of a seed, built by a library."""
    return Maker(keras, seed).model()


def inputs(model, seed, batch=3, dtype="float64"):
    """Inputs for one of our models: numbers with whole timesteps of zeros, or words from 0 to 6."""
    draw = np.random.default_rng(seed)
    arrays = []
    for tensor in model.graph.inputs:
        shape = (batch, *tensor.shape[1:])
        if len(shape) == 2:
            arrays.append(draw.integers(0, 7, shape))
        else:
            arrays.append((draw.normal(size=shape) * (draw.random(shape[:2]) < 0.7)[..., None]).astype(dtype))
    return arrays if len(arrays) > 1 else arrays[0]
