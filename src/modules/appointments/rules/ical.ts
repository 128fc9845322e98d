/** One booking as a calendar entry (RFC 5545). */
export type CalendarEntry = {
  readonly uid: string;
  readonly sequence: number;
  readonly state: 'confirmed' | 'tentative' | 'cancelled';
  readonly from: Date;
  readonly until: Date;
  readonly stampedAt: Date;
  readonly summary: string;
  readonly location: string;
  readonly description: string;
  readonly url: string;
};

/** The same UID for good and a rising SEQUENCE, so that a calendar moves the entry it has; METHOD:CANCEL takes it away. */
export function toCalendar(entry: CalendarEntry): string {
  const isCancelled = entry.state === 'cancelled';
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Tongban//Appointments//EN',
    'CALSCALE:GREGORIAN',
    `METHOD:${isCancelled ? 'CANCEL' : 'PUBLISH'}`,
    'BEGIN:VEVENT',
    `UID:${entry.uid}`,
    `SEQUENCE:${entry.sequence}`,
    `DTSTAMP:${utc(entry.stampedAt)}`,
    `DTSTART:${utc(entry.from)}`,
    `DTEND:${utc(entry.until)}`,
    `STATUS:${entry.state.toUpperCase()}`,
    `SUMMARY:${escaped(entry.summary)}`,
    `LOCATION:${escaped(entry.location)}`,
    `DESCRIPTION:${escaped(entry.description)}`,
    `URL:${entry.url}`,
    ...(isCancelled ? [] : ['BEGIN:VALARM', 'ACTION:DISPLAY', 'TRIGGER:-PT2H', `DESCRIPTION:${escaped(entry.summary)}`, 'END:VALARM']),
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return `${lines.flatMap(folded).join('\r\n')}\r\n`;
}

function utc(instant: Date): string {
  return `${instant.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
}

function escaped(text: string): string {
  return text.replace(/[\\;,]/g, (character) => `\\${character}`).replace(/\r?\n/g, '\\n');
}

const encoder = new TextEncoder();

/** At most 75 octets a line; a character is never torn apart. */
function folded(line: string): string[] {
  const lines: string[] = [];
  let part = '';
  for (const character of line) {
    if (encoder.encode(part + character).length > 75) {
      lines.push(part);
      part = ' ';
    }
    part += character;
  }
  return [...lines, part];
}
