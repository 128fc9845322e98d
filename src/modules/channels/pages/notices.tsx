import type { Act } from '#kernel/endpoint.ts';
import { textIn } from '#kernel/locale.ts';
import { page } from '#kernel/page.ts';
import { getCatalogue } from '#modules/catalogue/index.ts';
import { getDirectory } from '#modules/directory/index.ts';
import { centreZone } from '#modules/identity/index.ts';
import { Empty, formatInstant, Section, Summary } from '#ui/index.ts';
import { titleOf } from '../announcements.ts';
import { heldSuspensions } from '../held.ts';
import { triageWords } from '../locales/triage/index.ts';
import type { SuspensionRow } from '../rules.ts';
import { type Names, phaseOf, scopeName } from './scope.ts';

/** Every arrangement as it was announced: in force, to come, ended. */
export const noticesPage = page({
  path: '/notices',
  shell: 'portal',
  width: 'read',
  may: 'anyone',
  load: async ({ tx, now }) => ({
    rows: await heldSuspensions(tx),
    catalogue: await getCatalogue(tx, now),
    directory: await getDirectory(tx),
  }),
  title: (_, { language }) => triageWords(language).notices.title,
  view: ({ data: { rows, catalogue, directory }, act }) => {
    const { notices: words } = triageWords(act.language);
    const names: Names = { catalogue, directory, everything: words.everything, language: act.language };
    const byPhase = Map.groupBy(rows, (row) => phaseOf(row, act.now));
    return (
      <>
        <h1>{words.title}</h1>
        <p class="lead mt-2 mb-4">{words.lead}</p>
        <p>
          <a href={`/${act.language}/how-now`}>{words.howNow}</a>
        </p>
        {!byPhase.has('inForce') && <Empty text={words.none} icon="tick" />}
        {(['inForce', 'toCome', 'past'] as const).map((phase) => (
          <Phase key={phase} title={words[phase]} rows={byPhase.get(phase) ?? []} names={names} act={act} />
        ))}
      </>
    );
  },
});

function Phase({ title, rows, names, act }: { title: string; rows: readonly SuspensionRow[]; names: Names; act: Act }) {
  if (rows.length === 0) return null;
  return (
    <Section title={title}>
      {rows.map((row) => (
        <article key={row.suspensionId} id={row.suspensionId} class="mb-5">
          <h3 class="mb-2">{titleOf(row, act.language)}</h3>
          <Summary rows={lines(row, names, act)} />
        </article>
      ))}
    </Section>
  );
}

function lines(row: SuspensionRow, names: Names, { language }: Act) {
  const { notices: words } = triageWords(language);
  const instant = (at: Date) => formatInstant(at, language, { zone: centreZone() });
  const until = row.endedAt ? words.ended(instant(row.endedAt)) : row.untilAt ? instant(row.untilAt) : words.open;
  return [
    { label: words.scope, value: scopeName(row, names) },
    { label: words.from, value: instant(row.fromAt) },
    { label: words.until, value: until },
    { label: words.why, value: textIn(row.reason, language) },
    ...(row.urgentExcepted ? [{ label: words.urgent, value: words.urgentExcepted }] : []),
  ];
}
