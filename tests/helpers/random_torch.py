"""Random modules of PyTorch with data for them: recurrent ones over words or numbers, and convolutions."""

from functools import cache


def numbers(module):
    """How many numbers a module holds."""
    return sum(one.numel() for one in module.parameters())


@cache
def kinds():
    """The two classes, made where PyTorch is installed: over sequences, and over images."""
    from torch import nn

    class Sequences(nn.Module):
        """Words or numbers, one recurrent module, and a head."""

        def __init__(self, draw, features, words):
            super().__init__()
            self.words = nn.Embedding(draw.choice([10, 50, 1000]), features) if words else nn.Identity()
            kind = draw.choice([nn.LSTM, nn.GRU, nn.RNN])
            hidden, both = draw.choice([2, 3, 8, 16, 64]), draw.random() < 0.4
            options = {"num_layers": draw.choice([1, 1, 2, 3]), "bias": draw.random() < 0.85, "bidirectional": both}
            if kind is nn.LSTM and hidden > 2 and draw.random() < 0.2:
                options["proj_size"] = hidden // 2
            self.recurrent = kind(features, hidden, batch_first=True, **options)
            out = options.get("proj_size", hidden) * (1 + both)
            self.between = draw.choice([nn.Dropout(0.3), nn.LayerNorm(out)])
            last = nn.Linear(out, draw.choice([1, 5, 10]), bias=draw.random() < 0.8)
            self.head = nn.Sequential(last, nn.ReLU()) if draw.random() < 0.4 else last
            if draw.random() < 0.2:
                last.requires_grad_(False)

        def forward(self, x):
            outputs, _ = self.recurrent(self.words(x))
            return self.head(self.between(outputs[:, -1]))

    class Images(nn.Module):
        """Convolutions over one axis or two."""

        def __init__(self, draw):
            super().__init__()
            channels, self.axes = draw.choice([2, 4, 8]), draw.choice([1, 2])
            convolution, normalization = ((nn.Conv1d, nn.BatchNorm1d), (nn.Conv2d, nn.BatchNorm2d))[self.axes - 1]
            pooling, whole = ((nn.MaxPool1d, nn.AdaptiveAvgPool1d), (nn.MaxPool2d, nn.AdaptiveAvgPool2d))[self.axes - 1]
            first = [convolution(3, channels, 3, padding=1), normalization(channels), nn.ReLU(), pooling(2)]
            second = [convolution(channels, 2 * channels, 3, padding=1), nn.ReLU(), whole(1)]
            self.features = nn.Sequential(*first, *second)
            self.classes = nn.Linear(2 * channels, 7)

        def forward(self, x):
            return self.classes(self.features(x).flatten(1))

    return Sequences, Images


def takes_images(module):
    """Whether a module is the one of convolutions."""
    return isinstance(module, kinds()[1])


def drawn(draw):
    """A module and data that it takes."""
    from torch import zeros

    sequences, images = kinds()
    if draw.random() < 0.3:
        module = images(draw)
        return module, zeros(4, 3, *[16] * module.axes)
    features, words = draw.choice([1, 3, 5, 10, 32]), draw.random() < 0.5
    data = zeros(4, 7).long() if words else zeros(4, 7, features)
    return sequences(draw, features, words), data
