"""Blocks of numbers, to scale: what a layer stores.

1. `weight_bands`: what is shown, before anything is drawn.
2. `block_picture`: the blocks as a picture. `block_plane`: the same as boxes of a page that answers.
3. `stages`, `stored_block`, `board`, `compared_lists`: layers growing out of each other, a block that every timestep
   reads, a list as large as it fits, and a wrong list beside the right one.
"""
