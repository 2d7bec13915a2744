"""What stands around every page of the site: its head with the policy, the way to the other pages, and the end."""

import re
from typing import NamedTuple

from lstmlesson.language import word
from lstmlesson.views.document import escape

# What a page may load, and from where: from this site, and nothing else. A worker is started from a line of text so
# that this policy binds it, too; 'wasm-unsafe-eval' lets Python's own program run, and no text.
POLICY = "; ".join(
    [
        "default-src 'none'",
        "script-src 'self' 'wasm-unsafe-eval'",
        "style-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "worker-src 'self' blob:",
        "manifest-src 'none'",
        "form-action 'none'",
        "base-uri 'none'",
    ]
)
CONTENTS, PASTE, QUESTIONS, GLOSSARY, CARD = (
    "index.html",
    "paste.html",
    "questions.html",
    "glossary.html",
    "count_card.html",
)
LAB = "lab/"  # JupyterLite, whose own worker keeps what it needs
LONGEST_DESCRIPTION = 155
# nbconvert writes the head anew, its attributes in an order of its own.
_CHARSET = re.compile(r'<meta charset="utf-8"\s*/?>')
_ICON = re.compile(r'<link [^>]*href="data:,"[^>]*>\n?')


class Page(NamedTuple):
    """A page of the site: its file, its whole text as one HTML file, and what it is in a sentence.

    order: the names of the pages before and after it, where it stands in a row.
    """

    file: str
    html: str
    description: str
    before: str = ""
    after: str = ""


def framed(page: Page, places: dict[str, str], base: str) -> str:
    """The text of a page with what stands around it. places: the titles of the pages that there are, by their files."""
    html = _ICON.sub("", page.html)
    html = _CHARSET.sub(lambda found: f"{found[0]}\n{_policy()}", html, count=1)
    html = html.replace("</title>", "</title>\n" + _head(page, html, base), 1)
    before, found, after = html.partition("<nav")
    if found:
        html = before + after.partition("</nav>")[2]
    html = html.replace("<body>", f"<body>\n{_navigation(page.file, places)}", 1)
    html = html.replace("<main>", '<main id="begin">', 1)
    return html.replace("</main>", f"{_row(page, places)}</main>", 1)


def _policy() -> str:
    return f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'


def _head(page: Page, html: str, base: str) -> str:
    title = html.partition("<title>")[2].partition("</title>")[0]
    said = escape(_short(page.description))
    lines = [f'<meta name="description" content="{said}">', '<link rel="icon" href="icon.svg">']
    if base:
        address = base + ("" if page.file == CONTENTS else page.file)
        shown = {"type": "website", "title": title, "description": said, "url": address}
        shown |= {"image": f"{base}preview.png", "image:alt": escape(word("site: preview"))}
        lines += [
            f'<link rel="canonical" href="{address}">',
            '<meta name="twitter:card" content="summary_large_image">',
        ]
        lines += [f'<meta property="og:{name}" content="{value}">' for name, value in shown.items()]
    lines += ['<link rel="stylesheet" href="site.css">', '<script type="module" src="site.js"></script>']
    return "\n".join(lines)


def _short(text: str) -> str:
    """A description as long as one is shown, cut between words."""
    text = " ".join(text.replace("`", "").split())
    if len(text) <= LONGEST_DESCRIPTION:
        return text
    return text[: LONGEST_DESCRIPTION - 1].rpartition(" ")[0].rstrip(",;:") + "…"


def _navigation(here: str, places: dict[str, str]) -> str:
    """The way to the pages that one wants from anywhere."""
    named = {CONTENTS: "contents", PASTE: "site: paste", QUESTIONS: "site: questions", GLOSSARY: "site: glossary"}
    named |= {CARD: "site: card"}
    links = [_link(file, word(name), file == here) for file, name in named.items() if file in places]
    skip = f'<a class="skip" href="#begin">{word("site: skip")}</a>'
    return f'{skip}\n<nav aria-label="{word("site: pages")}">{" ".join(links)}</nav>\n'


def _link(file: str, text: str, is_here: bool = False) -> str:
    return f'<a href="{file}"{" aria-current=page" * is_here}>{text}</a>'


def _row(page: Page, places: dict[str, str]) -> str:
    """The page before and the one after, at the end of a lesson."""
    sides = [("site: before", page.before, "prev"), ("site: after", page.after, "next")]
    links = [
        f'<a rel="{rel}" href="{file}"><small>{word(name)}</small> {escape(places[file])}</a>'
        for name, file, rel in sides
        if file
    ]
    return f'<nav class="row" aria-label="{word("site: row")}">{"".join(links)}</nav>\n' if links else ""
