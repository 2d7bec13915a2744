"""Modules that hold modules: Sequential, ModuleList, ModuleDict, and lists of parameters.

Source: torch.nn.modules.container of PyTorch 2.13; what they hold is named by its place or its key.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from lstmlesson.pytorch.foundation.module import Module
from lstmlesson.pytorch.foundation.parameters import Parameter


class ModuleList(Module):
    """Modules in a list, named 0, 1, 2 …

    >>> from lstmlesson.pytorch import Linear
    >>> ModuleList(Linear(3, 3) for _ in range(2)).count()    # 2(3·3 + 3)
    24
    """

    def __init__(self, modules: Iterable[Any] | None = None) -> None:
        super().__init__()
        if isinstance(modules, Module):
            raise TypeError(f"ModuleList: {modules!r}; write nn.ModuleList([…]), a list of modules")
        self.extend(modules or [])

    def append(self, module: Any) -> "ModuleList":
        """One more at the end."""
        self._put(len(self), module)
        return self

    def extend(self, modules: Iterable[Any]) -> "ModuleList":
        """More at the end."""
        for module in modules:
            self.append(module)
        return self

    __iadd__ = extend

    def insert(self, index: int, module: Any) -> None:
        """One more at a place."""
        held = list(self)
        held.insert(index, module)
        self._keep(held)

    def pop(self, key: int = -1) -> Any:
        """Take one out and return it."""
        held = list(self)
        module = held.pop(key)
        self._keep(held)
        return module

    def _put(self, at: int, module: Any) -> None:
        if not isinstance(module, Module):
            raise TypeError(f"{type(self).__name__}: {module!r}; expected a module such as nn.Linear(3, 2)")
        self._modules[str(at)] = module

    def _keep(self, held: list[Any]) -> None:
        self._modules.clear()
        self._modules.update((str(at), module) for at, module in enumerate(held))

    def __len__(self) -> int:
        return len(self._modules)

    def __iter__(self) -> Iterator[Any]:
        return iter(list(self._modules.values()))

    def __getitem__(self, key: Any) -> Any:
        held = list(self._modules.values())
        return type(self)(*[held[key]]) if isinstance(key, slice) else held[key]

    def __setitem__(self, key: int, module: Any) -> None:
        self._modules[str(key % len(self))] = module

    def __delitem__(self, key: Any) -> None:
        held = list(self)
        del held[key]
        self._keep(held)


class Sequential(ModuleList):
    """Modules one after the other: as arguments, or as one ordered dict of names.

    >>> from lstmlesson.pytorch import Linear, ReLU
    >>> Sequential(Linear(3, 2), ReLU(), Linear(2, 1)).count()                 # 2·3 + 2 + 1·2 + 1
    11
    """

    def __init__(self, *modules: Any) -> None:
        if len(modules) == 1 and isinstance(modules[0], Mapping):
            super().__init__()
            self._modules.update(modules[0])
        elif len(modules) == 1 and isinstance(modules[0], list | tuple):
            raise TypeError("Sequential: a list was given; write nn.Sequential(*layers), with the star")
        else:
            super().__init__(modules)

    def __getitem__(self, key: Any) -> Any:
        held = list(self._modules.values())
        return Sequential(*held[key]) if isinstance(key, slice) else held[key]


class ModuleDict(Module):
    """Modules by name."""

    def __init__(self, modules: Any = None) -> None:
        super().__init__()
        self.update(modules or {})

    def update(self, modules: Any) -> None:
        """More of them, from a mapping or from pairs."""
        self._modules.update(modules)

    def __setitem__(self, key: str, module: Module) -> None:
        self._modules[key] = module

    def __getitem__(self, key: str) -> Any:
        return self._modules[key]

    def __delitem__(self, key: str) -> None:
        del self._modules[key]

    def pop(self, key: str) -> Any:
        """Take one out and return it."""
        return self._modules.pop(key)

    def clear(self) -> None:
        """Take all of them out."""
        self._modules.clear()

    def __len__(self) -> int:
        return len(self._modules)

    def __iter__(self) -> Iterator[str]:
        return iter(self._modules)

    def __contains__(self, key: object) -> bool:
        return key in self._modules

    def keys(self) -> Any:
        """The names."""
        return self._modules.keys()

    def items(self) -> Any:
        """Names and modules."""
        return self._modules.items()

    def values(self) -> Any:
        """The modules."""
        return self._modules.values()


class ParameterList(Module):
    """Parameters in a list, named 0, 1, 2 …"""

    def __init__(self, values: Iterable[Any] | None = None) -> None:
        super().__init__()
        for value in values or []:
            self.append(value)

    def append(self, value: Any) -> "ParameterList":
        """One more at the end; a tensor becomes a parameter."""
        self._parameters[str(len(self))] = value if isinstance(value, Parameter) else Parameter(value)
        return self

    def __len__(self) -> int:
        return len(self._parameters)

    def __iter__(self) -> Iterator[Any]:
        return iter(list(self._parameters.values()))

    def __getitem__(self, key: int) -> Any:
        return list(self._parameters.values())[key]


class ParameterDict(Module):
    """Parameters by name."""

    def __init__(self, parameters: Any = None) -> None:
        super().__init__()
        for key, value in dict(parameters or {}).items():
            self[key] = value

    def __setitem__(self, key: str, value: Any) -> None:
        self._parameters[key] = value if isinstance(value, Parameter) else Parameter(value)

    def __getitem__(self, key: str) -> Any:
        return self._parameters[key]

    def __len__(self) -> int:
        return len(self._parameters)

    def __iter__(self) -> Iterator[str]:
        return iter(self._parameters)

    def items(self) -> Any:
        """Names and parameters."""
        return self._parameters.items()
