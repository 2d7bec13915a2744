"""`lstmlesson site`: the course as a web site, with a page to paste a summary or a program into."""

import argparse
from pathlib import Path

from lstmlesson.command.pages import free, make_and_say
from lstmlesson.command.streams import place
from lstmlesson.command.telling import Commands, add


def declare(commands: Commands) -> None:
    """The command and what can be said to it."""
    site = add(
        commands,
        "site",
        lambda given: make_and_say(_site, given),
        "write the course as a web site that needs no server of its own",
        "lstmlesson site public --base https://example.org/lstmlesson/",
        "Every page lives by itself; the one that explains a pasted text asks Python in the reader's\n"
        "browser, for which npm fetches Pyodide while the site is written. To look at it:\n"
        "python -m http.server --directory public. Nothing in it is fetched from elsewhere.",
    )
    site.add_argument("folder", metavar="DIR", type=place, help="where to write; made where it is missing")
    site.add_argument(
        "--base", metavar="ADDRESS", default="", help="where it will stand, for previews and search engines"
    )
    site.add_argument("--without-python", action="store_true", help="without the page that explains a pasted text")
    site.add_argument(
        "--lab", action="store_true", help="with the lessons to run and change, in JupyterLite under lab/"
    )
    site.add_argument("--force", action="store_true", help="write over what is there")
    site.set_defaults(extra="site")


def _site(given: argparse.Namespace) -> Path:
    from lstmlesson.site import write_site

    free(given.folder, given.force)
    write_site(given.folder, given.base, not given.without_python, given.lab)
    return given.folder
