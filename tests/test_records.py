"""Every record of Keras and PyTorch is counted as the framework counted it, array by array."""

from collections import Counter

import pytest
import records

from lstmlesson import pytorch

KERAS = records.load("counts.jsonl.gz")
TORCH = records.load("counts_torch.jsonl.gz")
COVERED = [record for record in KERAS if not records.not_covered(record)]
COVERED_TORCH = [record for record in TORCH if hasattr(pytorch, record["class"])]


def has_zero(record):
    """Whether a size of zero stands in a record: in a shape, or in an argument that is a size."""
    if "args" in record:
        return 0 in record["args"] or 0 in (record["input_shape"] or [])
    sizes = [layer["kwargs"].get(name) for layer in record["layers"] for name in ("units", "filters", "output_dim")]
    return 0 in sizes or 0 in record["input_shape"]


# Keras and PyTorch let a size of zero through here and there. It is refused here: a layer of nothing counts nothing.
OUR_CHOICE = [one for one in (*COVERED, *COVERED_TORCH) if "error" not in one and has_zero(one)]
COUNTED = [one for one in COVERED if "error" not in one and one not in OUR_CHOICE]
COUNTED_TORCH = [one for one in COVERED_TORCH if "error" not in one and one not in OUR_CHOICE]


def by_number(record):
    return f"{record.get('kind', record.get('class'))}-{record['id']}"


@pytest.mark.parametrize("record", COUNTED, ids=by_number)
def test_keras_counted_the_same(record):
    model = records.model(record)
    assert model.count() == record["total"]
    assert model.trainable_count() == record["trainable"]
    assert model.count() - model.trainable_count() == record["non_trainable"]
    rows = [row for row in model.rows() if row.class_name != "InputLayer"]
    for row, told in zip(rows, record["layer_results"], strict=True):
        layer = row.layer
        assert row.count == told["params"]
        assert row.class_name == told["class"]
        assert records.plain(row.output_shape) == told["output_shape"]
        assert told["params"] == 0 or row.formula.endswith(f"{told['params']:,}")
        seen = [tensor.sample for node in model.graph.calls_of(layer) for tensor in node.inputs]
        ours = [
            (array.name, list(array.shape), array.trainable)
            for array in layer.arrays(seen if layer.takes_several else seen[0])
        ]
        assert ours == [(w["name"], w["shape"], w["trainable"]) for w in told["weights"]]
    arrays = [weight for told in record["layer_results"] for weight in told["weights"]]
    assert [list(array.shape) for array in model.arrays()] == [weight["shape"] for weight in arrays]


@pytest.mark.parametrize("record", [r for r in COVERED if "error" in r], ids=by_number)
def test_what_keras_refuses_is_refused(record):
    assert record["error"].startswith(("ValueError", "TypeError"))
    with pytest.raises((ValueError, TypeError)):
        records.model(record).count()


@pytest.mark.parametrize("record", COUNTED_TORCH, ids=by_number)
def test_pytorch_counted_the_same(record):
    module = records.module(record)
    assert module.count() == module.trainable_count() == record["total"]
    ours = [{"name": array.name, "shape": list(array.shape)} for array in module.arrays()]
    assert ours == record["weights"]
    buffers = [{"name": array.name, "shape": list(array.shape)} for array in module.buffers()]
    assert buffers == record["buffers"]
    if "output_shape" in record:
        assert records.plain(module.output_shape(record["input_shape"])) == record["output_shape"]


@pytest.mark.parametrize("record", [r for r in COVERED_TORCH if "error" in r], ids=by_number)
def test_what_pytorch_refuses_is_refused(record):
    assert record["error"].startswith(("ValueError", "TypeError"))
    with pytest.raises((ValueError, TypeError)):
        records.module(record)


def test_a_size_of_zero_is_refused_here():
    for record in OUR_CHOICE:
        with pytest.raises(ValueError, match="=0"):
            (records.module if "args" in record else records.model)(record)
    with pytest.raises(ValueError, match="in_features=0"):
        records.module({"class": "Linear", "args": [0, 3], "kwargs": {}})


def test_what_is_not_covered_is_said_aloud(capsys):
    keras = Counter(name for record in KERAS for name in records.not_covered(record))
    torch = Counter(record["class"] for record in TORCH if not hasattr(pytorch, record["class"]))
    numbers = {name: [record["id"] for record in KERAS if name in records.not_covered(record)] for name in keras} | {
        f"torch.{name}": [r["id"] for r in TORCH if r["class"] == name] for name in torch
    }
    with capsys.disabled():
        print(f"\nour choice: a size of zero is refused, {len(OUR_CHOICE)} records: {list(map(by_number, OUR_CHOICE))}")
        for name, ids in numbers.items():
            print(f"not covered: {name}, {len(ids)} records: {', '.join(map(str, ids))}")
    # A layer that slips in here by mistake is noticed.
    assert set(keras) == set(torch) == set()
    assert len(COVERED) + sum(bool(records.not_covered(r)) for r in KERAS) == len(KERAS)
