import type { Act } from '#kernel/endpoint.ts';
import { type FormState, form, page } from '#kernel/page.ts';
import { textOf } from '#kernel/parse.ts';
import { isRefusal, refuse } from '#kernel/result.ts';
import { batchEndpoint, casesWords } from '#modules/cases/index.ts';
import { getDirectory } from '#modules/directory/index.ts';
import { holdersOf, type Person, personsById } from '#modules/identity/index.ts';
import {
  Actions,
  BackLink,
  Button,
  Choices,
  Empty,
  Errors,
  Form,
  formatDay,
  formErrors,
  Notice,
  type Option,
  Select,
  TextArea,
  Topline,
  valueOf,
  valuesOf,
} from '#ui/index.ts';
import { listWatched } from '../actions/lists.ts';
import type { Watched } from '../contract.ts';
import { wordsIn } from '../locales/index.ts';

const mostAtOnce = 200;
const pool = 'pool';

/** Officers who could take these cases: those of the window for what is not accepted or is to be handed out, else of the unit. */
async function colleaguesFor(act: Act, rows: readonly Watched[], absentId: string): Promise<Person[]> {
  const places = new Map(rows.map(({ unitCode, state }) => [`${unitCode} ${state}`, { unitCode, state }]));
  const found: Person[] = [];
  for (const { unitCode, state } of [...places.values()].slice(0, 6)) {
    const roles = state === 'submitted' || state === 'decided' ? (['window'] as const) : (['reviewer', 'head', 'signer'] as const);
    for (const role of roles) found.push(...(await holdersOf(act.tx, role, unitCode)));
  }
  return [...new Map(found.map((person) => [person.personId, person])).values()].filter(({ personId }) => personId !== absentId);
}

export const handOverPage = page({
  path: '/desk/supervision/hand-over',
  shell: 'desk',
  may: ['supervisor', 'head'],
  load: async (act, { query }) => {
    const holder = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.exec(query['holder'] ?? '')?.[0];
    const absent = holder ? (await personsById(act.tx, [holder])).get(holder) : undefined;
    if (!absent) return refuse('not_found');
    const found = await listWatched(act, { what: 'open', holder: absent.personId, limit: mostAtOnce });
    if (isRefusal(found)) return found;
    const { unitByCode } = await getDirectory(act.tx);
    return { absent, ...found, colleagues: await colleaguesFor(act, found.rows, absent.personId), unitByCode };
  },
  title: ({ absent }, { language }) => wordsIn(language).handing.title(absent.name),
  view: ({ data: { absent, rows, nextCursor, colleagues }, act, form: state }) => {
    const { title, handing } = wordsIn(act.language);
    return (
      <>
        <Topline title={handing.title(absent.name)} />
        <div class="body stack">
          <BackLink href="/desk/supervision">{title}</BackLink>
          <Results state={state} act={act} />
          {state?.result === undefined && <Errors errors={formErrors(act.language, state, { own: casesWords(act.language).refusals })} />}
          <p>{handing.lead}</p>
          {nextCursor && <p>{handing.first(mostAtOnce)}</p>}
          {rows.length === 0 ? (
            <Empty text={handing.nothing} icon="tick" href="/desk/supervision" action={title} />
          ) : (
            <HandOverForm rows={rows} colleagues={colleagues} act={act} state={state?.result === undefined ? state : undefined} />
          )}
        </div>
      </>
    );
  },
  forms: {
    handOver: form(
      batchEndpoint,
      () => undefined,
      ({ cases, toPersonId, reason }) => ({
        act: 'hand-over',
        cases: (Array.isArray(cases) ? cases : [cases].filter(Boolean)).map((caseNo) => ({ caseNo: textOf(caseNo) })),
        ...(toPersonId && toPersonId !== pool ? { toPersonId } : {}),
        ...(reason ? { reason } : {}),
      }),
    ),
  },
});

type FormProps = { rows: readonly Watched[]; colleagues: readonly Person[]; act: Act; state: FormState | undefined };

function HandOverForm({ rows, colleagues, act, state }: FormProps) {
  const { handing } = wordsIn(act.language);
  const caseOption = ({ caseNo, itemName, dueOn }: Watched): Option => ({
    value: caseNo,
    label: caseNo,
    hint: [itemName, dueOn && formatDay(dueOn, act.language, 'weekday')].filter(Boolean).join(' · '),
  });
  return (
    <Form act="handOver">
      <Select
        name="toPersonId"
        label={handing.to}
        value={valueOf(state, 'toPersonId', pool)}
        options={[{ value: pool, label: handing.pool }, ...colleagues.map(({ personId, name }) => ({ value: personId, label: name }))]}
      />
      <TextArea
        name="reason"
        label={handing.why}
        hint={handing.whyHint}
        rows={2}
        maxlength={500}
        value={valueOf(state, 'reason')}
        optional
      />
      <Choices
        name="cases"
        label={handing.choose}
        options={rows.map(caseOption)}
        values={state ? valuesOf(state, 'cases') : rows.map(({ caseNo }) => caseNo)}
      />
      <Actions>
        <Button>{handing.submit}</Button>
      </Actions>
    </Form>
  );
}

type Outcome = { caseNo: string; done: boolean; code: string | null };

/** What became of each case; one that was refused holds none of the others back. */
function Results({ state, act: { language } }: { state: FormState | undefined; act: Act }) {
  const results = (state?.result as { results: readonly Outcome[] } | undefined)?.results;
  if (!results) return null;
  const { handing } = wordsIn(language);
  const why: Readonly<Record<string, unknown>> = casesWords(language).refusals;
  const refused = results.filter(({ done }) => !done);
  return (
    <Notice tone={refused.length > 0 ? 'warn' : 'ok'} live>
      <p>{handing.done(results.length - refused.length)}</p>
      {refused.map(({ caseNo, code }) => (
        <p key={caseNo}>{handing.notDone(caseNo, typeof why[code ?? ''] === 'string' ? String(why[code ?? '']) : (code ?? ''))}</p>
      ))}
    </Notice>
  );
}
