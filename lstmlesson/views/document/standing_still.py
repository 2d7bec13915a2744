"""A document where no page fills it: no buttons, no handles, and images where inline SVG is not shown."""

import base64
import re

from lstmlesson.views.roles import ROLES, custom_properties

_FORMS = re.compile("<!--alive-->(.*?)<!--still-->(.*?)<!--end alive-->", re.DOTALL)


_PICTURE = re.compile(r"<svg\b.*?</svg>", re.DOTALL)


def alive(content: str, still: str = "") -> str:
    """What stands on a page that answers, and what stands in its place where nothing does: no buttons, no handles.

    >>> page_form(alive("Reset")), static(alive("<button>48</button>", "48"))
    ('Reset', '48')
    """
    return f"<!--alive-->{content}<!--still-->{still}<!--end alive-->"


def page_form(html: str) -> str:
    """A document as a page that answers has it."""
    return _FORMS.sub(r"\1", html)


def still(html: str) -> str:
    """A document as a page has it that answers nothing and draws inline SVG itself."""
    return _FORMS.sub(r"\2", html)


def static(html: str) -> str:
    """Filled HTML for a place that answers nothing and shows no inline SVG, as a notebook that is not trusted.

    Each picture is an image. Its alternative text is the picture's aria-label; it brings its colours and its paper,
    light or dark as the place is.
    """
    return _PICTURE.sub(lambda picture: _image(picture[0]), still(html))


def _image(svg: str) -> str:
    label = re.search(r'aria-label="(.*?)"', svg)
    used = [role for role in ROLES if role == "paper" or f"--lm-{role})" in svg]
    style = f"<style>svg {{color-scheme: light dark; background: var(--lm-paper); {custom_properties(used)}}}</style>"
    data = base64.b64encode(re.sub(r"(<svg\b[^>]*>)", rf"\1{style}", svg, count=1).encode()).decode()
    return (
        f'<img alt="{label[1] if label else ""}" src="data:image/svg+xml;base64,{data}" '
        'style="max-width: 100%; height: auto;">'
    )
