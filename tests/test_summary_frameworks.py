"""Live Keras and PyTorch as witnesses: code that an explanation writes runs there, living objects need no text.

Summaries that Keras prints now, of models drawn here, are read and never accused.
"""

import pytest
import summary_texts

from lstmlesson.summary import explain


@pytest.mark.frameworks
def test_the_code_runs_in_keras_and_in_pytorch():
    for name, table, made in list(summary_texts.chains())[::8]:
        space = {}
        exec(made.keras, space)
        assert space["model"].count_params() == table.totals.of_the_model, name
        if made.pytorch:
            exec(made.pytorch, {})


# Keras 3.15 reads its variables in a way that numpy 2 warns of.
@pytest.mark.filterwarnings("ignore:__array__ implementation:DeprecationWarning")
@pytest.mark.frameworks
def test_living_objects_are_explained_without_their_text():
    import keras as real
    from torch import nn

    model = real.Sequential([real.Input((100, 6)), real.layers.LSTM(64), real.layers.Dense(6, use_bias=False)])
    rows = explain(model).rows
    assert [row.formula for row in rows] == ["4(6·64 + 64·64 + 64) = 18,176", "64·6 = 384"]
    assert explain(model).totals.total == model.count_params()
    assert explain(model.get_weights()).rows[0].formula == "4(6·64 + 64·64 + 64) = 18,176"
    (row,) = explain(nn.LSTM(3, 2)).rows
    assert (row.count, row.formula) == (56, "4(2·3 + 2·2 + 2 + 2) = 56")


def drawn(real):
    """Models whose tables are hard to read: several inputs, states, a shared layer, a layer around a shared layer."""
    layers = real.layers
    first, second = real.Input((9, 4)), real.Input((9, 4))
    dense = layers.Dense(3)
    yield real.Model(first, layers.Add()([layers.TimeDistributed(dense)(first), dense(first)]))
    shared = layers.LSTM(5)
    yield real.Model([first, second], layers.Dense(2)(layers.Concatenate()([shared(first), shared(second)])))
    _, state, _ = layers.LSTM(8, return_state=True)(first)
    yield real.Model([first, second], layers.GRU(8, return_sequences=True)(second, initial_state=state))
    inner = real.Sequential([real.Input((9, 4)), layers.GRU(5, reset_after=False), layers.Dense(3)], name="inner")
    yield real.Model(first, layers.Dense(2)(inner(first)))
    yield real.Sequential([real.Input((6, 3)), layers.BatchNormalization(axis=1), layers.RNN(layers.GRUCell(6))])
    yield real.Sequential([real.Input((6, 3)), layers.Bidirectional(layers.LSTM(4), merge_mode="ave")])
    yield real.Sequential([layers.LSTM(4), layers.Dense(1)])


@pytest.mark.frameworks
def test_what_keras_prints_now_is_read_and_never_accused():
    import keras as real

    for model in drawn(real):
        for options in ({}, {"line_length": 60}, {"expand_nested": True}, {"show_trainable": True}):
            parts = []
            model.summary(print_fn=lambda text, parts=parts, **_: parts.append(text), **options)
            summary = explain("\n".join(parts))
            top = [row for row in summary.rows if row.depth == 0]
            assert [row.class_name for row in top] == [type(layer).__name__ for layer in model.layers]
            assert [row.count for row in top] == [layer.count_params() if layer.built else 0 for layer in model.layers]
            assert (summary.problems, summary.unread) == ((), ())
