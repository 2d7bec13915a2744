"""Mistakes in the detail: the right blocks, and one of them of the wrong size or once too often."""

from lstmlesson.language.texts import Text

TEXTS: dict[str, Text] = {
    "bias counted per input": "bias counted per input",
    "bias counted per input: belief": "I counted a bias for each input feature.",
    "bias counted per input: hint": (
        "What does a bias belong to: something that comes in, or something that goes out?"
    ),
    "bias counted per input: sentence": "A bias belongs to a unit, not to one of the {features} features: {right}.",
    "one bias for all gates": "one bias for all gates",
    "one bias for all gates: belief": "I counted the bias once, outside the bracket of the gates.",
    "one bias for all gates: hint": "Does each gate add a bias of its own?",
    "one bias for all gates: sentence": (
        "Each of the {gates} gates has a bias for each of the {units} units: {right}."
    ),
    "square read as double": "square read as double",
    "square read as double: belief": "I doubled the units where they should be multiplied by themselves.",
    "square read as double: hint": "How many numbers lie in a block with as many rows as columns?",
    "square read as double: sentence": (
        "The recurrent kernel has {units} rows and {units} columns, so it is a square and not a double: {right}."
    ),
    "own last output only": "own last output only",
    "own last output only: belief": "I gave each unit one number for its own last output.",
    "own last output only: hint": "Whose previous outputs does a unit see: its own, or those of all units?",
    "own last output only: sentence": (
        "Each of the {units} units sees the previous outputs of all {units} units: {right}."
    ),
    "states counted": "states counted",
    "states counted: belief": "I counted the states that are handed from step to step as well.",
    "states counted: hint": "What is learned and stored, and what is computed anew for each sample?",
    "states counted: sentence": "States are computed anew for each sample and are no parameters: {right}.",
    "window forgotten": "window forgotten",
    "window forgotten: belief": "I counted a kernel without its window.",
    "window forgotten: hint": "How many neighbours does the window see at once?",
    "window forgotten: sentence": "A kernel has a block for each place of its window: {right}.",
}
