"""The forms of a quiz, each a function from random sizes to an item; the lesson of a form is decided in `series`.

1. `counts`: how many numbers a layer or a model holds, which weight holds them, what a gate's sum comes to.
2. `changes`: what becomes of a cost when a size is doubled.
3. `shapes`: what a layer sees, and what it gives out.
4. `tables`: a summary with a number missing or wrong.
5. `ways_back`: from a count to its sizes, and whose belief or dialect a number is.
6. `steps`: a calculation with a wrong step in it.

To add a form: a function in the file of its kind, its sentences in `lstmlesson/language/en/practice.py`, its place in
`lstmlesson.questions.series.FORMS`. Sizes of the first level are to be worked out in the head.
"""
