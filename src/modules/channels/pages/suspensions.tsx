import type { Act } from '#kernel/endpoint.ts';
import { textIn } from '#kernel/locale.ts';
import { form, page } from '#kernel/page.ts';
import { getCatalogue } from '#modules/catalogue/index.ts';
import { getDirectory } from '#modules/directory/index.ts';
import {
  Button,
  type Column,
  Errors,
  Form,
  formatInstant,
  formErrors,
  LinkButton,
  Notice,
  Scroll,
  Section,
  Table,
  Topline,
} from '#ui/index.ts';
import { centreZone } from '#modules/identity/index.ts';
import { endSuspension } from '../contract.ts';
import { heldSuspensions } from '../held.ts';
import { type DeskWords, deskWords } from '../locales/desk/index.ts';
import { channelsWords } from '../locales/index.ts';
import type { SuspensionRow } from '../rules.ts';
import { type Names, type Phase, phaseOf, scopeName } from './scope.ts';

const path = '/admin/suspensions';
export const suspensionsPage = page({
  path,
  shell: 'desk',
  may: ['admin', 'supervisor'],
  load: async ({ tx, now }) => ({
    rows: await heldSuspensions(tx),
    catalogue: await getCatalogue(tx, now),
    directory: await getDirectory(tx),
  }),
  title: (_, { language }) => deskWords(language).title,
  view: ({ data: { rows, catalogue, directory }, act, request, form: state }) => {
    const words = deskWords(act.language);
    const names: Names = { catalogue, directory, everything: words.everything, language: act.language };
    const byPhase = Map.groupBy(rows, (row) => phaseOf(row, act.now));
    const done = request.query['done'];
    return (
      <>
        <Topline title={words.title}>
          <LinkButton href={`${path}/new`} icon="plus">
            {words.add}
          </LinkButton>
        </Topline>
        <div class="body">
          <Errors errors={formErrors(act.language, state, { own: channelsWords(act.language).refusals })} />
          {(done === 'closed' || done === 'ended') && (
            <Notice tone="ok" live>
              <p>{done === 'closed' ? words.done : words.ended}</p>
            </Notice>
          )}
          <p class="muted">{words.lead}</p>
          {(['inForce', 'toCome', 'past'] as const).map((phase) => (
            <Listed key={phase} phase={phase} rows={byPhase.get(phase) ?? []} names={names} act={act} />
          ))}
        </div>
      </>
    );
  },
  forms: { end: form(endSuspension, () => `${path}?done=ended`) },
});

type ListedProps = { phase: Phase; rows: readonly SuspensionRow[]; names: Names; act: Act };

function Listed({ phase, rows, names, act }: ListedProps) {
  const words = deskWords(act.language);
  return (
    <Section title={words[phase]} id={phase}>
      {rows.length === 0 ? (
        <p class="muted">{words.none[phase]}</p>
      ) : (
        <Scroll label={words[phase]}>
          <Table
            caption={words[phase]}
            rows={rows}
            rowKey={({ suspensionId }) => suspensionId}
            columns={columnsOf(phase, { words, names, act })}
          />
        </Scroll>
      )}
    </Section>
  );
}

function columnsOf(phase: Phase, { words, names, act }: { words: DeskWords; names: Names; act: Act }): Column<SuspensionRow>[] {
  const instant = (at: Date | null) => (at ? formatInstant(at, act.language, { zone: centreZone(), look: 'day' }) : words.open);
  const { channels, and } = channelsWords(act.language);
  return [
    { key: 'scope', label: words.scope, strong: true, cell: (row) => scopeName(row, names) },
    { key: 'channels', label: words.channels, cell: (row) => row.channels.map((name) => channels[name]).join(and) },
    { key: 'from', label: words.from, cell: ({ fromAt }) => instant(fromAt) },
    { key: 'until', label: words.until, cell: ({ endedAt, untilAt }) => instant(endedAt ?? untilAt) },
    { key: 'reason', label: words.reason, cell: ({ reason }) => textIn(reason, act.language) },
    { key: 'urgent', label: words.urgent, cell: ({ urgentExcepted }) => (urgentExcepted ? words.urgentExcepted : words.urgentToo) },
    ...(phase === 'past'
      ? []
      : [{ key: 'end', label: words.end, cell: (row: SuspensionRow) => <End row={row} words={words} scope={scopeName(row, names)} /> }]),
  ];
}

function End({ row: { suspensionId, version }, words, scope }: { row: SuspensionRow; words: DeskWords; scope: string }) {
  return (
    <Form act="end" hidden={{ suspensionId, version }} label={words.endOf(scope)}>
      <Button look="second">{words.end}</Button>
    </Form>
  );
}
