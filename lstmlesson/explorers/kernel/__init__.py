"""What asks Python: explorers made of ipywidgets, for a question that no polynomial answers.

1. `static_form`: how every explorer stands in a notebook, alive or not.
2. `panel`: the parts below each other in one frame, and an error that the reader sees.
3. `button_panel`: a panel of controls with buttons that start Python.
4. `_reader`, `_trained`: the explorers themselves.
"""
