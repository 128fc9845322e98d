import { isRefusal } from '#kernel/result.ts';
import { dayOf } from '#kernel/workdays.ts';
import { Choice, errorOf, Notice, Summary, TextArea, TextInput, valueOf } from '#ui/index.ts';
import { deskWords } from '../../../locales/desk/index.ts';
import { deadlinesOf } from '../../../rules/deadlines.ts';
import { owedFrom } from '../../../rules/owing.ts';
import type { ActName } from '../../../rules/states.ts';
import { tryAct } from '../../../rules/trial.ts';
import { type CaseProps, dayText, stageText, unitText, wordsOf } from '../case-props.ts';
import { nameOfPaper } from '../paper-names.ts';
import { joined } from '../../portal/said.tsx';
import type { FieldProps } from './sheet.tsx';

/** The days that would follow, counted by the rule itself. */
function Limits({ name, ...props }: CaseProps & { name: ActName }) {
  const { file, situation } = props.data;
  const words = wordsOf(props).sheets.accept;
  const change = tryAct(name, file, situation);
  if (isRefusal(change)) return null;
  const { promisedBy, statutoryBy } = deadlinesOf(change.set.state ?? file.state, change.set.ledger ?? file.ledger, situation);
  const stages = (change.tasks ?? []).flatMap((task) =>
    'open' in task ? [`${stageText(task.open.taskKey, props)} · ${unitText(task.open.unitCode, props)}`] : [],
  );
  return (
    <Summary
      look="tight"
      rows={[
        { label: words.from, value: dayText(dayOf(situation.now, situation.calendar.zone), props, 'long') },
        { label: words.promised, value: dayText(promisedBy, props, 'long') },
        ...(statutoryBy ? [{ label: words.statutory, value: dayText(statutoryBy, props, 'long') }] : []),
        ...(stages.length > 0 ? [{ label: words.afterwards, value: <Lines lines={stages} /> }] : []),
      ]}
    />
  );
}

function Lines({ lines }: { lines: readonly string[] }) {
  return (
    <ul class="plain">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

export function AcceptFields(props: FieldProps) {
  return (
    <>
      <p>{wordsOf(props).sheets.accept.lead}</p>
      <Limits {...props} name="accept" />
    </>
  );
}

export function ToleratedFields(props: FieldProps) {
  const { papers, situation } = props.data;
  const words = wordsOf(props).sheets.tolerated;
  const { broken } = props.data.checks;
  const owed = papers.filter(({ way }) => way === 'owed');
  const today = dayOf(situation.now, situation.calendar.zone);
  const names = owed.map((paper) => nameOfPaper(paper, props));
  const theirs = deskWords(props.data.theirs).sheets.tolerated;
  return (
    <>
      <p>{words.lead}</p>
      {broken.length > 0 && <Notice tone="warn">{words.broken(broken.length)}</Notice>}
      <Summary
        look="tight"
        rows={owedFrom(owed, today, situation.calendar).map(({ by, document }, index) => ({
          label: names[index] ?? '',
          value: `${dayText(by, props, 'long')} · ${document.owed ? words.blocks[document.owed.blocks] : ''}`,
        }))}
      />
      <TextArea
        name="promise"
        label={words.promise}
        hint={words.promiseHint}
        maxlength={2000}
        value={valueOf(props.typed, 'promise', theirs.promiseText(joined(names, props.data.theirs)))}
        error={errorOf(props.errors, 'promise')}
      />
      <Limits {...props} name="accept-tolerated" />
    </>
  );
}

const grounds = ['not-needed', 'not-ours', 'not-entitled', 'false', 'again', 'other'] as const;

export function RefuseFields(props: FieldProps) {
  const words = wordsOf(props).sheets.refuse;
  const theirs = deskWords(props.data.theirs).sheets.refuse.grounds;
  const missing = errorOf(props.errors, 'reason') && words.needed;
  return (
    <>
      <p>{words.lead}</p>
      <Choice
        name="ground"
        label={words.ground}
        options={grounds.map((ground) => ({ value: theirs[ground], label: words.grounds[ground] }))}
        value={valueOf(props.typed, 'ground')}
        error={missing}
      />
      <TextArea name="reason" label={words.text} rows={4} maxlength={1900} value={valueOf(props.typed, 'reason')} error={missing} />
      <TextInput name="instead" label={words.instead} optional maxlength={500} value={valueOf(props.typed, 'instead')} />
    </>
  );
}

export function LapseFields(props: FieldProps) {
  const words = wordsOf(props);
  const { file } = props.data;
  const { lapse } = words.sheets;
  return (
    <>
      <p>{file.state === 'correction' ? lapse.lead(dayText(file.correction?.dueOn, props)) : lapse.owing(dayText(file.owedBy, props))}</p>
      <TextArea name="reason" label={words.sheet.note} optional maxlength={2000} value={valueOf(props.typed, 'reason')} />
    </>
  );
}
