"""The count card: one printed page with every formula of the course, read off the declarations.

`entries` are its formulas and examples, `card_page` the page; `python -m lstmlesson.views.count_card` prints it.
"""
