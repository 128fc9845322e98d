import type { Facts } from '#kernel/result.ts';
import type { Item } from '../item.ts';

/** What a row of another system says, as text, before anything is believed. Empty text is nothing said. */
export type Candidate = {
  readonly row: number;
  readonly from: string;
  readonly jurisdiction: Item['jurisdiction'];
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  /** 办件类型: decided on the spot or by a promised day. */
  readonly handling: string;
  readonly bodyId: string;
  readonly bodyName: string;
  /** The unit here that takes the items over, when the importer says so. */
  readonly unit?: string | undefined;
  readonly region: string;
  readonly level: string;
  readonly statutory: string;
  readonly promised: string;
  readonly visits: string;
  readonly visitsWhy: string;
  readonly audience: readonly string[];
  readonly themes: readonly string[];
  readonly words: readonly string[];
  /** Undefined when the row says nothing about papers; an empty list says that none are needed. */
  readonly materials: readonly string[] | undefined;
  readonly phone: string;
  readonly supervision: string;
  readonly place: string;
  readonly conditions: string;
  readonly basis: string;
  readonly fee: string;
  readonly result: string;
  /** 办理形式, in the words of the other system. */
  readonly ways: readonly string[];
  readonly online: boolean;
  readonly post: boolean;
  readonly appointment: boolean;
};

/** One thing about a row that somebody should look at. An error keeps the row out. */
export type Doubt = { readonly row: number; readonly level: 'error' | 'warning'; readonly code: string; readonly facts: Facts };

/** Collects the doubts about one row. */
export type Notes = {
  readonly row: number;
  warn(code: string, facts?: Facts): void;
  reject(code: string, facts?: Facts): void;
  readonly doubts: Doubt[];
};

export function notesOn(row: number): Notes {
  const doubts: Doubt[] = [];
  const add =
    (level: Doubt['level']) =>
    (code: string, facts: Facts = {}) =>
      void doubts.push({ row, level, code, facts });
  return { row, warn: add('warning'), reject: add('error'), doubts };
}

export function isRejected({ doubts }: Notes): boolean {
  return doubts.some((doubt) => doubt.level === 'error');
}
