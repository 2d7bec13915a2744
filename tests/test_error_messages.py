"""Error messages in a pasted text: each means what is said of it, with its own numbers; what resembles one is left.

The texts are written as Keras 3.15.1 and PyTorch 2.13 print them; tests marked `frameworks` provoke each one there.
"""

import json

import pytest
import summary_texts
from marked import english_words, marked

from lstmlesson import explorers
from lstmlesson.command import EXPLAINED, NO_SUMMARY, main
from lstmlesson.language import use
from lstmlesson.summary import explain
from lstmlesson.views.explanation import html, text

INCOMPATIBLE = "Input 0 with name 'None' of layer 'lstm' is incompatible with the layer: "
PRODUCT = "mat1 and mat2 shapes cannot be multiplied"
MISMATCH = (
    "size mismatch for {}: copying a param with shape torch.Size({}) from checkpoint, "
    "the shape in current model is torch.Size({})."
)

# A message; a part of what it means, with numbers counted by hand; the lines that mend it; the number of the lesson.
MESSAGES = {
    "no timesteps": (
        f"{INCOMPATIBLE}expected ndim=3, found ndim=2. Full shape received: (None, 10)",
        "It was given two, (None, 10).",
        ("Input((10, 1))", "LSTM(10, return_sequences=True)"),
        4,
    ),
    "no timesteps in Keras 2.0": (
        "Input 0 is incompatible with layer lstm_1: expected ndim=3, found ndim=2",
        "It was given two.",
        ("Input((timesteps, features))", "LSTM(units, return_sequences=True)"),
        4,
    ),
    "four axes": (
        'Input 0 of layer "lstm" is incompatible with the layer: expected ndim=3, found ndim=4. '
        "Full shape received: (None, 5, 10, 3)",
        "10 · 3 = 30 features at each of the 5 timesteps",
        ("Reshape((5, 30))", "TimeDistributed(layer)"),
        3,
    ),
    "every timestep": (
        f"{INCOMPATIBLE}expected ndim=2, found ndim=3. Full shape received: (None, 7, 4)",
        "(None, 7, 4), a row for each timestep",
        ("LSTM(4, return_sequences=False)", "Flatten()"),
        4,
    ),
    "other features": (
        f"{INCOMPATIBLE}expected axis -1 of input shape to have value 6, but received input with shape (None, 5)",
        "made for 6 features",
        ("assert x.shape[-1] == 6", "Input((5,))"),
        3,
    ),
    "input_length": (
        "Unrecognized keyword arguments passed to LSTM: {'input_length': 4}",
        "input_length isn't an argument of LSTM",
        ("Input((4, features))", "LSTM(...)"),
        3,
    ),
    "two of the input": (
        "Unrecognized keyword arguments passed to LSTM: {'input_dim': 3, 'input_length': 4}",
        "input_dim and input_length aren't arguments of LSTM",
        ("Input((4, 3))", "LSTM(...)"),
        3,
    ),
    "batch_input_shape": (
        "Unrecognized keyword arguments passed to LSTM: {'batch_input_shape': (32, 4, 3)}",
        "batch_shape",
        ("Input(batch_shape=(32, 4, 3))", "LSTM(...)"),
        3,
    ),
    "an old name": (
        "Unrecognized keyword arguments passed to LSTM: {'inner_activation': 'tanh'}",
        "what it has is recurrent_activation",
        ('LSTM(..., recurrent_activation="tanh")',),
        7,
    ),
    "a slip": (
        "Unrecognized keyword arguments passed to LSTM: {'return_sequence': True}",
        "what it has is return_sequences",
        ("LSTM(..., return_sequences=True)",),
        7,
    ),
    "an unknown argument": (
        "Unrecognized keyword arguments passed to Attn: {'heads': 2}",
        "Attn has no argument heads",
        ("Attn(...)",),
        7,
    ),
    "stateful": (
        "When using `stateful=True` in a RNN, the batch size must be static. "
        "Found dynamic batch size: sequence.shape=(None, 5, 10)",
        "here that number is open (None)",
        ("Input(batch_shape=(batch, 5, 10))", "LSTM(units, stateful=True)"),
        2,
    ),
    "stateful in Keras 2": (
        "If a RNN is stateful, it needs to know its batch size. Specify the batch size of your input tensors:",
        "it has to know how many samples a batch holds",
        ("Input(batch_shape=(batch, timesteps, features))", "LSTM(units, stateful=True)"),
        2,
    ),
    "other features in PyTorch": (
        "input.size(-1) must be equal to input_size. Expected 10, got 3",
        "made for 10 features a timestep (input_size=10)",
        ("nn.LSTM(3, hidden_size)", "assert x.shape[-1] == 10"),
        7,
    ),
    "batch of a state": (
        "Expected hidden[0] size (1, 4, 20), got [1, 5, 20]",
        "the batch that was read off your data is 4, and the state was made for 5",
        ("h = torch.zeros(1, 4, 20)", "output, (h, c) = lstm(x, (h, c))"),
        7,
    ),
    "copies of a state": (
        "Expected hidden size (2, 4, 20), got [1, 4, 20]",
        "2 copies are kept, and 1 came",
        ("h = torch.zeros(2, 4, 20)", "output, h = rnn(x, h)"),
        7,
    ),
    "size of the other state": (
        "Expected hidden[1] size (1, 4, 20), got [1, 4, 30]",
        "the hidden size is 20, and the state has 30",
        ("c = torch.zeros(1, 4, 20)", "output, (h, c) = lstm(x, (h, c))"),
        7,
    ),
    "a product": (
        f"{PRODUCT} (32x10 and 20x1)",
        "that is Linear(20, 1). Make it for 10 features, or give it 20. 20 = 2 · 10",
        ("nn.Linear(10, 1)", "assert x.shape[-1] == 20"),
        7,
    ),
    "a product in Keras": (
        f"Exception encountered when calling LSTM.call().\n\n\x1b[1m{PRODUCT} (8x5 and 6x12)\x1b[0m",
        "made for 6 features",
        ("assert x.shape[-1] == 6", "Input((timesteps, 5))"),
        3,
    ),
    "saved features": (
        MISMATCH.format("lstm.weight_ih_l0", [80, 3], [80, 10]),
        "trained on 3 features, and your model was made for 10",
        ('input_size = checkpoint["lstm.weight_ih_l0"].shape[1]  # 3', "model.load_state_dict(checkpoint)"),
        7,
    ),
    "saved rows": (
        MISMATCH.format("rnn.weight_ih_l0", [60, 3], [80, 3]),
        "60 = 4 · 15 (nn.LSTM) or 60 = 3 · 20 (nn.GRU) or 60 = 1 · 60 (nn.RNN)",
        ('rows = checkpoint["rnn.weight_ih_l0"].shape[0]  # 60', "model.load_state_dict(checkpoint)"),
        7,
    ),
    "data turned": (
        'Input 0 of layer "sequential_1" is incompatible with the layer: expected shape=(None, 10, 5), '
        "found shape=(None, 5, 10)",
        "made for 10 timesteps of 5 features, and the data have 5 timesteps of 10",
        ("x = x.transpose(0, 2, 1)", "Input((5, 10))"),
        3,
    ),
    "data of other timesteps, in Keras 2": (
        "Error when checking input: expected lstm_1_input to have shape (10, 5) but got array with shape (12, 5)",
        "the data have 12 timesteps of 5",
        ("assert x.shape[1:] == (10, 5)", "Input((12, 5))"),
        3,
    ),
    "data of other features, in Keras 2": (
        "Error when checking model input: expected input_1 to have shape (None, None, 5) but got array with shape "
        "(32, 10, 6)",
        "made for any number of timesteps of 5 features",
        ("assert x.shape[-1] == 5", "Input((10, 6))"),
        3,
    ),
    "data of two axes": (
        "Error when checking input: expected lstm_1_input to have 3 dimensions, but got array with shape (1000, 20)",
        "If the 20 numbers of a sample follow each other in time, they are 20 timesteps of 1 feature",
        ("x = x.reshape(1000, 20, 1)", "x = x.reshape(1000, 1, 20)"),
        3,
    ),
    "a product in TensorFlow": (
        "Dimensions must be equal, but are 6 and 7 for '{{node lstm_1/MatMul}}' with input shapes: [?,6], [7,256]",
        "made for 7 features",
        ("assert x.shape[-1] == 7", "Input((timesteps, 6))"),
        3,
    ),
    "a product in TensorFlow, when it runs": (
        "Matrix size-incompatible: In[0]: [32,6], In[1]: [7,256]",
        "6 numbers meet 7 rows",
        ("assert x.shape[-1] == 7", "Input((timesteps, 6))"),
        3,
    ),
    "another module was saved": (
        MISMATCH.format("net.rnn.weight_hh_l0", [60, 20], [80, 20]),
        "Saved is 60 = 3 · 20, nn.GRU; your model has 80 = 4 · 20, nn.LSTM.",
        ("self.net.rnn = nn.GRU(..., hidden_size=20)", "model.load_state_dict(checkpoint)"),
        7,
    ),
}


@pytest.fixture(params=MESSAGES)
def case(request):
    return MESSAGES[request.param]


def test_a_message_means_what_its_numbers_say(case):
    pasted, meaning, mend, lesson = case
    summary = explain(pasted)
    (told,) = summary.messages
    assert meaning in told.meaning
    assert (told.mend, int(told.lesson[:2])) == (mend, lesson)
    assert (summary.rows, summary.problems) == ((), ())


def traceback(message):
    return f"""Traceback (most recent call last):
  File "train.py", line 12, in <module>
    model.add(LSTM(4))
  File "keras/src/utils/traceback_utils.py", line 122, in error_handler
    raise e.with_traceback(filtered_tb) from None
ValueError: {message}
"""


@pytest.mark.parametrize("damaged", [traceback, lambda one: f"> {one}", lambda one: f"E       RuntimeError: {one}"])
def test_a_message_is_found_in_what_surrounds_it(case, damaged):
    assert explain(damaged(case[0])).messages[0].mend == case[2]


def test_a_message_that_a_terminal_broke_is_read_whole():
    whole = MESSAGES["no timesteps"][0]
    broken = whole.replace("expected ndim", "expected\nndim").replace("Full shape ", "Full shape\n")
    assert explain(broken).messages == explain(whole).messages != ()


def test_a_message_beside_a_table_leaves_the_table_as_it_is():
    table = summary_texts.texts()["seed_004"]["text"]
    alone, both = explain(table), explain(f"{table}\n{MESSAGES['no timesteps'][0]}")
    assert both.tables == alone.tables
    assert (len(alone.messages), len(both.messages)) == (0, 1)
    for shown in (text(both), html(both)):
        assert "LSTM(10, return_sequences=True)" in shown
        assert alone.rows[0].formula in shown


def test_messages_stand_in_their_order_and_each_once():
    first, second = MESSAGES["a product"][0], MESSAGES["no timesteps"][0]
    told = explain("\n".join([first, second, first])).messages
    assert [int(one.lesson[:2]) for one in told] == [7, 4]


def test_the_lines_of_a_message_are_not_unread():
    summary = explain(f"What is this?\n{MESSAGES['no timesteps'][0]}\nThanks")
    assert [str(line) for line in summary.unread] == ["What is this?", "Thanks"]


RESEMBLING = {
    "numbers that agree": f"{PRODUCT} (32x10 and 10x1)",
    "a word in place of a number": f"{PRODUCT} (32xN and 20x1)",
    "half of it": "input.size(-1) must be equal to input_size.",
    "the same feature": "expected axis -1 of input shape to have value 5, but received input with shape (None, 5)",
    "another axis": "expected axis 1 of input shape to have value 6, but received input with shape (None, 5)",
    "a shape of other axes than it says": "expected ndim=3, found ndim=2. Full shape received: (None, 10, 3)",
    "axes that agree": "expected ndim=3, found ndim=3. Full shape received: (None, 10, 3)",
    "axes of pictures": "expected ndim=5, found ndim=4. Full shape received: (None, 9, 9, 3)",
    "a state that fits": "Expected hidden[0] size (1, 4, 20), got [1, 4, 20]",
    "a state of two axes": "Expected hidden[0] size (4, 20), got [5, 20]",
    "a batch that is known": "the batch size must be static. Found dynamic batch size: sequence.shape=(8, 5, 10)",
    "no dictionary": "Unrecognized keyword arguments passed to LSTM: {'input_dim'}",
    "no arguments": "Unrecognized keyword arguments passed to LSTM: {}",
    "another parameter": MISMATCH.format("fc.weight", [1, 20], [1, 64]),
    "a matrix with five blocks": MISMATCH.format("lstm.weight_hh_l0", [100, 20], [80, 20]),
    "an input that is the layer below": MISMATCH.format("lstm.weight_ih_l1", [80, 20], [80, 40]),
    "perhaps the recurrent kernel": f"Exception encountered when calling LSTM.call().\n{PRODUCT} (2x5 and 6x24)",
    "data that fit": "expected shape=(None, 10, 5), found shape=(None, 10, 5)",
    "data that fit open timesteps": "expected shape=(None, None, 5), found shape=(32, 10, 5)",
    "data of pictures": "expected shape=(None, 28, 28, 1), found shape=(None, 28, 28, 3)",
    "data of three axes where four are read": "Error when checking input: expected conv2d_1_input to have 4 "
    "dimensions, but got array with shape (100, 28, 28)",
    "a sum in TensorFlow": "Dimensions must be equal, but are 6 and 7 for '{{node add}}' with input shapes: [?,6], [7]",
    "a product that fits": "Matrix size-incompatible: In[0]: [32,7], In[1]: [7,256]",
    "prose": "A recurrent layer expects three axes, and I found two. The batch size must be known, too.",
}


@pytest.mark.parametrize("name", RESEMBLING)
def test_what_merely_resembles_a_message_is_left_alone(name):
    summary = explain(RESEMBLING[name])
    assert summary.messages == ()
    assert [str(line) for line in summary.unread] == RESEMBLING[name].splitlines()


@pytest.mark.parametrize("size", ["9" * 5000, "²", "0"])
def test_odd_numbers_raise_nothing(size):
    explain(f"{PRODUCT} ({size}x10 and 20x{size})")
    explain(MISMATCH.format("lstm.weight_hh_l0", f"[{size}, 20]", f"[{size}, {size}]"))
    explain(f"expected ndim=3, found ndim=4. Full shape received: (None, {size}, {size}, {size})")
    explain(f"Unrecognized keyword arguments passed to LSTM: {{'units': {size}}}")


# ---- Where it is shown -------------------------------------------------------------------------------------------


def test_the_text_and_the_page_show_meaning_lines_and_lesson(case):
    summary = explain(case[0])
    assert all(one in text(summary) for one in (case[1], *case[2], f"Lesson {case[3]} "))
    assert f"Lesson {case[3]} " in html(summary)
    assert html(summary).count("<pre>") == 1
    assert "No table" not in text(summary) + html(summary)


def test_what_was_pasted_is_escaped():
    shown = html(explain("Unrecognized keyword arguments passed to LSTM: {'<b>x</b>': '<script>'}"))
    assert "<b>" not in shown
    assert "<script>" not in shown


def test_the_command_explains_a_message_without_a_table(tmp_path, capsys):
    (tmp_path / "error.txt").write_text(traceback(MESSAGES["no timesteps"][0]), encoding="utf-8")
    assert main(["explain", str(tmp_path / "error.txt"), "--html", str(tmp_path / "page.html")]) == EXPLAINED
    assert "Input((10, 1))" in capsys.readouterr().out
    assert "Input((10, 1))" in (tmp_path / "page.html").read_text("utf-8")
    assert main(["explain", "--json", str(tmp_path / "error.txt")]) == EXPLAINED
    (told,) = json.loads(capsys.readouterr().out)["messages"]
    assert told["mend"] == ["Input((10, 1))", "LSTM(10, return_sequences=True)"]
    (tmp_path / "error.txt").write_text(traceback(RESEMBLING["axes of pictures"]), encoding="utf-8")
    assert main(["explain", str(tmp_path / "error.txt")]) == NO_SUMMARY


def test_the_explorer_shows_a_message():
    one = explorers.reader()
    one.box.value = MESSAGES["a product"][0]
    assert "nn.Linear(10, 1)" in one.feedback.value


def test_what_is_said_of_a_message_is_said_in_the_language(case):
    with use(marked()):
        summary = explain(case[0])
        (told,) = summary.messages
        names = {word.strip("(") for part in (told.message, *told.mend) for word in english_words(part)}
        names |= {"nn", "Attn", "heads"}
        assert english_words(told.meaning, names) == []
        assert english_words(html(summary), names) == []


# ---- Live --------------------------------------------------------------------------------------------------------


def in_keras():
    """Messages that live Keras raises, each with what it should be explained as."""
    import numpy as np
    from keras import Input, Model, Sequential, layers

    def built_for_six(made, before=()):
        made(np.zeros((2, *before, 6)))
        return made(np.zeros((2, *before, 5)))

    yield lambda: Sequential([Input((10,)), layers.LSTM(4)]), "no timesteps"
    yield lambda: Sequential([Input((5, 10, 3)), layers.LSTM(4)]), "four axes"
    yield lambda: Sequential([Input((7, 4)), layers.RepeatVector(3)]), "every timestep"
    yield lambda: built_for_six(layers.Dense(3)), "other features"
    yield lambda: built_for_six(layers.LSTM(3), (4,)), "a product in Keras"
    steps = Input((10, 5))
    yield lambda: Model(steps, layers.LSTM(3)(steps))(np.zeros((2, 5, 10))), "data turned"
    yield lambda: layers.LSTM(4, input_length=4), "input_length"
    yield lambda: layers.LSTM(4, batch_input_shape=(32, 4, 3)), "batch_input_shape"
    yield lambda: layers.LSTM(4, inner_activation="tanh"), "an old name"
    yield lambda: layers.LSTM(4, return_sequence=True), "a slip"
    yield lambda: Sequential([Input((5, 10)), layers.LSTM(4, stateful=True)]), "stateful"


def in_pytorch():
    """The same of live PyTorch."""
    import torch
    from torch import nn

    def load(saved, new):
        model = nn.ModuleDict({"net": nn.ModuleDict({"rnn": new})})
        model.load_state_dict(nn.ModuleDict({"net": nn.ModuleDict({"rnn": saved})}).state_dict())

    x = torch.zeros(7, 4, 3)
    state = torch.zeros(1, 4, 20)
    yield lambda: nn.LSTM(10, 20)(x), "other features in PyTorch"
    yield lambda: nn.LSTM(3, 20)(x, (torch.zeros(1, 5, 20), state)), "batch of a state"
    yield lambda: nn.LSTM(3, 20)(x, (state, torch.zeros(1, 4, 30))), "size of the other state"
    yield lambda: nn.GRU(3, 20, bidirectional=True)(x, state), "copies of a state"
    yield lambda: nn.Linear(20, 1)(torch.zeros(32, 10)), "a product"
    yield lambda: load(nn.GRU(3, 20), nn.LSTM(3, 20)), "another module was saved"


def said_by(fault):
    with pytest.raises((ValueError, RuntimeError)) as caught:
        fault()
    return str(caught.value)


# Keras 3.15 reads its variables in a way that numpy 2 warns of.
@pytest.mark.filterwarnings("ignore:__array__ implementation:DeprecationWarning")
@pytest.mark.frameworks
@pytest.mark.parametrize("faults", [in_keras, in_pytorch])
def test_what_a_framework_raises_is_explained(faults):
    for fault, name in faults():
        told = explain(said_by(fault)).messages
        assert MESSAGES[name][2] in [one.mend for one in told], (name, told)


@pytest.mark.frameworks
def test_the_lines_that_mend_it_do():
    import torch
    from keras import Input, Sequential, layers
    from torch import nn

    x = torch.zeros(7, 4, 3)
    assert Sequential([Input((10, 1)), layers.LSTM(4)]).output_shape == (None, 4)
    assert Sequential([Input((7, 2)), layers.LSTM(10, return_sequences=True), layers.LSTM(4)]).output_shape == (None, 4)
    assert Sequential([Input((5, 10, 3)), layers.Reshape((5, 30)), layers.LSTM(4)]).output_shape == (None, 4)
    assert Sequential([Input(batch_shape=(8, 5, 10)), layers.LSTM(4, stateful=True)]).output_shape == (8, 4)
    assert nn.LSTM(3, 20)(x, (torch.zeros(1, 4, 20), torch.zeros(1, 4, 20)))[0].shape == (7, 4, 20)
    assert nn.Linear(10, 1)(torch.zeros(32, 10)).shape == (32, 1)
