"""Optimizers: what becomes of the numbers once their gradients are known, with Keras' defaults and order of operations.

All trained numbers of a model lie in one row, so a step is a few lines for all of them. Clipping comes before the step.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np


@dataclass(frozen=True, kw_only=True)
class Optimizer:
    """What all optimizers share: the learning rate, and at most one way to clip gradients.

    clipnorm: the largest norm of each array's gradient. clipvalue: the largest gradient of a number.
    global_clipnorm: the largest norm of all gradients together.
    Raises: ValueError where two of them are given, or a number is out of its range.
    Source: keras.optimizers.Optimizer of Keras 3.15.1.
    """

    learning_rate: float
    clipnorm: float | None = None
    clipvalue: float | None = None
    global_clipnorm: float | None = None

    def __post_init__(self) -> None:
        clips = {name: getattr(self, name) for name in ("clipnorm", "clipvalue", "global_clipnorm")}
        given = {name: clip for name, clip in clips.items() if clip is not None}
        if len(given) > 1:
            raise ValueError(f"{', '.join(f'{name}={clip}' for name, clip in given.items())}: expected at most one")
        for name, number in {"learning_rate": self.learning_rate, **given}.items():
            if isinstance(number, bool) or not isinstance(number, int | float) or not number > 0:
                raise ValueError(f"{name}={number!r}: expected a number above zero")

    def slots(self, numbers: Any) -> list[Any]:
        """What the optimizer remembers for each number, at the beginning."""
        return []

    def step(self, numbers: Any, gradient: Any, slots: list[Any], count: int) -> None:
        """Change the numbers, in place. count: 1 for the first step."""
        raise NotImplementedError

    def clip(self, gradient: Any, arrays: Sequence[Any]) -> None:
        """Clip a row of gradients in place. arrays: the parts of the row that belong to one weight each.

        >>> row = np.array([3.0, 4.0])
        >>> SGD(clipnorm=1.0).clip(row, [row])
        >>> row.round(6).tolist()                            # its norm was 5
        [0.6, 0.8]
        """
        if self.clipvalue is not None:
            np.clip(gradient, -self.clipvalue, self.clipvalue, gradient)
        longest = self.clipnorm or self.global_clipnorm
        if longest is not None:
            for part in arrays if self.clipnorm else [gradient]:
                part *= longest / max(np.sqrt((part * part).sum()), longest)


@dataclass(frozen=True, kw_only=True)
class SGD(Optimizer):
    """Each number goes against its gradient; with momentum, what it went before counts too.

    Source: keras.optimizers.SGD of Keras 3.15.1.

    >>> numbers = np.array([1.0])
    >>> SGD().step(numbers, np.array([5.0]), [], 1)
    >>> numbers.tolist()                                     # 1 - 0.01·5
    [0.95]
    """

    learning_rate: float = 0.01
    momentum: float = 0.0
    nesterov: bool = False

    def __post_init__(self) -> None:
        super().__post_init__()
        if not 0 <= self.momentum <= 1:
            raise ValueError(f"momentum={self.momentum!r}: expected a number between 0 and 1")

    def slots(self, numbers: Any) -> list[Any]:
        return [np.zeros_like(numbers)] if self.momentum else []

    def step(self, numbers: Any, gradient: Any, slots: list[Any], count: int) -> None:
        down = gradient * -self.learning_rate
        for speed in slots:
            speed *= self.momentum
            speed += down
            down = speed * self.momentum + down if self.nesterov else speed
        numbers += down


@dataclass(frozen=True, kw_only=True)
class Adam(Optimizer):
    """Each number goes against the mean of its gradients, divided by the root of the mean of their squares.

    Source: keras.optimizers.Adam of Keras 3.15.1; Kingma and Ba, Adam, 2014, with epsilon as before its section 2.1.

    >>> numbers = np.array([1.0, 1.0])
    >>> Adam().step(numbers, np.array([5.0, -0.1]), Adam().slots(numbers), 1)
    >>> numbers.round(6).tolist()                            # at first each goes by the learning rate, however steep
    [0.999, 1.001]
    """

    learning_rate: float = 0.001
    beta_1: float = 0.9
    beta_2: float = 0.999
    epsilon: float = 1e-7

    def __post_init__(self) -> None:
        super().__post_init__()
        for name in ("beta_1", "beta_2"):
            if not 0 <= getattr(self, name) < 1:
                raise ValueError(f"{name}={getattr(self, name)!r}: expected a number from 0 to below 1")

    def slots(self, numbers: Any) -> list[Any]:
        return [np.zeros_like(numbers), np.zeros_like(numbers)]

    def step(self, numbers: Any, gradient: Any, slots: list[Any], count: int) -> None:
        mean, square = slots
        mean += (gradient - mean) * (1 - self.beta_1)
        square += (gradient * gradient - square) * (1 - self.beta_2)
        # In the numbers' own type, as in Keras: in float32 the powers are not quite those of float64.
        kind = numbers.dtype.type
        rest_1, rest_2 = (1 - kind(beta) ** kind(count) for beta in (self.beta_1, self.beta_2))
        rate = kind(self.learning_rate) * np.sqrt(rest_2) / rest_1
        numbers -= mean * rate / (np.sqrt(square) + self.epsilon)


OPTIMIZERS: dict[str, type[Optimizer]] = {"adam": Adam, "sgd": SGD}


def optimizer_named(given: Any) -> Optimizer:
    """An optimizer with Keras' defaults by its name, or the one that was given."""
    if isinstance(given, Optimizer):
        return given
    if not isinstance(given, str) or given.lower() not in OPTIMIZERS:
        raise ValueError(f"optimizer={given!r}: expected 'adam', 'sgd', Adam(…) or SGD(…)")
    return OPTIMIZERS[given.lower()]()  # type: ignore[call-arg]
