"""Operations on tensors: each shape beside its arithmetic by hand, and what does not fit."""

import pytest

import lstmlesson.keras as keras
from lstmlesson import Dense, Input, Model
from lstmlesson.layers.operations import NAMES, function

X, Y = Input((10, 4)), Input((10, 4))
SHAPES = {
    "a sum": (lambda: X + Y, (None, 10, 4)),
    "a number beside it": (lambda: 2 - X / 3, (None, 10, 4)),
    "one feature repeated": (lambda: X * Input((10, 1)), (None, 10, 4)),
    "an axis missing in front": (lambda: X * function("ones")((4,)), (None, 10, 4)),
    "a comparison": (lambda: X > 0, (None, 10, 4)),
    "the last timestep": (lambda: X[:, -1], (None, 4)),
    "the last timestep, all axes said": (lambda: X[:, -1, :], (None, 4)),
    "two features": (lambda: X[..., :2], (None, 10, 2)),
    "every third timestep": (lambda: X[:, ::3], (None, 4, 4)),
    "a new axis": (lambda: X[:, None], (None, 1, 10, 4)),
    "a slice of an open length": (lambda: Input((None, 4))[:, 1:], (None, None, 4)),
    "a product of matrices": (lambda: function("matmul")(X, function("transpose")(Y, (0, 2, 1))), (None, 10, 10)),
    "einsum": (lambda: function("einsum")("bij,bkj->bik", X, Y), (None, 10, 10)),
    "einsum with dots": (lambda: function("einsum")("...j,jk->...k", X, function("ones")((4, 3))), (None, 10, 3)),
    "a sum over the timesteps": (lambda: function("sum")(X, axis=1), (None, 4)),
    "a mean that keeps its axis": (lambda: function("mean")(X, axis=-1, keepdims=True), (None, 10, 1)),
    "a mean over everything": (lambda: function("mean")(X), ()),
    "laid side by side": (lambda: function("concatenate")([X, Y], axis=-1), (None, 10, 8)),
    "a stack": (lambda: function("stack")([X, Y], axis=1), (None, 2, 10, 4)),
    "a new order": (lambda: function("transpose")(X, axes=(0, 2, 1)), (None, 4, 10)),
    "in another shape": (lambda: function("reshape")(X, (-1, 40)), (None, 40)),
    "repeated": (lambda: function("repeat")(X, 3, axis=1), (None, 30, 4)),
    "tiled": (lambda: function("tile")(X, (1, 2, 1)), (None, 20, 4)),
    "an axis more": (lambda: function("expand_dims")(X, -1), (None, 10, 4, 1)),
    "an axis less": (lambda: function("squeeze")(Input((10, 1)), -1), (None, 10)),
    "one of many": (lambda: function("one_hot")(Input((10,)), 7), (None, 10, 7)),
    "batch_dot": (lambda: function("batch_dot")(X, Y, axes=(2, 2)), (None, 10, 10)),
    "padded": (lambda: function("pad")(X, ((0, 0), (1, 2), (0, 0))), (None, 13, 4)),
    "picked": (lambda: function("take")(X, [0, 2], axis=1), (None, 2, 4)),
}


@pytest.mark.parametrize("case", SHAPES)
def test_an_operation_gives_the_shape_of_hand_arithmetic(case):
    make, shape = SHAPES[case]
    assert make().shape == shape


REFUSED = {
    "sizes that do not meet": (lambda: X + Input((9, 4)), "10 meets 9"),
    "a product that does not fit": (lambda: X @ function("ones")((3, 2)), "4 meets 3"),
    "an index outside": (lambda: X[:, 10], "index 10"),
    "too many indices": (lambda: X[:, 0, 0, 0], "4 indices for 3 axes"),
    "another number of numbers": (lambda: function("reshape")(function("ones")((3, 4)), (5, -1)), "12 numbers"),
    "a long axis taken away": (lambda: function("squeeze")(X, 1), "length 10"),
    "an axis that is not there": (lambda: function("sum")(X, axis=3), "axis=3"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_does_not_fit_is_refused_with_the_sizes(case):
    make, piece = REFUSED[case]
    with pytest.raises(ValueError, match=piece):
        make()


def test_an_operation_is_a_row_and_no_layer():
    inputs = Input((10, 4))
    model = Model(inputs, Dense(2)((inputs + 1)[:, -1]))
    assert [row.class_name for row in model.rows()] == ["InputLayer", "Add", "GetItem", "Dense"]
    assert [row.name for row in model.rows()] == ["input_layer", "add", "get_item", "dense"]
    assert [type(layer).__name__ for layer in model.layers] == ["InputLayer", "Dense"]
    assert model.count() == 4 * 2 + 2
    assert model.output_shape((10, 4)) == (2,)


def test_an_unknown_operation_names_the_nearest():
    with pytest.raises(AttributeError, match="the nearest that is: softmax"):
        function("softmx")
    assert len(NAMES) == len(set(NAMES))


def test_a_tensor_has_no_values():
    for look in (bool, len, iter):
        with pytest.raises(TypeError, match="no values yet"):
            look(X)


def test_patches_of_images_and_a_function_done_to_each_entry():
    images = keras.Input((32, 30, 3))
    assert keras.ops.image.extract_patches(images, (4, 4)).shape == (None, 8, 7, 48)  # 32 / 4, 30 // 4, 4·4·3
    assert keras.ops.image.extract_patches(images, 4, strides=2, padding="same").shape == (None, 16, 15, 48)
    for operation in (keras.ops.image.extract_patches, keras.ops.image.resize):
        with pytest.raises(ValueError, match=r"data_format=.channels_first.; expected .channels_last"):
            operation(images, (4, 4), data_format="channels_first")
    assert keras.ops.image.resize(images, (16, 8)).shape == (None, 16, 8, 3)
    batch = keras.Input((7, 3), batch_size=4)
    assert keras.ops.map(lambda one: one[:, :2], batch).shape == (4, 7, 2)
