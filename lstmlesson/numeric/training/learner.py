"""One step of learning: forward, loss, backward, and the optimizer's change of all trained numbers."""

from typing import Any

import numpy as np

from lstmlesson.layers import Bidirectional
from lstmlesson.layers.foundation.layer import Layer
from lstmlesson.models import Model
from lstmlesson.numeric.families.context import Context, Result
from lstmlesson.numeric.families.pairs import backward, forward
from lstmlesson.numeric.plans import Plan, built, plan, states_of
from lstmlesson.numeric.training.flat_parameters import FlatParameters
from lstmlesson.numeric.training.losses import loss_named, over_all, wanted_for
from lstmlesson.numeric.training.optimizers import optimizer_named
from lstmlesson.numeric.validation import checked


class Learner:
    """A model with its weights, its data and its optimizer, all checked, ready to learn from batch after batch."""

    def __init__(self, model: Any, weights: Any, x: Any, y: Any, optimizer: Any, loss: Any, seed: Any) -> None:
        if not isinstance(model, Layer):
            raise TypeError(f"{model!r}: expected a layer or a model of Keras; PyTorch's modules do not train here")
        check_arguments(model)
        given = checked(model, weights, x)
        self.xs = given.x if isinstance(given.x, list) else [given.x]
        shapes = [one.shape[1:] for one in self.xs]
        shape = shapes if isinstance(given.x, list) else shapes[0]
        self.program = plan(built(model, shape)) if isinstance(model, Model) else model
        self.row = FlatParameters(given.weights, [array.trainable for array in model.arrays(shape)])
        self.optimizer, self.loss = optimizer_named(optimizer), loss_named(loss)
        self.slots, self.steps = self.optimizer.slots(self.row.numbers), 0
        self.random = None if seed is None else np.random.default_rng(seed)
        self.drops = drops(model)
        if self.drops and self.random is None:
            raise ValueError(f"{model!r} has dropout, and seed=None; expected a whole number as the seed")
        self.handed_over = handed_over(self.program)
        self.states: list[Any] = [None] * len(self.handed_over)
        self.ys = self._wanted(y)

    @property
    def samples(self) -> int:
        return len(self.xs[0])

    def _wanted(self, y: Any) -> list[Any]:
        """What is wanted, one array for each output of the model."""
        with np.errstate(all="ignore"):
            outputs = several(self._run(np.arange(1), None, []).output)
        given = list(y) if len(outputs) > 1 and isinstance(y, list | tuple) else [y]
        if len(given) != len(outputs):
            raise ValueError(f"y is {len(given)} arrays; expected {len(outputs)}, one for each output of the model")
        names = ["y"] if len(given) == 1 else [f"y[{at}]" for at in range(len(given))]
        shapes = [(self.samples, *output.shape[1:]) for output in outputs]
        kind = self.row.numbers.dtype
        return [wanted_for(self.loss, *one, kind) for one in zip(given, names, shapes, strict=True)]

    def _run(self, batch: Any, random: Any, states: list[Any]) -> Result:
        xs = [x[batch] for x in self.xs]
        context = Context(None, states, random, keep=True)
        return forward(self.program, self.row.arrays, xs if len(xs) > 1 else xs[0], context)

    def learn(self, batch: Any) -> float:
        """Learn from some samples, by their numbers; their loss before anything was changed."""
        result = self._run(batch, self.random if self.drops else None, self.states)
        loss, gradient = self._measure(result, batch)
        pulled = backward(self.program, result.tape, gradient, [None] * len(result.states))
        self.row.take(pulled.weights)
        self.optimizer.clip(self.row.gradient, self.row.gradients)
        self.steps += 1
        self.optimizer.step(self.row.numbers, self.row.gradient, self.slots, self.steps)
        pairs = zip(result.states, self.handed_over, strict=True)
        self.states = [state if goes_on else None for state, goes_on in pairs]
        return loss

    def _measure(self, result: Result, batch: Any) -> tuple[float, Any]:
        """The loss, the sum over all outputs, and the gradient of each output."""
        outputs = several(result.output)
        masks = result.mask if isinstance(result.mask, list) else [result.mask]
        total, gradients = 0.0, []
        for output, wanted, mask in zip(outputs, self.ys, masks, strict=True):
            value, gradient = over_all(*self.loss(wanted[batch], output), mask)
            total += float(value)
            gradients.append(gradient)
        return total, gradients if isinstance(result.output, list) else gradients[0]


def several(output: Any) -> list[Any]:
    """What a model gave, as a list."""
    return output if isinstance(output, list) else [output]


def every_layer(model: Layer) -> list[Any]:
    """A layer or model and all layers inside it, however deep."""
    return [*model.inner, model]


def check_arguments(model: Layer) -> None:
    """Refuse what Keras would add to the loss or do to the weights and this training would not."""
    for layer in every_layer(model):
        for name, value in layer.values.items():
            if value is not None and name.endswith(("_regularizer", "_constraint")):
                raise ValueError(f"{layer!r}: {name} is not part of this training; expected None")


def drops(model: Layer) -> bool:
    """Whether dropout stands anywhere in a model."""
    return any(layer.values.get(name) for layer in every_layer(model) for name in ("rate", "dropout"))


def handed_over(program: Any) -> list[bool]:
    """For each state of a layer or a plan, whether it goes on with the next batch: in stateful layers it does."""
    if isinstance(program, Plan):
        return [goes_on for call in program.calls if call.states for goes_on in handed_over(call.layer)]
    stateful = program.layer if isinstance(program, Bidirectional) else program
    return [stateful.stateful] * states_of(program) if states_of(program) else []
