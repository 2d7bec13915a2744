"""What a diagnosis says besides names: what is near, which question comes next, what it refuses."""

import pytest

from lstmlesson import GRU, LSTM, Dense, Embedding, Input, Sequential, pytorch
from lstmlesson.law.polynomials import letter
from lstmlesson.mistakes import diagnose
from lstmlesson.views.diagnosis import diagnosis_html


def names(told):
    return [one.name for one in told.mistakes]


def test_published_wrong_answers_are_named():
    # 3,000: ten timesteps as ten units (facts 4). 66,048: no recurrent kernel (38). 42,240: (6, 100) for (100, 6).
    assert "timesteps used as units" in names(diagnose(LSTM(32), (10, 64), 3_000))
    assert "recurrent kernel forgotten" in names(diagnose(LSTM(128), (None, 128), 66_048))
    assert names(diagnose(LSTM(64), (100, 6), 42_240)) == ["timesteps used as features"]
    assert names(diagnose(pytorch.GRU(29, 29, 5, bidirectional=True), None, 52_200)) == [
        "every layer on the first input"
    ]
    assert names(diagnose(pytorch.LSTM(300, 300, bidirectional=True), None, 1_442_400)) == ["second bias missing"]
    assert names(diagnose(GRU(12), (7, 3), 576)) == ["second bias missing"]
    assert names(diagnose(Dense(650), (400, 5), 1_300_650)) == ["Dense after a sequence flattened"]
    assert names(diagnose(Embedding(640, 300), (20,), 640 * 300 * 20)) == ["Embedding multiplied by the timesteps"]
    # The 40 of "ten units, four gates" is no list of weights that the engine makes; it is near one.
    assert diagnose(LSTM(10), (None, 30), 40).near == (
        "The right number is exactly 41 times as large. What is there 41 of?",
    )


def test_the_second_layer_on_the_first_input_is_found_in_its_row():
    model = Sequential([Input((100, 6)), LSTM(64, return_sequences=True), LSTM(64)])
    told = diagnose(model, None, 18_176 + 18_176)
    assert [(one.name, one.where) for one in told.mistakes] == [("input of the layer before", "lstm_1")]


def test_56_on_four_timesteps_has_two_meanings():
    told = diagnose(LSTM(2), (4, 3), 56)
    assert names(told) == ["timesteps used as features", "second bias of PyTorch in Keras"]
    assert len(told.families) == 2


def test_a_follow_up_tells_families_apart_by_numbers():
    told = diagnose(LSTM(2), (4, 3), 56)
    asked = told.follow_up
    numbers = [number for number, _ in asked.answers]
    right = asked.thing.count(asked.input_shape)
    assert len({*numbers, right}) == len(numbers) + 1
    assert repr(asked.thing) in asked.question
    for number, name in asked.answers:
        again = diagnose(asked.thing, asked.input_shape, number)
        assert name in names(again)
        assert len(again.families) < 2 or names(again)[0] == name


def test_a_follow_up_tells_members_of_one_family_apart_in_words():
    told = diagnose(LSTM(2, return_sequences=True), (5, 3), 240)
    assert names(told) == ["one copy per timestep", "return_sequences multiplies by the timesteps"]
    assert len(told.families) == 1
    assert told.follow_up.thing is None
    assert [name for _, name in told.follow_up.answers] == names(told)
    assert all(isinstance(belief, str) and belief.startswith("I ") for belief, _ in told.follow_up.answers)


def test_one_mistake_needs_no_follow_up():
    assert diagnose(LSTM(2), (None, 3), 40 - 4).follow_up is not None  # three gates, or a GRU with one bias
    assert diagnose(LSTM(5), (None, 13), 380 - 20).follow_up is None  # no bias


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (-380, "right but for its sign"),
        (830, "same digits in another order"),
        (38, "exactly 10 times as large"),
        (380 * 17, "exactly 17 times the right number"),
        (380 + 65, "65 too many, as many as one block of kernel"),
        (380 - 25, "25 too few, as many as one block of recurrent_kernel"),
        (381, "one too many"),
        (379, "one too few"),
    ],
)
def test_what_is_near_an_unknown_number(answer, said):
    told = diagnose(LSTM(5), (None, 13), answer)
    assert (told.right, told.mistakes) == (False, ())
    assert said in " ".join(told.near)


def test_nothing_is_near_a_number_out_of_the_blue():
    assert diagnose(LSTM(5), (None, 13), 123_457).near == ()
    assert "no known mistake" in repr(diagnose(LSTM(5), (None, 13), 123_457))


def test_an_answer_may_be_what_stands_for_a_whole_number():
    numpy = pytest.importorskip("numpy")
    assert diagnose(LSTM(2), (None, 3), numpy.int64(48)).right
    assert diagnose(LSTM(2), (None, 3), 48.0).right


@pytest.mark.parametrize("answer", [None, True, [48], {"count": 48}, 48j])
def test_an_answer_that_is_no_number_is_refused(answer):
    with pytest.raises(TypeError, match="expected a whole number, or text"):
        diagnose(LSTM(2), (None, 3), answer)


@pytest.mark.parametrize("answer", [48.5, float("nan"), float("inf")])
def test_an_answer_with_a_fraction_is_refused(answer):
    with pytest.raises(ValueError, match="expected a whole number"):
        diagnose(LSTM(2), (None, 3), answer)


def test_letters_are_refused():
    with pytest.raises(TypeError, match="numbers, not letters"):
        diagnose(LSTM(letter("u")), (None, 3), 48)


def test_a_shape_that_a_layer_cannot_have_is_refused_as_by_the_layer():
    with pytest.raises(ValueError, match="leave out the batch"):
        diagnose(LSTM(2), (7, 5, 3), 48)


def test_large_sizes_stay_exact():
    u = 10**12
    told = diagnose(LSTM(u), (None, 3), 4 * (3 * u + u * u))
    assert names(told) == ["bias forgotten"]
    assert told.count == 4 * (3 * u + u * u + u)


def test_a_chain_that_has_seen_no_input_takes_the_one_it_is_given():
    chain = Sequential([LSTM(2), Dense(3)])
    assert diagnose(chain, (None, 3), 57).right
    assert [(one.name, one.where) for one in diagnose(chain, (None, 3), 54).mistakes] == [("bias forgotten", "dense")]
    with pytest.raises(ValueError, match="unbuilt"):
        diagnose(chain, None, 57)


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        (10**5000, "100,000,… (5,001 digits)"),
        (10**5000 - 1, "99,999,… (5,000 digits)"),
        (-(10**5000), "-100,000,… (5,001 digits)"),
        (48 * 10**4999, "480,000,… (5,001 digits)"),
        (10**640, "10,000,… (641 digits)"),
        (123456 * 10**640, "1,234,… (646 digits)"),
    ],
    ids=range(6),  # pytest would write the numbers
)
def test_an_answer_that_python_does_not_write_is_told_by_its_first_digits(answer, told):
    diagnosis = diagnose(LSTM(2), (None, 3), answer)
    assert not diagnosis.right
    assert repr(diagnosis).startswith(f"{told} is not the count: ")
    assert told in diagnosis_html(diagnosis)


def test_a_count_that_python_does_not_write_is_right_all_the_same():
    units = 10**3000
    assert repr(diagnose(LSTM(units), (None, 3), 4 * (3 * units + units * units + units))) == (
        "4,000,… (6,001 digits) is right"
    )
    with pytest.raises(ValueError, match=r"units=-100,000,… \(5,001 digits\): expected a positive"):
        LSTM(-(10**5000))
