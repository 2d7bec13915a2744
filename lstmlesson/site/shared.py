"""A page that carries everything with it becomes one that shares its files with the others, as a strict policy asks.

Style and scripts go into files; pictures, too, with their sizes said; a `style` on an element becomes a class of the
shared style. In the documents that a script fills it becomes `data-style`, which `site.js` sets by the DOM.
"""

import base64
import hashlib
import re
import struct
from pathlib import PurePosixPath

_STYLE = re.compile(r"<style>\n?(.*?)</style>", re.DOTALL)
_SCRIPT = re.compile(r'<script type="module">\n?(.*?)</script>', re.DOTALL)
_DATA = re.compile(r'(<script type="application/json">.*?</script>)', re.DOTALL)
_PICTURE = re.compile(r'src="data:image/(svg\+xml|png|gif|jpeg);base64,([^"]*)"')
_TAG = re.compile(r"<[a-zA-Z][^>]*\sstyle=\"[^>]*>")
_OWN_STYLE = re.compile(r'\sstyle="([^"]*)"')
_DRAWN = re.compile(r'<svg[^>]*?\sviewBox="[-\d.]+ [-\d.]+ ([\d.]+) ([\d.]+)"')
_WIDTH, _HEIGHT = (re.compile(rf'<svg[^>]*?\s{side}="([\d.]+)"') for side in ("width", "height"))
# A quiz travels with thirty-six questions, and stands at the end of a lesson: it is fetched when it is near.
_QUIZ = re.compile(r'<script type="application/json">(\{"_quiz".*?)</script>', re.DOTALL)
ASSETS = PurePosixPath("assets")


class Shared:
    """The files that the pages share, by their paths: each is named by what is in it, so that it is written once."""

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}
        self.classes: dict[str, str] = {}

    def keep(self, text: str | bytes, ending: str) -> str:
        """The path of a file with this content."""
        content = text.encode() if isinstance(text, str) else text
        path = str(ASSETS / f"{_name(content)}.{ending}")
        self.files[path] = content
        return path

    def page(self, html: str) -> str:
        """A page without anything of its own that a strict policy forbids."""
        html = _STYLE.sub(lambda found: f'<link rel="stylesheet" href="{self.keep(found[1], "css")}">', html)
        html = _SCRIPT.sub(lambda found: f'<script type="module" src="{self.keep(found[1], "js")}"></script>', html)
        parts = _DATA.split(html)
        parts[::2] = [self._still(part) for part in parts[::2]]
        parts[1::2] = [self._filled(part.replace(r" style=\"", r" data-style=\"")) for part in parts[1::2]]
        return "".join(parts)

    def style(self) -> str:
        """The style of all elements that had one of their own."""
        return "".join(f".{name} {{ {style} }}\n" for style, name in sorted(self.classes.items()))

    def _filled(self, data: str) -> str:
        """What a script fills, in the page; of a quiz only where it lies."""
        found = _QUIZ.fullmatch(data)
        if found is None:
            return data
        return f'<script type="application/json" data-from="{self.keep(found[1], "json")}"></script>'

    def _still(self, html: str) -> str:
        html = _PICTURE.sub(self._picture, html)
        return _TAG.sub(lambda found: self._classed(found[0]), html)

    def _picture(self, found: re.Match[str]) -> str:
        ending = {"svg+xml": "svg"}.get(found[1], found[1])
        content = base64.b64decode(found[2])
        sizes = _sizes(content, ending)
        said = f' width="{sizes[0]}" height="{sizes[1]}"' if sizes else ""
        return f'src="{self.keep(content, ending)}"{said}'

    def _classed(self, tag: str) -> str:
        """A tag with a class in the place of its style."""
        style = " ".join(_OWN_STYLE.findall(tag)[0].split())
        name = self.classes.setdefault(style, f"s{_name(style.encode())[:6]}")
        tag = _OWN_STYLE.sub("", tag)
        if ' class="' in tag:
            return tag.replace(' class="', f' class="{name} ', 1)
        end = -2 if tag.endswith("/>") else -1
        return f'{tag[:end].rstrip()} class="{name}"{tag[end:]}'


def _name(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:12]


def _sizes(content: bytes, ending: str) -> tuple[int, int] | None:
    """Width and height of a picture, so that its place is kept while it comes."""
    if ending == "png":
        return struct.unpack(">II", content[16:24])  # type: ignore[return-value]
    drawn = _DRAWN.search(content.decode()) if ending == "svg" else None
    if drawn is None:
        return None
    wide, high = map(float, drawn.groups())
    width, height = _WIDTH.search(content.decode()), _HEIGHT.search(content.decode())
    across = float(width[1]) if width else wide
    return round(across), round(float(height[1]) if height else across * high / wide)
