"""The site built for tests, once in a process; and what a page of it holds."""

import re
from functools import cache
from html.parser import HTMLParser

from lstmlesson.site.files import site_files
from lstmlesson.site.python import python_files  # noqa: F401  which tests empty

BASE = "https://example.org/course/"


@cache
def with_python():
    """Every file, Python among them."""
    return site_files(BASE)


@cache
def without_python():
    """Every file but those of Python, for no address."""
    return site_files(with_python=False)


class Tags(HTMLParser):
    """All tags of a page with their attributes, in order."""

    def __init__(self, text):
        super().__init__()
        self.found = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))

    def named(self, *names):
        return [attributes for tag, attributes in self.found if tag in names]


def pages(files):
    """The pages among files: their names and texts."""
    return {name: content.decode() for name, content in files.items() if name.endswith(".html")}


def scripts_inside(text):
    """The scripts of a page that stand in it and are no data."""
    return [
        found for found in re.findall(r"<script([^>]*)>(.)", text) if "src=" not in found[0] and "json" not in found[0]
    ]
