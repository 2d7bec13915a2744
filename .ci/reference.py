"""Write the reference of the package from its docstrings, as web pages: python .ci/reference.py [folder]

What is written down is what is public: the names that `lstmlesson` offers, and in each of its rooms those of `__all__`.
The folder is build/reference unless another is named. Needs the extra `docs`.
"""

import sys
from pathlib import Path
from types import ModuleType

import pdoc
import pdoc.render

import lstmlesson

FOLDER = Path(__file__).parent.parent / "build" / "reference"


def rooms():
    """The names of the public modules: the front door, and each module that it or a room of it offers."""
    opened = [lstmlesson]
    for module in opened:  # grows while it is walked over
        offered = [getattr(module, name) for name in dir(module)] if hasattr(module, "__all__") else []
        opened += [
            one
            for one in offered
            if isinstance(one, ModuleType)
            and one.__name__.startswith("lstmlesson.")
            and getattr(one, "__file__", None)
            and one not in opened
        ]
    return [module.__name__ for module in opened]


def main(folder=FOLDER):
    # pdoc reads what a module holds, and these are opened only when somebody asks.
    vars(lstmlesson).update({name: getattr(lstmlesson, name) for name in lstmlesson.__all__})
    pdoc.render.configure(docformat="markdown", show_source=False, math=False)
    pdoc.pdoc(*rooms(), output_directory=Path(folder))
    print(f"{Path(folder) / 'index.html'}: {len(rooms())} modules")


if __name__ == "__main__":
    main(*sys.argv[1:])
