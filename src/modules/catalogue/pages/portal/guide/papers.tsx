import { type Language, textIn } from '#kernel/locale.ts';
import { DocCard, type DocState, Section } from '#ui/index.ts';
import type { DocumentSlot, Item } from '../../../item.ts';
import { guideWords } from '../../../locales/guide/index.ts';
import { limitText } from './limits.ts';

/** A paper that we look up ourselves first; one that may follow anyway is counted with those. */
export function isOurs({ from, owed }: DocumentSlot): boolean {
  return from[0] !== undefined && !('upload' in from[0]) && !owed;
}

export function uploadOf({ from }: DocumentSlot) {
  return from.flatMap((source) => ('upload' in source ? [source.upload] : []))[0];
}

export function Papers({ item, language }: { item: Item; language: Language }) {
  const words = guideWords(language);
  const { documents } = item;
  return (
    <Section title={words.papers} id="papers">
      <p>{documents.length > 0 ? words.papersCount(documents.length, documents.filter(isOurs).length) : words.papersNone}</p>
      <div class="docs two">
        {documents.map((slot) => (
          <Paper key={slot.key} slot={slot} item={item} language={language} />
        ))}
      </div>
    </Section>
  );
}

function stateOf(slot: DocumentSlot): DocState {
  if (isOurs(slot)) return { kind: 'exempt' };
  return { kind: slot.owed ? 'mayFollow' : 'needed' };
}

function Paper({ slot, item, language }: { slot: DocumentSlot; item: Item; language: Language }) {
  const state = stateOf(slot);
  const lines = paperNotes(slot, language);
  return (
    <DocCard
      title={textIn(slot.name, language)}
      state={state}
      stateText={state.kind === 'needed' ? guideWords(language).paper.upload : undefined}
      meta={lines.map((line, index) => (
        <span key={line}>
          {index > 0 && <br />}
          {line}
        </span>
      ))}
      actions={<PaperFiles slot={slot} code={item.code} language={language} />}
    />
  );
}

/** What it must show, who issues it, original or copy, what happens without it. */
export function paperNotes(slot: DocumentSlot, language: Language): string[] {
  const { paper } = guideWords(language);
  const issuedBy = textIn(slot.issuedBy, language);
  const first = slot.from[0];
  const ours = first && ('credential' in first ? paper.credential : 'register' in first ? paper.register : undefined);
  const handedIn = slot.form === 'original' ? paper.original : slot.form === 'copy' ? paper.copy : undefined;
  return [
    ours && (uploadOf(slot) ? `${ours}${language.startsWith('zh') ? '；' : '; '}${paper.otherwise}` : ours),
    textIn(slot.note, language),
    issuedBy && paper.issuedBy(issuedBy),
    handedIn,
    slot.each && !slot.note && paper.each,
    slot.owed && paper.owed(limitText(slot.owed, language)),
    slot.commitment && paper.commitment,
    slot.skipIf && paper.some,
  ].filter((line): line is string => Boolean(line));
}

export function PaperFiles({ slot, code, language }: { slot: DocumentSlot; code: string; language: Language }) {
  const { paper } = guideWords(language);
  const upload = uploadOf(slot);
  if (!upload?.sample && !upload?.template) return null;
  const href = (name: string) => `/${language}/services/${code}/papers/${name}`;
  const about = <span class="hide"> {textIn(slot.name, language)}</span>;
  return (
    <>
      {upload.sample && (
        <a href={href(upload.sample)}>
          {paper.sample}
          {about}
        </a>
      )}
      {upload.template && (
        <a href={href(upload.template)} download>
          {paper.template}
          {about}
        </a>
      )}
    </>
  );
}
