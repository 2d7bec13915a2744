"""The mistakes that a question must tell apart: those that were known when the printed questions were drawn.

A mistake that is added to the catalogue is diagnosed at once, in these questions too. It does not join this list by
itself, or the questions of a seed, which stand in lessons, in printed tests and on the sheets of a class, would become
others. It joins when a new edition is made: add its name, refresh the notebooks, and read what has changed.
"""

EDITION = frozenset(
    """
    bias forgotten
    recurrent kernel forgotten
    kernel forgotten
    bias added
    one gate only
    three gates
    two gates
    GRU formula for an LSTM
    formula of a GRU with one bias
    LSTM formula for a GRU
    features and units swapped
    timesteps used as features
    timesteps used as units
    units used as features
    input of the layer before
    one direction of the layer before
    Dense after a sequence flattened
    every layer on the first input
    one copy per timestep
    return_sequences multiplies by the timesteps
    Dense repeated per timestep
    Embedding multiplied by the timesteps
    times the batch size
    shared layer counted at each use
    bidirectional forgotten
    bidirectional doubled twice
    first layer only
    second bias of PyTorch in Keras
    second bias missing
    projection forgotten
    peepholes added
    peepholes as whole blocks
    bias counted per input
    one bias for all gates
    square read as double
    states counted
    window forgotten
    frozen weights left out
    dropout counted
    a layer without weights counted as dense
    bias forgotten, and recurrent kernel forgotten
    one gate only, and bias forgotten
    three gates, and bias forgotten
    one gate only, and recurrent kernel forgotten
    features and units swapped, and bias forgotten
    timesteps used as features, and bias forgotten
    bidirectional forgotten, and bias forgotten
    optimizer counted
    layer left out
    """.strip().split("\n    ")
)
