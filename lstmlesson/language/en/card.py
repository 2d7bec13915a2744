"""The count card: one printed page with every formula. Its texts are HTML."""

from lstmlesson.language.texts import Text

TEXTS: dict[str, Text] = {
    "card": "Count card",
    "card: heading": "Count card: where each Param # comes from",
    "card: law": "A layer is a list of weights. A weight is one block of numbers, stored once for each gate. "
    "Multiply the sides of each block, add the blocks, multiply by the gates.",
    # What the letters mean.
    "card: features": "features",
    "card: units": "units, or filters",
    "card: timesteps": "timesteps",
    "card: words": "words known",
    "card: word_length": "numbers for each word",
    "card: window": "length of a window",
    "card: rows": "rows",
    "card: columns": "columns of an image",
    "card: projection": "numbers after a projection",
    # The tables.
    "card: layer": "layer",
    "card: module": "module",
    "card: sees": "sees",
    "card: formula": "formula",
    "card: example": "with {sizes}",
    "card: puts out": "puts out",
    "card: arithmetic": "arithmetic",
    "card: trained": "{layer}, trained",
    "card: Keras": "Keras",
    "card: PyTorch": "PyTorch, which keeps two biases in a recurrent layer",
    "card: outputs": "What comes out",
    # Five steps.
    "card: steps": "Five steps to read a summary",
    "card: data": "on data of {shape}",
    "card: step 1": "<strong>Skip the first <code>None</code></strong> of every Output Shape: it is the batch. "
    "Another <code>None</code> is a length left open. Neither is in a formula.",
    "card: step 2": "<strong>Units:</strong> the last number of the row&#x27;s own Output Shape; "
    "for <code>Bidirectional</code> usually half of it.",
    "card: step 3": "<strong>Features:</strong> the last number of the Output Shape one row above; in the first row, "
    "of the data.",
    "card: step 4": "<strong>Put both into the formula</strong> and compare with Param #. "
    "If the features are not shown, solve the formula for them.",
    "card: step 5": "<strong>Add the rows.</strong> Trainable and non-trainable make the total; "
    "after training Keras 3 adds the optimizer&#x27;s numbers to it.",
    # What holds nothing.
    "card: in no formula": "In no formula",
    "card: not in it": "timesteps, the batch, the number of samples, epochs; an LSTM&#x27;s {arguments}.",
    "card: nothing": "Layers with {nothing}",
    "card: and the like": "{layers} and the like.",
}
