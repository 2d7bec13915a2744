"""Third stage: what cannot be true, and what a reader may wonder about.

1. `judge`: whether a row can be judged at all, and whether a count fits it.
2. `sums`, `shapes`, `numbers`: totals that do not add up, shapes that do not follow, digits that were mistyped.
3. `table_problems`: all that cannot be true in one table. `remarks`: the sentences about what is true and surprising.
"""
