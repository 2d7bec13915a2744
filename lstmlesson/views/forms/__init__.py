"""How things show themselves as the last line of a cell.

1. `last_line`: one form for each kind of thing, as HTML.
2. `counted_model`, `unfolded_summary`: a model as a table, and as a list whose rows open. `program`: the models of a
   program that was run.
"""
