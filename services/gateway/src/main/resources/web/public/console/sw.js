// Keeps the page and its files, so that the driver's app opens without a network. Answers of the gateway are never kept.
const CACHE = 'console-1';
const PAGE = '/console/drive';
const ICONS = /^\/console\/icon[\w-]*\.(?:png|svg)$/;

self.addEventListener('install', (event) => {
  event.waitUntil(keepBuild().then(() => self.skipWaiting()));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter((name) => name !== CACHE).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  );
});

self.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== 'GET' || url.origin !== location.origin) {
    return;
  }
  if (event.request.mode === 'navigate' && url.pathname.startsWith('/console/') && !url.pathname.includes('.')) {
    event.respondWith(newestPage(event));
  } else if (url.pathname.startsWith('/console/assets/') || ICONS.test(url.pathname)) {
    event.respondWith(keptFile(event.request));
  }
});

async function newestPage(event) {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(PAGE);
  try {
    const answer = await fetch(event.request);
    if (answer.ok && answer.headers.get('content-type')?.startsWith('text/html')) {
      event.waitUntil(keepPage(cache, kept, answer.clone()));
    }
    return answer;
  } catch (problem) {
    if (kept) {
      return kept;
    }
    throw problem;
  }
}

/** A page that is another one than before is of a new build, which has other files. */
async function keepPage(cache, kept, answer) {
  const before = kept ? await kept.clone().text() : '';
  const text = await answer.clone().text();
  if (before === text) {
    return;
  }
  for (const request of await cache.keys()) {
    await cache.delete(request);
  }
  await cache.put(PAGE, answer);
  await keepFilesOf(cache, text);
}

async function keepBuild() {
  const cache = await caches.open(CACHE);
  await keepPage(cache, undefined, await fetch(PAGE, { cache: 'no-cache' }));
}

/** The files that a text names, and those that they name. */
async function keepFilesOf(cache, text) {
  for (const [file] of text.matchAll(/\/console\/assets\/[\w-]+\.(?:js|css)/g)) {
    if (!(await cache.match(file))) {
      const answer = await fetch(file);
      if (answer.ok) {
        await cache.put(file, answer.clone());
        await keepFilesOf(cache, await answer.text());
      }
    }
  }
}

/** A file's name has a digest of its content, so a kept one is never out of date. */
async function keptFile(request) {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(request);
  if (kept) {
    return kept;
  }
  const answer = await fetch(request);
  if (answer.ok) {
    await cache.put(request, answer.clone());
  }
  return answer;
}
