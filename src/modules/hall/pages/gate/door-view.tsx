import type { View } from '#kernel/page.ts';
import { Button, dayIn, Errors, Form, formatDay, formatTime, formErrors, Icon, Seal, Tag, valueOf } from '#ui/index.ts';
import { doorWords } from '../../locales/door/index.ts';
import type { DoorData } from './door.tsx';
import { Checks } from './checks.tsx';
import { Person } from './person.tsx';
import { Result } from './result.tsx';

/** 入口登记: one column, big keys. What the island needs stands in `data-` attributes; without it every button is a form's. */
export const DoorView: View<DoorData> = (props) => {
  const { data, act, form: state } = props;
  const { door, rules } = data;
  const words = doorWords(act.language);
  const errors = formErrors(act.language, state, { own: words.refusals, labels: { temperature: words.gate.temperature } });
  return (
    <div
      class="gate"
      data-island="gate"
      data-venue={door.venue}
      data-door={door.door}
      data-device={data.isDevice ? '1' : undefined}
      data-words={JSON.stringify(plainWords(words))}
      data-policy={JSON.stringify({ version: door.policyVersion, rules })}
      data-pass-key={door.passKey}
      data-zone={data.zone}
    >
      <Head {...props} />
      <div class="body">
        <h1 class="hide">{door.direction === 'out' ? words.gate.exitTitle : words.gate.title}</h1>
        <p class="gateband" role="status" data-band hidden />
        <Errors errors={errors} />
        <Result {...props} />
        {door.direction !== 'out' && <Entry {...props} />}
        {door.direction !== 'in' && <Exit {...props} />}
      </div>
      <Foot {...props} />
    </div>
  );
};

/** Sentences with numbers in them go along as patterns. */
function plainWords({ gate, outcomes, reasons, refusals }: ReturnType<typeof doorWords>) {
  const n = '{n}' as unknown as number;
  const refused = Object.fromEntries(Object.entries(refusals).map(([code, said]) => [code, typeof said === 'string' ? said : '']));
  return {
    outcomes,
    reasons,
    refusals: { ...refused, hall_full: gate.fullNow },
    pass: gate.passProblem,
    online: gate.online,
    sending: gate.sending(n),
    offline: gate.offline(n),
    lease: gate.lease(n),
    noLease: gate.noLease,
    needsDevice: gate.needsDevice,
    undone: gate.undone,
    done: gate.done('{outcome}', '{shown}'),
    walkIn: gate.walkIn,
    noEntry: gate.noEntry,
    normal: gate.normal,
    enter: gate.enter,
    clear: gate.clear,
    scan: gate.scan,
    stopScan: gate.stopScan,
    reported: gate.reported('{no}'),
  };
}

const Head: View<DoorData> = ({ data: { door, zone, hallName }, act }) => {
  const words = doorWords(act.language).gate;
  return (
    <header class="gatehead">
      <Seal />
      <div class="t">
        {hallName} · {door.name}
        <small>
          {formatDay(dayIn(act.now, zone), act.language, 'weekday')} {formatTime(act.now, act.language, zone)} · {act.actor.name}
        </small>
      </div>
      <p class="headcount">
        <b data-now>{door.now}</b> / {door.cap}
        <small>
          {words.inside} · {words.special} <span data-special>{door.special.now}</span> / {door.special.cap}
        </small>
      </p>
    </header>
  );
};

const Entry: View<DoorData> = (props) => {
  const { data, act, request, form: state } = props;
  const words = doorWords(act.language).gate;
  const again = state?.name === 'screen' ? repeatOf(state.result) : undefined;
  return (
    <>
      <Readings {...props} />
      <form class="gatelook" action={request.path} data-look>
        <label for="code">{words.booking}</label>
        <input class="input" id="code" name="code" value={data.code} autocomplete="off" aria-describedby="code-hint" />
        <Button look="second">{words.look}</Button>
        <p class="hint" id="code-hint">
          {words.bookingHint}
        </p>
      </form>
      <Visitor {...props} />
      <Form
        act="screen"
        id="screen"
        keep={data.code ? { code: data.code } : {}}
        hidden={{
          deviceEventId: data.eventId,
          ...(data.code ? { code: data.code } : {}),
          ...(again ? { repeats: again } : {}),
          ...(request.query['reading'] ? { readingId: request.query['reading'] } : {}),
        }}
      >
        <Temperature {...props} />
        <Checks {...props} />
        <Person {...props} />
        <div class="go">
          <button class="btn enter" type="submit" data-enter>
            <Icon name="tick" />
            <span data-enter-text>{words.decide}</span>
          </button>
          {(['special', 'refuse', 'isolate'] as const).map((outcome) => (
            <button key={outcome} class={outcome === 'isolate' ? 'btn danger' : 'btn second'} type="submit" name="stricter" value={outcome}>
              {{ special: words.toSpecial, refuse: words.turnAway, isolate: words.isolate }[outcome]}
            </button>
          ))}
        </div>
      </Form>
    </>
  );
};

/** The screening that a second measurement follows. */
function repeatOf(result: unknown): string | undefined {
  const answer = result as { screeningId?: string; reasons?: readonly string[] } | undefined;
  return answer?.reasons?.includes('fever_measure_again') ? answer.screeningId : undefined;
}

const Readings: View<DoorData> = ({ data: { door, zone }, act }) => {
  const words = doorWords(act.language).gate;
  if (door.readings.length === 0) return null;
  return (
    <section class="visitor hot" aria-label={words.robot}>
      <b>{words.robot}</b>
      <ul>
        {door.readings.slice(0, 3).map(({ readingId, device, at }) => (
          <li key={readingId}>
            {words.robotItem(device, formatTime(new Date(at), act.language, zone))} <a href={`?reading=${readingId}`}>{words.measure}</a>
          </li>
        ))}
      </ul>
    </section>
  );
};

const Visitor: View<DoorData> = ({ data: { guest, problem, zone }, act }) => {
  const words = doorWords(act.language);
  if (problem)
    return (
      <Errors
        errors={formErrors(
          act.language,
          { name: '', values: {}, refusal: { code: problem.refused, facts: problem.facts } },
          { own: words.refusals },
        )}
      />
    );
  const early = guest?.minutesEarly ?? 0;
  const onTime = Math.abs(early) <= 15;
  return (
    <section class="visitor" aria-label={words.gate.visitor} data-visitor>
      <b data-who>{guest ? words.gate.known(guest.shown, formatTime(new Date(guest.at), act.language, zone)) : words.gate.walkIn}</b>
      {guest && (
        <Tag tone={onTime ? 'ok' : 'warn'}>
          {onTime ? words.gate.onTime : early > 0 ? words.gate.early(early) : words.gate.late(-early)}
        </Tag>
      )}
      {guest?.windowNo && <p class="muted">{guest.windowNo}</p>}
    </section>
  );
};

const keys = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];

const Temperature: View<DoorData> = ({ data: { rules }, act, form: state }) => {
  const words = doorWords(act.language).gate;
  return (
    <div class="tempgrid">
      <section class="reading" data-reading aria-label={words.temperature}>
        <div class="head-row">
          <label for="temperature">
            <b>{words.temperature}</b>
          </label>
        </div>
        <div class="v">
          <input
            id="temperature"
            name="temperature"
            inputmode="decimal"
            maxlength={4}
            autocomplete="off"
            value={state?.result ? '' : (valueOf(state, 'temperature') ?? '')}
            aria-describedby="temperature-limit"
          />
          <small>{words.degrees}</small>
        </div>
        <p class="muted" id="temperature-limit">
          <span data-verdict /> {words.limit(rules.temperatureLimit.toFixed(1))}
        </p>
      </section>
      <div class="pad" role="group" aria-label={words.temperature} data-pad hidden>
        {keys.map((key) => (
          <button key={key} type="button" data-digit={key}>
            {key}
          </button>
        ))}
        <button type="button" class="w" data-digit="clear">
          {words.clear}
        </button>
        <button type="button" data-digit="0">
          0
        </button>
        <button type="button" class="w" data-scan hidden>
          {words.scan}
        </button>
      </div>
    </div>
  );
};

const Exit: View<DoorData> = ({ data, act }) => {
  const words = doorWords(act.language).gate;
  return (
    <Form act="exit" id="leave" hidden={{ deviceEventId: `${data.eventId}-x` }}>
      <div class="go gateexit">
        <button class="btn second enter" type="submit" data-leave>
          <Icon name="minus" />
          {words.leave}
        </button>
      </div>
      <p class="hint">{words.leaveHint}</p>
      <label for="leave-booking">{words.booking}</label>{' '}
      <input class="input short" id="leave-booking" name="bookingNo" autocomplete="off" />
    </Form>
  );
};

const Foot: View<DoorData> = ({ data: { door, isDevice }, act, request, form: state }) => {
  const words = doorWords(act.language).gate;
  const last = state?.result ? (valueOf(state, 'deviceEventId') ?? '') : '';
  return (
    <footer class="gatefoot">
      <span data-line role="status">
        <Icon name="screen" /> {words.online}
      </span>
      <span data-lease>{isDevice ? words.install : words.needsDevice}</span>
      <span>{words.enteredToday(door.enteredToday)}</span>
      {request.query['undone'] && <span role="status">{words.undone}</span>}
      <Form act="undo" id="undo" hidden={{ deviceEventId: last }}>
        <button class="btn second small undo" type="submit" data-undo hidden={last === ''}>
          {words.undo}
        </button>
      </Form>
    </footer>
  );
};
