"""`fit`: a model learns, batch by batch, as keras.Model.fit has it learn."""

import math
from collections.abc import Iterator
from contextlib import suppress
from typing import Any, NamedTuple

import numpy as np

from lstmlesson.law.declaration import Declaration
from lstmlesson.numeric.arrays import Floats, Inputs, Weights
from lstmlesson.numeric.capacity import held
from lstmlesson.numeric.training.learner import Learner

# glibc gives a large block back to the system when it is freed, and fetches it again, page by page, for the next batch,
# which takes longer than the arithmetic. Once a block of this size was freed it keeps what it has up to twice of it.
# The block is never touched, so it costs nothing. Where memory is managed otherwise this does nothing. Measured by
# benchmarks/numeric.py with and without: gradients of a batch of 32 take 1.2 to 2.1 times as long without it.
LARGE = 2**25 - 2**16


class Fit(NamedTuple):
    """The weights that were reached, in the order in which they were given, and the loss of each epoch.

    An epoch's loss is the mean over its samples, each measured before its batch changed the weights: what Keras prints.
    """

    weights: list[Floats]
    losses: list[float]


def fit(
    model: Declaration,
    weights: Weights,
    x: Inputs,
    y: Inputs,
    epochs: int,
    batch_size: int,
    optimizer: Any = "adam",
    loss: str = "mean_squared_error",
    shuffle: bool = False,
    seed: int | None = None,
    verbose: bool = False,
) -> Fit:
    """Train a model, or a layer, from weights; these are not changed, the result has its own.

    x, y: as for numeric.run, and what is wanted for each; lists where a model has several inputs or outputs.
    optimizer: "adam", "sgd", or one from training.optimizers. loss: a name of Keras'. Keras shuffles unless it is told
    not to; here it is the other way round. seed: for shuffling and dropout, which need one. verbose: a progress bar.
    An interruption (the stop button, Control-C) ends the training and returns what was reached.
    Raises: ValueError or TypeError for what does not fit, and where the loss is no longer finite,
    MemoryError for an array that this machine cannot hold.
    Source: keras.Model.fit of Keras 3.15.1.

    >>> from lstmlesson import Dense, Input, Sequential
    >>> x = np.array([[0.0], [1.0], [2.0]])
    >>> model, begin = Sequential([Input((1,)), Dense(1)]), [np.zeros((1, 1)), np.zeros(1)]
    >>> found = fit(model, begin, x, 2 * x, epochs=1, batch_size=3, optimizer="sgd")
    >>> found.losses[0], found.weights[1].round(6).tolist()  # (0 + 4 + 16)/3; 0.01·2·(0 + 2 + 4)/3
    (6.666666666666667, [0.04])
    """
    np.empty(LARGE, dtype="uint8")
    with held(model):
        learner = Learner(model, weights, x, y, optimizer, loss, seed)
    samples, random = learner.samples, learner.random
    losses: list[float] = []
    check_sizes(epochs, batch_size, samples, any(learner.handed_over))
    if shuffle and random is None:
        raise ValueError("shuffle=True and seed=None; expected a whole number, so that the same order comes again")
    order = np.arange(samples)
    with (
        np.errstate(all="ignore"),
        held(model),
        suppress(KeyboardInterrupt),
    ):  # a loss that is not finite is refused by name
        for epoch in counted(epochs, verbose, losses):
            if shuffle and random is not None:
                random.shuffle(order)
            batches = [order[at : at + batch_size] for at in range(0, samples, batch_size)]
            total = sum(learner.learn(batch) * len(batch) for batch in batches)
            if not math.isfinite(total):
                raise ValueError(
                    f"the loss is {total} in epoch {epoch + 1} of {epochs}, after {losses[-1:]}; expected a finite "
                    "number: a smaller learning rate or clipnorm=1.0 may help"
                )
            losses.append(total / samples)
    return Fit(learner.row.weights(), losses)


def check_sizes(epochs: Any, batch_size: Any, samples: int, stateful: bool) -> None:
    """Refuse what is no number of epochs or samples."""
    for name, value in (("epochs", epochs), ("batch_size", batch_size)):
        if isinstance(value, bool) or not isinstance(value, int | np.integer) or value < 1:
            raise ValueError(f"{name}={value!r}: expected a positive whole number")
    if stateful and samples % batch_size:
        raise ValueError(
            f"batch_size={batch_size} for {samples} samples: a stateful layer keeps one state for each sample of a "
            "batch; expected batches of one size"
        )


def counted(epochs: int, verbose: bool, losses: list[float]) -> Iterator[int]:
    """The numbers of the epochs, with a progress bar that shows the last loss."""
    if not verbose:
        yield from range(epochs)
        return
    from tqdm.auto import tqdm  # takes a while to import, and is needed here only

    with tqdm(range(epochs), unit="epoch") as bar:
        for epoch in bar:
            yield epoch
            bar.set_postfix(loss=f"{losses[-1]:.3g}", refresh=False)
