"""Random models of tensors, written once for any Keras: branches, shared layers, operators, slices, models inside."""

import random

UNITS = [1, 2, 3, 4]


class Builder:
    """Draws one model. `k` is Keras or our front door; both are given the same draws."""

    def __init__(self, k, seed):
        self.k, self.draw = k, random.Random(seed)
        self.shared = {}

    def recurrent(self, x, sequences):
        layers = self.k.layers
        kind = self.draw.choice([layers.LSTM, layers.GRU, layers.SimpleRNN])
        layer = kind(self.draw.choice(UNITS), return_sequences=sequences, trainable=self.draw.random() > 0.2)
        if self.draw.random() < 0.25:
            layer = layers.Bidirectional(layer, merge_mode=self.draw.choice(["concat", "sum"]))
        return layer(x)

    def step(self, x):
        """One more layer or operation on (batch, timesteps, features)."""
        layers, draw, features = self.k.layers, self.draw, x.shape[-1]
        steps = [
            lambda: self.recurrent(x, True),
            lambda: self.recurrent(x, True),
            lambda: layers.Dense(draw.choice(UNITS))(x),
            lambda: layers.TimeDistributed(layers.Dense(draw.choice(UNITS)), trainable=draw.random() > 0.3)(x),
            lambda: layers.Dropout(0.2)(x),
            lambda: layers.Conv1D(draw.choice(UNITS), 2, padding="same")(x),
            lambda: layers.LayerNormalization()(x),
            lambda: layers.BatchNormalization(trainable=draw.random() > 0.3)(x),
            lambda: layers.Add()([x, layers.Dense(features)(x)]),
            lambda: layers.concatenate([x, layers.Dense(2)(x)]),
            lambda: x + layers.Dense(features)(x),
            lambda: x * 2 - 1,
            lambda: x[..., :1],
            lambda: layers.Masking()(x),
            lambda: layers.MultiHeadAttention(2, 2)(x, x),
            lambda: layers.Attention()([x, x]),
            lambda: layers.Lambda(lambda y: y[..., :1] / 2)(x),
            lambda: self.common(x),
            lambda: self.inside(x),
        ]
        return draw.choice(steps)()

    def doubtful(self, x):
        """A step that Keras refuses for most shapes, and takes for some."""
        layers, draw, features = self.k.layers, self.draw, x.shape[-1]
        steps = [
            lambda: layers.Add()([x, layers.Dense(features + draw.choice([0, 1, 2]))(x)]),
            lambda: x + layers.Dense(draw.choice(UNITS))(x),
            lambda: layers.concatenate([x, x[:, -1]]),
            lambda: layers.concatenate([x, layers.RepeatVector(draw.choice([3, 5]))(x[:, -1])]),
            lambda: layers.Dot(axes=draw.choice([1, 2, (1, 2), 3]))([x, x]),
            lambda: self.recurrent(x[:, -1], True),
            lambda: layers.RepeatVector(3)(self.recurrent(x, draw.random() < 0.5)),
            lambda: layers.Reshape((draw.choice([2, 5, 10]), -1))(x),
            lambda: layers.Dense(3)(layers.Flatten()(x)),
            lambda: layers.Conv1D(2, draw.choice([2, 6]))(x),
            lambda: x[:, :, draw.choice([0, 2, 5])],
            lambda: layers.MaxPooling1D(draw.choice([2, 7]))(x),
            lambda: layers.Attention()([x, layers.Dense(draw.choice(UNITS))(x)]),
            lambda: layers.Permute((2, draw.choice([1, 3])))(x),
        ]
        return draw.choice(steps)()

    def common(self, x):
        """A layer that is shared by all tensors with as many features."""
        features = x.shape[-1]
        if features not in self.shared:
            self.shared[features] = self.k.layers.Dense(features)
        return self.shared[features](x)

    def inside(self, x):
        """A model within the model."""
        k, draw = self.k, self.draw
        units, features = draw.choice(UNITS), x.shape[-1]
        if draw.random() < 0.5:
            inner = k.Sequential([k.layers.Dense(units), k.layers.LSTM(2, return_sequences=True)])
        else:
            entry = k.Input((None, features))
            inner = k.Model(entry, k.layers.GRU(units, return_sequences=True)(entry), trainable=draw.random() > 0.3)
        if draw.random() < 0.2:
            inner.trainable = False
        return inner(x)

    def end(self, x):
        layers, draw = self.k.layers, self.draw
        ends = [
            lambda: self.recurrent(x, False),
            lambda: layers.GlobalMaxPooling1D()(x),
            lambda: x[:, -1],
            lambda: layers.Dense(3)(self.recurrent(x, False)),
            lambda: x,
        ]
        return draw.choice(ends)()

    def model(self, doubtful=False):
        k, draw = self.k, self.draw
        inputs = [k.Input((draw.choice([None, 5]), draw.choice(UNITS))) for _ in range(draw.choice([1, 1, 2]))]
        if draw.random() < 0.25:
            words = k.Input((draw.choice([None, 5]),))
            table = k.layers.Embedding(10, 3, mask_zero=draw.random() < 0.5)
            inputs, branches = [words, *inputs[1:]], [table(words), *inputs[1:]]
        else:
            branches = list(inputs)
        for _ in range(draw.randint(1, 5)):
            at = draw.randrange(len(branches))
            branches[at] = self.step(branches[at])
        outputs = [self.doubtful(x) if doubtful else self.end(x) for x in branches]
        if len(outputs) > 1 and draw.random() < 0.3:
            outputs = {"second": outputs[0], "first": outputs[1]}
        elif len(outputs) == 1 and draw.random() < 0.8:
            outputs = outputs[0]
        model = k.Model(inputs if len(inputs) > 1 or draw.random() < 0.5 else inputs[0], outputs)
        if draw.random() < 0.2:
            draw.choice(model.layers).trainable = draw.random() < 0.3
        if draw.random() < 0.05:
            model.trainable = False
        return model


def model(k, seed, doubtful=False):
    """The model of a seed, in Keras or here; a doubtful one ends in what is often refused."""
    return Builder(k, seed).model(doubtful)
