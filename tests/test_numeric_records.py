"""Outputs, states and gradients as real Keras 3.15.1 and PyTorch 2.13 recorded them, in float64 and float32.

Keras' torch backend multiplies matrices in float32 also where everything is float64, unless a layer takes its fused
path: `keras.backend.result_type("float64", "float64")` is "float32". So three float64 records are good to seven digits
only, and are named here; for them the textbook in float64 is the witness for the rest.
"""

import json
from pathlib import Path

import numpy as np
import pytest
import textbook

import lstmlesson
from lstmlesson import numeric, pytorch, training

DATA = Path(__file__).parent / "data"
ARRAYS = np.load(DATA / "numeric.npz")
RECORDS = json.loads((DATA / "numeric.json").read_text("utf-8"))["cases"]
CASES = [record for record in RECORDS if "kind" not in record]
TRACES = [record for record in RECORDS if "kind" in record]
MULTIPLIED_IN_FLOAT32 = {"k_LSTM_3_7_3_4_mask", "k_SimpleRNN_2_3_4_5", "k_GRU_2_5_3_4_rafalse"}
OUTPUTS, GRADIENTS = {"float64": 1e-12, "float32": 2e-6}, {"float64": 1e-12, "float32": 1e-5}

by_name = pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
in_both_types = pytest.mark.parametrize("kind", ["float64", "float32"])


def array(key, kind=None):
    found = ARRAYS[key.replace("/", "|")]
    return found if kind is None else found.astype(kind)


def layer_of(case):
    if case["framework"] == "torch":
        make = getattr(pytorch, case["class"])
        return make(case["F"], case["hidden_size"], batch_first=case["batch_first"], **case["kwargs"])
    config = case["config"]
    if case["class"] == "Bidirectional":
        inner = getattr(lstmlesson, config["layer_class"])
        inner = inner(**config["layer"], return_sequences=True, return_state=True)
        return lstmlesson.Bidirectional(inner, merge_mode=config["merge_mode"])
    return getattr(lstmlesson, case["class"])(**config)


def given(case, kind):
    """The layer, and what it is run with."""
    weights = [array(weight["key"], kind) for weight in case["weights"]]
    states = [array(key, kind) for key in case["initial_state"]] if "initial_state" in case else None
    mask = array(case["mask"]) if "mask" in case else None
    return layer_of(case), weights, array(case["x"], kind), states, mask


def tolerance(table, case, kind):
    return table["float32" if case["name"] in MULTIPLIED_IN_FLOAT32 else kind]


def furthest(ours, keys):
    return max(np.abs(one - array(key)).max() for one, key in zip(ours, keys, strict=True))


@by_name
@in_both_types
def test_outputs_and_states_are_the_recorded_ones(case, kind):
    layer, weights, x, states, mask = given(case, kind)
    ran, told = numeric.run(layer, weights, x, states, mask), case["arrays"][kind]
    assert ran.output.dtype == kind
    assert ran.output.shape == array(told["y"]).shape
    assert furthest([ran.output, *ran.states], [told["y"], *told["states"]]) < tolerance(OUTPUTS, case, kind)


@by_name
@in_both_types
def test_gradients_are_the_recorded_ones(case, kind):
    layer, weights, x, states, mask = given(case, kind)
    of_output, *of_states = (array(key, kind) for key in case["G"])
    found, told = training.gradients(layer, weights, x, of_output, of_states, states, mask), case["arrays"][kind]
    limit = tolerance(GRADIENTS, case, kind)
    assert furthest(found.weights, told["grad_w"]) < limit
    assert furthest([found.x], [told["grad_x"]]) < limit
    assert found.x.dtype == kind
    if "grad_s0" in told:
        assert furthest(found.initial_state, told["grad_s0"]) < limit


@by_name
def test_the_recorded_loss_is_met(case):
    layer, weights, x, states, mask = given(case, "float64")
    ran = numeric.run(layer, weights, x, states, mask)
    pairs = zip([ran.output, *ran.states], case["G"], strict=True)
    loss = sum((one * array(key)).sum() for one, key in pairs)
    near = 1e-6 if case["name"] in MULTIPLIED_IN_FLOAT32 else 1e-12
    assert loss == pytest.approx(case["arrays"]["float64"]["loss"], abs=near)


@pytest.mark.parametrize(
    "case", [one for one in CASES if one["name"] in MULTIPLIED_IN_FLOAT32], ids=lambda c: c["name"]
)
def test_where_the_record_is_short_of_digits_the_textbook_is_not(case):
    layer, weights, x, _, mask = given(case, "float64")
    ran = numeric.run(layer, weights, x, None, mask)
    for sample, output in enumerate(ran.output):
        counts = slice(None) if mask is None else mask[sample]
        truth = textbook.run(case["class"], weights, layer.cell.gates, x[sample][counts], reset_after=False)
        assert np.abs(output[counts] - truth).max() < 1e-14
    short = np.abs(ran.output - array(case["arrays"]["float64"]["y"])).max()
    assert 1e-9 < short < 1e-6


@pytest.mark.parametrize("case", TRACES, ids=lambda case: case["name"])
def test_recorded_models_predict_what_was_recorded(case):
    """The records of training lack the weights of the beginning; those of the end are here, and what was predicted."""
    x, weights = array(case["x"]), [array(key) for key in case["final_weights"]]
    many, units = case["script"] == "c", 5 if case["script"] == "b" else 1
    last = lstmlesson.Dense(units)
    layers = [
        lstmlesson.Input(x.shape[1:]),
        lstmlesson.LSTM(5, return_sequences=many),
        lstmlesson.TimeDistributed(last) if many else last,
    ]
    model = lstmlesson.Sequential(layers)
    predicted = numeric.run(model, weights, x).output
    assert np.abs(predicted - array(case["pred"])).max() < 1e-6
    last_loss = training.fit(model, weights, x, array(case["y"]), epochs=1, batch_size=len(x)).losses[0]
    assert 0.9 < last_loss / array(case["losses"])[-1] < 1
