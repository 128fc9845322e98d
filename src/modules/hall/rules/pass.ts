/** A day pass: what a door without a line must know of a booking, signed by the office. No name, no number of a person, nothing about health. */
export type Pass = {
  readonly venue: string;
  readonly area: 'hall' | 'special';
  readonly booking: string;
  readonly party: number;
  /** Seconds since 1970. */
  readonly from: number;
  readonly until: number;
  readonly policy: number;
};

const prefix = 'TB1';
const encoder = new TextEncoder();

/** The text of a pass is `TB1.<pass>.<signature>`, both base64url; signed is everything before the second point. */
export function passText(pass: Pass): string {
  const { venue, area, booking, party, from, until, policy } = pass;
  return `${prefix}.${toBase64(encoder.encode(JSON.stringify([venue, area, booking, party, from, until, policy])))}`;
}

/** The pass as it claims to be, and what its signature is over; undefined when it is none. */
export function readPass(text: string): { pass: Pass; signed: Uint8Array; signature: Uint8Array } | undefined {
  const [head, body, signature, ...rest] = text.trim().split('.');
  if (
    head !== prefix ||
    !body ||
    !signature ||
    rest.length > 0 ||
    !/^[\w-]+$/.test(body + signature) ||
    [body, signature].some(({ length }) => length % 4 === 1)
  )
    return undefined;
  const fields = fieldsOf(body);
  if (!fields) return undefined;
  const [venue, area, booking, party, from, until, policy] = fields;
  return {
    pass: { venue, area, booking, party, from, until, policy } as Pass,
    signed: encoder.encode(`${head}.${body}`),
    signature: fromBase64(signature),
  };
}

const shapes = ['string', 'string', 'string', 'number', 'number', 'number', 'number'];

function fieldsOf(body: string): unknown[] | undefined {
  const text = new TextDecoder().decode(fromBase64(body));
  if (!/^\[("[\w-]*",){3}((0|[1-9]\d{0,11}),){3}(0|[1-9]\d{0,11})\]$/.test(text)) return undefined;
  const fields = JSON.parse(text) as unknown[];
  return fields.length === shapes.length ? fields : undefined;
}

/** Whether a pass opens this door now. Times in milliseconds. */
export function passTimeProblem(
  pass: Pass,
  { venue, now }: { venue: string; now: number },
): 'pass_elsewhere' | 'pass_too_early' | 'pass_over' | undefined {
  if (pass.venue !== venue) return 'pass_elsewhere';
  if (now < pass.from * 1000) return 'pass_too_early';
  return now > pass.until * 1000 ? 'pass_over' : undefined;
}

/** The same for a door without a line, which knows only what was revoked when it still had one. */
export function passProblem(pass: Pass, { venue, now, revoked }: { venue: string; now: number; revoked: readonly string[] }) {
  return passTimeProblem(pass, { venue, now }) ?? (revoked.includes(pass.booking) ? ('pass_revoked' as const) : undefined);
}

export function toBase64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const padded = text.replaceAll('-', '+').replaceAll('_', '/');
  return Uint8Array.from(atob(padded + '='.repeat((4 - (padded.length % 4)) % 4)), (character) => character.charCodeAt(0));
}
