import type { Act, Output } from '#kernel/endpoint.ts';
import { hasRole } from '#kernel/actor.ts';
import { textIn } from '#kernel/locale.ts';
import { form, page, type PageRequest, type View } from '#kernel/page.ts';
import { isRefusal, type Refusal } from '#kernel/result.ts';
import { getHallPlan } from '#modules/appointments/index.ts';
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
  Section,
  Summary,
  TextInput,
  Timeline,
  Topline,
} from '#ui/index.ts';
import { getAlert } from '../../actions/alerts.ts';
import { type AlertState, closeAlert, openReading, receiveAlert, reportUp } from '../../contract/alerts.ts';
import { doorWords } from '../../locales/door/index.ts';
import { alertReaders, StateTag } from './alerts.tsx';

/** One person to be isolated: taken on, reported upward under a number, closed. Who it is opens only with a reason that is written down. */
export const alertPage = page({
  path: '/desk/alerts/:alertNo',
  shell: 'desk',
  may: alertReaders,
  load: loadAlert,
  title: ({ alert }, { language }) => `${doorWords(language).alerts.title} ${alert.alertNo}`,
  view: (props) => {
    const { data, act, form: state } = props;
    const words = doorWords(act.language);
    const { result, to, reportNo, seeWhy } = words.alerts;
    const errors = formErrors(act.language, state, { own: words.refusals, labels: { result, to, reportNo, reason: seeWhy } });
    return (
      <>
        <Topline title={data.alert.alertNo}>
          <StateTag row={data.alert} act={act} />
        </Topline>
        <div class="body stack">
          <BackLink href="/desk/alerts">{words.alerts.back}</BackLink>
          <Errors errors={errors} />
          <About {...props} />
          <Next {...props} />
          <Reading {...props} />
          <Section title={words.alerts.steps}>
            <Timeline
              label={words.alerts.steps}
              entries={data.alert.steps.map(({ state: step, at, by, note }) => ({
                when: data.time(at),
                at,
                title: `${words.alerts.states[step as AlertState] ?? step} · ${by}`,
                note,
              }))}
            />
          </Section>
        </div>
      </>
    );
  },
  forms: {
    receive: form(receiveAlert, ({ alertNo }) => `/desk/alerts/${alertNo}`),
    report: form(reportUp, ({ alertNo }) => `/desk/alerts/${alertNo}`),
    close: form(closeAlert, ({ alertNo }) => `/desk/alerts/${alertNo}`),
    see: form(openReading, () => undefined),
  },
});

async function loadAlert(act: Act, { params }: PageRequest) {
  const alert = await getAlert(act, { alertNo: params['alertNo'] ?? '' });
  if (isRefusal(alert)) return alert as Refusal<'not_found'>;
  const directory = await getDirectory(act.tx);
  const zone = directory.zoneOf(alert.venue);
  const doors = (await getHallPlan(act, alert.venue))?.doors ?? [];
  const place = [directory.venueByCode.get(alert.venue)?.name, doors.find(({ door }) => door === alert.place)?.name];
  return {
    alert,
    place: place
      .map((name) => textIn(name, act.language))
      .filter(Boolean)
      .join(' · '),
    time: (at: string) => formatInstant(new Date(at), act.language, { zone, look: 'short' }),
  };
}
type Data = Exclude<Awaited<ReturnType<typeof loadAlert>>, Refusal>;

const About: View<Data> = ({ data: { alert, place, time }, act }) => {
  const words = doorWords(act.language).alerts;
  return (
    <Summary
      look="tight"
      rows={[
        { label: words.raised, value: time(alert.raisedAt) },
        { label: words.due, value: time(alert.dueBy) },
        { label: words.place, value: place },
        { label: words.told, value: alert.told },
        { label: words.reportNo, value: alert.reportNo },
        { label: words.result, value: alert.result },
      ]}
    />
  );
};

/** Only what can be done now; closing is the supervisor’s. */
const Next: View<Data> = ({ data: { alert }, act, form: state }) => {
  const words = doorWords(act.language).alerts;
  const errors = formErrors(act.language, state);
  const hidden = { version: alert.version };
  const mayStep = hasRole(act.actor, ['gate', 'supervisor', 'head']);
  return (
    <>
      {alert.state === 'open' && mayStep && (
        <Form act="receive" hidden={hidden}>
          <Actions>
            <Button>{words.receive}</Button>
          </Actions>
        </Form>
      )}
      {(alert.state === 'open' || alert.state === 'received') && mayStep && (
        <Form act="report" hidden={hidden}>
          <TextInput name="to" label={words.to} error={errorOf(errors, 'to')} />
          <TextInput name="reportNo" label={words.reportNo} width="short" error={errorOf(errors, 'reportNo')} />
          <Actions>
            <Button look={alert.state === 'open' ? 'second' : 'primary'}>{words.report}</Button>
          </Actions>
        </Form>
      )}
      {alert.state === 'reported' && hasRole(act.actor, ['supervisor', 'head']) && (
        <Form act="close" hidden={hidden}>
          <TextInput name="result" label={words.result} error={errorOf(errors, 'result')} />
          <Actions>
            <Button>{words.close}</Button>
          </Actions>
        </Form>
      )}
    </>
  );
};

const Reading: View<Data> = ({ act, form: state }) => {
  const words = doorWords(act.language);
  const seen = state?.name === 'see' ? (state.result as Output<typeof openReading> | undefined) : undefined;
  if (seen?.gone) return <p class="muted">{words.alerts.gone}</p>;
  if (seen)
    return (
      <Summary
        look="tight"
        rows={[
          { label: words.alerts.person, value: seen.name },
          { label: words.alerts.phone, value: seen.phone },
          {
            label: words.alerts.temperature,
            value: seen.temperature === null ? '' : `${seen.temperature.toFixed(1)} ${words.gate.degrees}`,
          },
          {
            label: words.alerts.symptoms,
            value: seen.symptoms.map((one) => words.symptoms[one as keyof typeof words.symptoms] ?? one).join(' · '),
          },
        ]}
      />
    );
  return (
    <Form act="see">
      <TextInput name="reason" label={words.alerts.seeWhy} error={errorOf(formErrors(act.language, state), 'reason')} />
      <Actions>
        <Button look="second">{words.alerts.see}</Button>
      </Actions>
    </Form>
  );
};
