"""The families of layers, each with the way forward and the way back side by side.

1. `context`: what a pass needs to know, what it gives, and what comes back; for all layers the same.
2. `feedforward_layers` and `feedforward_backward`: layers that look at one position.
3. `recurrent_layers` and `recurrent_backward`: cells over time. `cell_arrays` lays a cell's numbers out for the fast
   step in `stacked`; `cell_rules` and `through_time` are its way back. `pytorch_modules`: several layers, directions.
4. `pairs`: the one table of both ways, and how a model composes them. `memory`: one number of memory by itself.
"""
