"""Charts of what was run and trained: a loss curve, gates over time, what was predicted beside what was wanted.

1. `paper`: what a chart is, the field between its four sides, and the marks along them.
2. `losses`, `pairs`, `gate_bars`: one chart each.
3. `training`: a training while it runs, and a step of a trained network read gate by gate, as HTML.

How to add a chart: a file with one function that returns a `Chart`, drawn with `views.pictures.drawing` on the fields
of `paper`, and a line here. Each chart says its figures in words as well, for those who do not see it. Arrays of
`numeric` and plain lists will do; nothing here computes anything but places on paper.
"""

from lstmlesson.law.public import offered
from lstmlesson.views.charts.gate_bars import gates_over_time
from lstmlesson.views.charts.losses import loss_curve
from lstmlesson.views.charts.pairs import predicted_and_wanted
from lstmlesson.views.charts.paper import Chart

__all__ = ["Chart", "gates_over_time", "loss_curve", "predicted_and_wanted"]

__dir__ = offered(__all__)
