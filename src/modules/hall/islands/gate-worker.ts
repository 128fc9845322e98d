/// <reference lib="webworker" />
const worker = self as unknown as ServiceWorkerGlobalScope;
const cacheName = 'tongban-gate';

/**
 * Keeps the pages of doors and what they are drawn with. Pages come from the line as long as there is one, built files never change under their name.
 * Nothing of the API is ever kept.
 */
worker.addEventListener('install', () => void worker.skipWaiting());
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()));
worker.addEventListener('message', ({ data }) => {
  if (Array.isArray(data)) void caches.open(cacheName).then((cache) => Promise.all(data.map((url: string) => keep(cache, url))));
});

async function keep(cache: Cache, url: string): Promise<void> {
  const response = await fetch(url, { credentials: 'same-origin' });
  if (response.ok && !response.redirected) await cache.put(url, response);
}

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const { pathname, origin } = new URL(request.url);
  if (request.method !== 'GET' || origin !== worker.location.origin || pathname.startsWith('/api/')) return;
  if (request.mode === 'navigate') event.respondWith(fetch(request).then(orKept(request), () => kept(request)));
  else if (pathname.startsWith('/assets/')) event.respondWith(caches.match(request).then((found) => found ?? fetch(request)));
});

const orKept = (request: Request) => (response: Response) => (response.status >= 500 ? kept(request) : response);

async function kept(request: Request): Promise<Response> {
  return (await caches.match(request, { ignoreSearch: true })) ?? Response.error();
}
