"""The page's side of a live document, run outside a page: `live.js` in Node, asked for the values of polynomials.

Node reads the very file that explorers ship. Where there is no Node, tests that need it are skipped, aloud.
"""

import base64
import json
import random
import shutil
import subprocess

import pytest

from lstmlesson.explorers.live.explorer import HERE

NODE = shutil.which("node")
needs_node = pytest.mark.skipif(NODE is None, reason="not verified: Node is not installed, so live.js cannot run")

PROGRAM = """
const [source, job] = [process.env.SOURCE, JSON.parse(require("fs").readFileSync(0, "utf-8"))];
import("data:text/javascript;base64," + source).then(({ letters, derive, value }) => {
  const values = job.settings.map((traits) => {
    const found = derive(letters(job.controls, (name) => traits[name]), job.derived);
    return job.polynomials.map((one) => value(one, found));
  });
  console.log(JSON.stringify(values));
});
"""


def evaluated(polynomials, controls, settings, derived=()):
    """For each setting of the traits, the value of each polynomial as live.js has it."""
    source = base64.b64encode((HERE / "live.js").read_bytes()).decode()
    job = json.dumps({"polynomials": polynomials, "controls": controls, "settings": settings, "derived": derived})
    done = subprocess.run(
        [NODE, "-e", PROGRAM], input=job, capture_output=True, text=True, check=True, env={"SOURCE": source}, timeout=60
    )
    return json.loads(done.stdout)


def settings(controls, seed=0, more=200):
    """Each value of each control with the others at their start, lowest and highest; and random settings."""
    values = {control.name: list(control.values()) for control in controls}
    start = {control.name: control.value for control in controls}
    ends = [{name: one[end] for name, one in values.items()} for end in (0, -1)]
    found = [{**base, name: one} for base in (start, *ends) for name, several in values.items() for one in several]
    draw = random.Random(seed)
    return found + [{name: draw.choice(several) for name, several in values.items()} for _ in range(more)]


def some_settings(controls, most=30):
    """The start, all lowest, all highest, and a few of the others, for what takes long to look at."""
    every = settings(controls, more=20)
    start = {control.name: control.value for control in controls}
    ends = [{control.name: control.values()[end] for control in controls} for end in (0, -1)]
    return [start, *ends, *random.Random(1).sample(every, min(most, len(every)))]
