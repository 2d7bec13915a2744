"""What Keras lets a program read of the weights of a layer that was used in a model."""

import warnings
from typing import Any, ClassVar

from lstmlesson.law.declaration import Declaration
from lstmlesson.law.sizes import Size
from lstmlesson.law.weights import Array
from lstmlesson.layers.foundation.read_values import WeightValues
from lstmlesson.layers.foundation.tensor import Node

# The names of weights that Keras has as attributes of its layers.
WEIGHT_NAMES = """
    kernel recurrent_kernel bias embeddings gamma beta moving_mean moving_variance depthwise_kernel pointwise_kernel
""".split()


def variable_of(array: Array) -> Any:
    """A stored array as a tensor."""
    from lstmlesson.layers.operations.operation import Variable

    return Variable(shape=array.shape, trainable=array.trainable, name=array.name)


class LayerWeights(Declaration):
    """The part of a layer that shows its arrays, on the shape for which it was built."""

    # The axes (counted from the end) whose length makes weights, and so cannot be None.
    known: ClassVar[tuple[int, ...]] = ()
    calls: list[Node]

    @property
    def built_on(self) -> Any:
        """The shape of one sample for which it has weights, or None where it was not used yet."""
        raise NotImplementedError

    def arrays_as_built(self) -> list[Array]:
        """Its arrays on the shape for which it was built; none before."""
        return [] if self.built_on is None else self.arrays(self.built_on)

    def __getattr__(self, name: str) -> Any:
        """layer.kernel, layer.embeddings …: the weight as a tensor, which a learner's class may compute with."""
        if name in WEIGHT_NAMES and "calls" in self.__dict__:
            found = next((array for array in self._arrays_to_read() if array.name == name), None)
            if found is not None or name == "bias":
                return found and variable_of(found)
        if name in ("input", "output"):
            raise AttributeError(f"{type(self).__name__} was not used in a model yet, so it has no {name}")
        raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")

    def _arrays_to_read(self) -> list[Array]:
        declared = self.__dict__.get("_declared")
        if declared is not None:
            return [weight.stacked(self.gate_axis) for weight in declared]
        return self.arrays_as_built() if self.built_on is not None or self.known else self.arrays(())

    def weights_on(self, input_shape: Any = None) -> Any:
        raise NotImplementedError

    @property
    def weights(self) -> WeightValues:  # type: ignore[override]
        """Read: the arrays of a used layer. weights(input_shape): the list of weights, in the order of get_weights().

        input_shape: the shape of one sample, such as (timesteps, features), without the batch.
        """
        return WeightValues(self)

    variables = weights

    @property
    def trainable_weights(self) -> WeightValues:
        """The arrays that training changes, of a used layer."""
        return WeightValues(self, True)

    trainable_variables = trainable_weights

    @property
    def non_trainable_weights(self) -> WeightValues:
        """The arrays that training leaves alone, of a used layer."""
        return WeightValues(self, False)

    non_trainable_variables = non_trainable_weights

    def count_params(self) -> Size:
        """The count on the shape for which the layer was built.

        Raises: ValueError where it was not used yet.
        """
        if self.built_on is None and self.known:
            raise ValueError(
                f"count_params: {self!r} has not seen its input, so its weights have no size; expected it in a model "
                f"that has, or {type(self).__name__}(…).count(input_shape)"
            )
        return self.count(self.built_on if self.built_on is not None else ())

    def get_weights(self) -> list[Any]:
        """Zeros in the shapes of Keras' arrays, which is said once: nothing is trained here.

        Raises: ModuleNotFoundError without numpy.
        """
        from numpy import zeros

        warnings.warn("get_weights gives zeros in Keras' shapes: models here count and are not trained", stacklevel=2)
        return [zeros(array.shape, dtype="float32") for array in self.weights]

    def set_weights(self, weights: Any) -> None:
        """Accepted where the shapes are those of Keras' arrays, and not kept: nothing is run here.

        Raises: ValueError for another number of arrays, or another shape.
        """
        expected, given = [array.shape for array in self.weights], [tuple(one.shape) for one in weights]
        if expected != given:
            raise ValueError(f"set_weights on {self!r}: arrays of shapes {given}; expected {expected}")
