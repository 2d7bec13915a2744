"""axe-core, the accessibility checker: fetched by npm, this version only, and asked about one part of a page."""

import shutil
import subprocess

import pytest

VERSION = "4.14.1"


def source(folder):
    """The text of axe.min.js; a test that needs it is skipped, aloud, where npm is missing."""
    npm = shutil.which("npm")
    if npm is None:
        pytest.skip("not verified: npm is not installed, so axe-core cannot be fetched")
    command = [npm, "install", "--prefix", str(folder), "--no-audit", "--no-fund", f"axe-core@{VERSION}"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120)
    if done.returncode:
        pytest.skip(f"not verified: npm could not fetch axe-core: {done.stderr[-300:]}")
    return (folder / "node_modules" / "axe-core" / "axe.min.js").read_text("utf-8")


def violations(page, axe, selector):
    """What axe finds wrong inside the elements of a selector, in words."""
    page.evaluate(axe)
    found = page.evaluate("(selector) => axe.run({ include: [selector] })", selector)
    assert found["passes"], "axe has looked at nothing"
    return [
        f"{one['id']}: {one['help']}: {[node['html'][:120] for node in one['nodes']]}" for one in found["violations"]
    ]
