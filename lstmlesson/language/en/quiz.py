"""The quiz: what is asked for, and what is said of an answer."""

from lstmlesson.language.texts import Text

TEXTS: dict[str, Text] = {
    "your answer": "your answer",
    "a number or a sum": "a number, or a sum such as 4*(3*2 + 2*2 + 2)",
    "check": "Check",
    "hint": "Hint",
    "solution": "Show the solution",
    "another": "Another like this",
    "answer right": "{answer} is right.",
    "answer wrong": "{answer} is not the count.",
    "belief": "It is the number of somebody who says: <em>{belief}</em>",
    "several mistakes": "Several mistakes give {answer}. Which of these is what you did?",
    "follow up": "To find out which one it was: {question}",
    "ask yourself": "Ask yourself: {hint}",
    "as drawn": "Your number, as blocks: {formula}",
    "as it is": "The blocks as they are",
    "a hint": "Hint {number} of {all}: {hint}",
    "worked solution": "Worked solution",
    "treated in": "Lesson {lesson} treats it.",
}
