// What a visitor has seen is there without a network: the pages are kept at the first visit, Python when it is first
// fetched. A new build has new names, so the old is dropped when the new one is whole. lab/ keeps its own.

self.addEventListener("install", (event) => {
  const whole = caches.open(PAGES).then((kept) => kept.addAll(KEPT.map((path) => new Request(path, { cache: "reload" }))));
  event.waitUntil(whole.then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  const old = (name) => name.startsWith("lstmlesson-") && name !== PAGES && name !== PYTHON;
  const dropped = caches.keys().then((names) => Promise.all(names.filter(old).map((name) => caches.delete(name))));
  event.waitUntil(dropped.then(() => self.clients.claim()));
});

/** The answer to a request for one of our files: what is kept, else what comes over the network. */
async function answer(request, isPython) {
  const name = isPython ? PYTHON : PAGES;
  const kept = await (await caches.open(name)).match(request, { ignoreSearch: true });
  if (kept) return kept;
  const fetched = await fetch(request);
  if (isPython && fetched.ok) await (await caches.open(name)).put(request, fetched.clone());
  return fetched;
}

self.addEventListener("fetch", (event) => {
  const { pathname, origin } = new URL(event.request.url);
  const here = new URL(self.registration.scope).pathname;
  if (event.request.method !== "GET" || origin !== self.location.origin || !pathname.startsWith(here)) return;
  const path = pathname.slice(here.length);
  if (!path.startsWith("lab/")) event.respondWith(answer(event.request, path.startsWith(FOLDER_OF_PYTHON)));
});
