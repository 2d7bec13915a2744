"""A module: what its attributes hold is registered, and counted without running `forward`.

Source: torch.nn.Module of PyTorch 2.13: attributes that are parameters or modules are registered in the order in which
they are assigned, and a parameter that is reached twice counts once.
"""

from collections.abc import Iterator
from typing import Any

from lstmlesson.inert import Inert
from lstmlesson.law.drawn import Drawn
from lstmlesson.law.making import note
from lstmlesson.pytorch.foundation.module_calls import ModuleCalls
from lstmlesson.pytorch.foundation.module_counts import ModuleCounts
from lstmlesson.pytorch.foundation.parameters import Buffer, Parameter


class Module(ModuleCounts, ModuleCalls, Drawn):
    """The base of every module, and of a class of the learner's own.

    Raises: AttributeError where a parameter or a module is assigned before super().__init__() was called.

    >>> from lstmlesson import pytorch as nn
    >>> class Net(nn.Module):
    ...     def __init__(self):
    ...         super().__init__()
    ...         self.lstm = nn.LSTM(3, 2)
    ...         self.head = nn.Linear(2, 1)
    >>> Net().count()                                         # 4(2·3 + 2·2 + 2 + 2) + 1·2 + 1
    59
    """

    _parameters: dict[str, Parameter | None]
    _buffers: dict[str, Any]
    _modules: dict[str, "Module | None"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        self.__dict__.update(_parameters={}, _buffers={}, _modules={}, training=True)
        note(self)

    training: bool

    # Registration.

    def __setattr__(self, name: str, value: Any) -> None:
        if isinstance(value, Parameter):
            self._registry("_parameters", name)[name] = value
        elif isinstance(value, Module):
            self._registry("_modules", name)[name] = value
        elif name in self.__dict__.get("_parameters", {}):
            if value is not None:
                raise TypeError(
                    f"{type(self).__name__}: {name}={value!r}; write self.{name} = nn.Parameter(…), or None"
                )
            self._parameters[name] = None
        elif name in self.__dict__.get("_buffers", {}):
            self._buffers[name] = value
        else:
            self.__dict__.get("_modules", {}).pop(name, None)
            object.__setattr__(self, name, value)

    def _registry(self, kind: str, name: str) -> dict[str, Any]:
        """Where a name is to be registered; it is taken out of wherever else it stands."""
        if kind not in self.__dict__ and "values" not in self.__dict__:
            raise AttributeError(
                f"{type(self).__name__}: {name} is assigned before Module.__init__(); write super().__init__() as the "
                "first line of __init__"
            )
        for other in ("_parameters", "_buffers", "_modules"):
            if other != kind:
                getattr(self, other).pop(name, None)
        self.__dict__.pop(name, None)
        return getattr(self, kind)

    def __getattr__(self, name: str) -> Any:
        for kind in ("_parameters", "_buffers", "_modules"):
            held = self.__dict__.get(kind, {})
            if name in held:
                return held[name]
        raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")

    def __delattr__(self, name: str) -> None:
        for kind in ("_parameters", "_buffers", "_modules"):
            if name in self.__dict__.get(kind, {}):
                del self.__dict__[kind][name]
                return
        object.__delattr__(self, name)

    def register_parameter(self, name: str, param: Parameter | None) -> None:
        """A parameter, or None for one that may come."""
        self._parameters[name] = param

    def register_buffer(self, name: str, tensor: Any, persistent: bool = True) -> None:
        """A buffer: kept, and not counted."""
        self._buffers[name] = tensor

    def register_module(self, name: str, module: "Module | None") -> None:
        """A module inside this one."""
        self._modules[name] = module

    add_module = register_module

    # What is registered.

    def named_children(self) -> Iterator[tuple[str, "Module"]]:
        """The modules directly inside, each once."""
        seen: set[int] = set()
        for name, module in self._modules.items():
            if module is not None and id(module) not in seen:
                seen.add(id(module))
                yield name, module

    def children(self) -> Iterator["Module"]:
        """The modules directly inside, each once."""
        return (module for _, module in self.named_children())

    def named_modules(
        self, memo: set[int] | None = None, prefix: str = "", remove_duplicate: bool = True
    ) -> Iterator[tuple[str, "Module"]]:
        """This module and all inside it, however deep, by their paths."""
        memo = set() if memo is None else memo
        if id(self) in memo and remove_duplicate:
            return
        memo.add(id(self))
        yield prefix, self
        for name, module in self._modules.items():
            if module is not None:
                yield from module.named_modules(memo, f"{prefix}.{name}".lstrip("."), remove_duplicate)

    def modules(self) -> Iterator["Module"]:
        """This module and all inside it, each once."""
        return (module for _, module in self.named_modules())

    def named_parameters(
        self, prefix: str = "", recurse: bool = True, remove_duplicate: bool = True
    ) -> Iterator[tuple[str, Parameter]]:
        """The parameters by their paths, each once."""
        seen: set[int] = set()
        modules = self.named_modules(prefix=prefix, remove_duplicate=remove_duplicate) if recurse else [(prefix, self)]
        for path, module in modules:
            for name, parameter in module._parameters.items():
                if parameter is not None and not (remove_duplicate and id(parameter) in seen):
                    seen.add(id(parameter))
                    yield f"{path}.{name}".lstrip("."), parameter

    def parameters(self, recurse: bool = True) -> Iterator[Parameter]:
        """The parameters, each once."""
        return (parameter for _, parameter in self.named_parameters(recurse=recurse))

    def named_buffers(
        self, prefix: str = "", recurse: bool = True, remove_duplicate: bool = True
    ) -> Iterator[tuple[str, Any]]:
        """The buffers by their paths."""
        modules = self.named_modules(prefix=prefix, remove_duplicate=remove_duplicate) if recurse else [(prefix, self)]
        for path, module in modules:
            for name, buffer in module._buffers.items():
                if buffer is not None:
                    yield f"{path}.{name}".lstrip("."), buffer

    def buffers(self, recurse: bool = True) -> list[Any]:
        """What the module keeps besides and does not count as parameters."""
        return [_renamed(buffer, name) for name, buffer in self.named_buffers(recurse=recurse)]

    def state_dict(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Parameters and buffers by their paths; they hold no numbers."""
        held: dict[str, Any] = dict(self.named_parameters(remove_duplicate=False))
        return held | dict(self.named_buffers(remove_duplicate=False))

    def load_state_dict(self, state_dict: Any, *args: Any, **kwargs: Any) -> Any:
        """Accepted: no parameter holds numbers here."""
        return Inert("<All keys matched successfully>")

    def get_submodule(self, target: str) -> "Module":
        """The module at a path."""
        module: Any = self
        for name in filter(None, target.split(".")):
            module = getattr(module, name)
        return module

    def get_parameter(self, target: str) -> Parameter:
        """The parameter at a path."""
        path, _, name = target.rpartition(".")
        return getattr(self.get_submodule(path), name)

    def extra_repr(self) -> str:
        """What stands in the brackets when it is printed."""
        return ""

    def __repr__(self) -> str:
        """The module as PyTorch prints it: one line for each module inside."""
        lines = [
            f"({name}): " + repr(module).replace("\n", "\n  ")
            for name, module in self._modules.items()
            if module is not None
        ]
        inside = "\n  ".join(([self.extra_repr()] if self.extra_repr() else []) + lines)
        return f"{type(self).__name__}(\n  {inside}\n)" if lines else f"{type(self).__name__}({inside})"


def _renamed(buffer: Any, name: str) -> Any:
    return Buffer(name, tuple(buffer.shape)) if isinstance(getattr(buffer, "shape", None), tuple) else buffer
