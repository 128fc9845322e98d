import { ActionBar, Button, Form, LinkButton } from '#ui/index.ts';
import type { Facts } from '#kernel/result.ts';
import { refusalText } from '#ui/index.ts';
import { casesWords } from '../../locales/index.ts';
import { isHeldByOther } from '../../rules/may-act.ts';
import type { DeskAct } from './case-forms.ts';
import { type CaseProps, here, keeping, wordsOf } from './case-props.ts';
import { openSheet } from './open-sheet.ts';

type Offered = { readonly name: DeskAct; readonly closed: { refused: string; facts: Facts } | undefined };

/** In this order of weight; the first that is open stands first, four stand in the bar, the others unfold. */
const order: readonly DeskAct[] = [
  'accept',
  'accept-tolerated',
  'finish-stage',
  'sign',
  'propose',
  'resume-clock',
  'lapse',
  'ask-correction',
  'refuse-intake',
  'send-back',
  'ask-opinion',
  'pause-clock',
  'extend',
  'open-green',
  'merge',
  'check-later',
  'revoke',
  'reopen',
  'apologise',
  'remind',
  'hand-over',
];
/** Closed for a reason that says nothing new: there is simply no occasion. */
const noOccasion = new Set([
  'no_green_channel',
  'green_already',
  'nothing_owed',
  'no_such_check',
  'nothing_to_revoke',
  'clock_not_paused',
  'clock_not_running',
  'appointed_already',
]);
const mostInBar = 4;

export function ActBar(props: CaseProps & { query: Readonly<Record<string, string>> }) {
  const { bar } = wordsOf(props);
  const offered = offeredIn(props);
  const sheet = openSheet(props);
  const open = [...offered.filter(({ closed }) => !closed), ...offered.filter(({ closed }) => closed)];
  const shown = open.slice(0, mostInBar);
  const rest = open.slice(mostInBar);
  return (
    <ActionBar note={<Why {...props} acts={shown.filter(({ closed }) => closed)} />}>
      <Hold {...props} />
      {shown.map((one, index) => (
        <ActLink key={one.name} {...props} one={one} primary={index === 0 && sheet === undefined} />
      ))}
      {rest.length > 0 && (
        <details class="more-acts">
          <summary class="btn second big">{bar.more}</summary>
          <ul>
            {rest.map((one) => (
              <li key={one.name}>
                <ActLink {...props} one={one} primary={false} small />
                <Why {...props} acts={one.closed && whyId(one) !== 'why-held' ? [one] : []} />
              </li>
            ))}
          </ul>
        </details>
      )}
      {open.length === 0 && <span class="muted">{bar.nothing}</span>}
    </ActionBar>
  );
}

function offeredIn({ data: { acts, checks } }: CaseProps): Offered[] {
  const isAlone = !checks.again.some(({ canMerge }) => canMerge);
  return order.flatMap((name) => {
    if (name === 'merge' && isAlone) return [];
    const found = acts.find((one) => one.name === name);
    return found && !noOccasion.has(found.closed?.refused ?? '') ? [{ name, closed: found.closed }] : [];
  });
}

function ActLink({ one, primary, small = false, ...props }: CaseProps & { one: Offered; primary: boolean; small?: boolean }) {
  const { acts } = wordsOf(props);
  const look = primary ? 'primary' : one.name === 'refuse-intake' ? 'danger' : 'second';
  if (one.closed)
    return (
      <Button type="button" look="second" size={small ? undefined : 'big'} why={whyId(one)}>
        {acts[one.name]}
      </Button>
    );
  return (
    <LinkButton look={look} size={small ? undefined : 'big'} href={`${here(props, { act: one.name })}#sheet`}>
      {acts[one.name]}
    </LinkButton>
  );
}

/** Held by a colleague, all that needs the case in hand is closed at once, and said once. */
function whyId({ name, closed }: Offered): string {
  return closed?.refused === 'held_by_another' ? 'why-held' : `why-${name}`;
}

function Why({ acts, ...props }: CaseProps & { acts: readonly Offered[] }) {
  const { acts: names, bar } = wordsOf(props);
  const said = [...new Map(acts.map((one) => [whyId(one), one])).entries()];
  return (
    <>
      {said.map(([id, { name, closed }]) => (
        <span key={id} id={id} class="why-closed">
          {closed && (id === 'why-held' ? whyText(closed, props) : bar.closed(names[name], whyText(closed, props)))}
        </span>
      ))}
    </>
  );
}

function whyText(closed: { refused: string; facts: Facts }, props: CaseProps): string {
  const { bar } = wordsOf(props);
  const { refusals } = casesWords(props.act.language);
  if (closed.refused === 'held_by_another') return bar.heldBy(props.data.file.holderName ?? '');
  return refusalText(props.act.language, closed, refusals);
}

/** Taking it in hand and giving it back need no sheet. */
function Hold(props: CaseProps) {
  const { file, acts, situation } = props.data;
  const names = wordsOf(props).acts;
  const may = (name: string) => acts.some((one) => one.name === name);
  const isMine = file.holderId === props.act.actor.personId && file.leasedUntil !== null && file.leasedUntil > situation.now;
  const name = isMine ? 'release' : 'claim';
  if (!may(name) || isHeldByOther(props.act.actor, file, situation.now)) return null;
  return (
    <Form act={name} keep={keeping(props)} hidden={{ version: file.version }}>
      <Button look="second" size="big" {...(isMine ? {} : { shortcut: 'c' })}>
        {names[name]}
      </Button>
    </Form>
  );
}
