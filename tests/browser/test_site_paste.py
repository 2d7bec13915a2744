"""The page into which a text is pasted: what Python says is shown, a program runs on a press, and nothing gets out."""

import re

import pytest
import sites
from site_server import Site, Visited, written
from summary_texts import texts
from test_error_messages import MESSAGES

from lstmlesson.language import sentence, word
from lstmlesson.site.files_of_python import FETCHED
from lstmlesson.tools import answer

pytestmark = pytest.mark.browser

SUMMARIES = [record["text"] for record in texts().values()][::12]
ERRORS = [text for text, *_ in MESSAGES.values()][:3]
TEXT_OF = """
(html) => new DOMParser().parseFromString(html.replaceAll(" style=", " data-style="), "text/html").body.textContent
"""
PROGRAMS = {
    "keras": "from keras import *\nmodel = Sequential([Input((9, 4)), layers.LSTM(7), layers.Dense(2)])",
    "torch": "from torch import nn\nlstm = nn.LSTM(4, 7)\nprint('made')",
    "arrays": "import numpy as np\nfrom tensorflow import keras\nx = np.random.rand(50, 8, 3)\n"
    "keras.Sequential([keras.Input(x.shape[1:]), keras.layers.GRU(5)])",
    "wrong": "from keras import *\nSequential([Input((9, 4)), layers.LSTM(7), layers.LSTM(7)])",
}
# Whatever a program may try to get out of its worker; each that succeeds prints REACHED.
HOSTILE = '''
def attempt(what, act):
    try:
        print(what, "REACHED", act())
    except BaseException as error:
        print(what, "kept out:", type(error).__name__)

def out(world):
    """Use a thing of JavaScript's to reach the network, a store or the page."""
    for name in "fetch XMLHttpRequest WebSocket indexedDB caches postMessage importScripts Worker".split():
        if getattr(world, name, None) is not None:
            return name
    return world.constructor.constructor("return fetch('/stolen')")()

def proxies():
    import gc, sys
    held = [one for one in gc.get_objects() if "JsProxy" in type(one).__name__]
    held += [value for module in list(sys.modules.values()) for value in list(getattr(module, "__dict__", {}).values())
             if "JsProxy" in type(value).__name__]
    return held

def by_import(name):
    import importlib
    return out(importlib.import_module(name))

def run_js():
    from pyodide.code import run_js
    return run_js("fetch('/stolen')")

def core():
    import _pyodide_core
    return [out(value) for value in vars(_pyodide_core).values() if "JsProxy" in type(value).__name__][0]

def finder():
    import sys
    for one in sys.meta_path:
        for name in ("js", "pyodide_js"):
            spec = one.find_spec(name, None)
            if spec is not None:
                return out(spec.loader.jsproxy if hasattr(spec.loader, "jsproxy") else spec)
    raise ImportError

def request():
    import urllib.request
    return urllib.request.urlopen("http://127.0.0.1:1/stolen", timeout=1)

def connection():
    import socket
    one = socket.socket()
    one.settimeout(1)
    one.connect(("127.0.0.1", 80))
    one.send(b"GET /stolen HTTP/1.0\\r\\n\\r\\n")
    return one.recv(10)

def open_url():
    from pyodide.http import open_url
    return open_url("/stolen").read()

def process():
    import subprocess
    return subprocess.run(["ls"])

def ctypes():
    import ctypes
    return ctypes.CDLL(None)

attempt("js", lambda: by_import("js"))
attempt("pyodide_js", lambda: by_import("pyodide_js"))
attempt("run_js", run_js)
attempt("core", core)
attempt("finder", finder)
attempt("request", request)
attempt("connection", connection)
attempt("open_url", open_url)
attempt("process", process)
attempt("ctypes", ctypes)
attempt("eval", lambda: __import__("_pyodide_core").run_js("1 + 1"))
attempt("base", lambda: out(__import__("_pyodide._base", fromlist=["x"]).jsmodule))
for number, one in enumerate(proxies()):
    attempt(f"proxy {number}", lambda: out(one))
import lstmlesson.views.document, lstmlesson.tools
for room in (lstmlesson.views.document, lstmlesson.tools.counter):
    room.escape = lambda text, *more: text
print("<img src=/stolen><script>fetch('/stolen')</script><a href='https://example.org/stolen' onclick='x'>out</a>"
      "<meta http-equiv=refresh content='0;url=/stolen'><form action=/stolen><p style='color: red'>x</p></form>")
'''


NOTE_DELAYS = """
() => {
  window.delays = [];
  const later = setTimeout;
  window.setTimeout = (act, ms) => (delays.push(ms), later(act, ms));
}
"""
# The longest time between two ticks of the page's clock.
TICKING = """
() => {
  window.longest = 0;
  let last = performance.now();
  setInterval(() => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  });
}
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    served = Site(written(sites.with_python(), tmp_path_factory.mktemp("site")))
    yield served
    served.stop()


class Paste(Visited):
    """The page, with what a reader does on it; each request is noted."""

    def __init__(self, engine, site, query="", **options):
        self.asked = []
        super().__init__(engine, site, f"paste.html{query}", **options)
        self.box, self.shown = self.page.locator("#pasted"), self.page.locator("#answer")
        self.status = self.page.locator("#status")

    def note(self, url):
        self.asked.append(url)
        super().note(url)

    def explain(self, text):
        """Paste a text, and wait for what is said."""
        self.box.fill(text)
        self.answered()

    def answered(self):
        """Until the question that was asked last has its answer."""
        self.page.locator("#answer[aria-busy=false]").wait_for(state="attached", timeout=60_000)

    def text_of(self, html):
        """The text of a piece of HTML, as this browser reads it."""
        return self.page.evaluate(TEXT_OF, html)


def test_what_is_pasted_is_answered_as_python_answers(engine, site):
    with Paste(engine, site) as paste:
        for text in [*SUMMARIES, *ERRORS]:
            paste.explain(text)
            assert paste.shown.evaluate("(one) => one.textContent") == paste.text_of(
                answer({"tool": "read", "text": text})["html"]
            )


def test_nothing_of_python_is_fetched_before_the_text_is_touched(engine, site):
    with Paste(engine, site) as paste:
        paste.page.wait_for_timeout(500)
        assert [url for url in paste.asked if "/py/" in url] == []
        paste.box.focus()
        paste.page.wait_for_function(
            "() => performance.getEntriesByType('resource').some((one) => one.name.includes('/py/'))"
        )


@pytest.mark.parametrize("name", PROGRAMS)
def test_a_program_runs_when_the_reader_presses(engine, site, name):
    with Paste(engine, site) as paste:
        paste.explain(PROGRAMS[name])
        assert paste.shown.inner_text() == paste.text_of(answer({"tool": "read", "text": PROGRAMS[name]})["html"])
        paste.page.get_by_role("button", name=word("paste: run")).click()
        paste.answered()
        expected = answer({"tool": "count", "text": PROGRAMS[name]})["html"]
        assert paste.shown.evaluate("(one) => one.textContent") == paste.text_of(expected)


def test_a_text_that_came_by_a_link_is_only_shown(engine, site):
    with Paste(engine, site, "#text=import%20keras%0Aprint(1)") as paste:
        assert paste.box.input_value() == "import keras\nprint(1)"
        assert paste.status.inner_text() == word("paste: linked")
        paste.page.wait_for_timeout(500)
        assert paste.shown.inner_text() == ""
        assert [url for url in paste.asked if "/py/" in url] == []


def test_a_link_carries_the_text_only_when_it_is_asked_for(engine, site):
    with Paste(engine, site) as paste:
        paste.explain("lstm (LSTM)    (None, 8)    384")
        assert "#" not in paste.page.url
        paste.page.get_by_role("button", name=word("paste: link")).click()
        paste.page.wait_for_function("() => location.hash.startsWith('#text=lstm')")


def test_a_program_that_never_ends_is_ended_and_the_next_text_is_read(engine, site):
    with Paste(engine, site) as paste:
        paste.explain("import keras\nwhile True: pass")
        paste.page.clock.install()
        paste.page.get_by_role("button", name=word("paste: run")).click()
        paste.page.wait_for_function(
            "(text) => document.getElementById('status').textContent === text", arg=word("paste: running")
        )
        paste.page.clock.run_for(21_000)
        ended = sentence("paste: stopped").replace("{seconds}", "20")
        paste.page.wait_for_function("(text) => document.getElementById('status').textContent === text", arg=ended)
        paste.page.clock.resume()
        paste.explain("lstm (LSTM)    (None, 8)    384")
        assert "4(3·8 + 8·8 + 8) = 384" in paste.shown.inner_text()


def test_typing_while_a_program_runs_ends_it_and_the_text_is_read(engine, site):
    with Paste(engine, site) as paste:
        paste.explain("import keras\nwhile True: pass")
        paste.page.get_by_role("button", name=word("paste: run")).click()
        paste.page.wait_for_function(
            "(text) => document.getElementById('status').textContent === text", arg=word("paste: running")
        )
        paste.explain("lstm (LSTM)    (None, 8)    384")
        assert "4(3·8 + 8·8 + 8) = 384" in paste.shown.inner_text()
        assert paste.status.inner_text() == ""


def test_a_download_that_stalls_is_said(engine, site):
    window = Paste(engine, site)
    window.page.route("**/py/python.zip.gz", lambda route: None)  # neither given nor refused
    window.page.clock.install()
    window.box.focus()
    window.page.wait_for_function("() => document.getElementById('status').textContent !== ''")
    window.page.clock.run_for(61_000)
    window.page.wait_for_function(
        "(begin) => document.getElementById('status').textContent.startsWith(begin)",
        arg=word("paste: failed").partition("{")[0],
        timeout=10_000,
    )
    window.context.close()


class Attacked(Paste):
    """The page after a program that changes what the tools say: the policy has a word to say of its HTML, too."""

    not_ours = ("Executing inline event handler", "Applying inline style", "Content Security Policy: ")


@pytest.fixture(scope="module")
def lax(tmp_path_factory):
    """The site as it must never be served, without its policy: what then remains is the worker's own doing."""
    files = dict(sites.with_python())
    files["paste.html"] = re.sub(rb"<meta http-equiv[^>]*>", b"", files["paste.html"])
    assert b"Security-Policy" not in files["paste.html"]
    served = Site(written(files, tmp_path_factory.mktemp("lax")))
    yield served
    served.stop()


def test_without_the_policy_no_program_gets_out_of_the_worker(engine, lax):
    with Attacked(engine, lax) as paste:
        paste.explain(HOSTILE)
        paste.page.get_by_role("button", name=word("paste: run")).click()
        paste.answered()
        printed = paste.shown.evaluate("(one) => one.textContent")
        assert "js kept out" in printed, printed
        assert "REACHED" not in printed, printed
        assert [url for url in paste.asked if "stolen" in url] == []


def test_no_program_gets_out(engine, site):
    with Attacked(engine, site) as paste:
        paste.explain(HOSTILE)
        paste.page.get_by_role("button", name=word("paste: run")).click()
        paste.answered()
        paste.page.wait_for_timeout(300)
        printed = paste.shown.evaluate("(one) => one.textContent")
        assert "js kept out" in printed, printed
        assert "ctypes kept out" in printed
        assert "REACHED" not in printed, printed
        assert [url for url in paste.asked if "stolen" in url] == []
        strange = "script, img, form, meta, iframe, [onclick], [href^=http], [style]"
        assert paste.shown.locator(strange).count() == 0
        assert paste.page.url == f"{site.address}paste.html"


@pytest.mark.parametrize("name", [*FETCHED, "worker.js", "pyodide.mjs", "pyodide.asm.mjs"])
def test_a_file_that_does_not_come_is_said_and_a_later_try_works(engine, site, name):
    window = Paste(engine, site)
    paste = window.page
    paste.route(f"**/py/{name}", lambda route: route.abort())
    window.box.fill("lstm (LSTM)    (None, 8)    384")
    paste.wait_for_function(
        "(begin) => document.getElementById('status').textContent.startsWith(begin)",
        arg=word("paste: failed").partition("{")[0],
        timeout=60_000,
    )
    paste.unroute(f"**/py/{name}")
    paste.get_by_role("button", name=word("paste: explain")).click()
    window.answered()
    assert "4(3·8 + 8·8 + 8) = 384" in window.shown.inner_text()
    window.context.close()


def test_the_page_answers_while_python_starts(engine, site):
    with Paste(engine, site) as paste:
        paste.page.evaluate(TICKING)
        paste.explain("lstm (LSTM)    (None, 8)    384")
        assert 0 < paste.page.evaluate("longest") < 2_000  # milliseconds; starting takes longer
        paste.page.get_by_role("button", name=word("paste: clear")).click()
        assert paste.box.input_value() == ""


def test_what_is_pasted_is_read_at_once_and_what_is_typed_when_the_typing_rests(engine, site):
    with Paste(engine, site) as paste:
        paste.page.evaluate(NOTE_DELAYS)
        for kind in ("insertFromPaste", "insertText"):
            paste.box.evaluate("(box, inputType) => box.dispatchEvent(new InputEvent('input', { inputType }))", kind)
        assert paste.page.evaluate("() => delays.filter((ms) => ms === 0 || ms === 300)") == [0, 300]
        paste.answered()
