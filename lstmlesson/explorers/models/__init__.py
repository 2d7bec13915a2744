"""Explorers of whole models, where the output of one layer is the input of the next: one file each.

`_summary` is the table whose rows unfold, `_stack` two LSTMs on top of each other, `_time_distributed` what the last
layer makes of a sequence.
"""
