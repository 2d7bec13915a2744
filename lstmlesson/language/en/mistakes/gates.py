"""Mistakes about gates: how many blocks of each weight are there?"""

from lstmlesson.language.texts import Text

TEXTS: dict[str, Text] = {
    "one gate only": "one gate only",
    "one gate only: belief": "I counted one set of kernel, recurrent kernel and bias.",
    "one gate only: hint": "How many gates does this layer have, and does each have weights of its own?",
    "one gate only: sentence": (
        "There are {gates} gates, {gate_names}, and each has its own block of every weight: {right}."
    ),
    "three gates": "three gates",
    "three gates: belief": "I counted the input, forget and output gates.",
    "three gates: hint": "Besides the gates that open and close, which block proposes what could be remembered?",
    "three gates: sentence": (
        "The block that proposes the new memory counts as well, so there are {gates}, {gate_names}: {right}."
    ),
    "two gates": "two gates",
    "two gates: belief": "I counted the update and reset gates.",
    "two gates: hint": "Besides the gates that open and close, which block proposes the new state?",
    "two gates: sentence": (
        "The block that proposes the new state counts as well, so there are {gates}, {gate_names}: {right}."
    ),
    "GRU formula for an LSTM": "GRU formula for an LSTM",
    "GRU formula for an LSTM: belief": "I used the formula of a GRU.",
    "GRU formula for an LSTM: hint": "Is this layer a GRU or an LSTM, and how many gates does each have?",
    "GRU formula for an LSTM: sentence": "An LSTM has {gates} gates, {gate_names}: {right}.",
    "formula of a GRU with one bias": "formula of a GRU with one bias",
    "formula of a GRU with one bias: belief": "I used the formula of a GRU with one bias.",
    "formula of a GRU with one bias: hint": "Is this layer a GRU or an LSTM, and how many gates does each have?",
    "formula of a GRU with one bias: sentence": "An LSTM has {gates} gates, {gate_names}: {right}.",
    "LSTM formula for a GRU": "LSTM formula for a GRU",
    "LSTM formula for a GRU: belief": "I used the formula of an LSTM.",
    "LSTM formula for a GRU: hint": "Is this layer a GRU or an LSTM, and how many gates does each have?",
    "LSTM formula for a GRU: sentence": "A GRU has {gates} gates, {gate_names}: {right}.",
}
