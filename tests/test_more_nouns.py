"""The nouns around a recurrent layer: each count beside its arithmetic by hand, and what does not fit."""

import pytest

from lstmlesson import Input, Model, Sequential, layers

COUNTS = {
    "Conv2D": (lambda: layers.Conv2D(8, (3, 2)), (28, 27, 4), 3 * 2 * 4 * 8 + 8, (26, 26, 8)),
    "Conv3D": (lambda: layers.Conv3D(2, 2, padding="same"), (4, 4, 4, 3), 8 * 3 * 2 + 2, (4, 4, 4, 2)),
    "Conv2D in groups": (lambda: layers.Conv2D(4, 1, groups=2), (5, 5, 6), 1 * 3 * 4 + 4, (5, 5, 4)),
    "features first": (
        lambda: layers.Conv2D(8, 3, data_format="channels_first"),
        (4, 28, 28),
        9 * 4 * 8 + 8,
        (8, 26, 26),
    ),
    "DepthwiseConv1D": (lambda: layers.DepthwiseConv1D(3, depth_multiplier=2), (9, 4), 3 * 4 * 2 + 8, (7, 8)),
    "SeparableConv2D": (lambda: layers.SeparableConv2D(5, 3), (9, 9, 4), 9 * 4 + 4 * 5 + 5, (7, 7, 5)),
    "Conv1DTranspose": (lambda: layers.Conv1DTranspose(5, 3, strides=2), (9, 4), 3 * 5 * 4 + 5, (19, 5)),
    "ConvLSTM3D": (lambda: layers.ConvLSTM3D(2, 1), (3, 4, 4, 4, 3), 4 * (3 * 2 + 2 * 2 + 2), (4, 4, 4, 2)),
    "GroupNormalization": (lambda: layers.GroupNormalization(2), (9, 4), 8, (9, 4)),
    "RMSNormalization": (lambda: layers.RMSNormalization(), (9, 4), 4, (9, 4)),
    "UnitNormalization": (lambda: layers.UnitNormalization(), (9, 4), 0, (9, 4)),
    "two axes": (lambda: layers.LayerNormalization(axis=[1, 2]), (9, 4), 2 * 36, (9, 4)),
    "renorm": (lambda: layers.BatchNormalization(renorm=True), (4,), 7 * 4, (4,)),
    "PReLU": (lambda: layers.PReLU(shared_axes=[1]), (9, 4), 4, (9, 4)),
    "EinsumDense": (
        lambda: layers.EinsumDense("abc,cde->abde", (None, 2, 3), bias_axes="de"),
        (9, 4),
        4 * 6 + 6,
        (None, 2, 3),
    ),
    "Normalization": (lambda: layers.Normalization(), (9, 4), 4 + 4 + 1, (9, 4)),
    "Rescaling": (lambda: layers.Rescaling(1 / 255), (9, 4), 0, (9, 4)),
    "RandomFlip": (lambda: layers.RandomFlip("horizontal"), (9, 8, 3), 0, (9, 8, 3)),
    "RandomRotation": (lambda: layers.RandomRotation(0.1, "nearest"), (9, 8, 3), 0, (9, 8, 3)),
    "RandomZoom": (lambda: layers.RandomZoom((-0.2, 0.2)), (9, 8, 3), 0, (9, 8, 3)),
    "RandomContrast": (lambda: layers.RandomContrast(0.2), (None, 8, 3), 0, (None, 8, 3)),
    "Resizing": (lambda: layers.Resizing(4, 5), (9, 8, 3), 0, (4, 5, 3)),
    "Resizing, channels first": (lambda: layers.Resizing(4, 5, data_format="channels_first"), (3, 9, 8), 0, (3, 4, 5)),
    "CenterCrop": (lambda: layers.CenterCrop(4, 5), (9, 8, 3), 0, (4, 5, 3)),
    "RandomCrop": (lambda: layers.RandomCrop(4, 5), (None, None, 3), 0, (4, 5, 3)),
    "Identity": (lambda: layers.Identity(), (9, 4), 0, (9, 4)),
    "Lambda": (lambda: layers.Lambda(lambda x: x[:, -1] * 2), (9, 4), 0, (4,)),
    "Lambda that says its shape": (lambda: layers.Lambda(str, output_shape=(7,)), (9, 4), 0, (7,)),
    "ZeroPadding3D": (lambda: layers.ZeroPadding3D(1), (2, 2, 2, 5), 0, (4, 4, 4, 5)),
    "Cropping2D": (lambda: layers.Cropping2D(((1, 0), (2, 2))), (9, 9, 5), 0, (8, 5, 5)),
    "UpSampling3D": (lambda: layers.UpSampling3D(), (2, 3, 4, 5), 0, (4, 6, 8, 5)),
    "MaxPooling3D": (lambda: layers.MaxPooling3D(), (9, 8, 4, 5), 0, (4, 4, 2, 5)),
    "GlobalAveragePooling2D": (lambda: layers.GlobalAveragePooling2D(), (9, 8, 5), 0, (5,)),
    "SpatialDropout2D": (lambda: layers.SpatialDropout2D(0.2), (9, 8, 5), 0, (9, 8, 5)),
    "CategoryEncoding": (lambda: layers.CategoryEncoding(7), (3,), 0, (7,)),
    "StringLookup": (lambda: layers.StringLookup(vocabulary=["a", "b"], output_mode="one_hot"), (1,), 0, (3,)),
    "Discretization": (lambda: layers.Discretization([0.0, 1.0]), (4,), 0, (4,)),
}


@pytest.mark.parametrize("case", COUNTS)
def test_a_noun_counts_as_by_hand(case):
    make, shape, count, output = COUNTS[case]
    assert make().count(shape) == count
    assert make().output_shape(shape) == output
    assert Sequential([Input(shape), make()]).count() == count


def test_attention_counts_as_by_hand():
    query, value = Input((10, 16)), Input((7, 8))
    heads = layers.MultiHeadAttention(2, 4, value_dim=5)
    model = Model([query, value], heads(query, value))
    assert model.count() == (16 * 8 + 8) + (8 * 8 + 8) + (8 * 10 + 10) + (10 * 16 + 16)
    assert model.output_shape == (None, 10, 16)
    assert layers.MultiHeadAttention(2, 4).count((10, 16)) == 3 * (16 * 8 + 8) + 8 * 16 + 16
    assert layers.Attention(use_scale=True, score_mode="concat").count([(10, 16), (7, 16)]) == 2
    assert layers.AdditiveAttention().count([(10, 16), (7, 16)]) == 16


def test_attention_gives_its_scores_when_asked():
    query = Input((10, 16))
    _, scores = layers.MultiHeadAttention(2, 4)(query, query, return_attention_scores=True)
    assert scores.shape == (None, 2, 10, 10)


def test_a_spectral_normalization_adds_one_vector():
    layer = layers.SpectralNormalization(layers.Dense(10))
    assert (layer.count((4,)), layer.trainable_count((4,))) == (4 * 10 + 10 + 10, 50)


def test_merge_functions_are_their_layers():
    first, second = Input((10, 3)), Input((10, 3))
    each = [layers.add, layers.subtract, layers.multiply, layers.average, layers.maximum, layers.minimum]
    assert [function([first, second]).shape for function in each] == [(None, 10, 3)] * 6
    assert layers.concatenate([first, second], axis=1).shape == (None, 20, 3)
    assert layers.dot([first, second], axes=2).shape == (None, 10, 10)


def test_a_vocabulary_is_known_from_what_was_adapted():
    layer = layers.TextVectorization(max_tokens=6, output_sequence_length=4)
    layer.adapt(["To be, or not to be!", "to sleep"])
    assert layer.get_vocabulary() == ["", "[UNK]", "to", "be", "sleep", "or"]
    unknown = layers.StringLookup()
    with pytest.raises(ValueError, match="vocabulary is not known"):
        unknown.vocabulary_size()


REFUSED = {
    "groups that do not divide": (lambda: layers.GroupNormalization(3).count((4,)), "groups=3"),
    "a window too large": (lambda: layers.Conv2D(2, 5).count((4, 4, 1)), "does not fit"),
    "an open length that makes weights": (lambda: layers.PReLU().count((None, 4)), "None"),
    "two heads that do not share": (lambda: layers.GroupQueryAttention(2, 3, 2), "num_query_heads=3"),
    "an equation without a kernel": (lambda: layers.EinsumDense("ab->ab", 3), "abc,cd->abd"),
    "attention on one tensor": (lambda: layers.Attention()(Input((3, 4))), "query, value"),
    "heads without a value": (lambda: layers.MultiHeadAttention(1, 2)(Input((3, 4))), "query and a value"),
    "no kernel to normalise": (lambda: layers.SpectralNormalization(layers.LSTM(2)).count((3, 4)), "no kernel"),
    "axes that differ": (lambda: layers.dot([Input((3, 4)), Input((3, 5))], axes=2), "4 meets 5"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_cannot_be_is_refused(case):
    make, piece = REFUSED[case]
    with pytest.raises((TypeError, ValueError), match=piece):
        make()


def test_a_function_that_cannot_be_followed_shows_both_ways_out():
    with pytest.raises(NotImplementedError, match=r"could not be followed.*output_shape="):
        layers.Lambda(lambda x: x.of_my_own())(Input((3, 4)))
