"""What SECURITY.md promises: where a text becomes a program, what is installed, and that nothing is fetched."""

import ast
import re
import tomllib
from pathlib import Path

import pytest

import lstmlesson

ROOT, PACKAGE = Path(__file__).parent.parent, Path(lstmlesson.__file__).parent
POLICY = (ROOT / "SECURITY.md").read_text("utf-8")
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]

# By these a text or a notebook becomes a running program: as plain names, and as methods.
CALLS, METHODS = {"eval", "exec", "compile", "__import__", "NotebookClient"}, {"system", "popen", "execv", "run_cell"}
# By these a file becomes objects, something is started, or something is fetched.
MODULES = {"pickle", "marshal", "shelve", "subprocess", "socket", "urllib", "http", "ftplib", "ctypes", "requests"}
# Where that is so, and what the reader types for it, which SECURITY.md names.
KNOWN = {
    ("keras/_program.py", "exec"): "`lstmlesson count",
    ("keras/_program.py", "compile"): "`lstmlesson count",
    ("magic.py", "run_cell"): "`%%count`",
    ("page/alive.py", "NotebookClient"): "`lstmlesson page",
    ("site/python.py", "subprocess"): "`lstmlesson site",
    ("site/packed.py", "compile"): "`lstmlesson site",
    ("site/lab.py", "subprocess"): "`lstmlesson site --lab`",
}
# Of a module that could fetch, what only reads a text.
HARMLESS = {"urllib.parse"}


def dangers(source):
    """The calls and imports of a source by which a text could become a program, or something could be fetched."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in CALLS:
            yield node.func.id
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            of_python = getattr(node.func.value, "id", "") == "builtins"
            if node.func.attr in (CALLS if of_python else METHODS):
                yield node.func.attr
        yield from (one for one in names(node) if one.split(".")[0] in MODULES and one not in HARMLESS)


def names(node):
    """The modules that a statement imports."""
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    return [node.module or ""] if isinstance(node, ast.ImportFrom) else []


def found():
    """Each danger of the package, as the file and the name."""
    for path in PACKAGE.rglob("*.py"):
        for name in dangers(path.read_text("utf-8")):
            yield path.relative_to(PACKAGE).as_posix(), name


@pytest.mark.slow
def test_a_text_becomes_a_program_only_where_the_policy_says_so():
    assert set(found()) == KNOWN.keys()
    for command in KNOWN.values():
        assert command in POLICY


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("eval('1')", "eval"),
        ("import builtins\nbuiltins.exec('1')", "exec"),
        ("import os\nos.system('ls')", "system"),
        ("from urllib.request import urlopen", "urllib.request"),
        ("def late():\n    import pickle", "pickle"),
    ],
)
def test_a_danger_is_noticed(source, name):
    assert name in dangers(source)
    assert list(dangers("import re\nre.compile('x')\nast.literal_eval('1')")) == []


# What fetches, and from where: Python and pages from beside it. worker.js names what it takes away.
OF_THE_SITE = {
    "paste.js": ["fetch(PYTHON + name)"],
    "offline.js": ["fetch(request)"],
    "standalone.js": ["fetch(address)"],  # a quiz that lies beside its page
}


def code_of_the_scripts():
    """The scripts of the package without their remarks."""
    scripts = [*PACKAGE.rglob("*.js"), *PACKAGE.rglob("*.mjs")]
    assert scripts
    return {path.name: re.sub(r"(?m)^\s*//.*$", "", path.read_text("utf-8")) for path in scripts}


@pytest.mark.parametrize("danger", [r"\beval\(", r"new Function", r"https?://(?!www\.w3)"])
def test_what_runs_in_the_page_evaluates_nothing_and_knows_no_address(danger):
    assert [name for name, text in code_of_the_scripts().items() if re.search(danger, text)] == []


def test_what_runs_in_the_page_fetches_nothing_but_the_site_s_own_files():
    code = code_of_the_scripts()
    fetched = {name: re.findall(r"\bfetch\([^)]*\)", text) for name, text in code.items()}
    assert {name: found for name, found in fetched.items() if found} == OF_THE_SITE
    assert [name for name, text in code.items() if "XMLHttpRequest" in text] == ["worker.js"]


def listed(text):
    """The packages of the policy's table, by the words that bring them."""
    rows = re.findall(r"^\| `?([\w ]+?)`? \| ([^|]+) \|", text, re.MULTILINE)
    return {row: set(re.findall(r"`([\w-]+)`", packages)) for row, packages in rows if "`" in packages}


def required(requirements):
    """The names in a list of requirements, without our own extras."""
    return {re.match(r"[\w-]+", one)[0] for one in requirements} - {"lstmlesson"}


def test_the_list_of_what_is_installed_is_the_project_s():
    extras = PYPROJECT["optional-dependencies"]
    expected = {"lstmlesson": required(PYPROJECT["dependencies"])}
    expected |= {name: required(extras[name]) for name in ("lab", "pages", "site", "slides", "voila", "rise")}
    assert listed(POLICY) == expected
    assert listed(POLICY.replace("`sympy`", "`simpy`")) != expected


def test_the_audit_of_the_host_fails_where_a_package_could_not_be_looked_up():
    workflow = (ROOT / ".github" / "workflows" / "ci.yml").read_text("utf-8")
    audit = next(line for line in workflow.splitlines() if "pip-audit " in line and "run:" in line)
    assert "--strict" in audit
    assert "constraints.txt" in audit
    assert "unverified" in POLICY


def test_every_action_of_a_workflow_is_pinned_by_its_commit():
    texts = [path.read_text("utf-8") for path in (ROOT / ".github" / "workflows").glob("*.yml")]
    used = [action for text in texts for action in re.findall(r"uses: (.+)", text)]
    assert len(used) > 10
    assert [action for action in used if not re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", action)] == []
