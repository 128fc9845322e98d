import type { Act, Output } from '#kernel/endpoint.ts';
import { newId } from '#kernel/ids.ts';
import { textIn } from '#kernel/locale.ts';
import { form, type FormState, page, type View } from '#kernel/page.ts';
import { isRefusal, refuse } from '#kernel/result.ts';
import { addDays, dayOf } from '#kernel/workdays.ts';
import {
  Actions,
  BackLink,
  Button,
  DateInput,
  errorOf,
  Errors,
  type FieldError,
  Form,
  formatDay,
  formatShare,
  formatTime,
  formErrors,
  LinkButton,
  Notice,
  Section,
  Table,
  TextInput,
  Topline,
  valueOf,
} from '#ui/index.ts';
import { getLoad, getPlan, listOverflow } from '../../actions.ts';
import * as contract from '../../contract.ts';
import { findSite, type Site } from '../../held.ts';
import type { Plan } from '../../rules/plan.ts';
import { appointmentsWords } from '../../locales/index.ts';
import { deskWords } from '../../locales/desk/index.ts';
import { desk } from '../desk/halls.ts';
import { Effect, type Yield } from './effect.tsx';
import { Limits, Services } from './fields.tsx';
import { restOf, toChange, toDay } from './plan-form.ts';
import { Windows } from './windows.tsx';
import { peakOf, useByGroup } from './use.ts';

type Data = Output<typeof contract.getPlan> & {
  readonly site: Site;
  readonly today: string;
  /** The first day from today on that is open, whose use is shown. */
  readonly usedOn: string;
  /** What the form begins with: the latest version, also one that begins later. */
  readonly latest: { readonly version: number; readonly body: Plan };
  readonly load: Output<typeof contract.getLoad>;
  readonly overflow: number;
  readonly idempotencyKey: string;
};
type Props = { data: Data; act: Act; posted: FormState | undefined; errors: readonly FieldError[] };

async function load(act: Act, venue: string) {
  const site = await findSite(act.tx, venue);
  const named = await getPlan(act, { venue });
  if (!site || isRefusal(named)) return refuse('not_found');
  const today = dayOf(act.now, site.zone);
  const usedOn = nextOpen(site, today);
  const used = await getLoad(act, { venue, on: usedOn });
  const over = await listOverflow(act, { venue });
  if (isRefusal(used)) return used;
  const latest = site.plans[0] ?? { version: named.version, body: named.plan };
  const overflow = isRefusal(over) ? 0 : over.rows.length;
  return { ...named, site, today, usedOn, latest, load: used, overflow, idempotencyKey: newId() } satisfies Data;
}

const lookAhead = 14;

function nextOpen(site: Site, today: string): string {
  const days = Array.from({ length: lookAhead }, (_, index) => addDays(today, index));
  return days.find((day) => site.spansOn(day).length > 0) ?? today;
}

const view: View<Data> = ({ data, act, request, form: posted }) => {
  const { language } = act;
  const words = deskWords(language).plan;
  const errors = formErrors(language, posted, {
    own: appointmentsWords(language).refusals,
    labels: { validFrom: words.from, on: words.exceptionOn },
  });
  const effect = posted?.result as Yield | undefined;
  const props = { data, act, posted, errors };
  return (
    <>
      <Topline title={titleOf(data, act)}>
        {data.overflow > 0 && (
          <LinkButton look="second" icon="warn" href={`${desk}?hall=${encodeURIComponent(data.venue)}&view=over`}>
            {words.toOver}
          </LinkButton>
        )}
      </Topline>
      <div class="body stack">
        <BackLink href="/admin/halls" />
        <Errors errors={errors} />
        {request.query['done'] === 'saved' && (
          <Notice tone="ok" live>
            <p>{words.saved}</p>
          </Notice>
        )}
        {effect && posted && (
          <Effect
            effect={effect}
            state={posted}
            save={posted.name === 'previewDay' ? 'changeDay' : 'save'}
            idempotencyKey={data.idempotencyKey}
            act={act}
          />
        )}
        <p class="muted">
          {words.version(data.version, formatDay(data.validFrom, language, 'day'))}
          {data.nextVersion && ` · ${words.next(data.nextVersion.version, formatDay(data.nextVersion.validFrom, language, 'day'))}`}
        </p>
        <Use {...props} />
        <ExceptionDay {...props} />
        <PlanForm {...props} />
      </div>
    </>
  );
};

function titleOf({ site, plan }: Data, { language }: Act): string {
  return [textIn(site.venue.name, language), textIn(plan.name, language)].filter(Boolean).join(' · ');
}

/** What of today's time is booked, in numbers one can check. */
function Use({ data: { load: used, site, usedOn }, act: { language } }: Props) {
  const words = deskWords(language).plan;
  const plan = site.planOn(usedOn);
  const peak = peakOf(used);
  const groups = useByGroup(used, plan).filter(({ of }) => of > 0);
  return (
    <Section title={words.use}>
      <p class="muted">{words.useLead(formatDay(usedOn, language, 'weekday'))}</p>
      {groups.length === 0 ? (
        <p>{words.limits.closed}</p>
      ) : (
        <Table
          caption={words.use}
          rows={groups}
          rowKey={({ group }) => group}
          columns={[
            {
              key: 'group',
              label: words.groups,
              strong: true,
              cell: ({ group }) => textIn(plan.groups.find((one) => one.group === group)?.name, language),
            },
            { key: 'share', label: words.share, right: true, cell: ({ booked, of }) => formatShare(booked, of, language) },
          ]}
        />
      )}
      {peak && (
        <p>
          {words.peak} {words.peakAt(peak.people, peak.cap, formatTime(new Date(peak.at), language, used.zone))}
        </p>
      )}
    </Section>
  );
}

function dayValue(posted: FormState | undefined, name: string, preset: string) {
  const [year, month, day] = preset.split('-');
  return {
    year: valueOf(posted, `${name}.year`, year),
    month: valueOf(posted, `${name}.month`, month),
    day: valueOf(posted, `${name}.day`, day),
  };
}

function ExceptionDay({ data: { today }, act: { language }, posted, errors }: Props) {
  const words = deskWords(language).plan;
  const own = posted?.name === 'previewDay' || posted?.name === 'changeDay' ? posted : undefined;
  const spansWrong = own && errors.some(({ name }) => name.startsWith('spans'));
  return (
    <Section title={words.exception}>
      <Form act="previewDay" hidden={{ language }}>
        <DateInput
          name="on"
          label={words.exceptionOn}
          value={dayValue(own, 'on', addDays(today, 1))}
          error={own && errorOf(errors, 'on')}
        />
        <TextInput
          name="spans"
          label={words.spans}
          hint={words.spansHint}
          value={valueOf(own, 'spans')}
          error={spansWrong ? words.wrongHours : undefined}
        />
        <TextInput name="reason" label={words.reason} value={valueOf(own, 'reason')} />
        <Button look="second">{words.see}</Button>
      </Form>
    </Section>
  );
}

function PlanForm({ data: { latest, site, today }, act, posted, errors }: Props) {
  const words = deskWords(act.language).plan;
  const own = posted?.name === 'preview' || posted?.name === 'save' ? posted : undefined;
  const plan = latest.body;
  const fields = { plan, posted: own, errors: own ? errors : [], act };
  return (
    <Form act="preview" hidden={{ version: latest.version, rest: restOf(plan) }}>
      <Limits {...fields} />
      <Windows {...fields} />
      <Services {...fields} directory={site.directory} />
      <DateInput
        name="from"
        label={words.from}
        value={dayValue(own, 'from', addDays(today, 1))}
        error={own && errorOf(errors, 'validFrom')}
      />
      <Actions>
        <Button>{words.see}</Button>
      </Actions>
    </Form>
  );
}

const saved = (_: unknown, { path }: { path: string }) => `${path}?done=saved`;

/** What a place can take: first what is wanted, then what it yields and whom it hits, and only then the button that does it. */
export const planPage = page({
  path: '/admin/halls/:venue',
  shell: 'desk',
  may: ['planner', 'admin'],
  islands: ['submit-once'],
  load: (act, { params }) => load(act, params['venue'] ?? ''),
  title: titleOf,
  view,
  forms: {
    preview: form(contract.previewPlan, () => undefined, toChange),
    save: form(contract.savePlan, saved, toChange),
    previewDay: form(contract.previewDay, () => undefined, toDay),
    changeDay: form(contract.changeDay, saved, toDay),
  },
});
