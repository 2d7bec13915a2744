"""Every mistake written out by hand, for every layer and dialect: plain arithmetic that knows no list of weights.

f features, u units, T timesteps, B samples in a batch. A thing is made from sizes; its table says what each mistake
counts, and "right" what is true. It is the witness of tests/test_mistakes.py.
"""

import random
from typing import NamedTuple

from lstmlesson import (
    GRU,
    LSTM,
    BatchNormalization,
    Bidirectional,
    Conv1D,
    ConvLSTM2D,
    Dense,
    Dropout,
    Embedding,
    Flatten,
    Input,
    LayerNormalization,
    LSTMCell,
    Sequential,
    SimpleRNN,
    TimeDistributed,
    pytorch,
)

BIAS, KERNEL, RECURRENT = "bias forgotten", "kernel forgotten", "recurrent kernel forgotten"
ONE, THREE, TWO = "one gate only", "three gates", "two gates"
AS_GRU, AS_PAPER_GRU, AS_LSTM = (
    "GRU formula for an LSTM",
    "formula of a GRU with one bias",
    "LSTM formula for a GRU",
)
SWAPPED, T_AS_F, T_AS_U = "features and units swapped", "timesteps used as features", "timesteps used as units"
U_AS_F, BEFORE, HALF = "units used as features", "input of the layer before", "one direction of the layer before"
COPIES, OUTPUTS, BATCH = (
    "one copy per timestep",
    "return_sequences multiplies by the timesteps",
    "times the batch size",
)
DENSE_T, FLAT = "Dense repeated per timestep", "Dense after a sequence flattened"
WORDS_T, PADDING, ROW = "Embedding multiplied by the timesteps", "row for padding forgotten", "a row too many"
SECOND, MISSING = "second bias of PyTorch in Keras", "second bias missing"
PEEP, PEEP_BLOCKS = "peepholes added", "peepholes as whole blocks"
PER_INPUT, ONCE, DOUBLE = "bias counted per input", "one bias for all gates", "square read as double"
OWN = "own last output only"
STATES, ADDED, FROZEN = "states counted", "bias added", "frozen weights left out"
FORWARDS, TWICE = "bidirectional forgotten", "bidirectional doubled twice"
ONE_KERNEL = "one kernel for both directions"
STACK, FIRST, PROJECTION = "every layer on the first input", "first layer only", "projection forgotten"
MASKS, AS_DENSE, WINDOW = "dropout counted", "a layer without weights counted as dense", "window forgotten"


def pair(first, second):
    return f"{first}, and {second}"


class Witness(NamedTuple):
    """A thing made from sizes, the shape on which it is asked, and what each mistake counts."""

    make: object
    shape: object
    counts: dict
    # The least number of features and of units: more than what is projected.
    least: int = 1


def sizes(draw, least=1, most=60):
    """Random f, u, T, B; f and u not below a least number."""
    return tuple(draw.randint(lowest, most) for lowest in (least, least, 1, 1))


def steps(f, u, t, b):
    return (t, f)


def keras_lstm():
    """LSTM in Keras: 4(fu + uu + u)."""
    return {
        "right": lambda f, u, t, b: 4 * (f * u + u * u + u),
        BIAS: lambda f, u, t, b: 4 * (f * u + u * u),
        RECURRENT: lambda f, u, t, b: 4 * (f * u + u),
        KERNEL: lambda f, u, t, b: 4 * (u * u + u),
        ONE: lambda f, u, t, b: f * u + u * u + u,
        THREE: lambda f, u, t, b: 3 * (f * u + u * u + u),
        AS_GRU: lambda f, u, t, b: 3 * (f * u + u * u + 2 * u),
        AS_PAPER_GRU: lambda f, u, t, b: 3 * (f * u + u * u + u),
        SWAPPED: lambda f, u, t, b: 4 * (u * f + f * f + f),
        T_AS_F: lambda f, u, t, b: 4 * (t * u + u * u + u),
        T_AS_U: lambda f, u, t, b: 4 * (f * t + t * t + t),
        U_AS_F: lambda f, u, t, b: 4 * (u * u + u * u + u),
        COPIES: lambda f, u, t, b: t * 4 * (f * u + u * u + u),
        BATCH: lambda f, u, t, b: b * 4 * (f * u + u * u + u),
        SECOND: lambda f, u, t, b: 4 * (f * u + u * u + 2 * u),
        PEEP: lambda f, u, t, b: 4 * (f * u + u * u + u) + 3 * u,
        PEEP_BLOCKS: lambda f, u, t, b: 4 * (f * u + u * u + u) + 3 * u * u,
        PER_INPUT: lambda f, u, t, b: 4 * (f * u + u * u + f),
        ONCE: lambda f, u, t, b: 4 * (f * u + u * u) + u,
        DOUBLE: lambda f, u, t, b: 4 * (f * u + 2 * u + u),
        OWN: lambda f, u, t, b: 4 * (f * u + u + u),
        STATES: lambda f, u, t, b: 4 * (f * u + u * u + u) + 2 * u,
        pair(BIAS, RECURRENT): lambda f, u, t, b: 4 * f * u,
        pair(ONE, BIAS): lambda f, u, t, b: f * u + u * u,
        pair(THREE, BIAS): lambda f, u, t, b: 3 * (f * u + u * u),
        pair(ONE, RECURRENT): lambda f, u, t, b: f * u + u,
        pair(SWAPPED, BIAS): lambda f, u, t, b: 4 * (u * f + f * f),
        pair(T_AS_F, BIAS): lambda f, u, t, b: 4 * (t * u + u * u),
    }


def without(counts, *names):
    return {name: count for name, count in counts.items() if name not in names}


def doubled(counts):
    """Both directions of a layer: two sets of everything, and mistakes about directions."""
    two = {name: (lambda *s, count=count: 2 * count(*s)) for name, count in counts.items()}
    two[FORWARDS], two[TWICE] = counts["right"], lambda *s: 4 * counts["right"](*s)
    two[pair(FORWARDS, BIAS)] = counts[BIAS]
    # Two sets, and back from the second what is no recurrent kernel.
    two[ONE_KERNEL] = lambda *s: 2 * counts["right"](*s) - counts[RECURRENT](*s)
    return two


LSTM_COUNTS = keras_lstm()

BARE_LSTM_COUNTS = {
    "right": lambda f, u, t, b: 4 * (f * u + u * u),
    RECURRENT: lambda f, u, t, b: 4 * f * u,
    KERNEL: lambda f, u, t, b: 4 * u * u,
    ADDED: lambda f, u, t, b: 4 * (f * u + u * u + u),
    ONE: lambda f, u, t, b: f * u + u * u,
    THREE: lambda f, u, t, b: 3 * (f * u + u * u),
    AS_GRU: lambda f, u, t, b: 3 * (f * u + u * u),
    AS_PAPER_GRU: lambda f, u, t, b: 3 * (f * u + u * u),
    SWAPPED: lambda f, u, t, b: 4 * (u * f + f * f),
    T_AS_F: lambda f, u, t, b: 4 * (t * u + u * u),
    T_AS_U: lambda f, u, t, b: 4 * (f * t + t * t),
    U_AS_F: lambda f, u, t, b: 8 * u * u,
    COPIES: lambda f, u, t, b: t * 4 * (f * u + u * u),
    BATCH: lambda f, u, t, b: b * 4 * (f * u + u * u),
    PEEP: lambda f, u, t, b: 4 * (f * u + u * u) + 3 * u,
    PEEP_BLOCKS: lambda f, u, t, b: 4 * (f * u + u * u) + 3 * u * u,
    DOUBLE: lambda f, u, t, b: 4 * (f * u + 2 * u),
    OWN: lambda f, u, t, b: 4 * (f * u + u),
    STATES: lambda f, u, t, b: 4 * (f * u + u * u) + 2 * u,
    pair(ONE, RECURRENT): lambda f, u, t, b: f * u,
}

SIMPLE_COUNTS = {
    "right": lambda f, u, t, b: f * u + u * u + u,
    BIAS: lambda f, u, t, b: f * u + u * u,
    RECURRENT: lambda f, u, t, b: f * u + u,
    KERNEL: lambda f, u, t, b: u * u + u,
    SWAPPED: lambda f, u, t, b: f * u + f * f + f,
    T_AS_F: lambda f, u, t, b: t * u + u * u + u,
    T_AS_U: lambda f, u, t, b: f * t + t * t + t,
    U_AS_F: lambda f, u, t, b: 2 * u * u + u,
    COPIES: lambda f, u, t, b: t * (f * u + u * u + u),
    BATCH: lambda f, u, t, b: b * (f * u + u * u + u),
    SECOND: lambda f, u, t, b: f * u + u * u + 2 * u,
    PER_INPUT: lambda f, u, t, b: f * u + u * u + f,
    DOUBLE: lambda f, u, t, b: f * u + 3 * u,
    OWN: lambda f, u, t, b: f * u + 2 * u,
    STATES: lambda f, u, t, b: f * u + u * u + 2 * u,
    pair(BIAS, RECURRENT): lambda f, u, t, b: f * u,
    pair(SWAPPED, BIAS): lambda f, u, t, b: f * u + f * f,
    pair(T_AS_F, BIAS): lambda f, u, t, b: t * u + u * u,
}


def keras_gru(biases):
    """GRU in Keras: 3(fu + uu + u), or with reset_after 3(fu + uu + 2u)."""
    k = biases
    counts = {
        "right": lambda f, u, t, b: 3 * (f * u + u * u + k * u),
        BIAS: lambda f, u, t, b: 3 * (f * u + u * u),
        RECURRENT: lambda f, u, t, b: 3 * (f * u + k * u),
        KERNEL: lambda f, u, t, b: 3 * (u * u + k * u),
        ONE: lambda f, u, t, b: f * u + u * u + k * u,
        TWO: lambda f, u, t, b: 2 * (f * u + u * u + k * u),
        AS_LSTM: lambda f, u, t, b: 4 * (f * u + u * u + u),
        SWAPPED: lambda f, u, t, b: 3 * (f * u + f * f + k * f),
        T_AS_F: lambda f, u, t, b: 3 * (t * u + u * u + k * u),
        T_AS_U: lambda f, u, t, b: 3 * (f * t + t * t + k * t),
        U_AS_F: lambda f, u, t, b: 3 * (2 * u * u + k * u),
        COPIES: lambda f, u, t, b: t * 3 * (f * u + u * u + k * u),
        BATCH: lambda f, u, t, b: b * 3 * (f * u + u * u + k * u),
        PER_INPUT: lambda f, u, t, b: 3 * (f * u + u * u + k * f),
        ONCE: lambda f, u, t, b: 3 * (f * u + u * u) + k * u,
        DOUBLE: lambda f, u, t, b: 3 * (f * u + 2 * u + k * u),
        OWN: lambda f, u, t, b: 3 * (f * u + u + k * u),
        STATES: lambda f, u, t, b: 3 * (f * u + u * u + k * u) + u,
        pair(BIAS, RECURRENT): lambda f, u, t, b: 3 * f * u,
        pair(ONE, BIAS): lambda f, u, t, b: f * u + u * u,
        pair(ONE, RECURRENT): lambda f, u, t, b: f * u + k * u,
        pair(SWAPPED, BIAS): lambda f, u, t, b: 3 * (f * u + f * f),
        pair(T_AS_F, BIAS): lambda f, u, t, b: 3 * (t * u + u * u),
    }
    if k == 1:
        counts[SECOND] = lambda f, u, t, b: 3 * (f * u + u * u + 2 * u)
    else:
        counts[MISSING] = lambda f, u, t, b: 3 * (f * u + u * u + u)
    return counts


DENSE_COUNTS = {
    "right": lambda f, u, t, b: f * u + u,
    BIAS: lambda f, u, t, b: f * u,
    SWAPPED: lambda f, u, t, b: f * u + f,
    T_AS_F: lambda f, u, t, b: t * u + u,
    T_AS_U: lambda f, u, t, b: f * t + t,
    U_AS_F: lambda f, u, t, b: u * u + u,
    DENSE_T: lambda f, u, t, b: t * (f * u + u),
    FLAT: lambda f, u, t, b: t * f * u + u,
    BATCH: lambda f, u, t, b: b * (f * u + u),
    PER_INPUT: lambda f, u, t, b: f * u + f,
    pair(SWAPPED, BIAS): lambda f, u, t, b: f * u,
    pair(T_AS_F, BIAS): lambda f, u, t, b: t * u,
}

TABLE_COUNTS = {
    "right": lambda f, u, t, b: f * u,
    ADDED: lambda f, u, t, b: f * u + u,
    T_AS_F: lambda f, u, t, b: t * u,
    T_AS_U: lambda f, u, t, b: f * t,
    U_AS_F: lambda f, u, t, b: u * u,
    WORDS_T: lambda f, u, t, b: t * f * u,
    PADDING: lambda f, u, t, b: (f - 1) * u,
    ROW: lambda f, u, t, b: (f + 1) * u,
    BATCH: lambda f, u, t, b: b * f * u,
}

# Modules of PyTorch are asked without a shape, so no timesteps can be mistaken.
OF_TIME = (T_AS_F, T_AS_U, COPIES, pair(T_AS_F, BIAS))


def torch_counts(gates, states):
    """A recurrent module: g(uf + uu + 2u)."""
    g = gates
    counts = {
        "right": lambda f, u, t, b: g * (f * u + u * u + 2 * u),
        BIAS: lambda f, u, t, b: g * (f * u + u * u),
        RECURRENT: lambda f, u, t, b: g * (f * u + 2 * u),
        KERNEL: lambda f, u, t, b: g * (u * u + 2 * u),
        SWAPPED: lambda f, u, t, b: g * (f * u + f * f + 2 * f),
        U_AS_F: lambda f, u, t, b: g * (2 * u * u + 2 * u),
        BATCH: lambda f, u, t, b: b * g * (f * u + u * u + 2 * u),
        MISSING: lambda f, u, t, b: g * (f * u + u * u + u),
        PER_INPUT: lambda f, u, t, b: g * (f * u + u * u + 2 * f),
        DOUBLE: lambda f, u, t, b: g * (f * u + 2 * u + 2 * u),
        OWN: lambda f, u, t, b: g * (f * u + u + 2 * u),
        STATES: lambda f, u, t, b: g * (f * u + u * u + 2 * u) + states * u,
        pair(BIAS, RECURRENT): lambda f, u, t, b: g * f * u,
        pair(SWAPPED, BIAS): lambda f, u, t, b: g * (f * u + f * f),
    }
    if gates == 1:
        return counts
    counts[ONE] = lambda f, u, t, b: f * u + u * u + 2 * u
    counts[ONCE] = lambda f, u, t, b: g * (f * u + u * u) + 2 * u
    counts[pair(ONE, BIAS)] = lambda f, u, t, b: f * u + u * u
    counts[pair(ONE, RECURRENT)] = lambda f, u, t, b: f * u + 2 * u
    if gates == 3:
        counts[TWO] = lambda f, u, t, b: 2 * (f * u + u * u + 2 * u)
        counts[AS_LSTM] = lambda f, u, t, b: 4 * (f * u + u * u + 2 * u)
        return counts
    counts[THREE] = counts[AS_GRU] = counts[AS_PAPER_GRU] = lambda f, u, t, b: 3 * (f * u + u * u + 2 * u)
    counts[pair(THREE, BIAS)] = lambda f, u, t, b: 3 * (f * u + u * u)
    counts[PEEP] = lambda f, u, t, b: 4 * (f * u + u * u + 2 * u) + 3 * u
    counts[PEEP_BLOCKS] = lambda f, u, t, b: 4 * (f * u + u * u + 2 * u) + 3 * u * u
    return counts


# Two layers above each other: the second reads the u outputs of the first.
TORCH_STACK = {
    "right": lambda f, u, t, b: 3 * (f * u + u * u + 2 * u) + 3 * (u * u + u * u + 2 * u),
    BIAS: lambda f, u, t, b: 3 * (f * u + u * u) + 6 * u * u,
    RECURRENT: lambda f, u, t, b: 3 * (f * u + 2 * u) + 3 * (u * u + 2 * u),
    KERNEL: lambda f, u, t, b: 6 * (u * u + 2 * u),
    ONE: lambda f, u, t, b: f * u + 3 * u * u + 4 * u,
    TWO: lambda f, u, t, b: 2 * (f * u + 3 * u * u + 4 * u),
    AS_LSTM: lambda f, u, t, b: 4 * (f * u + 3 * u * u + 4 * u),
    SWAPPED: lambda f, u, t, b: 3 * (f * u + 3 * f * f + 4 * f),
    U_AS_F: lambda f, u, t, b: 3 * (4 * u * u + 4 * u),
    BATCH: lambda f, u, t, b: b * 3 * (f * u + 3 * u * u + 4 * u),
    MISSING: lambda f, u, t, b: 3 * (f * u + 3 * u * u + 2 * u),
    PER_INPUT: lambda f, u, t, b: 3 * (f * u + 3 * u * u + 2 * f + 2 * u),
    ONCE: lambda f, u, t, b: 3 * (f * u + 3 * u * u) + 4 * u,
    DOUBLE: lambda f, u, t, b: 3 * (f * u + 2 * u + u * u + 2 * u + 4 * u),
    OWN: lambda f, u, t, b: 3 * (f * u + u + u * u + u + 4 * u),
    STATES: lambda f, u, t, b: 3 * (f * u + 3 * u * u + 4 * u) + 2 * u,
    STACK: lambda f, u, t, b: 2 * 3 * (f * u + u * u + 2 * u),
    FIRST: lambda f, u, t, b: 3 * (f * u + u * u + 2 * u),
    pair(BIAS, RECURRENT): lambda f, u, t, b: 3 * (f * u + u * u),
    pair(ONE, BIAS): lambda f, u, t, b: f * u + 3 * u * u,
    pair(ONE, RECURRENT): lambda f, u, t, b: f * u + u * u + 4 * u,
    pair(SWAPPED, BIAS): lambda f, u, t, b: 3 * (f * u + 3 * f * f),
}

# One LSTM whose u outputs are projected to 2.
PROJECTED = {
    "right": lambda f, u, t, b: 4 * (f * u + 2 * u + 2 * u) + 2 * u,
    BIAS: lambda f, u, t, b: 4 * (f * u + 2 * u) + 2 * u,
    RECURRENT: lambda f, u, t, b: 4 * (f * u + 2 * u) + 2 * u,
    KERNEL: lambda f, u, t, b: 4 * (2 * u + 2 * u) + 2 * u,
    ONE: lambda f, u, t, b: f * u + 2 * u + 2 * u + 2 * u,
    THREE: lambda f, u, t, b: 3 * (f * u + 4 * u) + 2 * u,
    AS_GRU: lambda f, u, t, b: 3 * (f * u + 4 * u) + 2 * u,
    AS_PAPER_GRU: lambda f, u, t, b: 3 * (f * u + 4 * u) + 2 * u,
    SWAPPED: lambda f, u, t, b: 4 * (f * u + 4 * f) + 2 * f,
    U_AS_F: lambda f, u, t, b: 4 * (u * u + 4 * u) + 2 * u,
    BATCH: lambda f, u, t, b: b * (4 * (f * u + 4 * u) + 2 * u),
    MISSING: lambda f, u, t, b: 4 * (f * u + 3 * u) + 2 * u,
    PROJECTION: lambda f, u, t, b: 4 * (f * u + u * u + 2 * u),
    PEEP: lambda f, u, t, b: 4 * (f * u + 4 * u) + 2 * u + 3 * u,
    PEEP_BLOCKS: lambda f, u, t, b: 4 * (f * u + 4 * u) + 2 * u + 3 * u * u,
    PER_INPUT: lambda f, u, t, b: 4 * (f * u + 2 * u + 2 * f) + 2 * u,
    ONCE: lambda f, u, t, b: 4 * (f * u + 2 * u) + 2 * u + 2 * u,
    STATES: lambda f, u, t, b: 4 * (f * u + 4 * u) + 2 * u + 2 * u,
    pair(BIAS, RECURRENT): lambda f, u, t, b: 4 * f * u + 2 * u,
    pair(ONE, BIAS): lambda f, u, t, b: f * u + 2 * u + 2 * u,
    pair(THREE, BIAS): lambda f, u, t, b: 3 * (f * u + 2 * u) + 2 * u,
    pair(ONE, RECURRENT): lambda f, u, t, b: f * u + 2 * u + 2 * u,
    pair(SWAPPED, BIAS): lambda f, u, t, b: 4 * (f * u + 2 * f) + 2 * f,
}

# A window of 3 over the timesteps, and one of 3 by 3 over images of 8 by 9.
CONV_COUNTS = {
    "right": lambda f, u, t, b: 3 * f * u + u,
    BIAS: lambda f, u, t, b: 3 * f * u,
    SWAPPED: lambda f, u, t, b: 3 * f * u + f,
    T_AS_F: lambda f, u, t, b: 3 * t * u + u,
    T_AS_U: lambda f, u, t, b: 3 * f * t + t,
    U_AS_F: lambda f, u, t, b: 3 * u * u + u,
    COPIES: lambda f, u, t, b: t * (3 * f * u + u),
    BATCH: lambda f, u, t, b: b * (3 * f * u + u),
    PER_INPUT: lambda f, u, t, b: 3 * f * u + f,
    WINDOW: lambda f, u, t, b: f * u + u,
    pair(SWAPPED, BIAS): lambda f, u, t, b: 3 * f * u,
    pair(T_AS_F, BIAS): lambda f, u, t, b: 3 * t * u,
}
IMAGE_COUNTS = {
    "right": lambda f, u, t, b: 4 * (9 * f * u + 9 * u * u + u),
    BIAS: lambda f, u, t, b: 4 * (9 * f * u + 9 * u * u),
    RECURRENT: lambda f, u, t, b: 4 * (9 * f * u + u),
    KERNEL: lambda f, u, t, b: 4 * (9 * u * u + u),
    ONE: lambda f, u, t, b: 9 * f * u + 9 * u * u + u,
    THREE: lambda f, u, t, b: 3 * (9 * f * u + 9 * u * u + u),
    AS_GRU: lambda f, u, t, b: 3 * (9 * f * u + 9 * u * u + 2 * u),
    AS_PAPER_GRU: lambda f, u, t, b: 3 * (9 * f * u + 9 * u * u + u),
    SWAPPED: lambda f, u, t, b: 4 * (9 * f * u + 9 * f * f + f),
    T_AS_F: lambda f, u, t, b: 4 * (9 * t * u + 9 * u * u + u),
    T_AS_U: lambda f, u, t, b: 4 * (9 * f * t + 9 * t * t + t),
    U_AS_F: lambda f, u, t, b: 4 * (18 * u * u + u),
    COPIES: lambda f, u, t, b: t * 4 * (9 * f * u + 9 * u * u + u),
    BATCH: lambda f, u, t, b: b * 4 * (9 * f * u + 9 * u * u + u),
    SECOND: lambda f, u, t, b: 4 * (9 * f * u + 9 * u * u + 2 * u),
    PEEP: lambda f, u, t, b: 4 * (9 * f * u + 9 * u * u + u) + 3 * u,
    PEEP_BLOCKS: lambda f, u, t, b: 4 * (9 * f * u + 9 * u * u + u) + 3 * u * u,
    PER_INPUT: lambda f, u, t, b: 4 * (9 * f * u + 9 * u * u + f),
    ONCE: lambda f, u, t, b: 4 * (9 * f * u + 9 * u * u) + u,
    STATES: lambda f, u, t, b: 4 * (9 * f * u + 9 * u * u + u) + 2 * u,
    WINDOW: lambda f, u, t, b: 4 * (f * u + u * u + u),
    pair(BIAS, RECURRENT): lambda f, u, t, b: 4 * 9 * f * u,
    pair(ONE, BIAS): lambda f, u, t, b: 9 * f * u + 9 * u * u,
    pair(THREE, BIAS): lambda f, u, t, b: 3 * (9 * f * u + 9 * u * u),
    pair(ONE, RECURRENT): lambda f, u, t, b: 9 * f * u + u,
    pair(SWAPPED, BIAS): lambda f, u, t, b: 4 * (9 * f * u + 9 * f * f),
    pair(T_AS_F, BIAS): lambda f, u, t, b: 4 * (9 * t * u + 9 * u * u),
}


def nothing(f, u, t, b):
    return None


WITNESSES = {
    "LSTM": Witness(lambda f, u: LSTM(u), steps, LSTM_COUNTS),
    "LSTM, return_sequences": Witness(
        lambda f, u: LSTM(u, return_sequences=True),
        steps,
        {**LSTM_COUNTS, OUTPUTS: lambda f, u, t, b: 4 * t * (f * u + u * u + u)},
    ),
    "LSTM without bias": Witness(lambda f, u: LSTM(u, use_bias=False), steps, BARE_LSTM_COUNTS),
    "LSTM with dropout": Witness(
        lambda f, u: LSTM(u, dropout=0.2, recurrent_dropout=0.1),
        steps,
        {**LSTM_COUNTS, MASKS: lambda f, u, t, b: 4 * (f * u + u * u + u) + f + u},
    ),
    "LSTM, frozen": Witness(
        lambda f, u: LSTM(u, trainable=False), steps, {**LSTM_COUNTS, FROZEN: lambda f, u, t, b: 0}
    ),
    "LSTMCell": Witness(lambda f, u: LSTMCell(u), lambda f, u, t, b: (f,), without(LSTM_COUNTS, *OF_TIME)),
    "SimpleRNN": Witness(lambda f, u: SimpleRNN(u), steps, SIMPLE_COUNTS),
    "GRU": Witness(lambda f, u: GRU(u), steps, keras_gru(2)),
    "GRU with one bias": Witness(lambda f, u: GRU(u, reset_after=False), steps, keras_gru(1)),
    "Bidirectional": Witness(lambda f, u: Bidirectional(LSTM(u)), steps, doubled(LSTM_COUNTS)),
    "Dense": Witness(lambda f, u: Dense(u), steps, DENSE_COUNTS),
    "TimeDistributed": Witness(lambda f, u: TimeDistributed(Dense(u)), steps, DENSE_COUNTS),
    "Embedding": Witness(lambda f, u: Embedding(f, u), lambda f, u, t, b: (t,), TABLE_COUNTS),
    "Dropout": Witness(
        lambda f, u: Dropout(0.5),
        steps,
        {"right": lambda *_: 0, MASKS: lambda f, u, t, b: f, AS_DENSE: lambda f, u, t, b: f * f + f},
    ),
    "BatchNormalization": Witness(
        lambda f, u: BatchNormalization(),
        steps,
        {
            "right": lambda f, u, t, b: 4 * f,
            BIAS: lambda f, u, t, b: 3 * f,
            COPIES: lambda f, u, t, b: 4 * f * t,
            BATCH: lambda f, u, t, b: 4 * f * b,
            FROZEN: lambda f, u, t, b: 2 * f,
        },
    ),
    "LayerNormalization": Witness(
        lambda f, u: LayerNormalization(),
        steps,
        {
            "right": lambda f, u, t, b: 2 * f,
            BIAS: lambda f, u, t, b: f,
            COPIES: lambda f, u, t, b: 2 * f * t,
            BATCH: lambda f, u, t, b: 2 * f * b,
        },
    ),
    "Conv1D": Witness(lambda f, u: Conv1D(u, 3, padding="same"), steps, CONV_COUNTS),
    "ConvLSTM2D": Witness(lambda f, u: ConvLSTM2D(u, 3), lambda f, u, t, b: (t, 8, 9, f), IMAGE_COUNTS),
    "PyTorch LSTM": Witness(lambda f, u: pytorch.LSTM(f, u), nothing, torch_counts(4, 2)),
    "PyTorch GRU": Witness(lambda f, u: pytorch.GRU(f, u), nothing, torch_counts(3, 1)),
    "PyTorch RNN": Witness(lambda f, u: pytorch.RNN(f, u), nothing, torch_counts(1, 1)),
    "PyTorch LSTM, both directions": Witness(
        lambda f, u: pytorch.LSTM(f, u, bidirectional=True), nothing, doubled(torch_counts(4, 2))
    ),
    "PyTorch GRU, two layers": Witness(lambda f, u: pytorch.GRU(f, u, num_layers=2), nothing, TORCH_STACK),
    "PyTorch LSTM, projected": Witness(lambda f, u: pytorch.LSTM(f, u, proj_size=2), nothing, PROJECTED, 3),
    "PyTorch LSTM on a shape": Witness(
        lambda f, u: pytorch.LSTM(f, u),
        lambda f, u, t, b: (t, b, f),
        {
            **torch_counts(4, 2),
            T_AS_F: lambda f, u, t, b: 4 * (t * u + u * u + 2 * u),
            T_AS_U: lambda f, u, t, b: 4 * (f * t + t * t + 2 * t),
            COPIES: lambda f, u, t, b: 4 * t * (f * u + u * u + 2 * u),
            pair(T_AS_F, BIAS): lambda f, u, t, b: 4 * (t * u + u * u),
        },
    ),
    "PyTorch Linear": Witness(
        lambda f, u: pytorch.Linear(f, u),
        nothing,
        without(DENSE_COUNTS, T_AS_F, T_AS_U, DENSE_T, FLAT, pair(T_AS_F, BIAS)),
    ),
    "PyTorch Embedding": Witness(
        lambda f, u: pytorch.Embedding(f, u), nothing, without(TABLE_COUNTS, T_AS_F, T_AS_U, WORDS_T)
    ),
}


# Models, each with the mistakes that only a model has.


def stack(f, u, v, t):
    return Sequential([Input((t, f)), LSTM(u, return_sequences=True), Dropout(0.5), LSTM(v)])


def both_ways(f, u, v, t):
    return Sequential([Input((t, f)), Bidirectional(LSTM(u)), Dense(v)])


def flat(f, u, v, t):
    return Sequential([Input((t, f)), LSTM(u, return_sequences=True), Flatten(), Dense(v)])


def random_sizes(seed, number, least=1):
    draw = random.Random(seed)
    return [sizes(draw, least) for _ in range(number)]
