"""Each layer on numbers that can be followed by eye, and the masks that go from layer to layer."""

import numpy as np
import pytest

from lstmlesson import (
    GRU,
    LSTM,
    RNN,
    Activation,
    Add,
    Bidirectional,
    Concatenate,
    Dense,
    Dropout,
    Embedding,
    Flatten,
    Input,
    Masking,
    Model,
    RepeatVector,
    Sequential,
    SimpleRNN,
    SimpleRNNCell,
    TimeDistributed,
    numeric,
    pytorch,
)
from lstmlesson.numeric.activations import HARD_SIGMOID_OF_KERAS_2, activation

ONE = np.ones((1, 1))
# A SimpleRNN that adds up what it sees: kernel 1, recurrent kernel 1, bias 0, no squashing.
ADDING = [ONE, ONE, np.zeros(1)]
ONE_TO_FOUR = np.array([[[1.0], [2.0], [3.0], [4.0]]])


def adding(**arguments):
    return SimpleRNN(1, activation="linear", **arguments)


def ran(layer, weights, x, **more):
    return numeric.run(layer, weights, x, **more).output.tolist()


def test_a_cell_is_used_at_every_timestep():
    assert ran(adding(return_sequences=True), ADDING, ONE_TO_FOUR) == [[[1], [3], [6], [10]]]
    assert ran(adding(), ADDING, ONE_TO_FOUR) == [[10]]
    assert numeric.run(adding(), ADDING, ONE_TO_FOUR).states[0].tolist() == [[10]]


def test_backwards_the_sequence_comes_out_backwards():
    assert ran(adding(return_sequences=True, go_backwards=True), ADDING, ONE_TO_FOUR) == [[[4], [7], [9], [10]]]


def test_return_state_changes_nothing_in_the_output():
    assert ran(adding(return_state=True), ADDING, ONE_TO_FOUR) == [[10]]


@pytest.mark.parametrize(
    ("mode", "expected"),
    [
        ("concat", [[1, 10], [3, 9], [6, 7], [10, 4]]),
        ("sum", [[11], [12], [13], [14]]),
        ("ave", [[5.5], [6], [6.5], [7]]),
        ("mul", [[10], [27], [42], [40]]),
    ],
)
def test_both_ways(mode, expected):
    layer = Bidirectional(adding(return_sequences=True), merge_mode=mode)
    assert ran(layer, ADDING * 2, ONE_TO_FOUR) == [expected]


def test_both_ways_unmerged():
    first, second = numeric.run(
        Bidirectional(adding(return_sequences=True), merge_mode=None), ADDING * 2, ONE_TO_FOUR
    ).output
    assert first.ravel().tolist() == [1, 3, 6, 10]
    assert second.ravel().tolist() == [10, 9, 7, 4]


def test_without_sequences_both_halves_end_at_their_own_end():
    layer = Bidirectional(adding(), merge_mode="concat")
    found = numeric.run(layer, ADDING * 2, ONE_TO_FOUR, [np.full((1, 1), 100.0), np.full((1, 1), 1000.0)])
    assert found.output.tolist() == [[110, 1010]]
    assert [state.tolist() for state in found.states] == [[[110]], [[1010]]]


MASK = np.array([[False, True, False, True]])


def test_a_skipped_step_holds_the_state_and_repeats_the_output():
    """Before the first step that counts there is nothing to repeat, so the output is zero, whatever the state is."""
    assert ran(adding(return_sequences=True), ADDING, ONE_TO_FOUR, mask=MASK) == [[[0], [2], [2], [6]]]
    begin = [np.full((1, 1), 100.0)]
    found = numeric.run(adding(return_sequences=True), ADDING, ONE_TO_FOUR, begin, MASK)
    assert found.output.tolist() == [[[0], [102], [102], [106]]]
    assert found.states[0].tolist() == [[106]]


def test_an_rnn_may_be_told_to_give_zeros_for_skipped_steps():
    cell = SimpleRNNCell(1, activation="linear")
    layer = RNN(cell, return_sequences=True, zero_output_for_mask=True)
    assert ran(layer, ADDING, ONE_TO_FOUR, mask=MASK) == [[[0], [2], [0], [6]]]
    assert ran(RNN(cell, zero_output_for_mask=True), ADDING, ONE_TO_FOUR, mask=~MASK) == [[0]]


def test_in_a_bidirectional_skipped_steps_of_a_sequence_are_zero():
    layer = Bidirectional(adding(return_sequences=True))
    assert ran(layer, ADDING * 2, ONE_TO_FOUR, mask=MASK) == [[[0, 0], [2, 6], [0, 0], [6, 4]]]
    assert ran(Bidirectional(adding()), ADDING * 2, ONE_TO_FOUR, mask=MASK) == [[6, 6]]


@pytest.mark.parametrize("layer", [LSTM(2), GRU(2), GRU(2, reset_after=False), SimpleRNN(2)], ids=repr)
def test_what_stands_at_a_skipped_step_does_not_matter(layer):
    weights, draw = numeric.initialise(layer, (4, 1), 0, "float64"), np.random.default_rng(0)
    once, again = draw.normal(size=(1, 4, 1)), draw.normal(size=(1, 4, 1))
    again[MASK] = once[MASK]
    assert ran(layer, weights, once, mask=MASK) == ran(layer, weights, again, mask=MASK)
    assert np.allclose(numeric.run(layer, weights, once[:, MASK[0]]).output, ran(layer, weights, once, mask=MASK))


def masked_model(*after, features=1):
    return Sequential([Input((4, features)), Masking(), *after])


def test_a_mask_reaches_the_layers_behind_it():
    x = ONE_TO_FOUR * MASK[..., None]
    weights = [*ADDING, *ADDING]
    model = masked_model(adding(return_sequences=True), adding())
    assert ran(model, weights, x) == [[2 + 6]]  # the second skips the same steps: 0, 2, (2), 6
    dense_between = masked_model(Dense(1), Dropout(0.5), Activation("relu"), adding())
    assert ran(dense_between, [ONE, np.full(1, 10.0), *ADDING], x) == [[12 + 14]]


def test_a_mask_ends_where_keras_ends_it():
    x = ONE_TO_FOUR * MASK[..., None]
    ended = masked_model(adding(), RepeatVector(2), adding())
    assert ran(ended, [*ADDING, *ADDING], x) == [[6 + 6]]
    flat = masked_model(Dense(1), Flatten())
    assert ran(flat, [ONE, np.full(1, 10.0)], x) == [[10, 12, 10, 14]]


def test_masking_zeroes_what_it_skips():
    layer = Masking(mask_value=7.0)
    assert ran(layer, [], np.array([[[7.0, 7.0], [7.0, 1.0]]])) == [[[0, 0], [7, 1]]]


def test_words_that_are_zero_are_skipped_where_the_table_says_so():
    table = np.array([[100.0], [1.0], [2.0]])
    words = np.array([[0, 2, 0, 1]])
    skipping = Sequential([Input((4,)), Embedding(3, 1, mask_zero=True), adding()])
    counting = Sequential([Input((4,)), Embedding(3, 1), adding()])
    assert ran(skipping, [table, *ADDING], words) == [[3]]
    assert ran(counting, [table, *ADDING], words) == [[203]]


def joined(join, first_masked, second_masked):
    first, second = Input((3, 1)), Input((3, 1))
    one = Masking()(first) if first_masked else first
    other = Masking()(second) if second_masked else second
    return Model([first, second], adding()(Dense(1)(join([one, other]))))


@pytest.mark.parametrize(
    ("join", "first", "second", "expected"),
    [
        (Add(), True, True, 3 * 10 + 1 + 2 + 4 - 10),  # the last step is skipped: it is zero in both
        (Add(), True, False, 3 * 10 + 1 + 2 + 4),  # one has no mask, so nothing is skipped
        (Concatenate(), True, True, 3 * 10 + 1 + 2 + 4 - 10),
        (Concatenate(), True, False, 3 * 10 + 1 + 2 + 4),
    ],
)
def test_a_step_is_skipped_where_it_is_in_all_that_are_joined(join, first, second, expected):
    model = joined(join, first, second)
    x = [np.array([[[1.0], [0.0], [0.0]]]), np.array([[[2.0], [4.0], [0.0]]])]
    kernel = np.ones((2 if isinstance(join, Concatenate) else 1, 1))
    assert ran(model, [kernel, np.full(1, 10.0), *ADDING], x) == [[expected]]


def test_dense_serves_each_position():
    weights = [np.array([[1.0], [10.0]]), np.array([100.0])]
    x = np.array([[[1.0, 2.0], [3.0, 4.0]]])
    assert ran(Dense(1), weights, x) == ran(TimeDistributed(Dense(1)), weights, x) == [[[121], [143]]]
    assert ran(pytorch.Linear(2, 1), [weights[0].T, weights[1]], x) == [[[121], [143]]]


def test_shapes_change_and_numbers_stay():
    assert ran(Flatten(), [], np.arange(6.0).reshape(1, 3, 2)) == [[0, 1, 2, 3, 4, 5]]
    channels_first = Flatten(data_format="channels_first")
    assert ran(channels_first, [], np.arange(6.0).reshape(1, 3, 2)) == [[0, 2, 4, 1, 3, 5]]
    assert ran(RepeatVector(2), [], np.array([[5.0, 6.0]])) == [[[5, 6], [5, 6]]]
    x = [np.array([[1.0, 2.0]]), np.array([[3.0, 4.0]])]
    assert ran(Concatenate(), [], x) == [[1, 2, 3, 4]]
    assert ran(Add(), [], x) == [[4, 6]]


def test_adding_repeats_what_is_shorter():
    x = [np.arange(4.0).reshape(1, 2, 2), np.array([[10.0, 20.0]])]
    assert ran(Add(), [], x) == [[[10, 21], [12, 23]]]


def test_dropout_drops_in_training_only():
    x = np.ones((100, 100))
    assert numeric.run(Dropout(0.2), [], x).output.tolist() == x.tolist()
    dropped = numeric.run(Dropout(0.2), [], x, dropout_seed=0).output
    assert set(dropped.ravel().tolist()) == {0, 1.25}  # 1/(1 - 0.2)
    assert (dropped == 0).mean() == pytest.approx(0.2, abs=0.02)
    assert dropped.tolist() == numeric.run(Dropout(0.2), [], x, dropout_seed=0).output.tolist()
    assert dropped.tolist() != numeric.run(Dropout(0.2), [], x, dropout_seed=1).output.tolist()


def test_all_or_nothing_can_be_dropped():
    x = np.ones((2, 3))
    assert not numeric.run(Dropout(1.0), [], x, dropout_seed=0).output.any()
    assert numeric.run(Dropout(0.0), [], x, dropout_seed=0).output.tolist() == x.tolist()


def test_dropout_of_a_recurrent_layer_is_the_same_at_every_step():
    layer = adding(return_sequences=True, dropout=0.5)
    steps = np.diff(numeric.run(layer, ADDING, np.ones((50, 4, 1)), dropout_seed=0).output[..., 0], prepend=0)
    assert {tuple(row) for row in steps.tolist()} == {(0, 0, 0, 0), (2, 2, 2, 2)}


def test_recurrent_dropout_is_refused_in_training_and_does_nothing_else():
    layer = adding(recurrent_dropout=0.5)
    assert ran(layer, ADDING, ONE_TO_FOUR) == [[10]]
    with pytest.raises(ValueError, match="recurrent_dropout is not done here"):
        numeric.run(layer, ADDING, ONE_TO_FOUR, dropout_seed=0)


def test_two_functions_are_called_hard_sigmoid():
    x = np.array([-3.0, -2.5, 0.0, 1.0, 2.5, 3.0])
    new, old = activation("hard_sigmoid")(x), HARD_SIGMOID_OF_KERAS_2(x)
    assert new.round(4).tolist() == [0, 0.0833, 0.5, 0.6667, 0.9167, 1]
    assert old.round(4).tolist() == [0, 0, 0.5, 0.7, 1, 1]
    layer = LSTM(2, recurrent_activation=HARD_SIGMOID_OF_KERAS_2)
    weights = numeric.initialise(layer, (4, 1), 0, "float64")
    assert ran(layer, weights, ONE_TO_FOUR) != ran(LSTM(2, recurrent_activation="hard_sigmoid"), weights, ONE_TO_FOUR)


def test_an_activation_that_is_not_here_is_refused():
    with pytest.raises(ValueError, match="activation='gelu': expected one of tanh, sigmoid"):
        numeric.run(Activation("gelu"), [], ONE)
    with pytest.raises(ValueError, match="expected one of tanh"):
        numeric.run(Dense(1, activation=np.tanh), [ONE, np.zeros(1)], ONE)


def test_a_shared_layer_has_one_set_of_weights():
    shared, first, second = Dense(1, use_bias=False), Input((1,)), Input((1,))
    model = Model([first, second], Concatenate()([shared(first), shared(second)]))
    assert ran(model, [np.full((1, 1), 3.0)], [np.full((1, 1), 2.0), np.full((1, 1), 5.0)]) == [[6, 15]]


def test_states_go_from_layer_to_layer():
    inputs, others = Input((2, 1)), Input((2, 1))
    _, state = adding(return_state=True)(inputs)
    model = Model([inputs, others], adding(return_sequences=True)(others, initial_state=[state]))
    found = numeric.run(model, ADDING * 2, [np.array([[[1.0], [2.0]]]), np.array([[[10.0], [20.0]]])])
    assert found.output.tolist() == [[[13], [33]]]
    assert [state.tolist() for state in found.states] == [[[3]]]  # of the layer that begins from outside


def test_a_chain_that_has_not_seen_its_input_runs_all_the_same():
    model = Sequential([adding(return_sequences=True), Dense(1)])
    assert ran(model, [*ADDING, ONE, np.zeros(1)], ONE_TO_FOUR) == [[[1], [3], [6], [10]]]
    inside = TimeDistributed(Sequential([adding(), Dense(1)]))
    assert ran(inside, [*ADDING, ONE, np.zeros(1)], np.array([[[[1.0], [2.0]], [[3.0], [4.0]]]])) == [[[3], [7]]]
