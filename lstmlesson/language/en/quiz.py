"""The quiz: what is asked for, and what is said of an answer."""

from lstmlesson.language.texts import Text

TEXTS: dict[str, Text] = {
    "your answer": "your answer",
    "a number or a sum": "a number, or a sum such as 4*(3*2 + 2*2 + 2)",
    "check": "Check",
    "hint": "Hint",
    "solution": "Show the solution",
    "another": "Another like this",
    # The quiz in the page.
    "quiz right": "{answer} is right.",
    "quiz wrong": "{answer} is not right.",
    "quiz option right": "Right.",
    "quiz option wrong": "Not this one.",
    "quiz score": "{right} of {asked} right at the first try. Level {level} of {levels}.",
    "quiz harder": "Two right in a row: the next question is a harder one.",
    "quiz through": "Two right in a row at the last level. You are ready for {next}.",
    "quiz next lesson": "lesson {lesson}",
    "quiz through all": "Two right in a row at the last level of the last lesson. You are through.",
    # Elsewhere.
    "answer right": "{answer} is right.",
    "answer wrong": "{answer} is not the count.",
    "belief": "<strong>{mistake}</strong>, as if you had said: <em>{belief}</em>",
    "several mistakes": "Several mistakes give {answer}. Which of these is what you did?",
    "follow up": "To find out which one it was: {question}",
    "ask yourself": "Ask yourself: {hint}",
    "as drawn": "{mistake}, as blocks: {formula}",
    "as it is": "The blocks as they are",
    "a hint": "Hint {number} of {all}: {hint}",
    "worked solution": "Worked solution",
    "treated in": "Lesson {lesson} treats it.",
    # What was typed, and could not be read.
    "nothing typed": "Nothing was typed; expected a whole number such as 48, or a sum such as 4*(3*2 + 2*2 + 2).",
    "typed too long": "This is {length:,} characters long; expected a whole number, or a sum of at most {longest} "
    "characters.",
    "typed unknown": "{text} cannot be read here; expected digits, + - * and brackets.",
    "typed unfinished": "This sum cannot be read; is a sign or a bracket missing?",
    "typed not whole": "{text} is not a whole number; a count has no fractions.",
    "typed too large": "This number is larger than any model; expected a count.",
    "typed xor": "In Python ^ is not a power but XOR, so {text} is {value:,}; write a product, as in 4*4.",
    "typed power": "A power cannot be read here; write a product, as in 4*4.",
    "typed two sides": "The two sides of = differ: {left:,} and {right:,}.",
    # An answer, and the mistakes that give it.
    "is right": "{answer} is right",
    "is not the count": "{answer} is not the count: {why}",
    "one or the other": lambda mistakes: "; or ".join(mistakes),
    "two mistakes": "{first}, and {second}",
    "mistake in a layer": "{mistake} in {layer}",
    "said of a layer": "In {layer}: {text}",
    "no known mistake": "no known mistake gives this number",
    "no known mistake here": "No known mistake gives this number.",
    # What is near, where no known mistake gives the number.
    "wrong sign": "The number is right but for its sign; a count is never negative.",
    "digits in another order": "The right number has the same digits in another order.",
    "so many times too large": "It is exactly {factor} times the right number. What is there {factor} of?",
    "so many times too small": "The right number is exactly {factor} times as large. What is there {factor} of?",
    "too many, as a weight": "It is {number} too many, as many as {weight} holds.",
    "too few, as a weight": "It is {number} too few, as many as {weight} holds.",
    "too many, as a block": "It is {number} too many, as many as one block of {weight} holds.",
    "too few, as a block": "It is {number} too few, as many as one block of {weight} holds.",
    "one too many": "It is one too many.",
    "one too few": "It is one too few.",
    # What is asked next, to tell several mistakes apart.
    "which of these": "Which of these is what you did?",
    "count once more": "Count once more, with the same reasoning: how many numbers does {thing} hold?",
    "count once more on": "Count once more, with the same reasoning: how many numbers does {thing} hold on {shape}?",
}
