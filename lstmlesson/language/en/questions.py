"""Questions about one count: the question itself, its hints, its worked solution, and the sheet that is printed."""

from lstmlesson.language.texts import Text

TEXTS: dict[str, Text] = {
    # The question. What comes in is one of the lines below it.
    "how many numbers": "How many numbers does {thing} hold?",
    "how many numbers, in batches": "How many numbers does {thing} hold, in batches of {batch} samples?",
    "given": "{thing} is given {data}. How many numbers does it hold?",
    "given, in batches": "{thing} is given {data}, in batches of {batch} samples. How many numbers does it hold?",
    "of PyTorch": "PyTorch's {module}",
    "samples of a shape": "samples of shape {shape}",
    "sequences of a shape": "sequences of shape {shape}: {timesteps} timesteps with {features} features each",
    "sequences of any length": "sequences of shape {shape}: any number of timesteps with {features} features each",
    "an input of a shape": "an input of shape {shape}",
    # Hints for a layer.
    "hint: which weights": lambda names: f"Which weights are there? They are called {', '.join(names)}.",
    "hint: no weights": "Does it learn anything?",
    "hint: in letters": "In letters it is {formula}.",
    "hint: in letters, with": "In letters it is {formula}, with {meanings}.",
    "hint: in numbers": "With numbers it is {formula}.",
    # Hints for a model.
    "hint: layer by layer": (
        lambda layers: f"Count each layer by itself: {', '.join(layers)}. Which of them learn nothing?"
    ),
    "hint: what it sees": lambda seen: f"What does each layer see? {'; '.join(seen)}.",
    "layer sees": "{layer} sees {shape}",
    "hint: each in numbers": lambda formulas: f"With numbers: {'; '.join(formulas)}.",
    # The sheet and its key.
    "sheet": "Counting parameters. {student}",
    "answer key": "Key. {student}",
    "key: a mistake": lambda number, mistakes: f"not {number}: {', or '.join(mistakes)}",
    # The same for other people's tools, and on paper.
    "export: title": "Lesson {lesson}, question {number}",
    "export: right": lambda steps: f"Right: {'; '.join(steps)}.",
    "export: a mistake": "That is the number of: {mistake}. {hint}",
    "worksheet: name": "Name: {student}",
    "worksheet: heading": "Counting parameters",
    "worksheet: how": "Write down the sum first, then its value. The sum counts as much as the number.",
    "worksheet: sum": "Sum",
    "worksheet: number": "Number",
    "worksheet: key heading": "Key",
    "worksheet: question": "Question",
    "worksheet: right": "Right",
    "worksheet: or": ", or ",
    "worksheet: what a wrong number means": "What a wrong number means",
}
