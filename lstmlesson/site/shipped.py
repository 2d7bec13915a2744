"""Which modules a page's Python needs: worked out from the imports, never listed by hand.

A module is needed when one that is needed imports it at its top, or names it in a text, as the front door does with
its rooms. An import in a function is followed, too, but not a further one from there: so come all that our own code and
its library may ask for, and not the debugger that some corner of the library would open.
"""

import ast
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Any, NamedTuple

PACKAGE = "lstmlesson"


class Module(NamedTuple):
    """A module by its name, whether a folder stands for it, and its text."""

    name: str
    is_folder: bool
    source: str

    @property
    def is_ours(self) -> bool:
        """Whether it belongs to this package."""
        return self.name.split(".")[0] == PACKAGE


Find = Callable[[str], Module | None]


def needed(roots: Iterable[str], find: Find, more: Iterable[str] = ()) -> list[Module]:
    """The modules that these need, and they themselves, by name.

    find: the module of a name, None where there is none. more: modules of which only what they import at their top is
    wanted.

    >>> texts = {"a": "import b", "b": "def c(): import d", "d": "def e(): import f", "f": ""}
    >>> [one.name for one in needed(["a"], lambda name: Module(name, False, texts[name]) if name in texts else None)]
    ['a', 'b', 'd']
    """
    found: dict[str, Module] = {}
    asked: set[str] = set()
    near, far = list(roots), list(more)
    while near or far:
        kept = near or far  # those that are near first: of them more is wanted
        name = kept.pop()
        module = None if name in asked else find(name)
        asked.add(name)
        if module is not None:
            found[name] = module
            at_its_top, in_functions = imports(module)
            kept += [*_parents(name), *at_its_top]
            if kept is near:
                (near if module.is_ours else far).extend(in_functions)
    return sorted(found.values())


def _parents(name: str) -> list[str]:
    parts = name.split(".")
    return [".".join(parts[:length]) for length in range(1, len(parts))]


@cache
def imports(module: Module) -> tuple[frozenset[str], frozenset[str]]:
    """All names that may be modules and that a module imports: at its top, and in functions or, if ours, in texts."""
    tree = _OnlyRun().visit(ast.parse(module.source))
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    inside = {id(node) for function in functions for node in ast.walk(function)}
    nodes = list(ast.walk(tree))
    near = {name for node in nodes if id(node) not in inside for name in _imported(node, module)}
    far = {name for node in nodes if id(node) in inside for name in _imported(node, module)}
    return frozenset(near), frozenset(far | (set(_in_texts(nodes, module)) if module.is_ours else set()))


class _OnlyRun(ast.NodeTransformer):
    """Without what only a type checker reads, and without what runs where a module is the program."""

    def visit_If(self, node: ast.If) -> Any:
        if ast.unparse(node.test) in ("TYPE_CHECKING", "__name__ == '__main__'"):
            return [self.visit(one) for one in node.orelse] or ast.Pass()
        return self.generic_visit(node)


def _imported(node: ast.AST, module: Module) -> Iterator[str]:
    """A name from a module may be a module in it."""
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom):
        base = _absolute(node, module)
        yield base
        yield from (f"{base}.{alias.name}" for alias in node.names)


def _absolute(node: ast.ImportFrom, module: Module) -> str:
    """The full name of what is imported from, where it is written with dots."""
    if not node.level:
        return node.module or ""
    parts = module.name.split(".")
    parts = parts[: len(parts) - node.level + module.is_folder]
    return ".".join([*parts, *filter(None, [node.module])])


def _in_texts(nodes: Iterable[ast.AST], module: Module) -> Iterator[str]:
    """What texts may name: a module of ours in full, or one beside or inside this, as the tables of a room do."""
    folder = module.name if module.is_folder else module.name.rpartition(".")[0]
    for node in nodes:
        text = getattr(node, "value", None) if isinstance(node, ast.Constant) else None
        if isinstance(text, str) and all(map(str.isidentifier, text.split("."))):
            yield text if text.startswith(f"{PACKAGE}.") else f"{folder}.{text}"
