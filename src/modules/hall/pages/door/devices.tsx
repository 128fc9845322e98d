import { hasRole } from '#kernel/actor.ts';
import type { Act, Output } from '#kernel/endpoint.ts';
import { textIn } from '#kernel/locale.ts';
import { form, page, type View } from '#kernel/page.ts';
import { isRefusal } from '#kernel/result.ts';
import { getHallPlan } from '#modules/appointments/index.ts';
import { type Directory, getDirectory } from '#modules/directory/index.ts';
import { centreZone } from '#modules/identity/index.ts';
import {
  Actions,
  Button,
  Choices,
  type Column,
  errorOf,
  Errors,
  Form,
  formatInstant,
  formErrors,
  Notice,
  Scroll,
  Section,
  Select,
  Table,
  Tag,
  TextInput,
  Topline,
  valueOf,
  valuesOf,
} from '#ui/index.ts';
import { listDevices } from '../../actions/devices.ts';
import { addDevice, type Device, deviceScopes, revokeDevice } from '../../contract/devices.ts';
import { doorWords } from '../../locales/door/index.ts';

const path = '/admin/devices';
const mayKeep = ({ actor }: Act) => hasRole(actor, ['admin', 'operator']);

/** 设备: what is paired, when it was last heard, how far its clock is off, what it has not sent. */
export const devicesPage = page({
  path,
  shell: 'desk',
  may: ['admin', 'operator', 'supervisor'],
  load: async (act) => {
    const listed = await listDevices(act, {});
    const directory = await getDirectory(act.tx);
    return isRefusal(listed) ? listed : { rows: listed.rows, directory, doors: await doorsOf(act, directory) };
  },
  title: (_, { language }) => doorWords(language).devices.title,
  view: (props) => {
    const { data, act, request, form: state } = props;
    const words = doorWords(act.language);
    const errors = formErrors(act.language, state, {
      own: words.refusals,
      labels: { name: words.devices.name, venue: words.devices.venue, scopes: words.devices.scopes },
    });
    return (
      <>
        <Topline title={words.devices.title} />
        <div class="body stack">
          <p class="muted">{words.devices.lead}</p>
          <Errors errors={errors} />
          {request.query['done'] && (
            <Notice tone="ok" live>
              <p>{words.devices.revoked}</p>
            </Notice>
          )}
          <Made {...props} />
          <Scroll label={words.devices.title}>
            <Table
              caption={words.devices.title}
              rows={data.rows}
              rowKey={({ deviceId }) => deviceId}
              empty={words.devices.none}
              columns={columnsOf(act, data.directory)}
            />
          </Scroll>
          {mayKeep(act) && <Add {...props} />}
        </div>
      </>
    );
  },
  forms: { add: form(addDevice, () => undefined, toDevice), revoke: form(revokeDevice, () => `${path}?done=1`) },
});

type Door = { readonly venue: string; readonly door: string; readonly label: string };
type Data = { readonly rows: readonly Device[]; readonly directory: Directory; readonly doors: readonly Door[] };

async function doorsOf(act: Act, { venues }: Directory): Promise<Door[]> {
  const plans = await Promise.all(venues.map(async ({ code, name }) => ({ code, name, plan: await getHallPlan(act, code) })));
  return plans.flatMap(({ code, name, plan }) =>
    (plan?.doors ?? []).map(({ door, name: doorName }) => ({
      venue: code,
      door,
      label: `${textIn(name, act.language)} · ${textIn(doorName, act.language)}`,
    })),
  );
}

/** A door is chosen with its hall in one box. */
function toDevice({ place, ...rest }: Readonly<Record<string, unknown>>): object {
  const [venue = '', door = ''] = (typeof place === 'string' ? place : '').split('/');
  return { ...rest, venue, ...(door ? { door } : {}) };
}

function columnsOf(act: Act, directory: Directory): Column<Device>[] {
  const words = doorWords(act.language).devices;
  const tones = { waiting: 'warn', paired: 'ok', revoked: 'idle' } as const;
  return [
    { key: 'name', label: words.name, strong: true, onCard: true, cell: ({ name }) => name },
    {
      key: 'venue',
      label: words.venue,
      onCard: true,
      cell: ({ venue, door }) => [textIn(directory.venueByCode.get(venue)?.name, act.language), door].filter(Boolean).join(' · '),
    },
    { key: 'scopes', label: words.scopes, cell: ({ scopes }) => scopes.map((scope) => words.scopeNames[scope]).join(' · ') },
    { key: 'state', label: words.state, onCard: true, cell: ({ state }) => <Tag tone={tones[state]}>{words.states[state]}</Tag> },
    {
      key: 'seen',
      label: words.seen,
      cell: ({ seenAt, venue }) =>
        seenAt ? formatInstant(new Date(seenAt), act.language, { zone: directory.zoneOf(venue), look: 'short' }) : words.never,
    },
    {
      key: 'clock',
      label: words.clock,
      onCard: true,
      cell: ({ offsetSeconds, skewed }) =>
        offsetSeconds === null ? (
          '—'
        ) : skewed ? (
          <Tag tone="bad">{words.clockOff(offsetSeconds)}</Tag>
        ) : Math.abs(offsetSeconds) < 2 ? (
          words.clockOk
        ) : (
          words.clockOff(offsetSeconds)
        ),
    },
    { key: 'waiting', label: words.waiting, right: true, cell: ({ waiting }) => waiting },
    {
      key: 'revoke',
      label: words.revoke,
      onCard: true,
      cell: ({ deviceId, version, state, name }) =>
        state === 'revoked' || !mayKeep(act) ? null : (
          <Form act="revoke" hidden={{ deviceId, version }} label={words.revokeOf(name)}>
            <Button look="second" size="small">
              {words.revoke}
            </Button>
          </Form>
        ),
    },
  ];
}

const Made: View<Data> = ({ act, form: state }) => {
  const words = doorWords(act.language).devices;
  const made = state?.name === 'add' ? (state.result as Output<typeof addDevice> | undefined) : undefined;
  if (!made) return null;
  return (
    <Notice tone="ok" live>
      <p>
        {made.code ? words.code : words.key}: <b class="no">{made.code ?? made.key}</b>
      </p>
      {made.code && made.codeUntil && (
        <p>{words.codeHint(formatInstant(new Date(made.codeUntil), act.language, { zone: centreZone(), look: 'short' }))}</p>
      )}
      {made.key && (
        <p>
          {words.keyHint} {made.deviceId}
        </p>
      )}
    </Notice>
  );
};

const Add: View<Data> = ({ data: { doors }, act, form: state }) => {
  const words = doorWords(act.language).devices;
  const kept = state?.result ? undefined : state;
  const errors = formErrors(act.language, kept);
  return (
    <Section title={words.add}>
      <Form act="add">
        <TextInput name="name" label={words.name} value={valueOf(kept, 'name')} error={errorOf(errors, 'name')} />
        <Select
          name="place"
          label={`${words.venue} · ${words.door}`}
          options={doors.map(({ venue, door, label }) => ({ value: `${venue}/${door}`, label }))}
          value={valueOf(kept, 'place')}
          error={errorOf(errors, 'venue')}
        />
        <Choices
          name="scopes"
          label={words.scopes}
          options={deviceScopes.map((value) => ({ value, label: words.scopeNames[value] }))}
          values={valuesOf(kept, 'scopes', ['gate'])}
          error={errorOf(errors, 'scopes')}
        />
        <TextInput
          name="calibratedOn"
          label={words.calibrated}
          hint={words.calibratedHint}
          width="short"
          optional
          value={valueOf(kept, 'calibratedOn')}
        />
        <Actions>
          <Button>{words.add}</Button>
        </Actions>
      </Form>
    </Section>
  );
};
