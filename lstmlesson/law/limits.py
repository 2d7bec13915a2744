"""How far a polynomial goes, when each of its letters has a lowest and a highest value."""

from collections.abc import Mapping

# What is multiplied in one term, in alphabetical order and with repetition: ("f", "u") or ("u", "u").
Letters = tuple[str, ...]
# How far a letter goes: its lowest and its highest value, which may be infinite.
Limits = tuple[int, float]


def ends(letters: Letters, factor: int, limits: Mapping[str, Limits]) -> tuple[float, float]:
    """The lowest and the highest value between which one term lies.

    >>> ends(("f", "u"), -4, {"f": (1, 8), "u": (1, 2)})                  # -4·8·2 and -4·1·1
    (-64, -4)
    """
    found: list[float] = [factor]
    for name in letters:
        found = [_times(one, limit) for one in found for limit in limits[name]]
        found = [min(found), max(found)]
    return found[0], found[-1]


def together(first: Mapping[str, Limits], second: Mapping[str, Limits]) -> dict[str, Limits]:
    """The limits of all letters of two polynomials.

    Raises: ValueError for a letter that goes to one place here and to another there.
    """
    for name in first.keys() & second.keys():
        if first[name] != second[name]:
            raise ValueError(
                f"letter {name}: limits {first[name]} in one place and {second[name]} in another; expected the same"
            )
    return {**first, **second}


def _times(one: float, other: float) -> float:
    return 0 if 0 in (one, other) else one * other  # 0·∞ is 0 here: no letter is really infinite
