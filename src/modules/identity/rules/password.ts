const common = [
  'password',
  'passw0rd',
  'qwertyui',
  'asdfghjk',
  'iloveyou',
  'woaini',
  '12345678',
  '87654321',
  '11223344',
  'abcd1234',
  'admin123',
  'tongban',
  'matkhau',
];

/** Length counts, not ornaments (NIST SP 800-63B): eight characters that are neither common, nor one run, nor the person's own name or number. */
export function isWeakPassword(password: string, own: readonly string[]): boolean {
  const plain = password.normalize('NFKC').toLowerCase();
  if ([...plain].length < 8 || new Set(plain).size < 4 || isRun(plain)) return true;
  if (common.some((word) => plain.includes(word) && plain.length < word.length + 6)) return true;
  return own.some((word) => word.length >= 4 && plain.includes(word.toLowerCase()) && plain.length < word.length + 6);
}

function isRun(text: string): boolean {
  const steps = [...text].slice(1).map((character, index) => character.charCodeAt(0) - text.charCodeAt(index));
  return new Set(steps).size === 1 && Math.abs(steps[0] as number) <= 1;
}
