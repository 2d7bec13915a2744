"""The calls that lead from a model's inputs to its outputs, in the order in which Keras lists its layers.

What only computes a mask stands beside them: it is listed, and deepens the order, and changes no shape and no count.
Keras walks back from the outputs, gives each call a depth (how many calls lie between it and an output) and
prints the deepest first. Source: map_graph in keras.src.ops.function of Keras 3.15.1.
"""

from collections.abc import Callable

from lstmlesson.law.sizes import same
from lstmlesson.layers.foundation.layer import Layer
from lstmlesson.layers.foundation.tensor import Node, Shape, Tensor


class Graph:
    """All calls between some inputs and some outputs.

    Raises: ValueError where an output does not come from the inputs.
    """

    def __init__(self, inputs: list[Tensor], outputs: list[Tensor]) -> None:
        self.inputs, self.outputs = inputs, outputs
        self.nodes, first_seen = self._walk(lambda node: node.inputs)
        self.nodes_with_masks = self.nodes
        if any(node.masks for node in self.nodes):
            self.nodes_with_masks, first_seen = self._walk(_fed_by)
        self.layers_and_masks = self._order(first_seen)
        self._calls: dict[int, list[Node]] = {id(layer): [] for layer in self.layers_and_masks}
        for node in self.nodes_with_masks:
            self._calls[id(node.layer)].append(node)
        run = {id(node.layer) for node in self.nodes}
        self.layers = [layer for layer in self.layers_and_masks if id(layer) in run]

    def _walk(self, fed_by: Callable[[Node], tuple[Tensor, ...]]) -> tuple[list[Node], dict[int, int]]:
        """The calls, each after those that feed it, and for each layer when it was first met."""
        done: dict[int, Node] = {}
        first_seen: dict[int, int] = {}
        starts = {id(tensor) for tensor in self.inputs}
        stack = [(tensor, False) for tensor in reversed(self.outputs)]
        while stack:
            tensor, fed = stack.pop()
            node = tensor.node
            if id(node) in done or (node.inputs and id(tensor) in starts):
                continue
            first_seen.setdefault(id(node.layer), len(first_seen))
            if fed or not node.inputs:
                self._check_start(node, starts)
                done[id(node)] = node
            else:
                stack.append((tensor, True))
                stack += [(one, False) for one in reversed(fed_by(node))]
        for tensor in self.inputs:  # an input that no output needs is listed all the same
            if not tensor.node.inputs:
                done.setdefault(id(tensor.node), tensor.node)
                first_seen.setdefault(id(tensor.node.layer), -1)
        return list(done.values()), first_seen

    def _check_start(self, node: Node, starts: set[int]) -> None:
        if not node.inputs and not any(id(tensor) in starts for tensor in node.outputs):
            raise ValueError(
                f"the outputs also depend on {node.outputs[0]!r}, which is not among the inputs; "
                "expected it in inputs=[…]"
            )

    def _order(self, first_seen: dict[int, int]) -> list[Layer]:
        """The layers, the deepest first, each once."""
        node_depth: dict[int, int] = {}
        layer_depth: dict[int, int] = {}
        layers: dict[int, Layer] = {}
        for node in reversed(self.nodes_with_masks):
            depth = max(node_depth.get(id(node), 0), layer_depth.get(id(node.layer), 0))
            layer_depth[id(node.layer)] = node_depth[id(node)] = depth
            layers[id(node.layer)] = node.layer
            for tensor in _fed_by(node):
                before = id(tensor.node)
                node_depth[before] = max(depth + 1, node_depth.get(before, 0))
        return sorted(layers.values(), key=lambda layer: (-layer_depth[id(layer)], first_seen[id(layer)]))

    def calls_of(self, layer: Layer) -> list[Node]:
        """The calls of one layer; a shared layer has several."""
        return self._calls[id(layer)]

    def is_a_chain(self) -> bool:
        """Whether each call has one input and feeds one call, so that the table needs no connections."""
        shared = len({id(node.layer) for node in self.nodes}) < len(self.nodes)
        fed = [id(tensor.node) for node in self.nodes_with_masks for tensor in _fed_by(node)]
        return not shared and len(fed) == len(set(fed)) and all(len(node.inputs) <= 1 for node in self.nodes)

    def shapes(self, given: list[Shape]) -> dict[int, Shape]:
        """The shape of each tensor, without the batch, when the inputs have the given shapes."""
        shapes = {id(tensor): shape for tensor, shape in zip(self.inputs, given, strict=True)}
        for node in self.nodes:
            if all(id(tensor) in shapes for tensor in node.outputs):
                continue
            result = node.layer.result(self.seen(node, shapes)) if node.inputs else node.outputs[0].sample
            results = result if isinstance(result, list) else [result]
            shapes.update((id(tensor), shape) for tensor, shape in zip(node.outputs, results, strict=True))
        return shapes

    def seen(self, node: Node, shapes: dict[int, Shape]) -> Shape | list[Shape]:
        """What a call's layer is given: one shape, or a list for a layer that joins several."""
        given = [shapes[id(tensor)] for tensor in node.inputs]
        return given if node.layer.takes_several else given[0]

    def weights_agree(self, shapes: dict[int, Shape]) -> None:
        """Refuse a shared layer that is called on inputs for which it would need different weights."""
        for layer in self.layers:
            calls = self.calls_of(layer)
            lists = [layer.declare(self.seen(node, shapes)) for node in calls if len(calls) > 1]
            for other in lists[1:]:
                for ours, theirs in zip(lists[0], other, strict=True):
                    if not all(map(same, ours.shape, theirs.shape)):
                        raise ValueError(
                            f"{layer!r} is called on inputs that need a {ours.name} of {ours.shape} and of "
                            f"{theirs.shape}; a shared layer has one set of weights, so expected the same features"
                        )


def _fed_by(node: Node) -> tuple[Tensor, ...]:
    """What a call hangs on: its inputs, and the masks that it looks at."""
    return (*node.inputs, *node.masks)
