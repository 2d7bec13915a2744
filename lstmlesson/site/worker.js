// The Python of the page, in a worker: a message in, an answer out, as JSON. It remembers nothing, so it may be ended at
// any time. Before it answers, it gives up all ways to the network, to what the browser keeps, and to the page but one:
// a pasted program runs in here. The policy of the page, which binds this worker too, forbids the same.
import { loadPyodide } from "./pyodide.mjs";

const say = self.postMessage.bind(self);
const here = new URL("./", import.meta.url).href;

// What the page has fetched is handed in, so that nothing is fetched twice and a file that is missing was noticed there.
const given = await new Promise((resolve) => {
  self.onmessage = ({ data }) => resolve(data);
});
// The archives are packed as a whole; a server that unpacks what is packed may have done so on the way.
for (const name of ["python.zip", "lstmlesson.zip"]) {
  const sent = given[`${name}.gz`];
  const isPacked = new DataView(sent).getUint16(0) === 0x1f8b;
  const opened = () => new Response(new Blob([sent]).stream().pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
  given[name] = isPacked ? await opened() : sent;
}
const KINDS = { wasm: "application/wasm", json: "application/json" };
self.fetch = async (address) => {
  const name = String(address).split("/").pop();
  return new Response(given[name], { headers: { "content-type": KINDS[name.split(".").pop()] ?? "application/zip" } });
};

const python = await loadPyodide({ indexURL: here, stdLibURL: `${here}python.zip`, jsglobals: {} });
python.FS.writeFile("/lstmlesson.zip", new Uint8Array(given["lstmlesson.zip"]));
const answer = python.runPython(`
import sys
sys.path.insert(0, "/lstmlesson.zip")
from lstmlesson.tools import answer_json
answer_json`);

/** Take away what leads out: from Python the names of JavaScript's world, from that world the network and all stores. */
function close() {
  python.runPython(`
import sys
sys.meta_path[:] = [one for one in sys.meta_path if "pyodide" not in type(one).__module__.lower()]
for name in [name for name in sys.modules if name.split(".")[0] in ("js", "pyodide_js", "pyodide", "_pyodide_core")]:
    del sys.modules[name]
del sys, name`);
  const gone = `fetch XMLHttpRequest WebSocket WebSocketStream EventSource WebTransport RTCPeerConnection indexedDB caches
    cookieStore BroadcastChannel MessageChannel Worker SharedWorker importScripts postMessage onmessage FontFace fonts
    navigator location Notification FileReader showOpenFilePicker scheduler addEventListener dispatchEvent`.split(/\s+/);
  for (const name of gone)
    for (let place = self; place; place = Object.getPrototypeOf(place)) {
      try {
        delete place[name];
      } catch {} // what cannot be deleted is covered below
    }
  for (const name of gone) {
    try {
      Object.defineProperty(self, name, { value: undefined, configurable: false, writable: false });
    } catch {} // it stands fast, and holds nothing of a page
  }
}

self.onmessage = null;
self.addEventListener("message", ({ data }) => {
  try {
    say({ number: data.number, answer: answer(data.message) });
  } catch (error) {
    say({ number: data.number, failed: String(error.message ?? error).trim().split("\n").pop() });
  }
});
close();
say({ ready: true });
