import type { Language } from '#kernel/locale.ts';
import type { Day } from '#kernel/workdays.ts';

/** Words of the sheets are all data: the caller writes them in the reader's language. */
export type Row = { readonly label: string; readonly value: string };
export type Section = { readonly title: string; readonly items: readonly string[] };
export type Party = { readonly label: string; readonly name: string; readonly phone: string; readonly lines: readonly string[] };

type Sheet = {
  readonly language: Language;
  readonly agency: string;
  /** A second name under the first, for instance in the agency's own language. */
  readonly agencyLine?: string;
  readonly title: string;
  readonly date: Day;
  readonly number: Row;
  /** `content` is the address, `title` says it to people who cannot see the square, `caption` stands under it. */
  readonly qr: { readonly content: string; readonly title: string; readonly caption: string };
};
type Page = Sheet & {
  /** Hotline, place, officer's code. */
  readonly foot: string;
  /** With `{page}` and `{pages}`. */
  readonly pages: string;
};
type Letter = Page & { readonly addressee: string; readonly opening: string; readonly rows: readonly Row[] };
type Sealed = {
  readonly closing: { readonly agency: string; readonly date: string };
  readonly seal: { readonly name: string; readonly caption: string };
};

/** What each template wants. A refusal cannot be printed without reasons, legal basis and the way to appeal. */
export type Sheets = {
  readonly receipt: Page & {
    readonly intro: string;
    readonly rows: readonly Row[];
    readonly papers?: Section;
    readonly next: { readonly title: string; readonly steps: readonly { readonly title: string; readonly text: string }[] };
    readonly note?: string;
  };
  readonly decision: Letter &
    Sealed & { readonly outcome: Row; readonly reasons?: Section; readonly basis: Section; readonly appeal: Section };
  readonly 'refusal-notice': Letter &
    Sealed & { readonly reasons: Section; readonly basis: Section; readonly instead?: Section; readonly appeal: Section };
  readonly 'correction-notice': Letter &
    Sealed & {
      readonly defects: {
        readonly title: string;
        readonly items: readonly { readonly title: string; readonly wrong: string; readonly remedy: string }[];
      };
      readonly by: Row;
      readonly otherwise: string;
    };
  readonly apology: Letter &
    Sealed & {
      readonly motto?: readonly [string, string];
      readonly cause: Section;
      readonly promised: Row;
      readonly renewed: Row;
      readonly sorry: string;
    };
  readonly 'courier-label': Sheet & { readonly from: Party; readonly to: Party; readonly note: string };
};
export type Template = keyof Sheets;
