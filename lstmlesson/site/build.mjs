// Starts the Python of the page in Node, to compile the modules that it will need. See packed.py.
// node build.mjs PYODIDE OURS BESIDE TARGET: folders that hold Pyodide, lstmlesson, what it imports; and where to write.
import { pathToFileURL } from "node:url";

const [pyodide, ours, beside, target] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(`${pyodide}/pyodide.mjs`).href);
// Without columns in the compiled code, which only tracebacks show, it is a fifth smaller.
const python = await loadPyodide({ indexURL: `${pyodide}/`, args: ["-X", "no_debug_ranges"] });
const loaded = python.runPython("import sys; ' '.join(sorted(sys.modules))");
for (const [place, root] of Object.entries({ "/ours": ours, "/beside": beside, "/target": target })) {
  python.FS.mkdirTree(place);
  python.FS.mount(python.FS.filesystems.NODEFS, { root }, place);
}
python.runPython(`
import sys
from pathlib import Path
sys.dont_write_bytecode = True
sys.path.insert(0, "/ours")
from lstmlesson.site.packed import pack
pack(Path("/target"), Path("/ours"), Path("/beside"), ${JSON.stringify(loaded)}.split())
`);
