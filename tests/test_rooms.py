"""The house has rooms on floors, and imports go down only. This file reads the imports and objects to anything else.

Floor 0 is the ground; the roof is floor 5. A room uses any room of a lower floor; on its own floor it uses those that
stand beside it in the table. A name from outside Python's own library is used in the rooms whose table line has it.
"""

import ast
import subprocess
import sys
from collections import Counter
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from typing import NamedTuple

import pytest

import lstmlesson

PACKAGE = Path(lstmlesson.__file__).parent
MODULES = {
    ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts).removesuffix(".__init__"): path.read_text("utf-8")
    for path in sorted(PACKAGE.rglob("*.py"))
}


class Room(NamedTuple):
    """A floor, the rooms of that floor that it uses, and the names from outside: anywhere, or in functions only."""

    floor: int
    beside: tuple[str, ...] = ()
    outside: tuple[str, ...] = ()
    when_called: tuple[str, ...] = ()


ROOMS = {
    # The ground floor.
    "language": Room(0, beside=("law",)),
    "law": Room(0),
    "inert": Room(0, beside=("law",)),
    # get_weights of a used layer gives numpy's zeros.
    "layers": Room(1, when_called=("numpy",)),
    "pytorch": Room(1, when_called=("numpy",)),
    "models": Room(1, beside=("layers",), when_called=("numpy",)),
    # Arrays are made where a pasted program asks for them: to_categorical, pad_sequences.
    "keras": Room(2, when_called=("numpy",)),
    "symbolic": Room(2, outside=("sympy",)),
    "numeric": Room(2, outside=("numpy", "tqdm")),
    "inverse": Room(2),
    "ledger": Room(2),
    "memory": Room(2),
    "mistakes": Room(2),
    # A name alone: the code is in numeric.
    "training": Room(3),
    "questions": Room(3),
    "summary": Room(3, when_called=("wcwidth",)),
    "views": Room(4),
    # What a page's worker and a kernel ask alike: no widget, no array.
    "tools": Room(5),
    "explorers": Room(5, outside=("anywidget", "ipywidgets", "traitlets")),
    # `%%count` in a notebook, which has IPython.
    "magic": Room(5, when_called=("IPython",)),
    "course": Room(5),
    # Runs a notebook, walks over its cells with nbconvert, and writes mathematics as MathML.
    "page": Room(5, beside=("explorers", "course"), outside=("latex2mathml", "nbclient", "nbconvert", "nbformat")),
    # JupyterLab is opened in the same process, so that Ctrl+C reaches it; nbclient's error is said in a sentence;
    # jupyter_core knows where JupyterLab looks for what it loads.
    # The course as a web site; its Python is packed by node.
    "site": Room(
        5,
        beside=("explorers", "course", "page", "tools"),
        outside=("nbformat",),
        when_called=("jupyterlite_pyodide_kernel",),
    ),
    "command": Room(5, beside=("course", "page", "site"), when_called=("jupyter_core", "jupyterlab", "nbclient")),
}
# Modules beside each other, besides the __init__ and folders; a folder that grows beyond has a second idea.
MOST_FILES = 13
# The package itself: it shows what the rooms hold, so it may use all of them, and nothing from outside.
FRONT_DOOR = "lstmlesson"


def room_of(module):
    """The room that a module is in: lstmlesson.layers.foundation.layer is in layers."""
    return module.split(".")[1] if "." in module else FRONT_DOOR


@cache
def imports(module, source):
    """Each imported module as (name, inside a function?), also where it is imported by its name as text."""
    tree = ast.parse(source)
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    called = {id(inner) for function in functions for inner in ast.walk(function)}
    return [(name, id(node) in called) for node in ast.walk(tree) for name in names(module, node)]


def names(module, node):
    """The full names of the modules that one statement or call imports."""
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom):
        base = node.module or ""
        if node.level:
            is_folder = any(other.startswith(f"{module}.") for other in MODULES)
            parents = module.split(".")[: len(module.split(".")) - node.level + is_folder]
            base = ".".join([*parents, *filter(None, [base])])
        return [f"{base}.{alias.name}" for alias in node.names] if base == FRONT_DOOR else [base]
    if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
        function = getattr(node.func, "attr", getattr(node.func, "id", ""))
        return [str(node.args[0].value)] if function in ("import_module", "__import__") else []
    return []


def faults(module, source):
    """What is wrong with the imports of one module, in sentences."""
    here = room_of(module)
    if here == FRONT_DOOR:
        ours, room = {*ROOMS}, Room(6)
    elif here in ROOMS:
        room = ROOMS[here]
        ours = {other for other in ROOMS if ROOMS[other].floor < room.floor} | {here, *room.beside}
    else:
        return [f"{module}: {here} is not in the table of rooms"]
    found = []
    for name, called in imports(module, source):
        top = name.split(".")[0]
        if top == FRONT_DOOR:
            there = room_of(name)
            if there not in ROOMS:
                found.append(f"{module} uses {name}, the front door; expected a room")
            elif there not in ours:
                found.append(f"{module} uses {there}, which is not below {here} and not beside it in the table")
        elif top in room.when_called and not called:
            found.append(f"{module} imports {top} at once; expected inside the function that needs it")
        elif top not in (*sys.stdlib_module_names, *room.outside, *room.when_called):
            found.append(f"{module} uses {top}, which is not for {here}")
    return found


def shadows(module, source):
    """The functions and classes that have the name of their own module, which they hide from whoever imports it."""
    name = module.rsplit(".", 1)[-1]
    kinds = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef
    return [node.name for node in ast.parse(source).body if isinstance(node, kinds) and node.name == name]


def long_folders(modules):
    """The folders that hold more modules than one takes in at a glance."""
    parents = {module.rpartition(".")[0] for module in modules}
    files = Counter(module.rpartition(".")[0] for module in modules if module not in parents)
    return [folder for folder in parents if files[folder] > MOST_FILES]


def circle(modules):
    """The rooms of a circle, or none. The front door is left out, since it looks into all of them."""
    uses = {}
    for module, source in modules.items():
        there = {room_of(name) for name, _ in imports(module, source) if name.split(".")[0] == FRONT_DOOR}
        uses.setdefault(room_of(module), set()).update(there - {room_of(module), FRONT_DOOR})
    uses.pop(FRONT_DOOR, None)
    try:
        TopologicalSorter(uses).prepare()
    except CycleError as error:
        return error.args[1]
    return []


@pytest.mark.parametrize("module", MODULES)
def test_imports_go_down_only(module):
    assert faults(module, MODULES[module]) == []


@pytest.mark.parametrize("module", MODULES)
def test_nothing_has_the_name_of_its_own_module(module):
    assert shadows(module, MODULES[module]) == []


def test_a_name_that_hides_its_module_is_noticed():
    assert shadows("lstmlesson.ledger", "def ledger(): ...") == ["ledger"]
    assert shadows("lstmlesson.law.weights", "class weights: ...") == ["weights"]
    assert shadows("lstmlesson.ledger", "def costs():\n    def ledger(): ...") == []


def test_no_folder_is_a_long_list():
    assert long_folders(MODULES) == []


def test_a_long_list_is_noticed():
    files = [f"lstmlesson.views.picture_{number}" for number in range(MOST_FILES + 1)]
    assert long_folders(files) == ["lstmlesson.views"]
    assert long_folders(files[1:]) == []


def test_no_circle_between_rooms():
    assert circle(MODULES) == []


def test_the_table_itself_has_no_step_up():
    for name, room in ROOMS.items():
        assert all(ROOMS[other].floor == room.floor for other in room.beside), name
    TopologicalSorter({name: room.beside for name, room in ROOMS.items()}).prepare()


# Each rule has sources here to which it must object; otherwise its silence above would prove nothing.
@pytest.mark.parametrize(
    ("module", "source", "complaint"),
    [
        ("lstmlesson.law.weights", "from lstmlesson.layers import LSTM", "not below"),
        ("lstmlesson.law.weights", "from lstmlesson import layers", "not below"),
        ("lstmlesson.law.weights", "from ..layers import LSTM", "not below"),
        ("lstmlesson.layers.basic", "from ..models import Model", "not below"),
        ("lstmlesson.layers", "from ..models import Model", "not below"),
        ("lstmlesson.layers.foundation.layer", "def f():\n    import lstmlesson.views.document.tables", "not below"),
        (
            "lstmlesson.layers.foundation.layer",
            "from importlib import import_module\nimport_module('lstmlesson.views')",
            "not below",
        ),
        ("lstmlesson.language", "from lstmlesson import layers", "not below"),
        ("lstmlesson.pytorch.foundation.base", "from lstmlesson.layers.foundation.layer import Layer", "not beside"),
        ("lstmlesson.layers.foundation.layer", "from lstmlesson.models.graph import Graph", "not beside"),
        ("lstmlesson.numeric", "from lstmlesson.symbolic import u", "not beside"),
        ("lstmlesson.symbolic", "from lstmlesson import LSTM", "front door"),
        ("lstmlesson.symbolic", "import lstmlesson", "front door"),
        ("lstmlesson.layers.basic", "import numpy as np", "numpy at once"),
        ("lstmlesson.inverse", "def f():\n    from numpy.linalg import norm", "numpy, which is not for inverse"),
        ("lstmlesson.numeric", "import sympy", "sympy, which is not for numeric"),
        ("lstmlesson.layers", "__import__('sympy')", "sympy, which is not for layers"),
        ("lstmlesson", "from sympy import Symbol", "sympy, which is not for lstmlesson"),
        ("lstmlesson.views.charts.losses", "import matplotlib.pyplot as plt", "matplotlib, which is not for views"),
        ("lstmlesson.summary.reading.columns_of_text", "from wcwidth import wcswidth", "wcwidth at once"),
        ("lstmlesson.utils", "", "not in the table"),
    ],
)
def test_a_fault_is_noticed(module, source, complaint):
    assert [complaint in fault for fault in faults(module, source)] == [True]


@pytest.mark.parametrize(
    ("module", "source"),
    [
        (
            "lstmlesson.models.text_table",
            "import re\nfrom lstmlesson.layers.foundation.layer import Layer\nfrom .graph import Graph",
        ),
        ("lstmlesson.inverse", "from lstmlesson import layers, pytorch"),
        ("lstmlesson.numeric.training.loop", "import numpy as np\nfrom tqdm.auto import tqdm"),
        ("lstmlesson.summary.reading.columns_of_text", "def width():\n    from wcwidth import wcswidth"),
    ],
)
def test_what_is_allowed_is_left_alone(module, source):
    assert faults(module, source) == []


def test_a_circle_is_noticed():
    up = {"lstmlesson.layers.foundation.layer": "def late():\n    from lstmlesson.models.graph import Graph"}
    down = {"lstmlesson.models.graph": "from lstmlesson.layers.foundation.layer import Layer"}
    assert circle(down) == []
    assert {"layers", "models"} <= set(circle({**up, **down}))


def test_the_package_counts_without_numpy_and_the_rest():
    program = """
import sys
names = ["numpy", "sympy", "ipywidgets", "anywidget", "tqdm", "wcwidth"]
sys.modules.update(dict.fromkeys(names))  # None: importing the name raises ImportError
import lstmlesson
assert lstmlesson.LSTM(2).count((None, 3)) == 48
print(sorted(name for name in sys.modules if name.split(".")[0] in names and sys.modules[name]))
try:
    import numpy
except ImportError:
    print("numpy was out of reach")
"""
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, cwd=PACKAGE.parent)
    assert told.stderr == ""
    assert told.stdout.splitlines() == ["[]", "numpy was out of reach"]


def test_importing_the_package_loads_nothing_from_outside():
    program = "import sys, lstmlesson; print({name.split('.')[0] for name in sys.modules} & set(sys.argv[1:]))"
    outside = {name for room in ROOMS.values() for name in (*room.outside, *room.when_called)}
    told = subprocess.run(
        [sys.executable, "-c", program, *outside], capture_output=True, text=True, cwd=PACKAGE.parent, check=True
    )
    assert told.stdout == "set()\n"


def test_every_public_name_is_there():
    assert [name for name in lstmlesson.__all__ if not hasattr(lstmlesson, name)] == []
    assert len(set(lstmlesson.__all__)) == len(lstmlesson.__all__)
