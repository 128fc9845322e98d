import type { Act } from '#kernel/endpoint.ts';
import { newId } from '#kernel/ids.ts';
import { textIn } from '#kernel/locale.ts';
import { form, page, type PageRequest } from '#kernel/page.ts';
import { isRefusal, type Refusal } from '#kernel/result.ts';
import { getDoor, lookUp } from '../../actions/gate.ts';
import { exit, screen, undoLast } from '../../contract/door.ts';
import { doorWords } from '../../locales/door/index.ts';
import { openPlace } from '../../place.ts';
import { DoorView } from './door-view.tsx';
import { atTheDoor } from './doors.tsx';
import { toScreening } from './posted.ts';

/** The page of one door. It works as plain forms; with its island it decides on the device and goes on without a line. */
export const doorPage = page({
  path: '/gate/:venue/:door',
  shell: 'plain',
  may: atTheDoor,
  load: loadDoor,
  title: ({ door }, { language }) => `${door.name} · ${doorWords(language).gate.title}`,
  view: (props) => <DoorView {...props} />,
  forms: {
    screen: form(screen, () => undefined, toScreening),
    exit: form(
      exit,
      () => undefined,
      (values, { params }) => ({ ...values, door: params['door'] }),
    ),
    undo: form(undoLast, (_, { path }) => `${path}?undone=1`),
  },
  islands: ['gate'],
});

async function loadDoor(act: Act, request: PageRequest) {
  const { venue = '', door: name = '' } = request.params;
  const place = await openPlace(act, venue, atTheDoor);
  if (isRefusal(place)) return place;
  const door = await getDoor(act, { venue, door: name });
  if (isRefusal(door)) return door as Refusal<'not_found'>;
  const code = request.query['code'];
  const looked = code ? await lookUp(act, { venue, code }) : undefined;
  return {
    door,
    hallName: textIn(place.venue.name, act.language),
    zone: place.plan.zone,
    rules: place.policy.rules,
    code,
    guest: isRefusal(looked) ? undefined : looked,
    problem: isRefusal(looked) ? looked : undefined,
    eventId: newId(),
    isDevice: act.actor.device !== undefined,
  };
}
export type DoorData = Exclude<Awaited<ReturnType<typeof loadDoor>>, Refusal>;
