"""Whether weights, input, states and mask fit a layer and each other, before anything is computed."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from lstmlesson import layers, pytorch
from lstmlesson.models import Model
from lstmlesson.numeric.arrays import not_empty, numbers, of_shape, skips, words
from lstmlesson.numeric.plans import built, plan, states_of
from lstmlesson.pytorch.foundation.base import Declared


class Given(NamedTuple):
    """What was given, as arrays that fit each other; states and mask are None where none were given."""

    weights: list[Any]
    x: Any
    states: list[Any] | None
    mask: Any


def checked(
    layer: Any, weights: Any, x: Any, initial_state: Any = None, mask: Any = None, finite: bool = True
) -> Given:
    """All that a run needs, or a refusal that names the first array that does not fit.

    weights: a list in the order of layer.arrays(), or a dictionary by name, such as PyTorch's state_dict.
    x: an array with the batch in front (PyTorch's modules: in PyTorch's order); a list where a model has several.
    finite: False where the numbers themselves are looked at later.
    Raises: ValueError or TypeError.

    >>> import numpy as np
    >>> checked(layers.LSTM(2), [np.zeros((3, 8)), np.zeros((2, 8)), np.zeros(8)], np.zeros((5, 4, 7)))
    Traceback (most recent call last):
    ValueError: weights[0] (kernel) has shape (3, 8); expected (7, 8) for LSTM(2) on x of shape (5, 4, 7)
    """
    weights = listed(layer, weights)
    first = [numbers(one, "weights[0]", None, finite) for one in weights[:1]]
    xs = checked_x(layer, x, first[0].dtype if first else None, finite)
    dtype = (first or xs)[0].dtype
    fitting = checked_weights(layer, first + weights[1:], xs, dtype, finite)
    states = None if initial_state is None else checked_states(layer, initial_state, xs, dtype)
    masks = None if mask is None else checked_mask(layer, mask, xs)
    return Given(fitting, xs if _several(layer) else xs[0], states, masks)


def _several(layer: Any) -> bool:
    return bool(getattr(layer, "takes_several", False))


def listed(layer: Any, weights: Any) -> list[Any]:
    """The weights as a list; from a dictionary, those that the module names, in its order."""
    if isinstance(weights, list | tuple):
        return list(weights)
    if isinstance(weights, Mapping) and isinstance(layer, Declared):
        names = [array.name for array in layer.arrays()]
        missing = [name for name in names if name not in weights]
        if missing:
            raise ValueError(f"weights has no {missing[0]}, only {', '.join(weights)}; expected {', '.join(names)}")
        return [weights[name] for name in names]
    raise TypeError(f"weights is a {type(weights).__name__}; expected a list of arrays, as initialise gives it")


def checked_x(layer: Any, x: Any, dtype: Any, finite: bool = True) -> list[Any]:
    """The inputs, each of numbers, or of word numbers where it goes into a table."""
    tables, several = table_rows(layer), _several(layer)
    given = list(x) if several and isinstance(x, list | tuple) else [x]
    if isinstance(layer, Model) and len(given) != len(tables):
        raise ValueError(f"x is a list of {len(given)} arrays; expected {len(tables)}, one for each input of the model")
    arrays = []
    for at, one in enumerate(given):
        name, rows = f"x[{at}]" if several else "x", tables[at] if at < len(tables) else None
        array = numbers(one, name, dtype, finite) if rows is None else words(one, name, rows)
        arrays.append(array if array.size else not_empty(array, name, _axes(layer, array)))
    if several and len({len(array) for array in arrays if array.ndim}) > 1:
        raise ValueError(f"x has shapes {', '.join(str(array.shape) for array in arrays)}; expected one batch size")
    return arrays


def _axes(layer: Any, array: Any) -> tuple[str, ...]:
    if isinstance(layer, Declared) and not getattr(layer, "batch_first", True):
        return ("timesteps", "batch", "features") if array.ndim == 3 else ()
    return ("batch", "timesteps", "features") if array.ndim == 3 else ("batch",)


def table_rows(layer: Any) -> list[Any]:
    """For each input the rows of the table that it is looked up in, or None where it is numbers."""
    if isinstance(layer, layers.TimeDistributed):
        return table_rows(layer.layer)
    if isinstance(layer, layers.Embedding):
        return [layer.input_dim]
    if isinstance(layer, pytorch.Embedding):
        return [layer.num_embeddings]
    if not isinstance(layer, Model) or (isinstance(layer, layers.Layer) and getattr(layer, "start", True) is None):
        return [None]
    made = plan(layer)
    read = [[table_rows(call.layer)[0] for call in made.calls if at in call.takes] for at in made.inputs]
    return [min((one for one in rows if one), default=None) if all(rows) else None for rows in read]


def expected_arrays(layer: Any, xs: list[Any]) -> Any:
    """The arrays that a layer has on such inputs. A layer is frozen, so it is asked once; a model may have grown."""
    shapes = [one.shape if isinstance(layer, Declared) else one.shape[1:] for one in xs]
    try:
        if _several(layer) or isinstance(layer, Model):
            return _arrays(layer, shapes if _several(layer) else shapes[0])
        return _arrays_of_a_layer(layer, shapes[0])
    except (TypeError, ValueError) as error:
        raise type(error)(f"x has shape {_told(xs)}. {error}") from None


def _arrays(layer: Any, shape: Any) -> Any:
    """Each array, and what it is called in a refusal."""
    return [(f"weights[{at}] ({array.name})", array) for at, array in enumerate(layer.arrays(shape))]


_arrays_of_a_layer = lru_cache(maxsize=64)(_arrays)


def _told(xs: list[Any]) -> str:
    return ", ".join(str(one.shape) for one in xs)


def checked_weights(layer: Any, weights: list[Any], xs: list[Any], dtype: Any, finite: bool = True) -> list[Any]:
    """The weights, each of the shape that the layer has on this input; the first is known to be numbers."""
    expected = expected_arrays(layer, xs)
    if len(weights) != len(expected):
        names = ", ".join(f"{array.name} {array.shape}" for _, array in expected)
        raise ValueError(f"weights is a list of {len(weights)} arrays; expected {len(expected)} for {layer!r}: {names}")
    fitting: list[Any] = []
    for given, (name, array) in zip(weights, expected, strict=True):
        own = numbers(given, name, dtype, finite) if fitting else given
        if own.shape != array.shape:
            of_shape(own, name, array.shape, layer, "on x of shape", _told(xs))
        fitting.append(own)
    return fitting


def checked_states(layer: Any, given: Any, xs: list[Any], dtype: Any) -> list[Any]:
    """The states that a recurrent layer begins with; None in the list stands for zeros."""
    expected = state_shapes(layer, xs)
    states = list(given) if isinstance(given, list | tuple) else [given]
    if len(states) != len(expected):
        raise ValueError(
            f"initial_state is a list of {len(states)}; {layer!r} begins with {len(expected)} states"
            f"{''.join(f', {shape}' for shape in expected)}; expected a list of them"
        )
    fitting = []
    for at, (state, shape) in enumerate(zip(states, expected, strict=True)):
        name = f"initial_state[{at}]"
        fitting.append(state if state is None else of_shape(numbers(state, name, dtype), name, shape, layer))
    return fitting


def state_shapes(layer: Any, xs: list[Any]) -> list[tuple[int, ...]]:
    """The shapes of the states that a layer begins with, in the order in which it returns them."""
    batch = len(xs[0])
    if isinstance(layer, Model):
        calls = plan(built(layer, xs[0].shape[1:])).calls
        return [(batch, *shape) for call in calls if call.states for shape in call.layer.state_shapes(())]
    if isinstance(layer, pytorch.LSTM | pytorch.GRU | pytorch.RNN):
        shapes = layer.result(xs[0].shape)[1]
        return list(shapes) if isinstance(shapes[0], tuple) else [shapes]
    return [(batch, *shape) for shape in layer.state_shapes(())] if states_of(layer) else []


def checked_mask(layer: Any, mask: Any, xs: list[Any]) -> Any:
    """The mask of the input, or a list of them: (batch, timesteps), True where a timestep counts."""
    if isinstance(layer, Declared):
        raise ValueError(f"mask was given for {layer!r}; PyTorch's modules take none, expected None")
    if not _several(layer):
        return skips(mask, "mask", xs[0].shape[:2])
    if not isinstance(mask, list | tuple) or len(mask) != len(xs):
        raise TypeError(f"mask is a {type(mask).__name__}; expected a list of {len(xs)}, with None for no mask")
    pairs = zip(mask, xs, strict=True)
    return [None if one is None else skips(one, f"mask[{at}]", x.shape[:2]) for at, (one, x) in enumerate(pairs)]
