"""How near two numbers are as people write and mistype them."""


def one_edit_away(first: int, second: int) -> bool:
    """Whether one digit changed, added, left out or swapped with its neighbour makes one number of the other.

    >>> one_edit_away(18176, 18276), one_edit_away(380, 3800), one_edit_away(380, 57340)
    (True, True, False)
    """
    if one_digit_away(first, second):
        return True
    short, long = sorted((str(first), str(second)), key=len)
    if short == long or len(long) - len(short) > 1:
        return False
    same = next((at for at, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    if len(short) < len(long):
        return short[same:] == long[same + 1 :]
    swapped = short[same + 1 : same + 2] + short[same : same + 1]
    return short[same + 1 :] == long[same + 1 :] or swapped + short[same + 2 :] == long[same:]


def one_digit_away(first: int, second: int) -> bool:
    """Whether two numbers of the same length differ in one digit.

    >>> one_digit_away(18176, 18276), one_digit_away(380, 3800)
    (True, False)
    """
    one, other = str(first), str(second)
    return len(one) == len(other) and sum(a != b for a, b in zip(one, other, strict=True)) == 1
