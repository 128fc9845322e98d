const confusable: Readonly<Record<string, string>> = { I: 'J', O: 'Q', Z: 'Y' };

/** Two letters for case numbers out of a place's Latin name: `Hechuan City` → `HC`. Letters that look like digits are replaced. */
export function prefixFrom(name: string): string {
  const words = name
    .replaceAll('Đ', 'D')
    .normalize('NFD')
    .replace(/[^A-Za-z ]/g, '')
    .toUpperCase()
    .split(' ')
    .filter(Boolean);
  const letters = words.length > 1 ? words.map((word) => word[0]).join('') : (words[0] ?? '');
  return `${letters}XX`.slice(0, 2).replace(/[IOZ]/g, (letter) => confusable[letter] as string);
}
