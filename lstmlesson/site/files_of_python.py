"""What the page fetches before Python can answer, besides the modules that import each other; and how much it is."""

FETCHED = ["pyodide.asm.wasm", "python.zip", "lstmlesson.zip", "pyodide-lock.json"]
MEGABYTES = 6  # compressed, as a server sends them; a test compares
