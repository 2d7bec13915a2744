"""Error messages of Keras and PyTorch, explained. The code that mends them is the same in every language."""

from collections.abc import Sequence

from lstmlesson.language.en.words import listed
from lstmlesson.language.texts import Text


def of_the_input(kind: str, names: Sequence[str]) -> str:
    """Keras 3 doesn't let an LSTM say what comes in, so input_length isn't one of its arguments."""
    isnt = "isn't an argument" if len(names) == 1 else "aren't arguments"
    return (
        f"{listed(names)} {isnt} of {kind} in Keras 3. What comes in is said by an Input in front of the layer, and "
        "Input leaves the batch out unless it is asked for batch_shape."
    )


def state(wanted: str, differ: Sequence[str]) -> str:
    """A state has the shape …; here the batch differs."""
    return (
        "A state has an axis for the copies of the layer (layers times directions), one for the batch and one for the "
        f"hidden size: here ({wanted}). It doesn't fit where they differ: {'; '.join(differ)}."
    )


def rows(saved: Sequence[str], new: Sequence[str]) -> str:
    """The rows are blocks times hidden size …"""
    return (
        "The rows of this matrix are its blocks times the hidden size, and an LSTM has four blocks, a GRU three, a "
        f"plain RNN one. The saved rows may be {' or '.join(saved)}; those of your model {' or '.join(new)}. The "
        "message about weight_hh of the same module settles which."
    )


TEXTS: dict[str, Text] = {
    "what mends it": "What mends it",
    "message: lesson": "Lesson {number} explains why.",
    # Keras.
    "message: no timesteps": "This layer reads sequences, so it expects three axes: batch, timesteps, features. It "
    "was given two, {shape}. If the {size} are timesteps of one feature, write the input so that it says so. If a "
    "recurrent layer stands before this one, it gives its last timestep only, and has to return them all.",
    "message: no timesteps, no shape": "This layer reads sequences, so it expects three axes: batch, timesteps, "
    "features. It was given two. Either the input names no timesteps, or the recurrent layer before gives its last "
    "timestep only and has to return them all.",
    "message: four axes": "This layer reads sequences, so it expects three axes: batch, timesteps, features. It was "
    "given four, {shape}. Either lay the last two out side by side, {second} · {third} = {product} features at each "
    "of the {first} timesteps, or let the layer run over each of the {first} by itself.",
    "message: every timestep": "This layer expects one row of numbers a sample, so two axes: batch and features. It "
    "was given {shape}, a row for each timestep. If a recurrent layer stands before it, let that give its last "
    "timestep only, {size} numbers; or lay all timesteps out in one row.",
    "message: other features": "The weights of this layer were made for {wanted} features, since its kernel has a row "
    "for each. What comes in now has {there} on its last axis, so {there} numbers meet {wanted} rows. Give it data "
    "with {wanted} features, or build the model anew for {there} (in a sequence, the timesteps stand in front of "
    "them).",
    "any number of": "any number of",
    "message: turned data": "The model was made for {steps} timesteps of {features} features, and the data have "
    "{there} timesteps of {given}: the same two numbers the other way round. If only the axes stand in the wrong "
    "order, turn the data; if the data are right, say their shape in the input.",
    "message: other data": "The model was made for {steps} timesteps of {features} features, and the data have {there} "
    "timesteps of {given}. Cut the data so that they fit, or say their shape in the input. Other timesteps change no "
    "count; other features change the kernel.",
    "message: data of two axes": "This model reads sequences, so its data need three axes: samples, timesteps, "
    "features. These have two, ({samples}, {size}). If the {size} numbers of a sample follow each other in time, they "
    "are {size} timesteps of 1 feature; if they belong to one moment, 1 timestep of {size} features.",
    "message: batch size": "With stateful=True a layer keeps its state from one batch to the next: a row of numbers "
    "for each sample of the batch. So it has to know how many samples a batch holds, and here that number is open "
    "(None). Write it into the input, in place of batch; if you don't need the state kept, leave stateful=True out.",
    "message: of the input": of_the_input,
    "message: argument renamed": "{kind} has no argument {name}; what it has is {today}.",
    "message: argument unknown": "{kind} has no argument {name}, so leave it out.",
    # PyTorch.
    "message: input weights": "The rows agree ({rows}), the columns don't. A column belongs to an input feature: the "
    "saved weights were trained on {saved} features, and your model was made for {new}. Make it with "
    "input_size={saved}.",
    "message: recurrent weights": "The recurrent matrix has one row for each block and hidden unit, and one column "
    "for each hidden unit, so rows over columns count the blocks: four in an LSTM, three in a GRU, one in a plain "
    "RNN. Saved is {saved}; your model has {new}. Make the model as the saved one was made.",
    "message: rows": rows,
    "message: state": state,
    "message: copies": "{wanted} copies are kept, and {there} came",
    "message: batch": "the batch that was read off your data is {wanted}, and the state was made for {there} (with "
    "batch_first=True the batch is the first axis of the data, else the second; in the state it is always the second)",
    "message: hidden size": "the hidden size is {wanted}, and the state has {there}",
    "message: input size": "The module was made for {wanted} features a timestep (input_size={wanted}), and the last "
    "axis of your data has {there}. Either make it with input_size={there}, or give it {wanted} features: batch and "
    "timesteps stand in front of them.",
    "message: product": "A product of matrices needs as many columns on the left as there are rows on the right, and "
    "here {there} meet {wanted}. On the left are {rows} rows of {there} numbers; if the right one is the weight of a "
    "Linear, that is Linear({wanted}, {out}). Make it for {there} features, or give it {wanted}.",
    "message: two directions": "{large} = 2 · {small}: a recurrent module with bidirectional=True gives twice its "
    "hidden size.",
}
