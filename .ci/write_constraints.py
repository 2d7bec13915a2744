"""Write constraints.txt, the versions that are tested together: python .ci/write_constraints.py

They are what pip chooses today for the extra `test`, which has all others in it that learners use; in a fresh
environment, so that nothing else is there. Run .ci/full afterwards: lessons whose outputs differ are refreshed first.
"""

import re
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).parent.parent
FILE = ROOT / "constraints.txt"
HEAD = """\
# Versions that were tested together: pip install -e ".[lab]" -c constraints.txt
# Written by .ci/write_constraints.py; nothing needs exactly these.
"""
# What pip brings to every environment, and ourselves.
NOT_OURS = {"lstmlesson", "pip", "setuptools", "wheel"}


def pins(frozen: str) -> list[str]:
    """The exact versions that `pip freeze` gives, ours and pip's own left out.

    Raises: ValueError for what has no version that a registry knows: a file, a clone, a build of this machine.

    >>> pins("lstmlesson @ file:///home/me/lstmlesson\\nnumpy==2.4.6\\npip==26.0\\n")
    ['numpy==2.4.6']
    """
    lines = [line for line in frozen.splitlines() if re.split("[ =]", line)[0] not in NOT_OURS]
    wrong = [line for line in lines if not re.fullmatch(r"[\w.-]+==[\w.!]+", line)]
    if wrong:
        raise ValueError(f"{wrong[0]!r}: expected a name and a version, as in numpy==2.4.6")
    return sorted(lines, key=str.lower)


def frozen() -> str:
    """What pip says of a fresh environment with the extra `test`."""
    with tempfile.TemporaryDirectory() as place:
        venv.create(place, with_pip=True)
        pip = [Path(place, "bin", "python"), "-m", "pip"]
        subprocess.run([*pip, "install", "--quiet", f"{ROOT}[test]"], check=True)
        return subprocess.run([*pip, "freeze", "--all"], capture_output=True, text=True, check=True).stdout


if __name__ == "__main__":
    if len(sys.argv) > 1:
        sys.exit(__doc__)
    FILE.write_text(HEAD + "".join(f"{pin}\n" for pin in pins(frozen())), "utf-8")
