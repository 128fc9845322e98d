import type { Language } from '#kernel/locale.ts';
import * as ui from '../index.ts';
import { sample } from './samples.ts';

/** Tasks, answers, links, notices. */
export function Lists({ language }: { language: Language }) {
  const s = sample(language);
  return (
    <>
      <ui.TaskList
        title={s('papers')}
        tasks={[
          { label: s('applicant'), note: `${ui.maskName('林青禾')} · ${s('fromId')}`, state: 'done', href: '#t1' },
          { label: s('place'), note: s('note'), state: 'doing', href: '#t2' },
          { label: s('plan'), state: 'wrong', href: '#t3' },
          { label: s('photos'), state: 'todo', href: '#t4' },
          { label: s('apply'), note: s('note'), state: 'later' },
        ]}
      />
      <ui.Steps at={5} of={8}>
        {ui.uiWords(language).progress.done(5, 8)}
      </ui.Steps>
      <ui.Progress done={31} of={67} label={s('papers')} />
      <ui.Section title={s('apply')}>
        <ui.Summary
          rows={[
            { label: s('applicant'), value: `${ui.maskName('林青禾')} ${ui.maskPhone('13812345521')}`, source: s('fromId') },
            { label: s('address'), value: s('addressText'), change: '#c1' },
            { label: s('deliveryApps'), change: '#c2' },
          ]}
        />
      </ui.Section>
      <Ways language={language} />
      <Notes language={language} />
    </>
  );
}

function Ways({ language }: { language: Language }) {
  const s = sample(language);
  return (
    <ui.Section title={s('inbox')}>
      <ui.Tabs
        label={s('theme')}
        tabs={[
          { label: s('persons'), href: '#p', current: true },
          { label: s('firms'), href: '#f', count: 12 },
        ]}
      />
      <ui.Links
        columns={3}
        links={[
          { label: s('theme'), href: '#l1', count: 214 },
          { label: s('theme2'), href: '#l2', count: 168 },
          { label: s('theme3'), href: '#l3', count: 121 },
          { label: s('theme4'), href: '#l4', count: 25 },
        ]}
      />
      <ui.Pagination previous="#prev" next="#next" range={{ from: 51, to: 100, of: 6512 }} />
    </ui.Section>
  );
}

function Notes({ language }: { language: Language }) {
  const s = sample(language);
  return (
    <div class="stack mt-5">
      <ui.Notice tone="warn">
        <p>
          <b>{s('notSent')}</b> {s('notSentDo')}
        </p>
      </ui.Notice>
      <ui.Notice tone="info" title={s('sentence')} />
      <ui.Failure incidentNo="K7Q2-M4" />
      <ui.Empty text={ui.uiWords(language).empty.noMatch} href="#all" icon="search" />
      <ui.SearchForm
        action="#search"
        label={ui.uiWords(language).shell.searchItems}
        example={ui.uiWords(language).shell.searchExample}
        name="q2"
      />
      <ui.Prose>
        <h3>{s('theme')}</h3>
        <p>{s('lead')}</p>
        <ul>
          <li>{s('planDo')}</li>
          <li>{s('note')}</li>
        </ul>
      </ui.Prose>
    </div>
  );
}
