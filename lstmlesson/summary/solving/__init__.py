"""Second stage: from the count and the shape of a row to the layers that could have made it.

1. `chain`: what feeds each row, for certain or as a guess.
2. `fill` and `missing`: shapes and counts that the text leaves out, where the rest of the table settles them.
3. `printed_modules`: the layer that a printed module declares. `infer`: the layers that give a count, likeliest first.
"""
