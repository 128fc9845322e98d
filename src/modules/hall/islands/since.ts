/** Counts up from an instant: minutes and seconds, each second. */
export function start(element: HTMLElement): void {
  const since = Date.parse(element.dataset['since'] ?? '');
  if (Number.isNaN(since)) return;
  const [minutes = 0, seconds = 0] = (element.textContent ?? '').split(':').map(Number);
  // The server's clock counts, not this machine's: its first answer stands in the page.
  const startedAt = performance.now() - (minutes * 60 + seconds) * 1000;
  setInterval(() => {
    const passed = Math.floor((performance.now() - startedAt) / 1000);
    element.textContent = `${String(Math.floor(passed / 60)).padStart(2, '0')}:${String(passed % 60).padStart(2, '0')}`;
  }, 1000);
}
