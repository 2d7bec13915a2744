"""Many configurations at once: sizes may be numpy arrays, and the core does not import numpy for it."""

import numpy as np
import pytest

from lstmlesson import GRU, LSTM, Bidirectional, Conv1D, Dense, Flatten, Input, Sequential, pytorch

UNITS = np.array([1, 2, 5, 64, 300])
FEATURES = np.array([3, 3, 13, 6, 300])


def test_an_array_of_units_gives_an_array_of_counts():
    counts = LSTM(UNITS).count((None, FEATURES))
    assert counts.tolist() == [4 * (f * u + u * u + u) for f, u in zip(FEATURES.tolist(), UNITS.tolist(), strict=True)]


def test_arrays_broadcast_to_a_grid():
    grid = GRU(np.arange(1, 4)).count((None, np.arange(1, 6)[:, None]))
    assert grid.tolist() == [[3 * (f * u + u * u + 2 * u) for u in (1, 2, 3)] for f in (1, 2, 3, 4, 5)]


def test_a_model_of_arrays():
    model = Sequential(
        [Input((None, FEATURES)), Bidirectional(LSTM(UNITS, return_sequences=True)), LSTM(UNITS), Dense(2)]
    )
    f, u = FEATURES.astype(object), UNITS.astype(object)
    assert (model.count() == 8 * (f * u + u * u + u) + 4 * (2 * u * u + u * u + u) + 2 * u + 2).all()


def test_pytorch_takes_arrays_too():
    assert pytorch.LSTM(FEATURES, UNITS, proj_size=1 if UNITS.min() > 1 else 0).count().tolist() == [
        4 * (u * f + u * u + 2 * u) for f, u in zip(FEATURES.tolist(), UNITS.tolist(), strict=True)
    ]


@pytest.mark.parametrize("dtype", ["int8", "uint8", "int16", "uint32", "int32", "uint64", object])
def test_a_small_number_type_does_not_wrap(dtype):
    assert LSTM(np.array([100], dtype=dtype)).count((None, 100)).tolist() == [4 * (100 * 100 + 100 * 100 + 100)]


def test_what_would_wrap_is_refused_and_objects_stay_exact():
    with pytest.raises(ValueError, match="dtype=object"):
        LSTM(np.array([2**31])).count((None, 2**31))
    with pytest.raises(ValueError, match="dtype=object"):
        Flatten().output_shape((np.array([2**40]), 2**40))
    with pytest.raises(ValueError, match=r"2\^63-1"):
        LSTM(np.array([2**63], dtype="uint64"))
    units = np.array([10**12, 1], dtype=object)
    assert LSTM(units).count((None, 10**12)).tolist() == [4 * (2 * 10**24 + 10**12), 4 * (10**12 + 2)]


def test_a_sum_that_would_wrap_is_refused():
    near = np.array([2**31 - 1])
    assert Dense(near).count((near,)).tolist() == [(2**31 - 1) * 2**31]
    with pytest.raises(ValueError, match="dtype=object"):
        Bidirectional(LSTM(np.array([2**30]))).count((None, 2**30))


def test_the_caller_cannot_change_a_layer_afterwards():
    units = np.array([1, 2])
    layer = LSTM(units)
    units[0] = 50
    assert layer.count((None, 3)).tolist() == [20, 48]
    with pytest.raises(ValueError, match="read-only"):
        layer.units[0] = 50


def test_layers_compare_by_their_arguments_or_by_the_same_array():
    assert LSTM(2) == LSTM(2)
    assert LSTM(2) != LSTM(2, use_bias=False)
    assert LSTM(2) != GRU(2)
    assert hash(LSTM(2)) == hash(LSTM(2))
    layer = LSTM(UNITS)
    assert layer == layer
    assert layer != LSTM(UNITS)


def test_a_text_of_many_sizes_is_refused():
    with pytest.raises(ValueError, match="one size at a time"):
        LSTM(UNITS).formula((None, 3))


def test_numpy_scalars_are_numbers():
    assert type(LSTM(np.int64(2)).count((None, np.int32(3)))) is int
    assert LSTM(np.array(2)).count((None, 3)) == 48


def test_windows_on_arrays():
    assert Conv1D(2, 3).output_shape((np.array([10, 20]), 4))[0].tolist() == [8, 18]
    with pytest.raises(ValueError, match="does not fit"):
        Conv1D(2, 7).output_shape((np.array([10, 5]), 4))
