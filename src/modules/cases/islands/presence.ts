const everyMs = 20_000;

/** Says every twenty seconds that this reader has the case open, and shows who else has. */
export function start(element: HTMLElement): void {
  const { url, words = '', join = ', ' } = element.dataset;
  if (!url) return;
  const tell = async () => {
    if (document.hidden) return;
    const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' }).then(
      (answer) => (answer.ok ? answer : undefined),
      () => undefined,
    );
    if (!response) return;
    const { others } = (await response.json()) as { others: { name: string }[] };
    const text = others.length > 0 ? words.replace('{names}', others.map(({ name }) => name).join(join)) : '';
    if (element.textContent !== text) element.textContent = text;
  };
  void tell();
  setInterval(() => void tell(), everyMs);
}
