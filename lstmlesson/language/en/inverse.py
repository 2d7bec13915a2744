"""What is said of a layer that a count was read as: what tells its variants apart."""

from lstmlesson.language.texts import Text

TEXTS: dict[str, Text] = {
    "reading in Keras": "Keras, {note}",
    "reading in PyTorch": "PyTorch, {note}",
    # How many biases there are, or what there is besides kernels.
    "reading: 0 biases": "no bias",
    "reading: 1 biases": "with bias",
    "reading: 2 biases": "two biases",
    "reading: more biases": "with biases",
    "reading: one alone": "{name} alone",
    "reading: names": lambda names: f"{', '.join(names[:-1])} and {names[-1]}",
    "reading: not trained": "{number} that training does not change",
    "reading: a table": "a table of {rows:,} rows, {size:,} numbers for each; no bias",
    # What the arguments say.
    "reading: reset_after": "reset_after=True: the default of Keras 3 and tf.keras 2",
    "reading: no reset_after": "reset_after=False: the default up to Keras 2.3 and tf.keras 1",
    "reading: num_layers": lambda num_layers: f"{num_layers} {'layer' if num_layers == 1 else 'layers'}",
    "reading: both directions": "both directions",
    "reading: other merge_mode": "merge_mode sum, mul or ave: all have this count",
    "reading: no merge_mode": "merge_mode=None: the two outputs come apart",
    "reading: axis": "along axis {axis}",
    "reading: proj_size": "projected to {proj_size}",
    "reading: dim_feedforward": "dim_feedforward={dim_feedforward}",
    "reading: changes no count": "whatever {argument} is, for it changes no count",
    "reading: groups": "in {groups} groups",
    "reading: kernel_size": lambda kernel_size: (
        f"a window of {'×'.join(map(str, kernel_size if isinstance(kernel_size, tuple | list) else [kernel_size]))}"
    ),
    "reading: of CuDNN": "CuDNNLSTM: {note}, as cuDNN and PyTorch keep them",
    "reading: as printed": "as printed",
    "reading: as the layer says": "as the layer says",
    "reading: nothing inside": "a layer without numbers, used at each timestep",
}
