"""What is said of each mistake, a file for each of `lstmlesson.mistakes.catalogue`.

Four texts go with the name of a mistake: the name itself, as it is shown; the belief, as the learner would say it; the
hint, a question that does not give the answer away; and the sentence that puts it right, in which {right} is the right
arithmetic and every number is filled in from the case: {features}, {units}, {timesteps}, {batch}, {before}, {half},
{gates} and {gate_names}.
"""

from . import blocks, copies, details, dialects, exchanged, gates, summaries

TABLES = tuple(file.TEXTS for file in (blocks, gates, exchanged, copies, dialects, details, summaries))
