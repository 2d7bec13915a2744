"""The way back, from a count to the sizes of the layer that has it. No inverse of any layer is written here.

1. `solver`: polynomials that must have given values, and the whole numbers that make them so.
2. `forms_in_letters`: each layer in letters, as it declares itself; `variants`: all forms that it may have, one table.
3. `readings_of_a_count`: the forms solved for a count, with what is known of the outputs and inputs.
   `notes`: what is said of each of them.
4. `sizes_of_a_count`: all pairs of features and units, the features, the largest units, the readings of the lessons.

A new layer needs no line here. An argument that changes what a layer counts, and is no size that it needs, gets a line
in `variants.ALTERNATIVES`, and what is said of it a text in the language.
"""

from lstmlesson.inverse.forms_in_letters import features_of
from lstmlesson.inverse.readings_of_a_count import Known, Reading, agrees, readings_of
from lstmlesson.inverse.sizes_of_a_count import features, largest_units, pairs, readings
from lstmlesson.law.public import offered

__all__ = ["Known", "Reading", "agrees", "features", "features_of", "largest_units", "pairs", "readings", "readings_of"]

__dir__ = offered(__all__)
