"""Keras' own layer tests as records (helpers/keras_layer_tests.py): what they expect of our layers holds for them."""

import json
import subprocess
import sys
from collections import Counter

import pytest
import records
from keras_layer_tests import FILE, called, on_tensors, shapes_of

from lstmlesson import Input, layers
from lstmlesson.summary import classes

pytestmark = pytest.mark.filterwarnings("ignore")
RECORDS = records.load(FILE.name)
# Layers that are not declared here: pictures and sounds made ready, and one table of words used in both directions.
NOT_HERE = {
    "AugMix": 1,
    "AutoContrast": 1,
    "ContrastLimitedAdaptiveHistogramEqualization": 2,
    "CutMix": 1,
    "Equalization": 2,
    "HashedCrossing": 2,
    "MaxNumBoundingBoxes": 1,
    "MelSpectrogram": 2,
    "MixUp": 1,
    "Pipeline": 1,
    "RandAugment": 1,
    "RandomColorDegeneration": 1,
    "RandomColorJitter": 1,
    "RandomElasticTransform": 1,
    "RandomErasing": 1,
    "RandomGaussianBlur": 1,
    "RandomGrayscale": 2,
    "RandomHue": 1,
    "RandomInvert": 1,
    "RandomPerspective": 1,
    "RandomPosterization": 1,
    "RandomSaturation": 1,
    "RandomSharpness": 1,
    "ReversibleEmbedding": 6,
    "STFTSpectrogram": 5,
    "Solarization": 1,
}
# What cannot be written down as data, or is skipped by Keras on PyTorch, by the reason that the record gives.
NO_DATA = {
    "a class of the test's own": 10,
    "an argument that is no data": 18,
    "Backend does not support sparse tensors.": 15,
    "Backend does not support ragged tensors.": 1,
    "Torch does not support lanczos.": 12,
}


def refused_on_purpose(record):
    """Why we refuse what Keras takes; None where there is no reason."""
    if record["kwargs"].get("lora_rank"):
        return "LoRA stores other numbers"
    if any(kind in str(record["kwargs"].get("dtype")) for kind in ("int4", "int8", "float8")):
        return "quantized numbers are stored otherwise"
    if record["class"] == "RandomCrop" and len(record["shapes"]) == 3:
        return "one image, whose rows stand in the place of the batch"
    return "an axis of no length" if 0 in record["shapes"] else None


REASONS = {
    "LoRA stores other numbers": 4,
    "quantized numbers are stored otherwise": 10,
    "one image, whose rows stand in the place of the batch": 2,
    "an axis of no length": 1,
}


def attempt(record):
    """What our layer does: arrays, how many are trained, the count, the output shapes; or its refusal."""
    try:
        layer = records.layer({"class": record["class"], "kwargs": record["kwargs"]})
        outputs = called(layer, on_tensors(record["shapes"], lambda shape: Input(batch_shape=shape)))
    except (ValueError, TypeError) as error:
        return {"refused": str(error)}
    return {
        "arrays": [list(one.shape) for one in layer.weights],
        "trained": len(layer.trainable_weights),
        "count": layer.count_params(),
        "outputs": shapes_of(outputs),
    }


KNOWN = [one for one in RECORDS if "rest" not in one and hasattr(layers, one["class"])]
TAKEN = [one for one in KNOWN if not refused_on_purpose(one)]


@pytest.mark.parametrize("record", TAKEN, ids=lambda one: f"{one['class']}-{one['test'].rpartition('.')[2]}")
def test_our_layer_does_what_keras_test_of_it_expects(record):
    ours, expected = attempt(record), record["expected"]
    if "refused" in record["keras"]:
        assert "refused" in ours
        return
    assert ours == record["keras"]
    if "trainable" in expected:
        assert ours["trained"] == expected["trainable"]
    if "frozen" in expected:
        assert len(ours["arrays"]) - ours["trained"] == expected["frozen"]
    if "outputs" in expected:
        assert fits(ours["outputs"], expected["outputs"])


def fits(shape, expected):
    """Whether a shape, or a list of them, is as expected; None stands for any length."""
    if not isinstance(expected, list):
        return expected in (None, shape)
    return len(shape) == len(expected) and all(map(fits, shape, expected))


def test_the_kinds_that_are_refused_on_purpose_are_these_and_no_more():
    meant = [(record, refused_on_purpose(record)) for record in KNOWN if refused_on_purpose(record)]
    assert Counter(reason for _, reason in meant) == REASONS
    for record, _ in meant:
        assert "refused" not in record["keras"], record
        assert "refused" in attempt(record), record


def test_the_rest_is_listed_by_name_and_number():
    said = [one["rest"].partition(":")[0] for one in RECORDS if "rest" in one]
    assert Counter(said) == NO_DATA
    missing = [one["class"] for one in RECORDS if "rest" not in one and not hasattr(layers, one["class"])]
    assert Counter(missing) == NOT_HERE
    assert len(RECORDS) == len(TAKEN) + sum(REASONS.values()) + sum(NO_DATA.values()) + sum(NOT_HERE.values())
    assert len(TAKEN) > 400


@pytest.mark.frameworks
def test_the_records_are_those_of_the_installed_keras():
    code = "import keras_layer_tests as tests, json; print('RECORDS' + json.dumps(tests.read()))"
    done = subprocess.run([sys.executable, "-c", code], cwd=FILE.parents[1] / "helpers", capture_output=True, text=True)
    (told,) = [line for line in done.stdout.splitlines() if line.startswith("RECORDS")]
    assert json.loads(told.removeprefix("RECORDS")) == RECORDS


def test_a_summary_s_lists_of_layers_are_right_about_these():
    seen = [one for one in RECORDS if one.get("class") in NOT_HERE and "arrays" in one["keras"]]
    assert {one["class"] for one in seen if not one["keras"]["arrays"]} <= set(classes.EMPTY)
    assert {one["class"] for one in seen if one["keras"]["arrays"]} <= set(classes.OTHERS)
    assert not {*classes.EMPTY, *classes.OTHERS} & set(classes.DECLARED)
