"""Each mistake, layer and dialect: the engine names exactly what arithmetic written out by hand names."""

import random
import sys

import mistaken
import pytest
from mistaken import WITNESSES, random_sizes

from lstmlesson import LSTM, Concatenate, Dense, Input, Model, Sequential, course, pytorch
from lstmlesson.language import Language, chosen, use
from lstmlesson.mistakes import EVERY, MISTAKES, diagnose, families, findings
from lstmlesson.mistakes.catalogue import COMBINED, ONE_LAYER, PAIRS, WHOLE_MODEL

FIXED = random_sizes("families", 12, least=3)
PAIR_NAMES = {f"{first}, and {second}" for first, second in PAIRS}
every_witness = pytest.mark.parametrize("name", WITNESSES)


def asked(witness, f, u, t, b):
    return witness.make(f, u), witness.shape(f, u, t, b)


def family_of(witness, name):
    """What a mistake counts at a dozen sizes: equal for those that no sizes tell apart."""
    return tuple(witness.counts[name](*sizes) for sizes in FIXED)


RARE = {mistaken.OWN, mistaken.PADDING, mistaken.ROW, mistaken.ONE_KERNEL}


def expected(witness, answer, sizes):
    """The names that a brute-force list gives for an answer."""
    right = family_of(witness, "right")
    names = {name for name, count in witness.counts.items() if name != "right" and count(*sizes) == answer}
    names = {name for name in names if family_of(witness, name) != right}
    names = names - RARE or names  # these are told only where no other mistake gives the number
    singles = {family_of(witness, name) for name in names - PAIR_NAMES}
    return {name for name in names if name not in PAIR_NAMES or family_of(witness, name) not in singles}


@every_witness
def test_the_right_count_and_every_mistakes_count_are_those_by_hand(name):
    witness = WITNESSES[name]
    for f, u, t, b in random_sizes(name, 200, witness.least):
        thing, shape = asked(witness, f, u, t, b)
        found = {one.name: one.count for one in findings(thing, shape, b)}
        by_hand = {mistake: count(f, u, t, b) for mistake, count in witness.counts.items()}
        assert thing.count(shape) == by_hand.pop("right")
        # A mistake that gives the right formula need not be made; it can never be noticed.
        unseen = {mistake for mistake in by_hand if family_of(witness, mistake) == family_of(witness, "right")}
        unseen |= {one for one in found if one not in by_hand and found[one] == thing.count(shape)}
        keep = {mistake: count for mistake, count in found.items() if mistake not in unseen}
        assert keep == {mistake: count for mistake, count in by_hand.items() if mistake not in unseen}


@every_witness
def test_every_number_is_diagnosed_as_by_brute_force(name):
    witness = WITNESSES[name]
    draw = random.Random(name)
    for sizes in random_sizes(f"{name} again", 200, witness.least):
        thing, shape = asked(witness, *sizes)
        right = witness.counts["right"](*sizes)
        mistake = draw.choice([one for one in witness.counts if one != "right"])
        answer = witness.counts[mistake](*sizes)
        told = diagnose(thing, shape, answer, batch=sizes[3])
        assert told.right == (answer == right)
        assert {one.name for one in told.mistakes} == (set() if told.right else expected(witness, answer, sizes))
        assert all(one.count == answer for one in told.mistakes)


def test_the_right_answer_is_never_called_wrong(random_cases):
    draw = random.Random(7)
    for _ in range(random_cases // 2):
        witness = WITNESSES[draw.choice(list(WITNESSES))]
        f, u, t, b = (draw.randint(1, draw.choice([4, 40, 400])) for _ in range(4))
        f, u = max(f, witness.least), max(u, witness.least)
        thing, shape = asked(witness, f, u, t, b)
        told = diagnose(thing, shape, witness.counts["right"](f, u, t, b), batch=b)
        assert told.right
        assert (told.mistakes, told.follow_up, told.near) == ((), None, ())


def test_families_are_found_that_are_one_formula():
    names = [[one.name for one in family] for family in families(findings(LSTM(2, return_sequences=True), (5, 3)))]
    assert ["one copy per timestep", "return_sequences multiplies by the timesteps"] in names
    assert ["three gates", "formula of a GRU with one bias"] in names
    assert ["bias forgotten"] in names


@every_witness
def test_families_are_those_that_agree_at_many_sizes(name):
    witness = WITNESSES[name]
    f, u, t, b = 3, 5, 7, 11
    groups = {}
    for mistake in witness.counts:
        groups.setdefault(family_of(witness, mistake), set()).add(mistake)
    groups.pop(family_of(witness, "right"))
    by_hand = {frozenset(group - PAIR_NAMES or group) for group in groups.values()}
    thing, shape = asked(witness, f, u, t, b)
    assert {frozenset(one.name for one in family) for family in families(findings(thing, shape, b))} == by_hand


# ---- Models ------------------------------------------------------------------------------------------------------


def model_cases(seed, number=200):
    draw = random.Random(seed)
    return [[draw.randint(1, 50) for _ in range(4)] for _ in range(number)]


def count_of(found, name, where):
    return next((one.count for one in found if (one.name, one.where) == (name, where)), None)


def test_a_stack_is_diagnosed_layer_by_layer():
    for f, u, v, t in model_cases("stack"):
        model = mistaken.stack(f, u, v, t)
        first, second = 4 * (f * u + u * u + u), 4 * (u * v + v * v + v)
        found = findings(model)
        assert model.count() == first + second
        assert count_of(found, "input of the layer before", "lstm_1") == first + 4 * (f * v + v * v + v)
        assert count_of(found, "units used as features", "lstm_1") == first + 4 * (v * v + v * v + v)
        assert count_of(found, "bias forgotten", "lstm") == first - 4 * u + second
        assert count_of(found, "bias forgotten", "lstm, lstm_1") == first - 4 * u + second - 4 * v
        assert t == 1 or count_of(found, "one copy per timestep", "lstm, lstm_1") == (first + second) * t
        assert count_of(found, "dropout counted", "dropout") == first + second + u
        assert count_of(found, "layer left out", "lstm") == second
        assert count_of(found, "optimizer counted", "") == 3 * (first + second) + 2


def test_what_both_directions_hand_on_can_be_mistaken():
    for f, u, v, t in model_cases("both"):
        found = findings(mistaken.both_ways(f, u, v, t))
        layer = 2 * 4 * (f * u + u * u + u)
        assert count_of(found, "one direction of the layer before", "dense") == layer + u * v + v
        assert count_of(found, "bidirectional forgotten", "bidirectional") == layer // 2 + 2 * u * v + v


def test_flatten_can_be_overlooked():
    for f, u, v, t in model_cases("flat"):
        model = mistaken.flat(f, u, v, t)
        layer = 4 * (f * u + u * u + u)
        assert model.count() == layer + t * u * v + v
        if t > 1:  # Flatten changes nothing where there is one timestep
            assert count_of(findings(model), "input of the layer before", "dense") == layer + u * v + v


def test_a_shared_layer_counted_at_each_use():
    shared, short, long = LSTM(2), Input((4, 3)), Input((9, 3))
    model = Model([short, long], Concatenate()([shared(short), shared(long)]))
    told = diagnose(model, None, 96)
    assert [one.name for one in told.mistakes] == ["shared layer counted at each use"]
    assert diagnose(model, None, 48).right


def test_a_model_inside_a_model_is_looked_into():
    inner = Sequential([Input((5, 3)), LSTM(2)])
    model = Sequential([Input((5, 3)), inner, Dense(1)])
    told = diagnose(model, None, 48 - 8 + 3)
    assert told.mistakes[0].where == "sequential/lstm"


def test_the_total_after_training_is_known():
    told = diagnose(Sequential([Input((None, 3)), LSTM(2)]), None, 146)  # Keras 3 prints it after fit with Adam
    assert [one.name for one in told.mistakes] == ["optimizer counted"]


def test_the_wrong_list_is_whole_and_counts_what_it_says():
    for thing, shape in [(LSTM(2), (5, 3)), (mistaken.stack(3, 2, 4, 5), None), (pytorch.GRU(3, 4, 2), None)]:
        for one in findings(thing, shape):
            assert sum(weight.size for weight in one.weights) == one.count
            assert one.formula.replace(",", "").endswith(str(one.count))


# ---- What is said ------------------------------------------------------------------------------------------------


def test_texts_hold_no_digit_and_hints_do_not_give_the_answer_away():
    for mistake in (*EVERY, *WHOLE_MODEL, *ONE_LAYER):
        sentence = "".join(chosen("en").texts[f"{name}: sentence"] for name in mistake.names)
        text = mistake.name + mistake.title + mistake.belief + mistake.hint + sentence
        assert not any(character.isdigit() for character in text)
        assert mistake.hint.endswith("?")
        assert "{" not in mistake.hint + mistake.belief
        assert "{right}" in sentence
        assert mistake.belief.startswith("I ")


@every_witness
def test_every_sentence_ends_in_the_right_number(name):
    witness = WITNESSES[name]
    sizes = (3, 5, 7, 11)
    thing, shape = asked(witness, *sizes)
    right = f"{witness.counts['right'](*sizes):,}"
    for one in findings(thing, shape, 11):
        assert one.sentence.endswith(f"{right}.")
        assert "{" not in one.sentence


def test_the_numbers_in_a_sentence_are_those_of_the_case():
    said = {one.name: one.sentence for one in findings(LSTM(2), (5, 3), batch=7)}
    assert said["timesteps used as features"].startswith("The shape is (timesteps, features): 5 timesteps of 3 feat")
    assert said["times the batch size"].startswith("All 7 samples")
    assert said["one gate only"].startswith("There are 4 gates, input, forget, proposal and output,")
    assert said["features and units swapped"].startswith("3 features come in and the layer has 2 units")


def test_names_are_used_once_and_lessons_exist():
    names = [one.name for one in (*EVERY, *WHOLE_MODEL, *ONE_LAYER)]
    assert len(set(names)) == len(names)
    lessons = {lesson.name for lesson in course.lessons()}
    assert {one.lesson for one in EVERY} <= lessons


# The 22 mistakes of the course's list of facts, and what they are called here.
LISTED = """
    bias forgotten; bias counted per input; one gate only; three gates; recurrent kernel forgotten; kernel forgotten;
    features and units swapped; timesteps used as features; timesteps used as units; one copy per timestep;
    times the batch size; second bias of PyTorch in Keras; second bias missing; GRU formula for an LSTM;
    peepholes added; return_sequences multiplies by the timesteps; bidirectional forgotten;
    bidirectional doubled twice; Dense after a sequence flattened; Dense repeated per timestep;
    Embedding multiplied by the timesteps; input of the layer before; dropout counted
"""


def test_the_mistakes_of_the_list_are_there():
    names = {" ".join(name.split()) for name in LISTED.split(";")}
    assert names <= {one.name for one in MISTAKES}


# ---- What a checker must notice ----------------------------------------------------------------------------------


def disagreements(monkeypatch, changed):
    """How many of the witness's tests object to a changed catalogue."""
    monkeypatch.setattr(sys.modules["lstmlesson.mistakes.finding"], "EVERY", tuple(changed))
    wrong = 0
    for test in (
        test_the_right_count_and_every_mistakes_count_are_those_by_hand,
        test_every_sentence_ends_in_the_right_number,
    ):
        try:
            test("LSTM")
        except AssertionError:
            wrong += 1
    return wrong


def test_nothing_is_noticed_where_nothing_is_changed(monkeypatch):
    assert disagreements(monkeypatch, EVERY) == 0


@pytest.mark.parametrize("name", [name for name in mistaken.LSTM_COUNTS if name != "right"])
def test_a_dropped_mistake_is_noticed(monkeypatch, name):
    assert disagreements(monkeypatch, [one for one in EVERY if one.name != name]) > 0


@pytest.mark.parametrize("at", range(4))
def test_two_mistakes_that_change_places_are_noticed(monkeypatch, at):
    first, second = EVERY[at], EVERY[at + 1]
    swapped = {first.name: first._replace(weights=second.weights), second.name: second._replace(weights=first.weights)}
    changed = [swapped.get(one.name, one) for one in EVERY]
    assert disagreements(monkeypatch, changed) > 0


def test_right_taken_for_wrong_is_noticed(monkeypatch):
    bias = EVERY[0]._replace(weights=lambda case: list(case.weights))
    assert disagreements(monkeypatch, [bias, *EVERY[1:]]) > 0


# What each hint of the simplest mistakes must be about, so that two of them cannot change places unseen.
ABOUT = {
    "bias forgotten": "number of its own",
    "recurrent kernel forgotten": "besides the input features",
    "kernel forgotten": "features that come in",
    "one gate only": "How many gates",
    "three gates": "proposes what could be remembered",
    "features and units swapped": "how long the output is",
    "timesteps used as features": "stands for the timesteps",
    "timesteps used as units": "a unit a moment in time",
    "one copy per timestep": "new weights at each timestep",
    "return_sequences multiplies by the timesteps": "outputs does return_sequences keep",
    "times the batch size": "two samples of one batch",
    "second bias of PyTorch in Keras": "How many biases",
    "second bias missing": "How many biases",
    "GRU formula for an LSTM": "a GRU or an LSTM",
    "peepholes added": "see the cell's memory",
    "bidirectional forgotten": "recurrent layers read this sequence",
    "bidirectional doubled twice": "How many directions",
    "Dense after a sequence flattened": "mix the timesteps",
    "Dense repeated per timestep": "change from one timestep to the next",
    "Embedding multiplied by the timesteps": "another row of the table",
    "input of the layer before": "was given, or what it gives",
    "dropout counted": "does dropout learn",
    "bias counted per input": "a bias belong to",
}


def misplaced():
    hints = {one.name: one.hint for one in MISTAKES}
    return [name for name, words in ABOUT.items() if words not in hints[name]]


def test_each_hint_is_about_its_own_mistake():
    assert misplaced() == []


def test_two_swapped_hints_are_noticed():
    first, second = MISTAKES[0].name, MISTAKES[1].name
    texts = chosen("en").texts
    swapped = {f"{first}: hint": texts[f"{second}: hint"], f"{second}: hint": texts[f"{first}: hint"]}
    with use(Language("swapped", {**texts, **swapped})):
        assert misplaced() == [first, second]


def test_a_mistake_is_shown_in_the_language_in_use_and_keeps_its_name():
    texts = {"bias forgotten": "Bias vergessen", "bias forgotten: belief": "Ich habe keinen Bias."}
    with use(Language("other", {**chosen("en").texts, **texts})):
        found = diagnose(LSTM(2), (None, 3), 40).mistakes[0]
        assert (found.name, found.title, found.belief) == ("bias forgotten", *texts.values())
        assert f"{found}" == "Bias vergessen: 40"


def test_every_pair_is_of_two_known_mistakes():
    assert [one.name for one in COMBINED] == [f"{first}, and {second}" for first, second in PAIRS]


def test_a_module_made_of_modules_is_diagnosed_part_by_part():
    two = pytorch.Sequential(pytorch.Linear(3, 4), pytorch.ReLU(), pytorch.Linear(4, 1))  # 4·3 + 4 + 1·4 + 1 = 21
    assert diagnose(two, None, 21).right
    assert diagnose(two, None, 16).mistakes[0].name == "bias forgotten"  # 4·3 + 1·4
    assert diagnose(two, None, 17).mistakes[0].name == "bias forgotten"  # 4·3 + 1·4 + 1
    block = pytorch.TransformerEncoderLayer(4, 2, 8)
    assert diagnose(block, None, 172).right
    assert not diagnose(block, None, 171).right
    assert diagnose(pytorch.MultiheadAttention(64, 8), None, 16_640).right


@pytest.mark.parametrize("kind", [pytorch.LayerNorm, pytorch.BatchNorm1d, pytorch.RMSNorm])
def test_a_module_that_scales_is_diagnosed(kind):
    assert diagnose(kind(4), None, kind(4).count()).right
    assert not diagnose(kind(4), None, 7).right
