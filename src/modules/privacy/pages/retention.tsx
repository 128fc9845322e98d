import type { Act, Output } from '#kernel/endpoint.ts';
import { page } from '#kernel/page.ts';
import { isRefusal } from '#kernel/result.ts';
import { centreZone } from '#modules/identity/index.ts';
import { Empty, formatDay, formatInstant, formatNumber, Summary, Table, Topline } from '#ui/index.ts';
import { getRetention } from '../actions.ts';
import type * as contract from '../contract.ts';
import { type PrivacyWords, wordsIn } from '../locales/index.ts';

type Retention = Output<typeof contract.getRetention>;
type Part = { readonly data: Retention; readonly words: PrivacyWords['retention']; readonly language: Act['language'] };

export const retentionPage = page({
  path: '/admin/retention',
  shell: 'desk',
  may: ['admin'],
  load: async (act): Promise<Retention> => {
    const found = await getRetention(act, {});
    if (isRefusal(found)) throw new Error('an administrator was refused');
    return found;
  },
  title: (_, { language }) => wordsIn(language).retention.title,
  view: ({ data, act: { language } }) => {
    const part: Part = { data, words: wordsIn(language).retention, language };
    return (
      <>
        <Topline title={part.words.title} />
        <div class="body stack">
          <p class="lead">{part.words.lead}</p>
          <PolicyTable {...part} />
          <Due {...part} />
          <Erased {...part} />
        </div>
      </>
    );
  },
});

function PolicyTable({ data: { policy }, words, language }: Part) {
  const kinds = (names: readonly string[]) => names.map((name) => words.kinds[name] ?? name).join(' · ') || words.anyKind;
  const outcomes = (names: readonly string[]) => names.map((name) => words.outcomes[name] ?? name).join(' · ') || words.anyOutcome;
  const rows = [
    { what: words.drafts, kept: `${words.days(policy.draftDays)} · ${words.warned(policy.warnDays)}` },
    { what: words.identityPapers, kept: words.days(policy.identityPaperDays) },
    ...policy.cases.map((rule) => ({
      what: `${words.cases}: ${kinds(rule.kinds)}; ${outcomes(rule.outcomes)}`,
      kept: `${words.years(rule.years)} · ${words.warned(policy.warnDays)}`,
    })),
  ];
  return (
    <section class="section">
      <h2>{words.policy}</h2>
      <p class="hint">{words.since(formatDay(policy.validFrom, language, 'day'))}</p>
      <Table
        caption={words.policy}
        rows={rows}
        rowKey={({ what }) => what}
        columns={[
          { key: 'what', label: words.what, strong: true, onCard: true, cell: ({ what }) => what },
          { key: 'kept', label: words.kept, onCard: true, cell: ({ kept }) => kept },
        ]}
      />
    </section>
  );
}

function Due({ data: { due }, words, language }: Part) {
  const number = (value: number) => formatNumber(value, language);
  return (
    <section class="section">
      <h2>{words.due}</h2>
      <Summary
        rows={[
          { label: words.over, value: number(due.cases) },
          { label: words.soon, value: number(due.soon) },
          { label: words.told, value: number(due.told) },
          { label: words.idle, value: number(due.drafts) },
        ]}
      />
    </section>
  );
}

function Erased({ data: { erased, rows }, words, language }: Part) {
  const when = (at: string) => formatInstant(new Date(at), language, { zone: centreZone(), look: 'short' });
  const thing = (kind: string) => words.things[kind as 'case'] ?? kind;
  if (rows.length === 0) return <Empty text={words.none} icon="tick" />;
  return (
    <section class="section">
      <h2>{words.erased}</h2>
      <p class="hint">{words.proofHint}</p>
      <Table
        caption={words.erased}
        rows={erased}
        rowKey={({ kind }) => kind}
        columns={[
          { key: 'kind', label: words.kind, strong: true, onCard: true, cell: ({ kind }) => thing(kind) },
          { key: 'count', label: words.count, right: true, onCard: true, cell: ({ count }) => formatNumber(count, language) },
          { key: 'files', label: words.files, right: true, cell: ({ files }) => formatNumber(files, language) },
          { key: 'issued', label: words.issued, right: true, cell: ({ issued }) => formatNumber(issued, language) },
          { key: 'last', label: words.last, right: true, cell: ({ lastAt }) => when(lastAt) },
        ]}
      />
      <h2>{words.list}</h2>
      <Table
        caption={words.list}
        rows={rows}
        rowKey={({ kind, what }) => `${kind} ${what}`}
        columns={[
          { key: 'kind', label: words.kind, cell: ({ kind }) => thing(kind) },
          { key: 'no', label: words.no, strong: true, onCard: true, cell: ({ what }) => what },
          { key: 'item', label: words.item, cell: ({ itemCode }) => itemCode },
          { key: 'outcome', label: words.outcome, onCard: true, cell: ({ outcome }) => outcome && (words.outcomes[outcome] ?? outcome) },
          { key: 'rule', label: words.rule, cell: ({ rule }) => rule },
          { key: 'proof', label: words.proof, cut: true, cell: ({ proof }) => <code title={proof}>{proof.slice(0, 12)}…</code> },
          { key: 'at', label: words.at, right: true, onCard: true, cell: ({ erasedAt }) => when(erasedAt) },
        ]}
      />
    </section>
  );
}
