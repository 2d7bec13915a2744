"""Mistakes about blocks: which weights does a layer have?"""

from lstmlesson.language.texts import Text

TEXTS: dict[str, Text] = {
    "bias forgotten": "bias forgotten",
    "bias forgotten: belief": "I counted the kernels and no bias.",
    "bias forgotten: hint": "When all products are added up, does a unit add one more number of its own?",
    "bias forgotten: sentence": "Each unit also adds a number of its own, its bias: {right}.",
    "recurrent kernel forgotten": "recurrent kernel forgotten",
    "recurrent kernel forgotten: belief": (
        "I counted what multiplies the input features, and not what multiplies the last output."
    ),
    "recurrent kernel forgotten: hint": "At each timestep, what does the layer see besides the input features?",
    "recurrent kernel forgotten: sentence": (
        "The layer also sees its own last output, {units} numbers, through a recurrent kernel: {right}."
    ),
    "kernel forgotten": "kernel forgotten",
    "kernel forgotten: belief": "I counted the recurrent part and not what multiplies the input features.",
    "kernel forgotten: hint": "Which weight multiplies the features that come in?",
    "kernel forgotten: sentence": "The {features} features that come in have a kernel too: {right}.",
    "bias added": "bias added",
    "bias added: belief": "I counted a bias as well.",
    "bias added: hint": "Does this layer, as it is declared, add a bias?",
    "bias added: sentence": "This layer, as it is declared, has no bias: {right}.",
}
