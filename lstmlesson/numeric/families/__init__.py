"""The families of layers, each with the way forward and the way back side by side.

1. `context`: what a pass needs to know, and what it leaves for the way back.
2. `forward` and `backward_rules`: which function runs a layer, and which undoes it.
3. `feedforward_layers`, `feedforward_backward`: layers that look at one position.
4. `recurrent_layers`, `recurrent_backward`: cells over time; `stacked` and `cell_arrays` are the fast step,
   `cell_rules` and `through_time` its way back. `pytorch_modules`: the same for modules of several layers and
   directions.
"""
