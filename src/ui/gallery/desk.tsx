import type { Language } from '#kernel/locale.ts';
import * as ui from '../index.ts';
import { sample } from './samples.ts';

type Line = { no: string; clock: ui.ClockState; tag?: { tone: ui.Tone; text: string }; mine: boolean };

export function deskMenu(language: Language): ui.MenuEntry[] {
  const s = sample(language);
  return [
    { href: '/desk', label: s('today'), icon: 'calendar' },
    { href: '/desk/window', label: s('window'), icon: 'door' },
    { href: '/desk/inbox', label: s('inbox'), icon: 'post', count: 38 },
    { href: '/desk/parcels', label: s('parcels'), icon: 'grid', count: 6 },
    { href: '/desk/disinfection', label: s('disinfect'), icon: 'shield', count: 1, hot: true, group: 'duties' },
  ];
}

function lines(language: Language): Line[] {
  const s = sample(language);
  return [
    { no: 'HC3N-8T5W-2KD7', clock: { kind: 'overdue', count: 1, unit: 'days' }, tag: { tone: 'bad', text: s('reminded') }, mine: true },
    { no: 'HC9F-6R2J-7PM3', clock: { kind: 'today' }, mine: true },
    { no: 'HC8W-2P4H-6NC5', clock: { kind: 'left', count: 1 }, mine: false },
    {
      no: 'HC7K-4M2P-9XQ6',
      clock: { kind: 'left', count: 3 },
      tag: { tone: 'warn', text: ui.formatDay('2020-08-17', language, 'short') },
      mine: true,
    },
    { no: 'HC4X-9G5V-3EM6', clock: { kind: 'paused', reason: s('waiting') }, tag: { tone: 'hold', text: s('waiting') }, mine: true },
  ];
}

/** A list to work through: views, filters, table, bulk bar. */
export function Inbox({ language }: { language: Language }) {
  const s = sample(language);
  const keys = ui.uiWords(language).keys;
  return (
    <>
      <ui.Topline title={s('inbox')} find={{ action: '/desk/search', label: s('find') }}>
        <span class="muted">{ui.formatDay('2020-08-05', language, 'weekday')} 10:20</span>
      </ui.Topline>
      <ui.Views
        views={[
          { label: s('mineAll'), href: '#v1', count: 38, current: true },
          { label: s('unclaimed'), href: '#v2', count: 7 },
          { label: s('overdue'), href: '#v3', count: 1, hot: true },
        ]}
        save={<a href="#save">{s('saveView')}</a>}
      />
      <ui.Filters
        fields={[
          { name: 'item', label: s('item'), options: [{ value: '1', label: s('title') }] },
          { name: 'stage', label: s('stage'), options: [{ value: '1', label: s('review') }] },
        ]}
        set={[{ label: s('food'), without: '#without' }]}
        clear="#clear"
        result={s('ordered')}
      />
      <ui.Scroll>
        <InboxTable language={language} />
      </ui.Scroll>
      <ui.BulkBar
        chosen={1}
        clear="#none"
        keys={
          <>
            <ui.KeyHint keys={['j', 'k']}>{keys.move}</ui.KeyHint>
            <ui.KeyHint keys={['Enter']}>{keys.open}</ui.KeyHint>
            <ui.KeyHint keys={['?']}>{keys.all}</ui.KeyHint>
          </>
        }
      >
        <ui.Button shortcut="c">{s('claim')}</ui.Button>
        <ui.Button look="second">{s('transfer')}</ui.Button>
        <ui.Button look="second">{s('export')}</ui.Button>
      </ui.BulkBar>
    </>
  );
}

function InboxTable({ language }: { language: Language }) {
  const s = sample(language);
  return (
    <ui.Table
      caption={s('inbox')}
      keys
      rows={lines(language)}
      rowKey={({ no }) => no}
      selection={{ name: 'cases', value: ({ no }) => no, label: ({ no }) => no, chosen: ['HC8W-2P4H-6NC5'] }}
      columns={[
        { key: 'no', label: s('caseNo'), cell: ({ no }) => <a href={`#${no}`}>{no}</a>, strong: true, onCard: true },
        { key: 'item', label: s('item'), cell: () => s('title'), cut: true, onCard: true },
        { key: 'who', label: s('applicant'), cell: () => '禾味小厨 · 林**', cut: true },
        { key: 'stage', label: s('stage'), cell: () => s('papers') },
        {
          key: 'due',
          label: s('due'),
          cell: ({ clock }) => <ui.ClockChip clock={clock} />,
          sort: { href: '#sort', now: 'ascending' },
          onCard: true,
        },
        { key: 'hint', label: s('hint'), cell: ({ tag }) => tag && <ui.Tag tone={tag.tone}>{tag.text}</ui.Tag> },
        { key: 'officer', label: s('officer'), cell: ({ mine }) => (mine ? s('person') : <span class="muted">{s('unclaimed')}</span>) },
        { key: 'received', label: s('received'), cell: () => ui.formatDay('2020-07-28', language, 'short'), right: true },
      ]}
    />
  );
}

/** One case: header, papers and checks side by side, acts below. */
export function CaseDesk({ language }: { language: Language }) {
  const s = sample(language);
  return (
    <>
      <header class="casehead">
        <div class="line">
          <h1>{s('title')}</h1>
          <span class="caseno">HC7K-4M2P-9XQ6</span>
          <ui.Tag tone="info">{s('inReview')}</ui.Tag>
        </div>
        <div class="due">
          <ui.ClockChip clock={{ kind: 'left', count: 3 }} />
        </div>
      </header>
      <ui.Views
        views={[
          { label: s('papers'), href: '#p', current: true, count: 7 },
          { label: s('message'), href: '#m', count: 1 },
        ]}
      />
      <CaseBody language={language} />
      <ui.ActionBar note={<span id="why">{s('note')}</span>}>
        <ui.Button size="big" why="why">
          {s('decide')}
        </ui.Button>
        <ui.Button look="second" size="big">
          {s('transfer')}
        </ui.Button>
        <ui.Button look="plain" size="big" shortcut=".">
          {s('message')}
        </ui.Button>
      </ui.ActionBar>
    </>
  );
}

function CaseBody({ language }: { language: Language }) {
  const s = sample(language);
  return (
    <div class="body">
      <ui.Section title={s('papers')}>
        <ui.DocCard title={s('plan')} state={{ kind: 'checking' }} meta={s('signedBy')} actions={<a href="#open">{s('sample')}</a>} />
        <ui.DocCard title={s('health')} state={{ kind: 'owed', by: ui.formatDay('2020-08-17', language, 'short') }} />
      </ui.Section>
      <ui.Section title={s('remark')}>
        <ui.Form act="note">
          <ui.TextArea name="remark" label={s('remark')} value="" />
          <ui.Choice
            name="d"
            label={s('decide')}
            options={[
              { value: 'a', label: s('hot') },
              { value: 'b', label: s('drinks') },
            ]}
            value="a"
            inline
          />
          <ui.NumberInput name="n" label={s('total')} unit="m²" error={ui.uiWords(language).fields.required} />
        </ui.Form>
      </ui.Section>
      <ui.Section title={s('due')}>
        <ui.TimeBar spans={[{ kind: 'used', count: 2 }]} promised={{ count: 5 }} statutory={{ count: 20 }} />
      </ui.Section>
    </div>
  );
}
