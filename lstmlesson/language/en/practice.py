"""The forms of the quiz: what is asked, what can be chosen, and what is said of each answer."""

from lstmlesson.language.texts import Text

TEXTS: dict[str, Text] = {
    "practice: a mistake": "{mistake}. {hint}",
    "practice: would be": "That would be {count}.",
    "practice: not the count": "The count itself is {right}.",
    # Weights and gates.
    "practice: which weight": "{layer} reads {features} features. Which of its weights holds {count} numbers?",
    "practice: a weight holds": "The {name} holds {count}.",
    "practice: none of them": "none of them",
    "practice: a gate's sum": lambda features, kernel, last, recurrent, bias: (
        f"A gate of one unit sees the features {features[0]} and {features[1]} and the last output {last}. Its numbers "
        f"are {kernel[0]} and {kernel[1]} in the kernel, {recurrent} in the recurrent kernel and {bias} in the bias. "
        "What comes into its sigmoid?"
    ),
    "practice: the last output counts": "You have left out the last output times the recurrent kernel.",
    "practice: the bias is added": "You have left out the bias.",
    "practice: a kernel multiplies": "The last output is multiplied by the recurrent kernel, not added to it.",
    "practice: products and bias": "Each feature times its number in the kernel, the last output times the recurrent "
    "kernel, and the bias: all added up.",
    # What stands around an LSTM.
    "practice: padded words": "A model knows {words} words and pads short texts with a 0 in front, so its Embedding "
    "needs one row more for the padding. Each word becomes {width} numbers. How many numbers does the Embedding hold?",
    "practice: rows by columns": "{rows} rows of {columns}.",
    "practice: the padding has a row": "The padding has a row of its own.",
    "practice: a table is a product": "A table holds its rows times its columns.",
    "practice: an embedding has no bias": "An Embedding has no bias.",
    "practice: attention": "Attention() looks through sequences of {units} numbers a step. How many numbers does it "
    "hold, as Keras builds it by default?",
    "practice: weighs with products": "It multiplies what comes in with what comes in, so it needs no numbers of its "
    "own.",
    "practice: weighs freely": "The weights that it gives to each step are worked out anew each time. They aren't "
    "stored.",
    "practice: tied": "A model turns {words} words into {width} numbers each, and uses the same table once more at "
    "its end, where a bias is added for each word. How many numbers do both ends hold together?",
    "practice: stored once": "A table that is used twice is stored once.",
    "practice: the bias stays": "The bias at the end isn't part of the table.",
    "practice: table and bias": "The table once, {table}, and {words} biases.",
    # What changes.
    "practice: doubled": "{layer} reads batches of {batch} sequences, {timesteps} timesteps of {features} features. "
    "What happens to {cost} if you double {size}?",
    "practice: the features": "the features",
    "practice: the units": "the units",
    "practice: the timesteps": "the timesteps",
    "practice: the batch": "the size of the batch",
    "practice: parameters": "its number of parameters",
    "practice: state": "the number of numbers in its states",
    "practice: activations": "the number of numbers in its output",
    "practice: multiply-adds": "its work",
    "practice: bytes": "the bytes of its parameters",
    "practice: stays the same": "It stays the same.",
    "practice: grows, but does not double": "It grows, but doesn't double.",
    "practice: doubles": "It doubles.",
    "practice: more than doubles": "It more than doubles.",
    "practice: before and after": "It's {before} before, and {after} after.",
    "practice: in the sum": "LSTM({units}) is trained on {samples} samples of {timesteps} timesteps with {features} "
    "features. Which of these is in the sum of its Param #?",
    "practice: so many": "the {number} {of}",
    "many samples": "samples",
    "practice: the batch size": "the batch size",
    "practice: features and units only": "Only the features and the units are in it.",
    "practice: one for each unit": "One number for each of the {units} units.",
    "practice: hidden state": "LSTM({units}) reads {timesteps} timesteps of {features} features. How many numbers are "
    "in its hidden state, for one sequence?",
    # Shapes.
    "practice: which Input": "You have {samples} recordings. Each has {timesteps} readings of {features} values. "
    "Which line tells an LSTM model what comes in?",
    "practice: timesteps first": "Timesteps first, then features.",
    "practice: a batch too many": "The samples aren't part of one sample's shape. Keras would refuse the LSTM: it "
    "expects ndim=3 and finds ndim=4.",
    "practice: a sequence has two axes": "A sequence has two axes, timesteps and features, even if a length is left "
    "open.",
    "practice: which is larger": "{layer} on the input shape {one}, and on {other}. Which has more parameters?",
    "practice: the first": "the first",
    "practice: the second": "the second",
    "practice: neither": "both have as many",
    "practice: two sums": "The first: {one}. The second: {other}.",
    "practice: features of the last": "A model reads {model}. How many features come into its last layer?",
    "practice: the row above": "The row above ends in {shape}, so {features} features come in.",
    "practice: shape of the last": "A model reads {model}. What Output Shape does the last row of its summary show?",
    "practice: one for each timestep": "The LSTM hands on every timestep, so there is an output for each.",
    "practice: one at the end": "The LSTM hands on its last step alone, so there is one output.",
    "practice: which model": "Three models give {timesteps} numbers for each sample. Which of these has {total} "
    "parameters?",
    "practice: last row": "Its last layer: {formula}.",
    # Tables.
    "practice: number missing": "What is the Param # of {row}?",
    "practice: the row above decides": "It sees what the row above gives out, not what came into the model.",
    "practice: two rows may differ": "Two layers hold the same only if the same number of features comes in.",
    "practice: it learns nothing": "Dropout has nothing to learn.",
    "practice: total": "Total params: {total}",
    "practice: which row is wrong": "One count was mistyped; the total is right. In which row?",
    "practice: the right row": "{row} should be {formula}.",
    "practice: trained": "An LSTM was trained with Adam, and Keras 3 prints: Total params: {total}. How many numbers "
    "are the layer's own?",
    "practice: Adam keeps": "{total} = {count} + {more}: Adam keeps two numbers for each one, and two of its own.",
    # Ways back.
    "practice: features back": "A row of a Keras summary says: {row}. It has a bias. How many features come in?",
    "practice: so many features": "{formula}.",
    "practice: without a bias": "That is so for an LSTM without a bias.",
    "practice: with a second bias": "That is so for PyTorch's LSTM, which has a second bias.",
    "practice: the recurrent kernel too": "The recurrent kernel and the bias are in this count, too.",
    "practice: units back": "LSTM(?) on {features} features has {count} numbers. How many units?",
    "practice: so many units": "{formula}.",
    "practice: budget": "You may spend {budget} numbers on an LSTM that reads {features} features. How many units at "
    "most?",
    "practice: both neighbours": "{units} units take {few}; one more would take {many}.",
    "practice: dialect": "A layer of {units} units on {features} features has {count} numbers. Which is it?",
    "practice: belief": "{thing} on {shape}: somebody counts {count}. What did they do?",
    # Steps.
    "practice: which step": "{layer} reads {timesteps} timesteps of {features} features, and somebody counts. Which "
    "step is the first wrong one?",
    "practice: step 1": "1. Each of {units} units sees {seen} features: {seen}·{units} = {product}.",
    "practice: step 2": "2. For the previous outputs there are {fed_back} more.",
    "practice: step 3": "3. There are {biases} biases. Together {once}.",
    "practice: step 4": "4. All that for each gate: {gates}·{once} = {total:,}.",
    "practice: a step": "step {number}",
    "practice: no step": "no step: it's right",
    "practice: no slip": "Every step is right: {formula}.",
    "practice: slip: timesteps": "Step 1 takes the timesteps for the features. Right is {formula}.",
    "practice: slip: itself alone": "Step 2 lets each unit see itself alone. It sees the previous outputs of all: "
    "{formula}.",
    "practice: slip: no bias": "Step 3 leaves out the bias, one for each unit: {formula}.",
    "practice: slip: three gates": "Step 4 forgets the proposal, which needs numbers as the three gates do: {formula}.",
    # Hints, one for each form.
    "practice: help for Input": "One sample is one recording. Which of these numbers belong to a single recording?",
    "practice: help for after Bidirectional": "Two directions give out two outputs, side by side.",
    "practice: help for after Conv1D": "A filter gives one feature. Pooling makes the sequence shorter, not narrower.",
    "practice: help for after Dropout": "The features are the last number of the Output Shape one row above.",
    "practice: help for after Flatten": "Flatten lays all timesteps in one row.",
    "practice: help for attention": "Which numbers would have to be learned?",
    "practice: help for belief": "Work the number out as each of them would.",
    "practice: help for budget": "Try a number of units, count, and move up or down.",
    "practice: help for change": "Write the sum once with each size, and look where the doubled one stands.",
    "practice: help for dialect": "Count gates and biases: four gates or three, one bias or two.",
    "practice: help for features back": "Divide by the four gates and by the units. What is left is f + u + 1.",
    "practice: help for gate": "One product for each feature, one for the last output, then the bias.",
    "practice: help for in the sum": "Write the sum for an LSTM in letters. Which letters are in it?",
    "practice: help for larger": "Of an input shape only the last number is in the sum.",
    "practice: help for missing": "The features are the last number of the Output Shape one row above.",
    "practice: help for model": "The layers before the last are alike or count the same. What does the last one see?",
    "practice: help for padding": "How many rows has the table, if the padding needs one too?",
    "practice: help for shape": "Does the LSTM hand on every timestep, or the last one alone?",
    "practice: help for state": "Each unit remembers one number.",
    "practice: help for step": "Work out each line yourself, and stop at the first that differs.",
    "practice: help for tied": "The same table is used twice. How often is it stored?",
    "practice: help for trained": "Adam keeps two numbers for each one of the layer's own.",
    "practice: help for units back": "Try a number of units, count, and move up or down.",
    "practice: help for weight": "The kernel has a row for each feature, the recurrent kernel one for each unit.",
    "practice: help for wrong row": "Add up the counts. The total is right, so how much are they off?",
}
