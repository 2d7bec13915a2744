"""Mistakes about shapes: one size in the place of another. The layer is declared again with the wrong size."""

from lstmlesson.language.texts import Text

TEXTS: dict[str, Text] = {
    "features and units swapped": "features and units swapped",
    "features and units swapped: belief": (
        "I took the number of features for the units, and the number of units for the features."
    ),
    "features and units swapped: hint": (
        "Which number says how much comes in at each timestep, and which says how long the output is?"
    ),
    "features and units swapped: sentence": (
        "{features} features come in and the layer has {units} units, not the other way round: {right}."
    ),
    "timesteps used as features": "timesteps used as features",
    "timesteps used as features: belief": "I took the number of timesteps for the number of features.",
    "timesteps used as features: hint": (
        "In the input shape, which number stands for the timesteps, and which for the features?"
    ),
    "timesteps used as features: sentence": (
        "The shape is (timesteps, features): {timesteps} timesteps of {features} features. {right}."
    ),
    "timesteps used as units": "timesteps used as units",
    "timesteps used as units: belief": "I gave the layer one unit for each timestep.",
    "timesteps used as units: hint": "Is a unit a moment in time, or a place in the output?",
    "timesteps used as units: sentence": (
        "The layer has {units} units, whatever the {timesteps} timesteps are: {right}."
    ),
    "units used as features": "units used as features",
    "units used as features: belief": "I counted as if the layer read as many features as it has units.",
    "units used as features: hint": (
        "How many features does the layer before hand over, and is that the number of units here?"
    ),
    "units used as features: sentence": (
        "What comes in has {features} features; the {units} units are what goes out: {right}."
    ),
    "input of the layer before": "input of the layer before",
    "input of the layer before: belief": "I counted with the features that the layer before reads.",
    "input of the layer before: hint": (
        "What does this layer read: what the layer before was given, or what it gives?"
    ),
    "input of the layer before: sentence": (
        "This layer reads what the one before gives, {features} features, and not the {before} that it was "
        "given: {right}."
    ),
    "one direction of the layer before": "one direction of the layer before",
    "one direction of the layer before: belief": "I counted as if the layer before gave the output of one direction.",
    "one direction of the layer before: hint": (
        "When both directions are laid side by side, how many features come out?"
    ),
    "one direction of the layer before: sentence": (
        "Both directions give {half} features each, so {features} come in here: {right}."
    ),
    "Dense after a sequence flattened": "Dense after a sequence flattened",
    "Dense after a sequence flattened: belief": "I put all timesteps side by side and connected each to each unit.",
    "Dense after a sequence flattened: hint": (
        "Does a dense layer mix the timesteps, or does it see the last axis only?"
    ),
    "Dense after a sequence flattened: sentence": (
        "A dense layer sees the last axis, {features} features, at one timestep at a time: {right}."
    ),
    "every layer on the first input": "every layer on the first input",
    "every layer on the first input: belief": "I counted one layer and multiplied.",
    "every layer on the first input: hint": "What does a layer above the first one read?",
    "every layer on the first input: sentence": (
        "A layer above the first one reads what the layer below gives, not the {features} features: {right}."
    ),
}
