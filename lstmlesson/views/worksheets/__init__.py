"""Worksheets on paper: a page for each student, and one key for the teacher.

`worksheet_pages` makes both out of the sheets that `lstmlesson.questions.sheet` has drawn.
"""
