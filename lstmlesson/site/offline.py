"""The worker that lets a second visit do without a network: which files it keeps, and under what name."""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

# What no visitor opens: it is for machines, or for whoever publishes the site.
NOT_KEPT = (".nojekyll", "robots.txt", "sitemap.xml", "preview.png", "404.html")


def offline_worker(written: Mapping[str, bytes], python: str) -> str:
    """The text of sw.js. python: where the files lie that are fetched only when somebody asks Python.

    The pages and Python are kept under names of their own, made of what is in them: a build in which a page changed
    does not fetch Python again.
    """
    pages = sorted(name for name in written if not name.startswith(python) and name not in NOT_KEPT)
    of_python = sorted(name for name in written if name.startswith(python))
    named = {"pages": _name(written, pages), "python": _name(written, of_python)}
    head = "".join(
        f"const {name.upper()} = {json.dumps(f'lstmlesson-{name}-{sum_}')};\n" for name, sum_ in named.items()
    )
    text = (Path(__file__).parent / "offline.js").read_text("utf-8")
    return f"{head}const KEPT = {json.dumps(['./', *pages])};\nconst FOLDER_OF_PYTHON = {json.dumps(python)};\n{text}"


def _name(written: Mapping[str, bytes], names: list[str]) -> str:
    together = hashlib.sha256()
    for name in names:
        together.update(name.encode() + b"\0" + hashlib.sha256(written[name]).digest())
    return together.hexdigest()[:12]
