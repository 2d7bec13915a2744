"""What the page fetches before Python can answer, besides the modules that import each other; and how much it is."""

WASM, PACKAGES = "pyodide.asm.wasm", "pyodide-lock.json"
FETCHED = [WASM, "python.zip.gz", "lstmlesson.zip.gz", PACKAGES]
MEGABYTES = 6  # compressed, as a server sends them; a test compares
