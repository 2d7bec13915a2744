"""Print the two commands of the README, one to a line: the first opens the course, the second runs the tests.

They stand in blocks marked `sh`. A reader was promised exactly two, so any other number is an error.

    python3 .ci/readme_commands.py README.md
"""

import re
import sys
from pathlib import Path


def commands(text: str) -> list[str]:
    """Every command in the `sh` blocks of a text in Markdown."""
    blocks = re.findall(r"^```sh\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    return [line for block in blocks for line in block.splitlines() if line.strip()]


if __name__ == "__main__":
    found = commands(Path(sys.argv[1]).read_text(encoding="utf-8"))
    if len(found) != 2:
        sys.exit(f"{sys.argv[1]} has {len(found)} commands in blocks marked sh; expected exactly 2: {found}")
    print(*found, sep="\n")
