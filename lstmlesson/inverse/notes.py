"""What is said of a reading: what tells its variant apart, its biases or its weights, and what no count tells."""

from collections.abc import Sequence
from typing import Any

from lstmlesson.inverse.forms_in_letters import Form, features_of
from lstmlesson.inverse.solver import names_in
from lstmlesson.language import label, sentence
from lstmlesson.law.declaration import Declaration
from lstmlesson.law.polynomials import Polynomial
from lstmlesson.law.weights import Weight


def note(form: Form, layer: Declaration) -> str:
    """What tells a variant apart: its biases (or, without a kernel, the names of its weights), then its arguments."""
    values = arguments(layer)
    said = (*form.said, *(["reading: kernel_size"] if "kernel_size" in values else []))
    free = [sentence("reading: changes no count", argument=name) for name in _free(form)]
    return ", ".join([_about(form, layer), *(_sentence(name, values) for name in said), *free])


def _free(form: Form) -> list[str]:
    """The sizes that a layer needs and that neither its count nor a shape tells."""
    told = {name for size in _told(form) for name in names_in(size)}
    sizes = {name: form.layer.values[name] for name in form.layer.needed}
    return [name for name, size in sizes.items() if isinstance(size, Polynomial) and not names_in(size) & told]


def _told(form: Form) -> list[Polynomial]:
    """All sizes in letters that can be seen of a layer: its count, and those of what goes in and comes out."""
    seen = (size for shape in (*form.inputs, *form.outputs) for size in shape)
    return [form.count, *(size for size in seen if isinstance(size, Polynomial))]


def arguments(layer: Declaration) -> dict[str, Any]:
    """The arguments of a layer and of those inside it."""
    inside = [one for one in layer.values.values() if isinstance(one, Declaration)]
    return {name: value for one in inside for name, value in arguments(one).items()} | layer.values


def _sentence(name: str, values: dict[str, Any]) -> str:
    argument = name.removeprefix("reading: ")
    return sentence(name, **({argument: values[argument]} if argument in values else {}))


def _about(form: Form, layer: Declaration) -> str:
    if layer.takes and not layer.axes:
        return sentence("reading: a table", rows=features_of(layer), size=layer.values[layer.gives])
    parts = {weight.part for weight in form.weights}
    biases = max(sum(_vectors(weight) for weight in form.weights if weight.part == part) for part in parts)
    if any(is_kernel(weight) for weight in form.weights):
        return sentence(f"reading: {biases if biases <= 2 else 'more'} biases")
    return _in_names(form.weights)


def _in_names(weights: Sequence[Weight]) -> str:
    """The names of the weights that are trained, and how many others there are."""
    names = list(dict.fromkeys(label(weight.name) for weight in weights if weight.trainable))
    others = sum(not weight.trainable for weight in weights)
    names += [sentence("reading: not trained", number=others)] if others else []
    return sentence("reading: names", names=names) if len(names) > 1 else sentence("reading: one alone", name=names[0])


def is_kernel(weight: Weight) -> bool:
    """Whether a weight is multiplied with what passes: PyTorch calls it weight, as it also calls a scale."""
    return len(weight.shape) > 1 and ("kernel" in weight.name or "weight" in weight.name)


def _vectors(weight: Weight) -> int:
    """How many biases a weight holds: a GRU with reset_after keeps both of its own in one."""
    return 0 if "bias" not in weight.name else 2 if len(weight.shape) == 2 and weight.shape[0] == 2 else 1
