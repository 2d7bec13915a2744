"""The numbers of four explorers against arithmetic written out by hand and counts taken from real frameworks."""

import base64
import re
from html import unescape

import pytest

from lstmlesson.explorers import backwards, dialects, ledger, stack, time_distributed
from lstmlesson.explorers._dialects import declared, with_peepholes
from lstmlesson.law.polynomials import letter
from lstmlesson.law.weights import count
from lstmlesson.views.document import fill
from lstmlesson.views.pictures.bar_chart import Bar, Piece, bars, compared


def plain(html):
    """HTML without its tags, on one line."""
    return " ".join(unescape(re.sub("<[^>]*>", "", html)).split())


def pictures(explorer):
    """Every picture of an explorer's static form, as SVG."""
    return [base64.b64decode(data).decode() for data in re.findall('base64,([^"]+)', explorer.static())]


def said(explorer):
    """What the pictures say in words, the page's text last."""
    labels = [re.search('aria-label="(.*?)"', svg)[1] for svg in pictures(explorer)]
    return "\n".join([*labels, plain(re.sub(r"</(p|td|th|tr|caption)>", " ", explorer.static()))])


def bar_texts(explorer):
    """Each bar's name and what is said at its right."""
    (svg,) = pictures(explorer)
    texts = [plain(text) for text in re.findall("<text.*?</text>", svg)]
    return dict(zip(texts[::2], texts[1::2], strict=True))


# ---- backwards ---------------------------------------------------------------------------------------------------

BY_HAND = {
    "LSTM": lambda f, u: 4 * (f * u + u * u + u),
    "GRU": lambda f, u: 3 * (f * u + u * u + 2 * u),
    "SimpleRNN": lambda f, u: f * u + u * u + u,
}


@pytest.mark.parametrize("kind", BY_HAND)
@pytest.mark.parametrize("budget", [1, 47, 48, 49, 100, 150, 165, 380, 640, 800])
def test_the_grid_puts_every_layer_on_its_side_of_the_budget(kind, budget):
    explorer = backwards(budget=budget, kind=kind)
    counts = {(f, u): BY_HAND[kind](f, u) for f in range(1, 13) for u in range(1, 11)}
    (svg,) = pictures(explorer)
    exact = [pair for pair, number in counts.items() if number == budget]
    above = [pair for pair, number in counts.items() if number > budget]
    assert svg.count(">=</text>") == len(exact) + 1  # and one in the legend
    assert svg.count('stroke-dasharray="2 4"') == len(above) + 1
    listed = re.findall(r"\((\d+), (\d+)\)", said(explorer).partition("units):")[2].partition("Every")[0])
    assert {(int(f), int(u)) for f, u in listed} == set(exact)


@pytest.mark.parametrize("kind", BY_HAND)
def test_the_kernel_knows_every_pair_of_the_budget_that_is_set(kind):
    explorer = backwards()
    for budget in (48, 165, 640, 799):
        explorer.budget, explorer.kind = budget, kind
        every = [(f, u) for u in range(1, 40) for f in range(1, 800) if BY_HAND[kind](f, u) == budget]
        assert explorer.pairs == every
        assert f"inverse.pairs({budget}, {kind})" in said(explorer)


@pytest.mark.parametrize(
    ("kind", "budget", "said_of_it"),
    [
        ("LSTM", 639, "the nearest are 612 and 640"),
        ("LSTM", 7, "as few as 7; the smallest has 12"),  # 4(1·1 + 1·1 + 1)
        ("SimpleRNN", 799, "as many as 799; the largest has 230"),  # 12·10 + 10·10 + 10
    ],
)
def test_a_budget_that_no_layer_meets_is_told_with_the_nearest(kind, budget, said_of_it):
    counts = {BY_HAND[kind](f, u) for f in range(1, 13) for u in range(1, 11)}
    below, above = [one for one in counts if one < budget], [one for one in counts if one > budget]
    text = said(backwards(budget=budget, kind=kind))
    assert said_of_it in text
    assert all(f"{one}" in text for one in ([max(below)] if below else []) + ([min(above)] if above else []))


def test_the_grid_of_640_shows_the_two_that_fit_in_it():
    assert "(11, 8) (5, 10)" in said(backwards(budget=640))
    assert backwards(budget=640).pairs[0] == (158, 1)


def test_a_budget_or_a_grid_that_cannot_be_is_refused():
    with pytest.raises(ValueError, match="budget=801: expected a whole number from 1 to 800"):
        backwards(budget=801)
    with pytest.raises(ValueError, match="kind='Dense': expected one of 'LSTM', 'GRU', 'SimpleRNN'"):
        backwards(kind="Dense")
    with pytest.raises(ValueError, match="most_units=0"):
        backwards(most_units=0)
    with pytest.raises(TypeError, match=r"most_features=2\.5"):
        backwards(most_features=2.5)


# ---- ledger ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("batch", [1, 7])
@pytest.mark.parametrize("timesteps", [1, 10, 100])
def test_the_ledgers_are_what_arithmetic_says(timesteps, batch):
    text = said(ledger(features=3, units=2, timesteps=timesteps, batch=batch))
    for line in (
        f"parameters, stored once {4 * (3 * 2 + 2 * 2 + 2)} features, units",
        f"state: h and c {batch * 2 * 2} units, batch",
        f"output {batch * 2} units, batch",
        f"multiply-adds {batch * timesteps * 4 * (3 * 2 + 2 * 2):,} timesteps, features, units, batch",
        f"bytes of the parameters {48 * 4} features, units",
        f"numbers that the optimizer keeps {2 * 48 + 2} features, units",
    ):
        assert line in text


def test_more_timesteps_are_more_work_and_more_to_keep_and_nothing_else():
    few, many = (ledger(features=3, units=2, timesteps=steps, batch=1) for steps in (10, 100))
    assert "multiply-adds 400 " in said(few)
    assert "multiply-adds 4,000 " in said(many)
    kept = "what training keeps"
    assert (bar_texts(few)[kept], bar_texts(many)[kept]) == ("170", "1,700")
    assert bar_texts(few) | {kept: ""} == bar_texts(many) | {kept: ""}
    assert few.count == many.count == 48


def test_the_bars_of_the_ledger_share_one_scale():
    (svg,) = pictures(ledger(features=3, units=2, timesteps=10, batch=7))
    dashes = re.findall('pathLength="(.*?)" stroke-dasharray="(.*?)"', svg)
    numbers = 48, 28, 14, 7 * 10 * (3 + 7 * 2), 98
    whole = sum(numbers)
    assert dashes == [(str(whole), f"0 0 {number} {whole}") for number in numbers]


def test_the_count_of_the_ledger_is_that_of_the_parameters():
    explorer = ledger()
    for features, units in ((1, 1), (8, 8), (5, 3)):
        explorer.features, explorer.units = features, units
        assert explorer.count == 4 * (features * units + units * units + units)


# ---- dialects ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("features", "units"), [(3, 2), (4, 5), (1, 8), (8, 8)])
def test_every_dialect_counts_what_arithmetic_counts(features, units):
    f, u = features, units
    keras = 4 * (f * u + u * u + u)
    expected = {
        "Keras LSTM": keras,
        "PyTorch LSTM": keras + 4 * u,
        "CuDNNLSTM": keras + 4 * u,
        "LSTM with peepholes": keras + 3 * u,
        "PyTorch, proj_size=1": 4 * (u * f + u * 1 + 2 * u) + 1 * u,
        "Bidirectional(LSTM)": 2 * keras,
        "Keras GRU": 3 * (f * u + u * u + 2 * u),
        "GRU, no reset_after": 3 * (f * u + u * u + u),
    }
    explorer = dialects(features=f, units=u)
    for name, text in bar_texts(explorer).items():
        more = expected[name] - keras
        signed = f"{expected[name]:,} " + (f"+{more:,}" if more > 0 else f"−{-more:,}" if more else "")
        assert text == signed.strip()
    assert explorer.count == keras


def test_counts_that_frameworks_gave():
    def counted(*sizes):
        return {name: count(weights) for name, weights in declared(*sizes).items()}

    base = counted(3, 2, 1)
    assert (base["Keras LSTM"], base["PyTorch LSTM"], base["LSTM with peepholes"]) == (48, 56, 54)
    assert (base["Keras GRU"], base["GRU, no reset_after"], base["Bidirectional(LSTM)"]) == (42, 36, 96)
    assert counted(4, 5, 1)["Keras GRU"] == 165
    assert counted(4, 5, 1)["GRU, no reset_after"] == 150
    assert counted(3, 5, 2)["PyTorch, proj_size=2"] == 150
    large = counted(300, 300, 1)
    assert large["Bidirectional(LSTM)"] == 1_442_400
    assert 2 * large["CuDNNLSTM"] == 2 * large["PyTorch LSTM"] == 1_444_800


def test_peepholes_are_a_diagonal_on_three_gates():
    peepholes = with_peepholes(3, 2)[-1]
    assert (peepholes.shape, peepholes.gates) == ((2,), ("input", "forget", "output"))


def test_the_difference_alone_is_written_in_letters():
    text = said(dialects())
    for line in (
        "Keras LSTM 4(f·u + u·u + u)",
        "PyTorch LSTM + 4·u ",
        "CuDNNLSTM + 4·u ",
        "LSTM with peepholes + 3·u ",
        "PyTorch, proj_size=1 + 9·u − 4·u2 ",
        "Bidirectional(LSTM) + 4·f·u + 4·u2 + 4·u ",
        "Keras GRU − f·u − u2 + 2·u ",
        "GRU, no reset_after − f·u − u2 − u",
    ):
        assert line in text


def test_units_stay_above_the_projection():
    assert dialects(units=5, proj_size=2).controls[1].values() == range(3, 9)
    with pytest.raises(ValueError, match="units=2: expected a whole number from 3 to 8"):
        dialects(units=2, proj_size=2)
    with pytest.raises(ValueError, match="proj_size=0"):
        dialects(proj_size=0)


# ---- time_distributed --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("outputs", [1, 3])
@pytest.mark.parametrize("units", [1, 5, 8])
@pytest.mark.parametrize("timesteps", [1, 5, 20])
def test_the_four_set_ups_count_what_arithmetic_counts(timesteps, units, outputs):
    lstm = 4 * (1 * units + units * units + units)
    dense = {
        "one to one": units * outputs + outputs,
        "many to one": units * (timesteps * outputs) + timesteps * outputs,
        "many to many": units * outputs + outputs,
        "Flatten + Dense": timesteps * units * outputs + outputs,
    }
    explorer = time_distributed(timesteps=timesteps, units=units, outputs=outputs)
    assert bar_texts(explorer) == {name: f"{lstm + behind:,}" for name, behind in dense.items()}
    dashes = re.findall('stroke-dasharray="(0 [1-9].*?)"', pictures(explorer)[0])
    whole = lstm + max(dense.values())
    assert dashes[::4] == [f"0 {lstm} {behind} {whole}" for behind in dense.values()]  # one colour and three stripes


def test_the_set_ups_that_were_published():
    text = said(time_distributed(timesteps=5, units=5, outputs=1))
    for table in (
        "one to one layer output shape numbers data (None, 1, 1) LSTM (None, 5) 140 Dense (None, 1) 6 total 146",
        "many to one layer output shape numbers data (None, 5, 1) LSTM (None, 5) 140 Dense (None, 5) 30 total 170",
        "many to many layer output shape numbers data (None, 5, 1) LSTM (None, 5, 5) 140 "
        "TimeDistributed (None, 5, 1) 6 total 146",
        "data (None, 5, 1) LSTM (None, 5, 5) 140 Flatten (None, 25) 0 Dense (None, 1) 26 total 166",
    ):
        assert table in text


def test_every_timestep_needs_no_more_than_the_last_one():
    explorer = time_distributed(predict=True)
    assert "146" not in explorer.static().partition("<details")[0]  # what a closed answer says is not seen
    explorer.guess = 1
    assert "it is the same: 146 before and 146 after" in said(explorer)
    explorer.guess = 0
    assert "and so it is: 146 before and 146 after" in said(explorer)


def test_flattening_400_timesteps_costs_more_than_a_million():
    explorer = time_distributed(timesteps=400, units=5, outputs=650, most_timesteps=400, most_outputs=650)
    assert "Dense (None, 650) 1,300,650" in said(explorer)
    assert "TimeDistributed (None, 400, 650) 3,900" in said(explorer)


def test_no_set_up_is_longer_than_the_scale():
    explorer = time_distributed()
    for timesteps in range(1, 21):
        for units in range(1, 13):
            explorer.timesteps, explorer.units = timesteps, units
            totals = [int(text.replace(",", "")) for text in bar_texts(explorer).values()]
            assert max(totals) == totals[1]


# ---- Bars --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("number", "drawn"), [(56, "0 48 8 96"), (36, "0 36 12 96"), (48, None)])
def test_only_what_differs_is_drawn_beside_the_plain_piece(number, drawn):
    u = letter("u", 1, 96)
    for size in (number, u):
        svg = fill(bars([Bar("one", size, f"{size:,}", compared(size, 48))], 96), {"u": number})
        dashes = set(re.findall('stroke-dasharray="(.*?)"', svg))
        assert dashes == {f"0 0 {number} 96", *([drawn] if drawn else [])}


def test_surplus_and_missing_do_not_look_alike():
    def look(piece):
        return re.sub("stroke-dasharray=.*?/>", "", bars([Bar("one", 9, "9", [piece])], 20))

    looks = {look(Piece(0, 9, kind)) for kind in ("plain", "striped", "hollow")}
    assert len(looks) == 3


# ---- stack -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("units", [5, 32])
def test_a_stack_that_cannot_be_is_refused_with_the_numbers_that_are_set(units):
    explorer = stack(sequences_first=False)
    explorer.first = units
    text = said(explorer)
    assert f"is given (None, {units})" in text
    assert f"LSTM({units}, return_sequences=True)" in text
    assert "RepeatVector(10)" in text
    assert "expected ndim=3, found ndim=2" in text
    assert "units_first" not in text
    assert explorer.count == 0
