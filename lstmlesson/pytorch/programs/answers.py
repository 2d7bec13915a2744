"""What a pasted program asks of `torch` itself, and of its rooms, besides layers: tensors, devices, files, data.

Arrays that a program writes down have numpy's numbers; all else is accepted and inert, or refused in words.
"""

import warnings
from collections.abc import Callable
from typing import Any

from lstmlesson.inert import Inert, NotHere
from lstmlesson.pytorch.foundation.module import Module
from lstmlesson.pytorch.foundation.parameters import Buffer, Parameter
from lstmlesson.pytorch.programs import data, reparametrised
from lstmlesson.pytorch.programs.known_tensors import Known, known
from lstmlesson.pytorch.programs.tensors import Sizes, Tensor

DTYPES = """
    bfloat16 bool cdouble cfloat complex128 complex64 double float float16 float32 float64 half int int16 int32 int64
    int8 long short uint8
""".split()


# More random numbers than these are not drawn: zeros stand for them.
MOST_DRAWN = 1_000_000


class Device(str):
    """torch.device("cpu"): a text that knows its kind."""

    @property
    def type(self) -> str:
        """The part before the colon."""
        return self.partition(":")[0]


def sizes_of(args: tuple[Any, ...], kwargs: dict[str, Any]) -> tuple[Any, ...]:
    """The sizes that a function such as zeros was given: as arguments, as one tuple, or as size=."""
    given = kwargs.get("size", args)
    given = given[0] if len(given) == 1 and isinstance(given[0], tuple | list) else given
    return tuple(given)


def filled(kind: str) -> Callable[..., Any]:
    """A function that makes a tensor of some sizes."""

    def function(*args: Any, **kwargs: Any) -> Any:
        sizes = sizes_of(args, kwargs)
        try:
            import numpy as np
        except ImportError:
            return Tensor(shape=sizes)
        if not all(isinstance(size, int | np.integer) for size in sizes):
            return Tensor()
        if kind in ("rand", "randn") and Sizes(sizes).numel() <= MOST_DRAWN:
            draw = np.random.default_rng(0)
            return known(draw.random(sizes, "float32") if kind == "rand" else draw.standard_normal(sizes, "float32"))
        return known((np.ones if kind == "ones" else np.zeros)(sizes, "float32"))

    return function


def tensor(value: Any, *args: Any, **kwargs: Any) -> Any:
    """Numbers that the program has written down."""
    if isinstance(value, Tensor):
        return value
    try:
        return known(value)
    except ImportError:
        return Tensor(value)


def randint(*args: Any, **kwargs: Any) -> Any:
    """Whole numbers below `high`, of a shape."""
    *bounds, shape = args if "size" not in kwargs else (*args, kwargs["size"])
    high = kwargs.get("high", bounds[-1] if bounds else 1)
    low = kwargs.get("low", bounds[0] if len(bounds) > 1 else 0)
    try:
        import numpy as np
    except ImportError:
        return Tensor(shape=tuple(shape))
    return known(np.random.default_rng(0).integers(low, high, tuple(shape)))


def of_numpy(name: str) -> Callable[..., Any]:
    """A function that numpy has too, of tensors whose numbers are there."""

    def function(*args: Any, dim: Any = None, **kwargs: Any) -> Any:
        kwargs.pop("dtype", None)
        given = [[one.array for one in arg] if _are_known(arg) else getattr(arg, "array", arg) for arg in args]
        if any(isinstance(one, Inert) or (isinstance(one, list | tuple) and _has_inert(one)) for one in given):
            return Tensor()
        import numpy as np

        axis = {} if dim is None else {"axis": dim}
        return known(getattr(np, name)(*given, **axis))

    return function


def _are_known(arg: Any) -> bool:
    return isinstance(arg, list | tuple) and bool(arg) and all(isinstance(one, Known) for one in arg)


def _has_inert(arg: Any) -> bool:
    return any(isinstance(one, Inert) for one in arg)


def method(name: str) -> Callable[..., Any]:
    """A function that is a method of tensors, too."""

    def function(x: Any, *args: Any, **kwargs: Any) -> Any:
        return getattr(x, name)(*args, **kwargs)

    return function


def save(*args: Any, **kwargs: Any) -> None:
    """Writes nothing, and says so."""
    warnings.warn("torch.save writes no file here: there are no trained weights", NotHere, stacklevel=2)


def load(*args: Any, **kwargs: Any) -> Any:
    """Reads nothing, and says so."""
    warnings.warn("torch.load reads no file here: the counts do not depend on it", NotHere, stacklevel=2)
    return Inert("torch.load(…)")


class DataParallel(Module):
    """A module that holds another, and runs it in several places."""

    def __init__(self, module: Module, *args: Any, **kwargs: Any) -> None:
        super().__init__()
        self.module = module


ANSWERS: dict[str, Any] = {
    "__version__": "2.13.0",
    **{kind: filled(kind) for kind in "zeros ones empty rand randn full".split()},
    "tensor": tensor,
    "as_tensor": tensor,
    "from_numpy": tensor,
    "randint": randint,
    **dict.fromkeys("FloatTensor LongTensor IntTensor DoubleTensor BoolTensor ByteTensor".split(), tensor),
    **{kind: of_numpy(kind) for kind in "arange linspace eye stack zeros_like ones_like unique".split()},
    "cat": of_numpy("concatenate"),
    "concat": of_numpy("concatenate"),
    **{kind: method(kind) for kind in "unsqueeze squeeze permute transpose reshape flatten max min".split()},
    "numel": lambda x: x.numel(),
    "Tensor": Tensor,
    "Size": Sizes,
    "device": Device,
    "manual_seed": lambda *args: None,
    "is_tensor": lambda x: isinstance(x, Tensor),
    "save": save,
    "load": load,
    "compile": lambda model=None, **kwargs: model,
    "no_grad": Inert("torch.no_grad"),
    "enable_grad": Inert("torch.enable_grad"),
    "inference_mode": Inert("torch.inference_mode"),
    "autocast": Inert("torch.autocast"),
    "inf": float("inf"),
    "nan": float("nan"),
    "pi": 3.141592653589793,
    "e": 2.718281828459045,
    "newaxis": None,
    "Parameter": Parameter,
    "parameter.Parameter": Parameter,
    "Buffer": lambda value=None, persistent=True: Buffer("", tuple(getattr(value, "shape", ()))),
    "DataParallel": DataParallel,
    "parallel.DataParallel": DataParallel,
    "parallel.DistributedDataParallel": DataParallel,
    "modules.Module": Module,
    "autograd.Variable": lambda value, *args, **kwargs: value,
    "cuda.is_available": lambda: False,
    "cuda.device_count": lambda: 0,
    "cuda.manual_seed": lambda *args: None,
    "cuda.manual_seed_all": lambda *args: None,
    "cuda.empty_cache": lambda: None,
    "backends.mps.is_available": lambda: False,
    "backends.mps.is_built": lambda: False,
    "utils.data.Dataset": data.Dataset,
    "utils.data.IterableDataset": data.IterableDataset,
    "utils.data.TensorDataset": data.TensorDataset,
    "utils.data.DataLoader": data.DataLoader,
    "utils.data.Subset": data.Subset,
    "utils.data.random_split": data.random_split,
    "utils.data.dataset.Dataset": data.Dataset,
    "utils.data.dataset.TensorDataset": data.TensorDataset,
    "utils.data.dataset.random_split": data.random_split,
    "utils.data.dataloader.DataLoader": data.DataLoader,
    "utils.weight_norm": reparametrised.weight_norm,
    "utils.remove_weight_norm": reparametrised.remove_weight_norm,
    "utils.parametrizations.weight_norm": reparametrised.of_length_and_direction,
    "utils.spectral_norm": reparametrised.unchanged,
    **{f"utils.parametrizations.{name}": reparametrised.unchanged for name in ("spectral_norm", "orthogonal")},
}
