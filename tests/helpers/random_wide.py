"""Random models of Keras with layers of many kinds, as tutorials and libraries have them: images, words, models inside.

Some of them hold layers that this package does not declare, so only Keras can make them.
"""

import random

SIZES = [1, 2, 3, 5, 8, 16, 33, 64, 128, 300]


class Wide:
    """Draws one model from a seed."""

    def __init__(self, keras, seed):
        self.keras, self.layers, self.draw = keras, keras.layers, random.Random(seed)

    def size(self):
        return self.draw.choice(SIZES)

    def options(self):
        """Arguments that any layer takes: now and then a name of its own, or frozen."""
        draw, found = self.draw, {}
        if draw.random() < 0.25:
            names = ["encoder", "block{}_conv", "decoder_dense_lstm{}", "my-layer{}", "a_rather_long_name_of_layer_{}"]
            found["name"] = draw.choice(names).format(draw.randrange(10**6)) + f"_{draw.randrange(10**6)}"
        if draw.random() < 0.12:
            found["trainable"] = False
        return found

    def recurrent(self, sequences=True):
        layers, draw = self.layers, self.draw
        kind = draw.choice([layers.LSTM, layers.GRU, layers.SimpleRNN])
        return kind(self.size(), return_sequences=sequences, use_bias=draw.random() < 0.85, **self.options())

    def over_steps(self):
        """A layer on (batch, timesteps, features)."""
        layers, draw, size = self.layers, self.draw, self.size
        cells = [layers.LSTMCell, layers.GRUCell, layers.SimpleRNNCell]
        return draw.choice(
            [
                self.recurrent,
                lambda: layers.Bidirectional(self.recurrent(), merge_mode=draw.choice(["concat", "sum"])),
                lambda: layers.RNN(
                    [draw.choice(cells)(size()) for _ in range(draw.randint(1, 3))], return_sequences=True
                ),
                lambda: layers.TimeDistributed(layers.Dense(size(), use_bias=draw.random() < 0.8), **self.options()),
                lambda: layers.TimeDistributed(self.inner(), **self.options()),
                lambda: layers.TimeDistributed(layers.Dropout(0.1)),
                lambda: layers.Conv1D(size(), draw.choice([1, 2, 3]), padding="same", **self.options()),
                lambda: layers.SeparableConv1D(size(), 2, padding="same"),
                lambda: layers.Conv1DTranspose(size(), 3, padding="same"),
                lambda: layers.DepthwiseConv1D(2, padding="same", depth_multiplier=draw.choice([1, 2])),
                lambda: layers.Dense(size(), **self.options()),
                lambda: layers.EinsumDense("btf,fu->btu", (None, size()), bias_axes=draw.choice([None, "u"])),
                lambda: layers.LayerNormalization(),
                lambda: layers.BatchNormalization(**self.options()),
                lambda: layers.GroupNormalization(1),
                lambda: layers.UnitNormalization(),
                lambda: layers.PReLU(shared_axes=[1]),
                lambda: layers.SpectralNormalization(layers.Dense(size())),
                lambda: layers.Masking(0.0),
                lambda: layers.SpatialDropout1D(0.2),
                lambda: layers.GaussianNoise(0.1),
                self.inner,
            ]
        )()

    def inner(self):
        """A model inside the model."""
        keras, layers, size = self.keras, self.layers, self.size
        first, second = layers.Dense(size()), layers.Dense(size())
        if self.draw.random() < 0.3:
            second = keras.Sequential([second, layers.Dense(size())])
        return keras.Sequential([first, second], **self.options())

    def joined(self, x):
        """A layer of two tensors."""
        layers, draw = self.layers, self.draw
        other = layers.Dense(x.shape[-1], **self.options())(x)
        kinds = [layers.Add, layers.Multiply, layers.Average, layers.Maximum, layers.Subtract]
        kinds += [layers.Concatenate, layers.Attention, layers.AdditiveAttention]
        kinds += [lambda: lambda pair: layers.MultiHeadAttention(draw.choice([1, 2, 4]), self.size())(*pair)]
        return draw.choice(kinds)()([x, other])

    def sequences(self):
        """A tensor of (batch, timesteps, features), and the input that it comes from."""
        keras, layers, draw = self.keras, self.layers, self.draw
        if draw.random() < 0.4:
            words = keras.Input((draw.choice([None, 7]),), dtype="int32")
            many = draw.choice([10, 5000, 20000])
            return words, layers.Embedding(many, self.size(), mask_zero=draw.random() < 0.3, **self.options())(words)
        given = keras.Input((draw.choice([None, 7]), self.size()))
        return given, given

    def images(self):
        keras, layers, draw = self.keras, self.layers, self.draw
        given = x = keras.Input((32, 32, draw.choice([1, 3, 4])))
        for _ in range(draw.randint(1, 4)):
            x = draw.choice(
                [
                    lambda: layers.Conv2D(self.size(), draw.choice([1, 3, (3, 1)]), padding="same", **self.options()),
                    lambda: layers.SeparableConv2D(self.size(), 3, padding="same"),
                    lambda: layers.DepthwiseConv2D(3, padding="same", **self.options()),
                    lambda: layers.Conv2DTranspose(self.size(), 3, padding="same"),
                    lambda: layers.BatchNormalization(**self.options()),
                    lambda: layers.MaxPooling2D(2, padding="same"),
                    lambda: layers.ReLU(),
                ]
            )()(x)
        end = draw.choice([layers.Flatten, layers.GlobalAveragePooling2D])()
        return given, layers.Dense(2 if isinstance(end, layers.Flatten) else self.size())(end(x))

    def pictures_over_time(self):
        keras, layers, draw = self.keras, self.layers, self.draw
        given = keras.Input((5, 8, 8, 3))
        options = {"filters": draw.choice([2, 8, 16]), "kernel_size": 3, "padding": "same"}
        x = draw.choice(
            [
                lambda: layers.ConvLSTM2D(**options)(given),
                lambda: layers.TimeDistributed(layers.Conv2D(**options))(given),
                lambda: layers.Bidirectional(layers.ConvLSTM2D(**options))(given),
                lambda: layers.Conv3D(**options)(given),
            ]
        )()
        return given, layers.Flatten()(x)

    def functional(self):
        keras, layers, draw = self.keras, self.layers, self.draw
        inputs, ends = [], []
        for _ in range(draw.choice([1, 1, 2, 3])):
            kind = draw.random()
            if kind < 0.6:
                given, x = self.sequences()
                for _ in range(draw.randint(0, 4)):
                    x = self.joined(x) if draw.random() < 0.3 else self.over_steps()(x)
                last = [self.recurrent(False), layers.GlobalAveragePooling1D(), layers.Lambda(lambda y: y[:, -1])]
                x = draw.choice(last)(x)
            else:
                given, x = self.images() if kind < 0.85 else self.pictures_over_time()
            inputs.append(given)
            ends.append(x)
        x = layers.concatenate(ends) if len(ends) > 1 else ends[0]
        outputs = [layers.Dense(draw.choice([1, 10]), **self.options())(x) for _ in range(draw.choice([1, 1, 2]))]
        return keras.Model(inputs, outputs)

    def sequential(self):
        keras, layers, draw = self.keras, self.layers, self.draw
        shape = keras.Input((draw.choice([None, 7]), self.size()))
        inside = [self.over_steps() for _ in range(draw.randint(1, 5))]
        return keras.Sequential([shape, *inside, self.recurrent(False), layers.Dense(1)], **self.options())


def model(keras, seed):
    """The model of a seed: every third one is Sequential."""
    wide = Wide(keras, seed)
    return wide.functional() if seed % 3 else wide.sequential()
