import type { Language } from '#kernel/locale.ts';
import * as ui from '../index.ts';
import { Lists } from './lists.tsx';
import { Questions } from './questions.tsx';
import { sample } from './samples.ts';
import { Standing } from './standing.tsx';

/** Everything a citizen may meet, in every state, as one long page. */
export function CitizenParts({ language }: { language: Language }) {
  const s = sample(language);
  return (
    <>
      <ui.Breadcrumbs
        crumbs={[
          { label: s('theme'), href: '#a' },
          { label: s('title'), href: '#b' },
        ]}
      />
      <div class="cols guide">
        <div>
          <h1>{s('title')}</h1>
          <p class="lead mt-4">{s('lead')}</p>
        </div>
        <aside class="stack-5" aria-label={s('start')}>
          <GuideFacts language={language} />
          <ui.LinkButton href="#start" wide>
            {s('start')}
          </ui.LinkButton>
        </aside>
        <div>
          <Chips language={language} />
          <Documents language={language} />
        </div>
      </div>
      <Course language={language} />
      <Standing language={language} />
      <Questions language={language} />
      <Lists language={language} />
      <ui.StickyBar label={s('apply')}>
        <ui.Button>{s('apply')}</ui.Button>
        <span class="small muted">{s('draftSaved')}</span>
      </ui.StickyBar>
    </>
  );
}

function GuideFacts({ language }: { language: Language }) {
  const s = sample(language);
  return (
    <ui.Facts
      facts={[
        { label: s('promisedTime'), value: 5, unit: s('workdays'), note: s('measured') },
        { label: s('legalTime'), value: 20, unit: s('workdays') },
        { label: s('visits'), value: 0 },
        { label: s('fee'), value: 0 },
      ]}
    />
  );
}

function Chips({ language }: { language: Language }) {
  const s = sample(language);
  return (
    <ui.Section title={s('online')}>
      <ui.Chips
        chips={[
          { label: s('walkIn'), closed: s('closedSince') },
          { label: s('online'), icon: 'screen', href: '#1' },
          { label: s('post'), icon: 'post', href: '#2' },
          { label: s('phone'), icon: 'phone', href: '#3' },
        ]}
      />
      <p class="mt-4 acts">
        {(['ok', 'warn', 'bad', 'info', 'hold', 'idle'] as const).map((tone) => (
          <ui.Tag key={tone} tone={tone}>
            {s('inReview')}
          </ui.Tag>
        ))}
      </p>
      <p class="mt-4 acts">
        <ui.ClockChip clock={{ kind: 'left', count: 3 }} />
        <ui.ClockChip clock={{ kind: 'today' }} />
        <ui.ClockChip clock={{ kind: 'overdue', count: 1, unit: 'days' }} />
        <ui.ClockChip clock={{ kind: 'paused', reason: s('waiting') }} />
        <ui.ClockChip clock={{ kind: 'done' }} />
        <ui.ClockChip clock={{ kind: 'notStarted' }} />
      </p>
      <ui.ClockChip clock={{ kind: 'left', count: 1 }}>{s('noStop')}</ui.ClockChip>
      <div class="acts mt-4">
        <ui.Button icon="tick">{s('apply')}</ui.Button>
        <ui.Button look="second">{s('later')}</ui.Button>
        <ui.Button look="danger">{s('withdraw')}</ui.Button>
        <ui.Button why="why-closed">{s('decide')}</ui.Button>
        <span id="why-closed" class="small muted">
          {s('note')}
        </span>
        <ui.LinkButton href="#plain" look="plain">
          {s('later')}
        </ui.LinkButton>
      </div>
    </ui.Section>
  );
}

function Documents({ language }: { language: Language }) {
  const s = sample(language);
  const by = ui.formatDay('2020-08-17', language, 'short');
  return (
    <ui.Section title={s('papers')}>
      <ui.DocCard
        title={s('plan')}
        state={{ kind: 'defective' }}
        reason={
          <>
            <b>{s('planDefect')}</b>
            <br />
            {s('planDo')}
          </>
        }
        actions={
          <>
            <ui.Button size="small" icon="camera">
              {s('retake')}
            </ui.Button>
            <a href="#sample">{s('sample')}</a>
          </>
        }
      >
        <ui.Thumbs thumbs={[{ alt: s('plan'), caption: 'plan.jpg · 1.8 MB' }]} />
      </ui.DocCard>
      <ui.DocCard title={s('photos')} state={{ kind: 'uploaded', count: 2 }} meta={s('signedBy')} />
      <ui.DocCard title={s('health')} state={{ kind: 'owed', by }} meta={s('planDo')} />
      <div class="docs two mt-4">
        <ui.DocCard title={s('licence')} state={{ kind: 'credential' }} meta={s('signedBy')} />
        <ui.DocCard title={s('premises')} state={{ kind: 'shared' }} meta={s('signedBy')} />
        <ui.DocCard title={s('plan')} state={{ kind: 'needed' }} meta={s('planDo')} actions={<a href="#sample2">{s('sample')}</a>} />
        <ui.DocCard title={s('health')} state={{ kind: 'mayFollow' }} />
        <ui.DocCard title={s('idCard')} state={{ kind: 'exempt' }} />
        <ui.DocCard title={s('photos')} state={{ kind: 'checking' }} />
        <ui.DocCard title={s('photos')} state={{ kind: 'accepted' }} />
      </div>
    </ui.Section>
  );
}

function Course({ language }: { language: Language }) {
  const s = sample(language);
  const words = ui.uiWords(language).time;
  return (
    <ui.Section title={s('review')}>
      <ui.Flow
        steps={[
          { title: s('apply'), who: s('you'), days: words.days(1) },
          { title: s('intake'), who: s('counter'), days: words.workdays(1) },
          {
            title: s('review'),
            days: words.workdays(4),
            lanes: [
              { title: s('papers'), who: s('office') },
              { title: s('video'), who: s('office') },
            ],
          },
          { title: s('decide'), who: s('office'), days: words.workdays(1) },
        ]}
      />
    </ui.Section>
  );
}
