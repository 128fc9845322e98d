import type { Act, Output } from '#kernel/endpoint.ts';
import { textIn } from '#kernel/locale.ts';
import { form, page, type PageRequest } from '#kernel/page.ts';
import { isRefusal, type Refusal, refuse } from '#kernel/result.ts';
import { instantAt } from '#kernel/workdays.ts';
import { getDirectory } from '#modules/directory/index.ts';
import {
  Actions,
  BackLink,
  Button,
  errorOf,
  Errors,
  Form,
  formatInstant,
  formErrors,
  Notice,
  Scroll,
  Table,
  TextArea,
  TextInput,
  Topline,
  valueOf,
} from '#ui/index.ts';
import { askExposure } from '../../contract/alerts.ts';
import { doorWords } from '../../locales/door/index.ts';
import { placeOf, readLocal } from './venue.ts';

const askers = ['supervisor', 'head'] as const;
type Answer = Output<typeof askExposure>;

/** 同时段人员: the answer stays on this page and nowhere else; leaving it means asking again, with a reason. */
export const exposuresPage = page({
  path: '/desk/exposures',
  shell: 'desk',
  may: askers,
  load: loadExposures,
  title: (_, { language }) => doorWords(language).exposure.title,
  view: ({ data, act, form: state }) => {
    const words = doorWords(act.language);
    const { visit, from, until, reason } = words.exposure;
    const errors = formErrors(act.language, state, { own: words.refusals, labels: { visitId: visit, from, until, reason } });
    const result = state?.result as Answer | undefined;
    return (
      <>
        <Topline title={words.exposure.title}>
          <span class="muted">{data.name}</span>
        </Topline>
        <div class="body stack">
          <BackLink href="/desk/hall">{words.hall.title}</BackLink>
          <p class="muted">{words.exposure.lead}</p>
          <Errors errors={errors} />
          {result && <Found result={result} zone={data.zone} act={act} />}
          <Form act="ask" hidden={{ venue: data.venue, zone: data.zone }}>
            <TextInput name="visitId" label={visit} hint={words.exposure.visitHint} value={valueOf(state, 'visitId', data.visitId)} />
            <TextInput
              name="from"
              label={from}
              hint={words.exposure.timeHint}
              value={valueOf(state, 'from')}
              error={errorOf(errors, 'from')}
              width="short"
            />
            <TextInput
              name="until"
              label={until}
              hint={words.exposure.timeHint}
              value={valueOf(state, 'until')}
              error={errorOf(errors, 'until')}
              width="short"
            />
            <TextArea name="reason" label={reason} rows={2} value={valueOf(state, 'reason')} error={errorOf(errors, 'reason')} />
            <Actions>
              <Button>{words.exposure.ask}</Button>
            </Actions>
          </Form>
        </div>
      </>
    );
  },
  forms: { ask: form(askExposure, () => undefined, toQuestion) },
});

async function loadExposures(act: Act, request: PageRequest) {
  const place = await placeOf(act, request, askers);
  if (isRefusal(place)) return place.refused === 'not_found' ? place : refuse('forbidden');
  const { venue, plan } = place;
  await getDirectory(act.tx);
  return { venue: venue.code, name: textIn(venue.name, act.language), zone: plan.zone, visitId: request.query['visit'] };
}
export type ExposureData = Exclude<Awaited<ReturnType<typeof loadExposures>>, Refusal>;

function toQuestion({ zone, from, until, ...rest }: Readonly<Record<string, unknown>>): object {
  return { ...rest, from: toInstant(from, zone), until: toInstant(until, zone) };
}

function toInstant(typed: unknown, zone: unknown): unknown {
  const local = readLocal(typed);
  return local && typeof zone === 'string' && /^[A-Z][\w/+-]{2,40}$/.test(zone)
    ? instantAt(local.day, local.minute, zone).toISOString()
    : typed;
}

function Found({ result, zone, act }: { result: Answer; zone: string; act: Act }) {
  const words = doorWords(act.language).exposure;
  const instant = (at: string) => formatInstant(new Date(at), act.language, { zone, look: 'short' });
  return (
    <section class="section">
      <Notice tone="info" live>
        <p>
          {words.found(result.rows.length)} · {instant(result.from)} – {instant(result.until)}
        </p>
      </Notice>
      <Scroll label={words.title}>
        <Table
          caption={words.title}
          rows={result.rows}
          rowKey={({ visitId }) => visitId}
          columns={[
            { key: 'name', label: words.name, cell: ({ name, shown }) => name ?? shown, strong: true, onCard: true },
            { key: 'phone', label: words.phone, cell: ({ phone }) => phone ?? '—', onCard: true },
            { key: 'party', label: words.party, cell: ({ party }) => party, right: true },
            { key: 'in', label: words.enteredAt, cell: ({ enteredAt }) => instant(enteredAt), onCard: true },
            { key: 'out', label: words.leftAt, cell: ({ leftAt }) => (leftAt ? instant(leftAt) : words.stillInside), onCard: true },
            { key: 'together', label: words.together, cell: ({ minutesTogether }) => minutesTogether, right: true, onCard: true },
          ]}
        />
      </Scroll>
    </section>
  );
}
