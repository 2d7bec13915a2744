"""Reads the layer tests that the installed Keras ships: each call of `run_layer_test`, as facts.

`KERAS_BACKEND=torch python tests/helpers/keras_layer_tests.py` renews tests/data/keras_layer_tests.jsonl.gz. A record
says which layer is made with which arguments and called on which shapes, which output shape and how many weights Keras'
own test expects, and what Keras itself does with it: arrays, count and output shapes, or a refusal. Nothing of the
tests' code is kept. TensorFlow, grain and scipy, which some of the files import for tests of other kinds, are stand-ins
while they are read.
"""

import gzip
import inspect
import json
import math
import re
import sys
from pathlib import Path
from unittest.mock import MagicMock

FILE = Path(__file__).parents[1] / "data" / "keras_layer_tests.jsonl.gz"
LEFT_OUT = {"name", "dtype", "build_config"}  # what a configuration repeats and no count hangs on


class NoDataError(Exception):
    """An argument that is not data, such as a class or a function of the test's own."""


def told(value):
    """An argument as data: a layer becomes {"class", "kwargs"}; an initializer or the like, its name."""
    import keras

    if isinstance(value, list | tuple):
        return [told(one) for one in value]
    if isinstance(value, dict):
        return from_config(value) if "class_name" in value else {name: told(one) for name, one in value.items()}
    if isinstance(value, keras.layers.Layer):
        return from_config(keras.saving.serialize_keras_object(value))
    if isinstance(value, keras.Initializer | keras.Regularizer | keras.constraints.Constraint):
        return type(value).__name__
    if isinstance(value, keras.DTypePolicy):
        return value.name
    if hasattr(value, "tolist"):
        return value.tolist()
    if value is None or isinstance(value, bool | int | float | str):
        return value
    raise NoDataError(repr(value))


def from_config(config):
    """What Keras writes of an object: a layer with its arguments, or the name of what is none."""
    module = str(config.get("module"))
    if "_test" in module or not module.startswith("keras"):
        raise NoDataError(config["class_name"])
    if module != "keras.layers":
        return config["class_name"]
    kwargs = {name: told(one) for name, one in config["config"].items() if name not in LEFT_OUT}
    return {"class": config["class_name"], "kwargs": kwargs}


def nested(shapes):
    """One shape, or a list or a dict of them, as JSON keeps them."""
    if isinstance(shapes, dict):
        return {name.removesuffix("_shape"): nested(one) for name, one in shapes.items()}
    return [one if one is None or isinstance(one, int) else nested(one) for one in shapes]


def shapes_of(data):
    """The shapes of a tensor, or of a list or a dict of them."""
    if isinstance(data, dict):
        return {name: shapes_of(one) for name, one in data.items()}
    return [shapes_of(one) for one in data] if isinstance(data, list | tuple) else list(data.shape)


def on_tensors(shapes, tensor):
    """A tensor for each shape, nested as the shapes are."""
    if isinstance(shapes, dict):
        return {name: on_tensors(one, tensor) for name, one in shapes.items()}
    return (
        tensor(tuple(shapes))
        if all(one is None or isinstance(one, int) for one in shapes)
        else [on_tensors(one, tensor) for one in shapes]
    )


def called(layer, inputs):
    """What a layer gives; a dict of inputs goes to the arguments of their names."""
    return layer(**inputs) if isinstance(inputs, dict) else layer(inputs)


def in_keras(make, shapes):
    """What Keras itself does: arrays, how many are trained, the count, output shapes; or the kind of its refusal."""
    import keras

    try:
        layer = make()
        if shapes is None:
            return {"made": True}
        outputs = called(layer, on_tensors(shapes, lambda shape: keras.KerasTensor(shape)))
    except Exception as error:
        return {"refused": type(error).__name__}
    arrays = [list(one.shape) for one in layer.weights]
    trained = len(layer.trainable_weights)
    return {"arrays": arrays, "trained": trained, "count": sum(map(math.prod, arrays)), "outputs": shapes_of(outputs)}


def record(test, layer_class, init_kwargs, input_shape=None, input_data=None, **expected):
    """A call of `run_layer_test` as data; with `rest`, the reason why it is not, where it cannot be written down."""
    import keras

    public = [name for name, one in vars(keras.layers).items() if one is layer_class]
    said = {"test": test, "class": (public or [layer_class.__name__])[0]}
    if not public:
        return said | {"rest": "a class of the test's own"}
    shapes = nested(input_shape) if input_shape is not None else None
    if input_data is not None:
        shapes = shapes_of(input_data)
    try:
        kwargs = told(dict(init_kwargs or {}))
    except NoDataError as value:
        return said | {"rest": f"an argument that is no data: {re.sub(' at 0x[0-9a-f]+', '', str(value))}"}
    named = {"outputs": "output_shape", "trainable": "num_trainable_weights", "frozen": "num_non_trainable_weights"}
    wanted = {name: expected.get(f"expected_{field}") for name, field in named.items()}
    wanted = {name: nested(one) if isinstance(one, list | tuple | dict) else one for name, one in wanted.items()}
    wanted = {name: one for name, one in wanted.items() if one is not None}
    known = in_keras(lambda: layer_class(**(init_kwargs or {})), shapes)
    return said | {"kwargs": kwargs, "shapes": shapes, "expected": wanted, "keras": known}


def stand_in():
    """What the files import as TensorFlow; Keras asks whether something is one of its classes."""
    classes = {name: type(name, (), {}) for name in ("TensorShape", "DType", "TypeSpec")}
    return MagicMock(**classes)


def read():
    """All calls, in the order of the files."""
    import keras
    import pytest
    from keras.src.testing import test_case

    conftest = MagicMock(skip_if_backend=lambda *_: lambda test: test)
    stand_ins = {"grain": MagicMock(), "scipy": MagicMock(), "scipy.signal": MagicMock(), "conftest": conftest}
    sys.modules.update(stand_ins, tensorflow=stand_in())
    found = []

    def run_layer_test(self, layer_cls, init_kwargs=None, *args, **kwargs):
        test = self.id().replace("keras.src.layers.", "")
        found.append(record(test, layer_cls, init_kwargs, *args, **kwargs))

    class Only:
        """Of the tests, those that call `run_layer_test`."""

        def pytest_collection_modifyitems(self, items):
            items[:] = [item for item in items if "run_layer_test(" in inspect.getsource(item.function)]

        def pytest_runtest_logreport(self, report):
            """What Keras skips on this backend is named, too."""
            if report.skipped:
                test = report.nodeid.rpartition("/")[2].replace(".py", "").replace("::", ".")
                found.append({"test": test, "class": None, "rest": report.longrepr[2].removeprefix("Skipped: ")})

    test_case.TestCase.run_layer_test = run_layer_test
    root = Path(keras.src.layers.__file__).parent
    files = sorted(str(file) for file in root.rglob("*_test.py") if "run_layer_test(" in file.read_text())
    options = [
        "-q",
        "-W",
        "ignore",
        "-p",
        "no:cacheprovider",
        "-c",
        "/dev/null",
        "--rootdir",
        str(root),
        "--tb=no",
        "-rs",
    ]
    pytest.main([*options, "--continue-on-collection-errors", "--import-mode=importlib", *files], plugins=[Only()])
    return found


if __name__ == "__main__":
    lines = "".join(json.dumps(one) + "\n" for one in read())
    FILE.write_bytes(gzip.compress(lines.encode(), mtime=0))
    print(f"{lines.count(chr(10))} calls")
