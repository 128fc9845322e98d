import { textIn } from '#kernel/locale.ts';
import { ClockChip, maskPhone, Tag, type Tone } from '#ui/index.ts';
import { casesWords } from '../../locales/index.ts';
import type { State } from '../../rules/states.ts';
import { type CaseProps, dayOfTime, dayText, here, timeText, wordsOf } from './case-props.ts';
import { clockState } from './clock-state.ts';
import { owedUntil } from './papers.ts';
import { casePath } from './address.ts';
import { nameOfPaper } from './paper-names.ts';

const tones: Partial<Record<State, Tone>> = {
  correction: 'hold',
  review: 'info',
  deciding: 'info',
  decided: 'ok',
  served: 'ok',
  closed: 'ok',
  'not-accepted': 'bad',
  lapsed: 'bad',
};

/** Which case, whose, where it stands and how long there is: always in sight. */
export function CaseHead(props: CaseProps) {
  const { file, row, checks } = props.data;
  const words = wordsOf(props);
  return (
    <header class="casehead">
      <div class="line">
        <h1>{textIn(file.itemName, props.act.language)}</h1>
        <span class="caseno">{file.caseNo}</span>
        <Tag tone={tones[file.state] ?? 'idle'}>{words.states[file.state]}</Tag>
        <Lane {...props} />
      </div>
      <div class="due">
        <ClockChip clock={clockState(row, props.act.language)} />
      </div>
      <div class="line muted">
        <Applicant {...props} />
        <span>
          {words.channels[file.channel as keyof typeof words.channels] ?? file.channel} {timeText(file.receivedAt, props)}
        </span>
        {file.acceptedAt && <span>{words.head.accepted(dayOfTime(file.acceptedAt, props))}</span>}
        {file.decidedAt && <span>{words.head.decided(dayOfTime(file.decidedAt, props))}</span>}
        {checks.agentName && <span>{words.head.agent(checks.agentName)}</span>}
        <span>{holderText(props)}</span>
      </div>
      <div class="due muted small">
        <Limits {...props} />
      </div>
    </header>
  );
}

function holderText(props: CaseProps): string {
  const { file, situation } = props.data;
  const { head } = wordsOf(props);
  const isHeld = file.holderName !== null && file.leasedUntil !== null && file.leasedUntil > situation.now;
  return isHeld ? head.holder(file.holderName ?? '') : head.nobody;
}

function Applicant(props: CaseProps) {
  const { file, isRevealed } = props.data;
  const { head } = wordsOf(props);
  return (
    <span>
      {file.applicantName}{' '}
      {isRevealed ? (
        <a href={`tel:${file.applicantPhone.replace(/[^\d+]/g, '')}`}>{file.applicantPhone}</a>
      ) : (
        <a href={here(props, { reveal: 'phone' })} title={head.reveal} aria-label={`${maskPhone(file.applicantPhone)} ${head.reveal}`}>
          {maskPhone(file.applicantPhone)}
        </a>
      )}
    </span>
  );
}

function Lane(props: CaseProps) {
  const { file, papers } = props.data;
  const { lanes } = casesWords(props.act.language);
  const { head } = wordsOf(props);
  const appointed = file.ledger.appointments.at(-1);
  const until = owedUntil(file, props.data.situation);
  const owed = papers.filter(({ way, slot }) => way === 'owed' && until.has(slot));
  const first = owed[0];
  return (
    <>
      {file.lane === 'green' && <Tag tone="info">{lanes.green}</Tag>}
      {first && <Tag tone="warn">{head.owed(nameOfPaper(first, props), dayText(until.get(first.slot), props))}</Tag>}
      {file.lane === 'tolerance' && !first && <Tag tone="warn">{lanes.tolerance}</Tag>}
      {appointed && <Tag tone="bad">{head.appointed(dayText(appointed.on, props))}</Tag>}
    </>
  );
}

/** The promised and the statutory day, each leading to the sum behind it. */
function Limits(props: CaseProps) {
  const { file, trail } = props.data;
  const { head } = wordsOf(props);
  const days = [
    { clock: 'promised', label: head.promised, on: file.promisedBy },
    { clock: 'statutory', label: head.statutory, on: file.statutoryBy },
  ].filter(({ on }) => on !== null);
  const first = file.state === 'submitted' ? { clock: 'intake', on: file.dueOn } : { clock: 'supplement', on: file.dueOn };
  if (days.length === 0 && first.on)
    return <a href={casePath(`${file.caseNo}/why/${first.clock}`, trail)}>{`${dayText(first.on, props)} · ${head.why}`}</a>;
  return (
    <>
      {days.map(({ clock, label, on }, index) => (
        <span key={clock}>
          {index > 0 && ' · '}
          <a href={casePath(`${file.caseNo}/why/${clock}`, trail)} title={head.why}>
            {label} {dayText(on, props)}
          </a>
        </span>
      ))}
    </>
  );
}
