"""Mistakes about use: a set of weights counted wherever it is used, or a second set overlooked."""

from lstmlesson.language.texts import Text

TEXTS: dict[str, Text] = {
    "one copy per timestep": "one copy per timestep",
    "one copy per timestep: belief": "I gave each timestep weights of its own.",
    "one copy per timestep: hint": (
        "Does the layer learn new weights at each timestep, or does it use the same ones again?"
    ),
    "one copy per timestep: sentence": (
        "One set of weights is used at each of the {timesteps} timesteps, and stored once: {right}."
    ),
    "return_sequences multiplies by the timesteps": "return_sequences multiplies by the timesteps",
    "return_sequences multiplies by the timesteps: belief": (
        "I multiplied because return_sequences gives an output at each timestep."
    ),
    "return_sequences multiplies by the timesteps: hint": (
        "Which outputs does return_sequences keep, and does it take weights to keep them?"
    ),
    "return_sequences multiplies by the timesteps: sentence": (
        "return_sequences keeps all {timesteps} outputs of the same weights: {right}."
    ),
    "Dense repeated per timestep": "Dense repeated per timestep",
    "Dense repeated per timestep: belief": "I gave the dense layer weights of its own at each timestep.",
    "Dense repeated per timestep: hint": (
        "When a dense layer meets a sequence, does it change from one timestep to the next?"
    ),
    "Dense repeated per timestep: sentence": (
        "The same dense weights serve each of the {timesteps} timesteps: {right}."
    ),
    "Embedding multiplied by the timesteps": "Embedding multiplied by the timesteps",
    "Embedding multiplied by the timesteps: belief": "I multiplied the table by the length of the text.",
    "Embedding multiplied by the timesteps: hint": (
        "Does a word have another row of the table when it stands in another place?"
    ),
    "Embedding multiplied by the timesteps: sentence": (
        "There is one table, and each of the {timesteps} places looks up in it: {right}."
    ),
    "row for padding forgotten": "row for padding forgotten",
    "row for padding forgotten: belief": "I counted the words, and no row for the zero that fills up short texts.",
    "row for padding forgotten: hint": "Which numbers can stand in a text, besides those of the words?",
    "row for padding forgotten: sentence": "The table has a row for each of its {features} numbers: {right}.",
    "a row too many": "a row too many",
    "a row too many: belief": "I added a row to the table, which has one for padding already or needs none.",
    "a row too many: hint": "How many rows does the first argument of the Embedding say?",
    "a row too many: sentence": "The table has {features} rows, as its first argument says: {right}.",
    "times the batch size": "times the batch size",
    "times the batch size: belief": "I gave each sample of a batch weights of its own.",
    "times the batch size: hint": "Do two samples of one batch meet the same weights?",
    "times the batch size: sentence": "All {batch} samples of a batch meet the same weights: {right}.",
    "shared layer counted at each use": "shared layer counted at each use",
    "shared layer counted at each use: belief": "I counted the layer wherever the model uses it.",
    "shared layer counted at each use: hint": (
        "When a model uses one layer in several places, how many layers are there?"
    ),
    "shared layer counted at each use: sentence": (
        "It is one layer in several places, with one set of weights: {right}."
    ),
    "bidirectional forgotten": "bidirectional forgotten",
    "bidirectional forgotten: belief": "I counted one direction.",
    "bidirectional forgotten: hint": "How many recurrent layers read this sequence?",
    "bidirectional forgotten: sentence": "One set of weights reads forwards, a second one backwards: {right}.",
    "bidirectional doubled twice": "bidirectional doubled twice",
    "bidirectional doubled twice: belief": "I doubled the directions, and then once more.",
    "bidirectional doubled twice: hint": "How many directions are there in which a sequence can be read?",
    "bidirectional doubled twice: sentence": "There are two directions, and they are in this sum already: {right}.",
    "one kernel for both directions": "one kernel for both directions",
    "one kernel for both directions: belief": (
        "I let both directions see the input through the same kernel and bias, and gave each a recurrent kernel."
    ),
    "one kernel for both directions: hint": "Do the two directions share anything but the sequence that they read?",
    "one kernel for both directions: sentence": (
        "The layer that reads backwards has a kernel, a recurrent kernel and a bias of its own: {right}."
    ),
    "first layer only": "first layer only",
    "first layer only: belief": "I counted the lowest layer.",
    "first layer only: hint": "How many layers lie above each other in this one call?",
    "first layer only: sentence": "Each layer of the stack has weights of its own: {right}.",
}
