"""Mistakes about the rows and totals of a summary: what is trained, what only passes, what the optimizer keeps."""

from lstmlesson.language.texts import Text

TEXTS: dict[str, Text] = {
    "frozen weights left out": "frozen weights left out",
    "frozen weights left out: belief": "I counted the weights that training changes.",
    "frozen weights left out: hint": "Does a number that is not trained still have to be stored?",
    "frozen weights left out: sentence": "What is not trained is stored all the same, and counted: {right}.",
    "dropout counted": "dropout counted",
    "dropout counted: belief": "I counted a number for each place that dropout may switch off.",
    "dropout counted: hint": "Which numbers does dropout learn?",
    "dropout counted: sentence": "Dropout draws its zeros by chance and learns nothing: {right}.",
    "a layer without weights counted as dense": "a layer without weights counted as dense",
    "a layer without weights counted as dense: belief": "I counted this layer like a dense one.",
    "a layer without weights counted as dense: hint": (
        "Does this layer learn anything, or does it only pass numbers on?"
    ),
    "a layer without weights counted as dense: sentence": "This layer passes numbers on and learns nothing: {right}.",
    "optimizer counted": "optimizer counted",
    "optimizer counted: belief": "I read the total of a model after training.",
    "optimizer counted: hint": "After training, whose numbers besides the layers' does the framework keep?",
    "optimizer counted: sentence": "An optimizer keeps numbers of its own; the layers hold {right}.",
    "layer left out": "layer left out",
    "layer left out: belief": "I left one layer out.",
    "layer left out: hint": "Does every row of the summary stand in your sum?",
    "layer left out: sentence": "This layer counts as well: {right}.",
}
