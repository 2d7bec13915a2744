"""While a learner's class runs: an error is told with the line of the program where it happened."""

import linecache
from typing import Any


class Following:
    """A block in which a learner's class runs.

    An error that Keras would raise too keeps its kind; all others are NotImplementedError: this could not be followed.
    """

    def __init__(self, layer: Any) -> None:
        self.layer = layer

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: Any, error: Any, traceback: Any) -> None:
        if error is None or not isinstance(error, Exception) or getattr(error, "has_its_line", False):
            return
        told = f"{type(self.layer).__name__}{_place(traceback)}: "
        if isinstance(error, ValueError | TypeError) and not _is_python_s(error):
            new: Exception = type(error)(f"{told}{error}")
        else:
            new = NotImplementedError(
                f"{told}this could not be followed ({type(error).__name__}: {error}), so the layer is not counted; "
                "expected operations of keras.ops and layers on tensors of known shape"
            )
        new.has_its_line = True  # type: ignore[attr-defined]
        raise new from error


def _is_python_s(error: Exception) -> bool:
    """Whether Python itself, not this package, refused what was done: nobody can say what Keras would do there."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return trace is None or not is_ours(trace.tb_frame.f_globals.get("__name__", ""))


def is_ours(module: str) -> bool:
    """Whether a module is of this package."""
    return module.partition(".")[0] == "lstmlesson"


def _place(traceback: Any) -> str:
    """The last line of the learner's own program: , line 12, `x = K.foo(x)`."""
    place = ""
    while traceback is not None:
        frame = traceback.tb_frame
        if not is_ours(frame.f_globals.get("__name__", "")):
            text = linecache.getline(frame.f_code.co_filename, traceback.tb_lineno, frame.f_globals).strip()
            place = f".{frame.f_code.co_name}, line {traceback.tb_lineno}" + (f", `{text}`" if text else "")
        traceback = traceback.tb_next
    return place
