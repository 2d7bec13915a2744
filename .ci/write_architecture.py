"""Write the table of rooms in docs/architecture.md: python .ci/write_architecture.py [--check]

Floors and neighbours are those of the table in tests/test_rooms.py, which is the one that is enforced; what a room
holds is the first sentence of its own docstring. With --check nothing is written, and a stale table is named.
"""

import ast
import importlib.util
import re
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "architecture.md"
PLACE = re.compile(r"(<!-- rooms -->\n).*?(<!-- end of rooms -->)", re.DOTALL)
GROUND, ROOF = 0, 5


def rooms():
    """The table of tests/test_rooms.py."""
    spec = importlib.util.spec_from_file_location("rooms_of_the_tests", ROOT / "tests" / "test_rooms.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.ROOMS


def held(name):
    """What a room holds: the first sentence of its docstring. It is read, not imported, so that numpy is not needed."""
    folder = ROOT / "lstmlesson" / name
    file = folder / "__init__.py" if folder.is_dir() else folder.with_suffix(".py")
    first = (ast.get_docstring(ast.parse(file.read_text("utf-8"))) or "").split("\n\n")[0]
    return " ".join(re.split(r"(?<=[.?])\s", " ".join(first.split()))[:1]).rstrip(".:")


def table():
    lines = ["| Floor | Room | Holds | Uses beside it | From outside |", "| --- | --- | --- | --- | --- |"]
    for name, room in rooms().items():
        floor = {GROUND: "ground", ROOF: "roof"}.get(room.floor, room.floor)
        outside = [*room.outside, *(f"{one} (when called)" for one in room.when_called)]
        beside = ", ".join(f"`{one}`" for one in room.beside)
        lines.append(f"| {floor} | `{name}` | {held(name)} | {beside} | {', '.join(outside)} |")
    return "\n".join(lines)


def written(text):
    """The page with the table as it is now."""
    return PLACE.sub(lambda place: f"{place[1]}{table()}\n{place[2]}", text)


def main():
    text = PAGE.read_text("utf-8")
    stale = written(text) != text
    if stale:
        print(PAGE.relative_to(ROOT))
        if "--check" not in sys.argv[1:]:
            PAGE.write_text(written(text), "utf-8")
    return int(stale and "--check" in sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
