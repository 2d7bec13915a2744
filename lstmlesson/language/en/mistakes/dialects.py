"""Mistakes about dialects: what another framework, or another paper, has."""

from lstmlesson.language.texts import Text

TEXTS: dict[str, Text] = {
    "second bias of PyTorch in Keras": "second bias of PyTorch in Keras",
    "second bias of PyTorch in Keras: belief": "I counted two biases for each unit.",
    "second bias of PyTorch in Keras: hint": "How many biases does this framework keep for each unit and gate?",
    "second bias of PyTorch in Keras: sentence": "Here each unit has one bias in each block: {right}.",
    "second bias missing": "second bias missing",
    "second bias missing: belief": "I counted one bias for each unit.",
    "second bias missing: hint": "How many biases does this framework keep for each unit and gate?",
    "second bias missing: sentence": "Here there is one bias for each of the two kernels: {right}.",
    "projection forgotten": "projection forgotten",
    "projection forgotten: belief": "I counted as if nothing made the output smaller.",
    "projection forgotten: hint": "What does proj_size do to what is handed on, and which weight does that?",
    "projection forgotten: sentence": (
        "A projection makes what is handed on smaller, in the recurrent kernel too, and has a weight: {right}."
    ),
    "peepholes added": "peepholes added",
    "peepholes added: belief": "I gave the gates a look at the memory as well.",
    "peepholes added: hint": "Do the gates of this layer see the cell's memory, or the last output alone?",
    "peepholes added: sentence": "Neither Keras nor PyTorch has peepholes: {right}.",
    "peepholes as whole blocks": "peepholes as whole blocks",
    "peepholes as whole blocks: belief": "I gave the gates a whole block on the memory as well.",
    "peepholes as whole blocks: hint": "Do the gates of this layer see the cell's memory, or the last output alone?",
    "peepholes as whole blocks: sentence": "Neither Keras nor PyTorch has peepholes: {right}.",
}
