"""Pictures as SVG text, drawn from lists of weights and from sizes that may be letters.

`drawing` has the strokes and the colours of the gates that all pictures share. `blocks` draws what a layer stores, to
scale. The others are one picture each.

How to add a picture: a file with one function that returns `drawing.picture(…)`, with its words as the label. A size
that is a polynomial leaves a hole, so no picture needs a second form for the page.
"""
