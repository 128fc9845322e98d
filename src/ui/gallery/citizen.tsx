import type { Language } from '#kernel/locale.ts';
import * as ui from '../index.ts';
import { sample } from './samples.ts';

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

function Standing({ language }: { language: Language }) {
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

function Questions({ language }: { language: Language }) {
  const s = sample(language);
  const fields = ui.uiWords(language).fields;
  return (
    <ui.Section title={s('place')}>
      <ui.Steps at={2} of={3} label={s('place')} />
      <ui.Form act="answer" hidden={{ version: 3 }} idempotencyKey="k1" files>
        <ui.NumberInput name="total" label={s('total')} value="46.5" unit="m²" source={s('source')} decimal />
        <ui.NumberInput
          name="kitchen"
          label={s('kitchen')}
          value={s('about')}
          unit="m²"
          error={fields.not_a_number}
          hint={s('questionHint')}
        />
        <ui.TextInput name="address" label={s('address')} value={s('addressText')} autocomplete="street-address" />
        <ui.DateInput
          name="birth"
          label={s('birthday')}
          value={{ year: '1986', month: '13', day: '2' }}
          error={fields.not_a_date}
          wrong={['month']}
        />
        <ui.YesNo name="takeaway" label={s('takeaway')} value />
        <ui.Choice
          name="town"
          label={s('town')}
          error={fields.choose_one}
          options={[
            { value: 'a', label: s('theme') },
            { value: 'b', label: s('theme2'), hint: s('note') },
          ]}
        />
        <ui.Choices
          name="dishes"
          label={s('dishes')}
          values={['hot']}
          options={[
            { value: 'hot', label: s('hot') },
            { value: 'drinks', label: s('drinks'), hint: s('drinksHint') },
          ]}
        />
        <ui.Select name="select" label={s('item')} options={[{ value: 'x', label: s('title') }]} />
        <ui.TextArea name="remark" label={s('remark')} optional value="" />
        <ui.FileInput name="plan" label={s('plan')} upload="#upload" files={[{ fileId: '1', name: 'plan.jpg' }]} />
        <ui.Consent name="truth" hint={s('truthHint')} error={fields.required}>
          {s('truth')}
        </ui.Consent>
        <ui.Details open>
          <p>{s('whyText')}</p>
        </ui.Details>
        <ui.Actions>
          <ui.Button>{ui.uiWords(language).form.continue}</ui.Button>
          <ui.LinkButton href="#later" look="plain">
            {s('later')}
          </ui.LinkButton>
        </ui.Actions>
      </ui.Form>
    </ui.Section>
  );
}

function Lists({ language }: { language: Language }) {
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
    </>
  );
}

/** One question with mistakes, as a citizen sees it after sending. */
export function QuestionPage({ language }: { language: Language }) {
  const s = sample(language);
  const wrong = ui.uiWords(language).fields.not_a_number;
  return (
    <>
      <ui.BackLink href="#back" />
      <ui.Errors errors={[{ name: 'kitchen', text: wrong }]} />
      <ui.Steps at={2} of={3} label={s('place')} />
      <ui.Form act="answer">
        <h1 class="q">{s('question')}</h1>
        <p class="hint">{s('questionHint')}</p>
        <ui.NumberInput name="total" label={s('total')} value="46.5" unit="m²" source={s('source')} decimal />
        <ui.NumberInput name="kitchen" label={s('kitchen')} value={s('about')} unit="m²" error={wrong} />
        <ui.Details>
          <p>{s('whyText')}</p>
        </ui.Details>
        <ui.Actions>
          <ui.Button>{ui.uiWords(language).form.continue}</ui.Button>
          <ui.LinkButton href="#later" look="plain">
            {s('later')}
          </ui.LinkButton>
        </ui.Actions>
      </ui.Form>
    </>
  );
}

/** The page after sending. */
export function DonePage({ language }: { language: Language }) {
  const s = sample(language);
  return (
    <div class="stack-5">
      <ui.Done title={s('sent')} label={s('caseNo')} no={ui.groupsOfFour('HC7K4M2P9XQ6')}>
        <p>{s('noStop')}</p>
      </ui.Done>
      <ui.Qr text="https://example.org/t/HC7K4M2P9XQ6" />
    </div>
  );
}
