"""The course as a web site under a strict content security policy, and a page to paste a summary or a program into.

Everything is written by Python and lies in the folder: nothing is fetched from elsewhere, and nothing is sent.

1. `shared`: what single pages carry with them (style, script, pictures) becomes files that all pages share.
2. `pages`: the lessons, the contents, the card, the index of questions; `paste`: the page that explains a text.
3. `frame`: what stands around every page: head, policy, navigation.
4. `shipped`, `packed`, `python`: the Python that the page of `paste` asks, worked out, compiled and packed.
5. `wheel`, `lab`: the lessons in JupyterLite, with this package and all that it imports beside it.
6. `offline`: the worker that lets a second visit do without a network.

How to add a page: a function that gives a `Page`, and its place in `pages.all_pages`.
"""

from pathlib import Path

from lstmlesson.law.public import offered

__all__ = ["write_site"]

__dir__ = offered(__all__)


def write_site(folder: str | Path, base: str = "", with_python: bool = True, with_lab: bool = False) -> None:
    """Write the site into a folder, all at once.

    base: the address at which the site will stand, for previews and search engines. with_python: whether the page that
    explains a pasted text is written, too, for which npm fetches Pyodide. with_lab: whether the lessons can be run and
    changed there, in JupyterLite under lab/, for which pip fetches the packages.
    Raises: OSError where the folder cannot be written, ValueError for an address that is none, RuntimeError where
    Python for the page cannot be made.
    """
    from lstmlesson.course import write_folder
    from lstmlesson.site.files import site_files

    write_folder(Path(folder), site_files(base, with_python, with_lab))
