import type { Language } from '#kernel/locale.ts';
import * as ui from '../index.ts';
import { sample } from './samples.ts';

/** Where a matter stands: sentence, limits, course, who has it. */
export function Standing({ language }: { language: Language }) {
  const s = sample(language);
  const day = (on: string) => ui.formatDay(on, language, 'short');
  return (
    <div class="cols">
      <div>
        <section class="status mt-5">
          <div class="head-row">
            <ui.Tag tone="info">{s('inReview')}</ui.Tag>
            <ui.ClockChip clock={{ kind: 'left', count: 3 }} />
          </div>
          <h2>{s('sentence')}</h2>
          <p class="say">
            <b class="nowrap">{ui.formatDay('2020-08-06', language, 'weekday')} 14:30</b> {s('video')}
          </p>
        </section>
        <ui.Section title={ui.uiWords(language).time.promised}>
          <TimeBars language={language} />
        </ui.Section>
        <ui.Section title={s('review')} aside={day('2020-08-05')}>
          <ui.Timeline
            entries={[
              { when: day('2020-08-10'), title: s('decide'), note: s('office'), stage: 'next' },
              { when: `${day('2020-08-05')} 10:05`, at: '2020-08-05T10:05+07:00', title: s('sentence'), note: s('person'), stage: 'now' },
              { when: `${day('2020-08-03')} 15:40`, title: s('intake'), note: s('counter') },
            ]}
          />
        </ui.Section>
      </div>
      <aside class="stack-5" aria-label={s('officer')}>
        <ui.Summary
          look="narrow"
          rows={[{ label: s('officer'), value: s('person'), action: <a href="tel:06006102331">0600-610 2331</a> }]}
        />
        <ui.Rows
          rows={[
            { title: s('message'), href: '#m' },
            { title: s('withdraw'), href: '#w' },
          ]}
        />
        <ui.Qr text="https://example.org/t/HC7K4M2P9XQ6" caption={ui.groupsOfFour('HC7K4M2P9XQ6')} />
      </aside>
    </div>
  );
}

function TimeBars({ language }: { language: Language }) {
  const s = sample(language);
  const day = (on: string) => ui.formatDay(on, language, 'short');
  return (
    <div class="stack-5">
      <ui.TimeBar
        spans={[{ kind: 'used', count: 2 }]}
        promised={{ count: 5, by: day('2020-08-10') }}
        statutory={{ count: 20, by: day('2020-08-31') }}
        note={s('noStop')}
      />
      <ui.TimeBar
        spans={[
          { kind: 'used', count: 2 },
          { kind: 'stopped', count: 6 },
          { kind: 'used', count: 1 },
        ]}
        promised={{ count: 5, by: day('2020-08-18') }}
        statutory={{ count: 20 }}
      />
      <ui.TimeBar spans={[{ kind: 'used', count: 8 }]} promised={{ count: 5, by: day('2020-08-10') }} statutory={{ count: 20 }} />
      <ui.TimeBar spans={[]} statutory={{ count: 45 }} unit="days" />
    </div>
  );
}
