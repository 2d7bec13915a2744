"""All files of the site by their paths, ready to be written."""

from concurrent.futures import ThreadPoolExecutor
from importlib.resources import files
from urllib.parse import urlsplit

from lstmlesson.site.frame import CONTENTS, LAB, framed
from lstmlesson.site.offline import offline_worker
from lstmlesson.site.pages import NOT_FOUND, all_pages
from lstmlesson.site.shared import Shared

# What a visitor who never opens it need not fetch: Python, and what is for machines.
PYTHON = "py/"


def site_files(base: str = "", with_python: bool = True, with_lab: bool = False) -> dict[str, bytes]:
    """Every file of the site. base: the address at which it will stand; what needs one is left out without it."""
    base = _checked(base)
    with ThreadPoolExecutor() as beside:  # Python is packed by other programs, while the pages are made here
        python = beside.submit(_python) if with_python else None
        lab = beside.submit(_lab) if with_lab else None
        pages = list(all_pages(with_python, with_lab))
        of_python = python.result() if python else {}
        of_lab = lab.result() if lab else {}
    places = {page.file: _title(page.html) for page in pages}
    shared = Shared()
    written = {page.file: shared.page(framed(page, places, base)).encode() for page in pages}
    written |= shared.files
    written["site.css"] = (_own("site.css") + shared.style()).encode()
    written |= {name: _own(name).encode() for name in ("site.js", "icon.svg")}
    written |= {".nojekyll": b""}
    if of_python:
        written |= {f"{PYTHON}{name}": content for name, content in of_python.items()}
        written["paste.js"] = _own("paste.js").encode()
    if base:
        written |= _for_machines(base, [page.file for page in pages])
    written["sw.js"] = offline_worker(written, PYTHON).encode()
    return written | {f"{LAB}{name}": content for name, content in of_lab.items()}


def _python() -> dict[str, bytes]:
    from lstmlesson.site.python import python_files

    return python_files()


def _lab() -> dict[str, bytes]:
    from lstmlesson.site.lab import lab_files

    return lab_files()


def _checked(base: str) -> str:
    """An address that ends with a stroke."""
    parts = urlsplit(base)
    if base and (parts.scheme not in ("https", "http") or not parts.netloc or parts.query or parts.fragment):
        raise ValueError(f"--base {base!r}: expected the address of a folder, such as https://example.org/lstmlesson/")
    return base and base.rstrip("/") + "/"


def _own(name: str) -> str:
    return _own_bytes(name).decode()


def _own_bytes(name: str) -> bytes:
    return (files("lstmlesson.site") / name).read_bytes()


def _title(html: str) -> str:
    return html.partition("<title>")[2].partition("</title>")[0].removesuffix(" · lstmlesson")


def _for_machines(base: str, pages: list[str]) -> dict[str, bytes]:
    """What search engines and previews ask for."""
    shown = [base + ("" if page == CONTENTS else page) for page in pages if page != NOT_FOUND]
    entries = "".join(f"<url><loc>{address}</loc></url>\n" for address in shown)
    sitemap = (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{entries}</urlset>\n'
    )
    robots = f"User-agent: *\nAllow: /\nSitemap: {base}sitemap.xml\n"
    return {"sitemap.xml": sitemap.encode(), "robots.txt": robots.encode(), "preview.png": _own_bytes("preview.png")}
