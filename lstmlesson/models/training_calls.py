"""What a pasted program does with a model besides counting it: compile, fit, evaluate, predict, save.

Nothing of it is done here. Each call says so once and lets the program go on: `fit` gives a History in which every
key lists one nan an epoch, `evaluate` a nan for the loss and each metric, `predict` nan in the right shape.
What Keras 3.15.1 refuses (a misspelt argument, data that do not fit) is refused, with the line to write.
"""

import warnings
from typing import Any

from lstmlesson.inert import NAN, Inert, NotHere, bound, nearest
from lstmlesson.layers.foundation.used_layer import UsedLayer
from lstmlesson.models.files import copied, keep
from lstmlesson.models.history import History, keys_of, listed
from lstmlesson.models.known_names import OPTIMIZERS, check
from lstmlesson.models.sample_data import adjusted, in_order, nan_arrays, samples

COMPILE = "optimizer loss loss_weights metrics weighted_metrics run_eagerly steps_per_execution jit_compile".split()
FIT = """
    x y batch_size epochs verbose callbacks validation_split validation_data shuffle class_weight sample_weight
    initial_epoch steps_per_epoch validation_steps validation_batch_size validation_freq
""".split()
EVALUATE = "x y batch_size verbose sample_weight steps callbacks return_dict".split()
PREDICT = "x batch_size verbose steps callbacks".split()
# What Keras 3 no longer has, and what does it now.
GONE = {"fit_generator": "fit", "evaluate_generator": "evaluate", "predict_generator": "predict"}
GONE |= {"predict_classes": "predict", "predict_proba": "predict"}


class TrainingCalls:
    """The part of a model that trains in Keras and only goes along here."""

    def compile(self, *args: Any, **kwargs: Any) -> None:
        """Kept, so that pasted code goes on: an optimizer and a loss change no count.

        Raises: TypeError for an argument that Keras 3 does not have, ValueError for an optimizer that it does not know.
        """
        given = bound("compile", [*COMPILE, "auto_scale_loss"], args, kwargs)
        optimizer = given.get("optimizer", "rmsprop")
        if isinstance(optimizer, str) and optimizer.lower() not in OPTIMIZERS:
            raise ValueError(f"compile: optimizer={optimizer!r} is not known{nearest(optimizer, OPTIMIZERS)}")
        for field in ("metrics", "weighted_metrics"):
            if not isinstance(given.get(field), list | tuple | dict | None):
                raise ValueError(f"compile: {field}={given[field]!r}; write {field}=[{given[field]!r}]")
        self.__dict__["compiled"] = given | {"optimizer": optimizer}

    @property
    def optimizer(self) -> Any:
        """The optimizer that compile was given; where it was a name, something inert."""
        given = self.__dict__.get("compiled", {}).get("optimizer")
        return Inert(given) if isinstance(given, str) else given

    @property
    def loss(self) -> Any:
        """The loss that compile was given."""
        return self.__dict__.get("compiled", {}).get("loss")

    @property
    def metrics_names(self) -> list[str]:
        """The keys of what evaluate gives, the loss first."""
        return sorted(keys_of(self), key=lambda key: key != "loss")

    def fit(self, *args: Any, **kwargs: Any) -> History:
        """Trains nothing, and says so: a History in which each key lists one nan an epoch."""
        given = bound("fit", FIT, args, kwargs)
        self._ready("fit", given)
        keys = keys_of(self)
        if given.get("validation_split") or given.get("validation_data") is not None:
            keys += [f"val_{key}" for key in keys]
        callbacks = given.get("callbacks") or []
        changing = ("ReduceLROnPlateau", "LearningRateScheduler")
        for one in listed(callbacks):
            keep(self, getattr(one, "given", {}).get("filepath"))  # ModelCheckpoint's
        keys += ["learning_rate"] * any(type(one).__name__ in changing for one in listed(callbacks))
        epochs = range(given.get("initial_epoch", 0), given.get("epochs", 1))
        not_here("fit", "trains nothing", "the history is nan", "lstmlesson.training.fit(model, weights, x, y, …) does")
        return History(self, keys, epochs, {"verbose": given.get("verbose", "auto"), "epochs": len(epochs)})

    def evaluate(self, *args: Any, **kwargs: Any) -> Any:
        """Evaluates nothing, and says so: nan for the loss, or a list of nan for the loss and each metric."""
        given = bound("evaluate", EVALUATE, args, kwargs)
        self._ready("evaluate", given)
        not_here("evaluate", "evaluates nothing", "the loss and each metric are nan", "")
        keys = keys_of(self)
        if given.get("return_dict"):
            return dict.fromkeys(keys, NAN)
        return [NAN] * len(keys) if len(keys) > 1 else NAN

    def predict(self, *args: Any, **kwargs: Any) -> Any:
        """Predicts nothing, and says so: an array of nan in the shape of the prediction, several where they are.

        Raises: ImportError where numpy is not installed, TypeError for data that do not say how many samples there are.
        """
        given = bound("predict", PREDICT, args, kwargs)
        shape = samples(given.get("x"))
        if shape is None:
            raise TypeError(f"predict: {type(given.get('x')).__name__} does not say how many samples it holds")
        fitting = self._meet_data("predict", shape)
        not_here("predict", "predicts nothing", "each number is nan", "lstmlesson.numeric.run(model, weights, x) does")
        return nan_arrays(self, fitting)

    def train_on_batch(self, *args: Any, **kwargs: Any) -> Any:
        """As evaluate: nan for the loss and each metric."""
        not_here("train_on_batch", "trains nothing", "the loss and each metric are nan", "")
        keys = keys_of(self)
        if kwargs.get("return_dict"):
            return dict.fromkeys(keys, NAN)
        return [NAN] * len(keys) if len(keys) > 1 else NAN

    test_on_batch = train_on_batch

    def predict_on_batch(self, x: Any) -> Any:
        """As predict."""
        return self.predict(x)

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Writes nothing, and says so; `load_model` of the same path gives a copy."""
        keep(self, kwargs.get("filepath", args[0] if args else None))
        not_here("save", "writes no file", "there are no trained weights", "")

    def save_weights(self, *args: Any, **kwargs: Any) -> None:
        """Writes nothing, and says so."""
        not_here("save", "writes no file", "there are no trained weights", "")

    export = save

    def load_weights(self, *args: Any, **kwargs: Any) -> None:
        """Reads nothing, and says so."""
        not_here("load_weights", "reads no file", "the counts do not depend on it", "")

    def reset_states(self) -> None:
        """Nothing: no state is kept here."""

    reset_metrics = make_predict_function = make_train_function = reset_states

    def to_json(self, **kwargs: Any) -> str:
        """A text that says what it is not, so that a program that writes it goes on."""
        import json

        not_here("to_json", "writes no configuration", "summary() shows the layers", "")
        text = json.dumps({"class_name": type(self).__name__, "note": "not written here", "number": id(self)})
        keep(self, text)
        return text

    def get_config(self) -> dict[str, Any]:
        """Name and layers, and the model itself, of which from_config makes a copy."""
        return {"name": self.name, "layers": [layer.get_config() for layer in self.layers], "model": self}  # type: ignore[attr-defined]

    @classmethod
    def from_config(cls, config: dict[str, Any], custom_objects: Any = None) -> Any:
        """A copy of the model that gave the configuration.

        Raises: NotImplementedError for a configuration from elsewhere.
        """
        if "model" not in config:
            raise NotImplementedError(f"{cls.__name__}.from_config reads what get_config() gave here, and no other")
        return copied(config["model"])

    def __getattr__(self, name: str) -> Any:
        if name in GONE:
            raise TypeError(f"{name} is Keras 2; write model.{GONE[name]}(…)")
        raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")

    def _ready(self, what: str, given: dict[str, Any]) -> None:
        if "compiled" not in self.__dict__:
            raise ValueError(f"{what}: the model is not compiled; write model.compile(optimizer=…, loss=…) before")
        check(self.__dict__["compiled"])
        shape = samples(given.get("x"))
        if shape is not None:
            self._meet_data(what, shape)

    def _meet_data(self, what: str, shape: Any) -> Any:
        """The shape of the data as the model sees it; an unbuilt chain is built by it."""
        shape = shape[0] if isinstance(shape, list) and len(shape) == 1 else shape
        model: Any = self
        if "chain" in self.__dict__ and model.start is None and isinstance(shape, tuple):
            model.build(shape)
        if model.is_followed and model.built_on is None and isinstance(shape, tuple | list):
            UsedLayer.build(model, shape)
        inputs = model.graph.inputs if hasattr(model, "graph") else []
        if isinstance(shape, dict):
            shape = in_order(shape, [model.names()[id(tensor.node.layer)] for tensor in inputs])
        shapes = shape if isinstance(shape, list) else [shape]
        if len(inputs) != len(shapes):
            return shape
        fitting = [adjusted(what, tensor, one) for tensor, one in zip(inputs, shapes, strict=True)]
        return fitting if isinstance(shape, list) else fitting[0]


def not_here(what: str, does: str, so: str, who: str) -> None:
    """Say what is not done here; Python's own filter says it once for each line of the program."""
    advice = f"; {who}" if who else ""
    warnings.warn(f"{what} {does} here: the model is counted, and {so}{advice}", NotHere, stacklevel=3)
