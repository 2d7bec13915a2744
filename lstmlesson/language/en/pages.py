"""Pages and slides that are made of lessons, and copies for students."""

from lstmlesson.language.texts import Text

TEXTS: dict[str, Text] = {
    "contents": "Contents",
    "course": "Where does each Param\N{NO-BREAK SPACE}# of an LSTM come from?",
    "course pages": "Each lesson is one page, alive without a network. What needs Python stands still, and says so.",
    "minutes": "{number} minutes",
    "open answer": "Open the answer",
    "closed answer": "the answer is closed: open it in a notebook, or ask for .values",
    "open code": "Show the code",
    "still": "This part asks Python, so it stands still here. It is alive in the notebook.",
    "place for code": "# your answer:\n",
    "place for words": "**Your answer:**",
}
