"""A small network that learns while one watches, and whose gates can be read at each step: seed 003's three set-ups.

All three learn to say the five numbers that they are given: 0, 0.2, 0.4, 0.6 and 0.8. Mean squared error, Adam with
its defaults, all samples in one batch.
"""

from typing import TYPE_CHECKING, Any, NamedTuple

import ipywidgets as widgets

from lstmlesson.explorers.kernel.button_panel import ButtonPanel
from lstmlesson.explorers.kernel.panel import visible
from lstmlesson.explorers.live.controls import Choice, Whole
from lstmlesson.explorers.live.explorer import Explorer
from lstmlesson.language import sentence
from lstmlesson.layers import LSTM, Dense, Input, TimeDistributed
from lstmlesson.models import Sequential
from lstmlesson.views.charts import gates_over_time, loss_curve, predicted_and_wanted
from lstmlesson.views.charts.training import progress, reading
from lstmlesson.views.document import when

if TYPE_CHECKING:
    from lstmlesson.numeric.traces import Trace

FIVE = (0.0, 0.2, 0.4, 0.6, 0.8)
EPOCHS = (100, 500, 1000, 5000)
# The page hears so often how far a training is.
TOLD = 20


class Setup(NamedTuple):
    """A recurrent layer and the layer after it; x (samples, timesteps, features) and what is wanted for it."""

    lstm: LSTM
    dense: Any
    x: list[Any]
    y: list[Any]

    @property
    def model(self) -> Sequential:
        return Sequential([Input((len(self.x[0]), 1)), self.lstm, self.dense])


ONE_STEP_EACH = [[[one]] for one in FIVE]
ONE_SEQUENCE = [[[one] for one in FIVE]]
SETUPS = {
    "one to one": Setup(LSTM(5), Dense(1), ONE_STEP_EACH, [[one] for one in FIVE]),
    "many to one": Setup(LSTM(5), Dense(5), ONE_SEQUENCE, [list(FIVE)]),
    "many to many": Setup(LSTM(5, return_sequences=True), TimeDistributed(Dense(1)), ONE_SEQUENCE, ONE_SEQUENCE),
}


class Trained(ButtonPanel):
    """One of the set-ups, trained when a button is pressed. `losses`, `predicted` and `trace` are what came of it."""

    def __init__(self, panel: Explorer, seed: int) -> None:
        self.seed, self.bar = seed, widgets.HTML()
        super().__init__(panel, {"train": self.train, "train again": self.train_again}, [self.bar])
        panel.observe(lambda _: self.begin(), ["setup", "epochs"])
        panel.observe(lambda _: self.read(), "place")
        self.begin()

    # What a learner can do.

    @visible
    def begin(self) -> None:
        """Nothing is trained yet, or no longer: the set-up is another."""
        self.losses: list[float] = []
        self.trace: Trace | None = None
        self.say(f"<p>{sentence('untrained', seed=self.seed)}</p>")

    @visible
    def train(self) -> None:
        """Train from the beginning, with the numbers that the seed draws."""
        for button in self.buttons.values():
            button.disabled = True
        self.feedback.value = ""
        try:
            self._learn(SETUPS[self.panel.setup], self.epochs)
        finally:
            self.bar.value = ""
            for button in self.buttons.values():
                button.disabled = False
        self.read()

    @visible
    def train_again(self) -> None:
        """Train from the beginning, with the numbers of the next seed."""
        self.seed += 1
        self.train()

    @visible
    def read(self) -> None:
        """Show the gates at the chosen one of the five numbers."""
        if self.trace is not None:
            sample = (self.panel.place - 1) // len(SETUPS[self.panel.setup].x[0])
            read = reading(self.trace, self.panel.place, FIVE, self.predicted)
            self.say(self._told() + read + gates_over_time(self.trace, sample).svg + self.charts)

    # What happens then.

    def _learn(self, setup: Setup, epochs: int) -> None:
        from lstmlesson.numeric import initialise, run, trace  # here, since the explorer opens without numpy
        from lstmlesson.numeric.training.learner import Learner

        begin = initialise(setup.model, None, seed=self.seed, dtype="float64")
        learner = Learner(setup.model, begin, setup.x, setup.y, "adam", "mean_squared_error", None)
        every, self.losses = list(range(len(setup.x))), []
        for epoch in range(epochs):
            self.losses.append(learner.learn(every))
            if epoch % (epochs // TOLD) == 0:
                self.bar.value = progress(epoch, epochs, self.losses[-1])
        weights = learner.row.weights()
        output = run(setup.model, weights, setup.x).output
        self.predicted = output.ravel().tolist()
        self.trace = trace(setup.lstm, weights[: len(setup.lstm.weights((None, 1)))], setup.x)
        self.charts = predicted_and_wanted(output, setup.y).svg + loss_curve(self.losses).svg

    def _told(self) -> str:
        first, last = (f"{self.losses[at]:.2g}" for at in (0, -1))
        epochs = f"{len(self.losses):,}"
        return f"<p>{sentence('trained', seed=self.seed, epochs=epochs, first=first, last=last)}</p>"

    @property
    def epochs(self) -> int:
        """How long it is trained, as the control says it."""
        return int(self.panel.epochs.replace(",", ""))

    def __repr__(self) -> str:
        given = f"{self.panel.setup!r}, epochs={self.epochs}, place={self.panel.place}, seed={self.seed}"
        return f"trained({given}): {self.panel.count}"


def trained(setup: str = "many to many", epochs: int = 1000, place: int = 1, *, seed: int = 0) -> Trained:
    """A small network to train, and its gates to read. setup: "one to one", "many to one" or "many to many".

    epochs: 100, 500, 1000 or 5000. place: which of the five numbers is read. seed: of the numbers to begin with.
    Raises: TypeError or ValueError for what is none of these.

    >>> one = trained("many to one", epochs=500)
    >>> one.train()                                                # as if the reader had pressed Train
    >>> [round(value, 3) + 0 for value in one.predicted]
    [0.0, 0.2, 0.4, 0.6, 0.8]
    """
    if isinstance(seed, bool) or not isinstance(seed, int) or seed < 0:
        raise ValueError(f"seed={seed!r}: expected a whole number from 0 on")
    which = Choice("setup", setup, options=tuple(SETUPS))
    long = Choice("epochs", f"{epochs:,}", options=tuple(f"{one:,}" for one in EPOCHS))
    where = Whole("place", place, lowest=1, highest=len(FIVE))
    counts = {name: one.model.count() for name, one in SETUPS.items()}
    body = "".join(when(which.chosen(name), _counted(one)) for name, one in SETUPS.items())
    count = sum(which.chosen(name) * counted for name, counted in counts.items())
    return Trained(Explorer("trained", [which, long, where], body, count), seed)


def _counted(setup: Setup) -> str:
    """The arithmetic of both layers, and the sum."""
    formulas = [row.formula for row in setup.model.rows()]
    said = sentence("numbers to train", formula=formulas[0], dense=formulas[1], count=setup.model.count())
    return f"<p>{said}</p>"
