"""`pytorch_lightning` and `lightning` beside our torch: a LightningModule is a module, and all else is inert."""

import sys
from types import ModuleType
from typing import Any

from lstmlesson.inert import Inert
from lstmlesson.pytorch.foundation.module import Module


class Hyperparameters(dict[str, Any]):
    """What a module was made with, read by name: self.hparams.lr."""

    def __getattr__(self, name: str) -> Any:
        try:
            return self[name]
        except KeyError:
            raise AttributeError(f"hparams has no {name}; there are {', '.join(self)}") from None


class LightningModule(Module):
    """A module whose training is written into it, and is not run here. Source: Lightning 2.6."""

    def save_hyperparameters(self, *_: Any, **__: Any) -> None:
        """Keep what __init__ was given, as self.hparams."""
        given = dict(sys._getframe(1).f_locals)
        self.hparams = Hyperparameters((name, one) for name, one in given.items() if name not in ("self", "__class__"))

    def log(self, *_: Any, **__: Any) -> None:
        """Nothing: there is no value to keep."""

    log_dict = log


class Idle:
    """What a program writes a class below and nobody asks here: a LightningDataModule, a Callback."""

    def __init__(self, *_: Any, **__: Any) -> None: ...


class Room(ModuleType):
    """Lightning, and each room inside it."""

    __path__: list[str] = []

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        if name in ("LightningModule", "LightningDataModule", "Callback"):
            return LightningModule if name == "LightningModule" else Idle
        return self if name in ("pytorch", "callbacks", "loggers") else Inert(f"lightning.{name}")


ROOM = Room("lightning")
