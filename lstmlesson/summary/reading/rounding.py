"""Numbers that a printer has rounded: 19.3 K, 1.2 M."""

_STEP = {"": 1, "K": 10**3, "M": 10**6, "B": 10**9, "T": 10**12}


def rounded(number: str, step: str) -> int:
    """A number as Lightning writes it.

    >>> rounded("16.1", "K"), rounded("577", "")
    (16100, 577)
    """
    whole, _, part = number.replace(",", "").partition(".")
    scale = _STEP[step]
    digits = part.rstrip("0")[:12]
    return int(whole or 0) * scale + (int(digits) * scale // 10 ** len(digits) if digits else 0)
