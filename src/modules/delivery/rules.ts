import type { HandoverState, Recipient, Way } from './contract.ts';

export const mostWrongCodes = 10;
/** Nothing has left the office yet: the way may still be changed. */
export const changeable: readonly HandoverState[] = ['ready'];

type Wished = {
  readonly way?: string | undefined;
  readonly name?: string | undefined;
  readonly phone?: string | undefined;
  readonly address?: string | undefined;
};

/** An address that a courier can find, out of what was given and what was known before. */
export function toRecipient(given: Wished, known: Partial<Recipient> = {}): Recipient | undefined {
  const name = given.name?.trim() || known.name;
  const phone = given.phone?.trim() || known.phone;
  const address = given.address?.trim() || known.address;
  return name && phone && phone.length >= 5 && address && address.length >= 5 ? { name, phone, address } : undefined;
}

/** How a fresh result begins its way. Who wanted a courier and gave no address is asked for it. */
export function beginning(wished: Wished, known: Partial<Recipient>): { way: Way; state: HandoverState; recipient: Recipient | undefined } {
  const way: Way = wished.way === 'counter' || wished.way === 'courier' ? wished.way : 'electronic';
  const recipient = toRecipient(wished, known);
  return { way, state: way === 'courier' && recipient ? 'booking' : 'ready', recipient };
}

/** What a scanner types at the counter: a case number, a code, or both as the code square holds them. */
export function readScan(typed: string): { caseNo?: string; code?: string } {
  const plain = typed.normalize('NFKC').trim();
  if (/^\d{6}$/.test(plain)) return { code: plain };
  const [caseNo = '', code] = plain.split('#', 2);
  return { ...(caseNo ? { caseNo } : {}), ...(code && /^\d{6}$/.test(code) ? { code } : {}) };
}

/** What the square shown in the portal holds. */
export function toScan(caseNo: string, code: string): string {
  return `${caseNo}#${code}`;
}
