"""Pages and slides that are made of lessons, copies for students, and the web site."""

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
    "colab first": "Run this cell first. If Colab asks for a restart, restart, and go on with the next cell.",
    "place for code": "# your answer:\n",
    "place for words": "**Your answer:**",
    # The web site: what stands around the lessons, and the page into which a text is pasted.
    "site: skip": "To the text",
    "site: pages": "Pages",
    "site: row": "Lessons before and after",
    "site: before": "Before:",
    "site: after": "Next:",
    "site: lessons": "Lessons",
    "site: more": "More",
    "site: questions": "Questions",
    "site: glossary": "Glossary",
    "site: card": "Card",
    "site: trouble": "Trouble with the set-up",
    "site: accessibility": "Accessibility",
    "site: paste": "Paste your summary",
    "site: lab": "The lessons to run and to change (JupyterLab in the browser, 30 MB at the first visit)",
    "site: preview": "A summary whose rows unfold into the blocks of numbers that each layer holds.",
    "site: not found": "There is no such page",
    "site: not found, so": "The address leads nowhere, perhaps since a lesson was renamed. [All pages](index.html)",
    "site: what this is": (
        "A course in which you take a `model.summary()` apart, number by number, until you could have written it "
        "yourself. Move the sizes below: some numbers follow, some do not."
    ),
    "site: about paste": (
        "Paste what `model.summary()` printed, an error message or a program, and see every number explained."
    ),
    "site: about a lesson": (
        "{question} A lesson on the parameters of LSTM models, with pictures that answer when you move them."
    ),
    "site: about the glossary": "Every word of the course in a sentence, with the number or the line that shows it.",
    "site: about the card": "The formulas for the parameters of every layer in the course, on one page to print.",
    "site: find": "Find your question: a word, a number, a layer",
    "site: found": "{some} of {all} lines",
    "site: about the questions": "Which lesson takes which confusion apart: 48 or 32, None, the smaller second LSTM.",
    "paste: what": (
        "Paste what <code>model.summary()</code> printed, an error message, or the program itself. Each row is told "
        "with its arithmetic: which sizes make the number, and what that says about your input."
    ),
    "paste: label": "Your summary, error message or program",
    "paste: explain": "Explain",
    "paste: run": "Run it, and count its models",
    "paste: clear": "Clear",
    "paste: link": "Copy a link with this text",
    "paste: examples": "Or look at an example:",
    "paste: summary": "a summary",
    "paste: error": "an error message",
    "paste: program": "a program",
    "paste: private": (
        "Nothing that you paste leaves this page: Python itself is fetched into your browser the first time, about "
        "{megabytes} MB, and answers there. A link carries the text only if you ask for one. A program runs only when "
        "you press, shut off from the network and from this page, and with arrays of which only the shapes are known."
    ),
    "paste: no script": (
        "This page needs JavaScript to answer. Without it: <code>pip install lstmlesson</code>, then "
        "<code>lstmlesson explain summary.txt</code> or <code>lstmlesson count program.py</code> in a terminal."
    ),
    "paste: reading": "Reading …",
    "paste: running": "Running …",
    "paste: fetching": "Python is being fetched: {{megabytes}} MB so far …",
    "paste: failed": "Python could not answer ({{error}}). Press Explain to try again.",
    "paste: slow": "nothing came in time",
    "paste: stopped": "It was ended after {{seconds}} seconds without an answer: is there a loop that never ends?",
    "paste: linked": "This text came with the link. Look at it, then press Explain.",
    "paste: copied": "The link is in the address line, and copied where your browser allows it.",
    "paste: long": "This text is too long for a link.",
    "paste: nothing": "Nothing is there to read yet.",
    "paste: again": "No row of a summary was found in it. Paste the whole table, with its heading and its totals.",
}
