import { hasRole } from '#kernel/actor.ts';
import { textIn } from '#kernel/locale.ts';
import { isRefusal } from '#kernel/result.ts';
import { Choice, errorOf, NumberInput, Select, Summary, TextArea, TextInput, uiWords, valueOf } from '#ui/index.ts';
import { taskByKey } from '#modules/catalogue/index.ts';
import type { StageTask } from '../../../rules/case-file.ts';
import { deadlinesOf, pausesOf } from '../../../rules/deadlines.ts';
import { didOneOf } from '../../../rules/review.ts';
import { tryAct } from '../../../rules/trial.ts';
import { type CaseProps, dayOfTime, dayText, stageText, unitText, wordsOf } from '../case-props.ts';
import { pauseWords } from '../clock-state.ts';
import { joined } from '../../portal/said.tsx';
import type { FieldProps } from './sheet.tsx';

/** The open tasks of the officer's own units; where none is theirs, all that are open. */
function openTasks({ act: { actor }, data: { situation } }: CaseProps): StageTask[] {
  const open = situation.tasks.filter((task) => task.state === 'open');
  const mine = open.filter((task) => hasRole(actor, ['reviewer', 'head'], task.unitCode));
  return mine.length > 0 ? mine : open;
}

export function FinishFields(props: FieldProps) {
  const words = wordsOf(props);
  const { finish } = words.sheets;
  const tasks = openTasks(props);
  const names = tasks.map((task) => stageText(task.taskKey, props));
  return (
    <>
      <p>{finish.lead(joined(names, props.act.language))}</p>
      <Covered tasks={tasks} {...props} />
      <WhichStage tasks={tasks} {...props} />
      <Choice
        name="outcome"
        label={finish.outcome}
        inline
        value={valueOf(props.typed, 'outcome')}
        error={errorOf(props.errors, 'outcome')}
        options={(['pass', 'concern'] as const).map((verdict) => ({ value: verdict, label: words.verdicts[verdict] }))}
      />
      <TextArea
        name="opinion"
        label={finish.opinion}
        rows={5}
        maxlength={4000}
        value={valueOf(props.typed, 'opinion')}
        error={errorOf(props.errors, 'opinion')}
      />
      <SecondOfficer tasks={tasks} {...props} />
    </>
  );
}

function planned({ file }: CaseProps['data'], { taskKey }: StageTask) {
  return taskByKey(file.plan ?? [], taskKey);
}

/** In the green channel one form stands for several stages. */
function Covered({ tasks, ...props }: FieldProps & { tasks: readonly StageTask[] }) {
  const { finish } = wordsOf(props).sheets;
  const merged = tasks.map((task) => planned(props.data, task)?.covers ?? []).filter((covers) => covers.length > 1);
  return merged.map((covers) => (
    <p key={covers[0]}>
      {finish.covers(
        joined(
          covers.map((key) => stageText(key, props)),
          props.act.language,
        ),
      )}
    </p>
  ));
}

/** One open stage needs no question; one that must be kept apart from what this officer did is closed. */
function WhichStage({ tasks, ...props }: FieldProps & { tasks: readonly StageTask[] }) {
  const { finish } = wordsOf(props).sheets;
  const { situation } = props.data;
  const isMine = (task: StageTask) => !didOneOf(planned(props.data, task)?.notBy ?? [], situation);
  const chosen = valueOf(props.typed, 'stage', tasks.find(isMine)?.taskKey);
  if (tasks.length === 1) return <input type="hidden" name="stage" value={chosen} />;
  return (
    <Choice
      name="stage"
      label={finish.stage}
      value={chosen}
      error={errorOf(props.errors, 'stage')}
      options={tasks.map((task) => ({
        value: task.taskKey,
        label: stageText(task.taskKey, props),
        hint: isMine(task) ? unitText(task.unitCode, props) : finish.notBy,
        disabled: !isMine(task),
      }))}
    />
  );
}

function SecondOfficer({ tasks, ...props }: FieldProps & { tasks: readonly StageTask[] }) {
  const { finish } = wordsOf(props).sheets;
  const officers = Math.max(1, ...tasks.map((task) => planned(props.data, task)?.officers ?? 1));
  if (officers === 1) return null;
  const missing = props.typed?.refusal?.code === 'second_officer_needed' ? finish.withHint(officers) : undefined;
  return (
    <TextInput
      name="with"
      label={finish.with}
      hint={finish.withHint(officers)}
      optional={tasks.length > 1}
      maxlength={100}
      value={valueOf(props.typed, 'with')}
      error={errorOf(props.errors, 'with') ?? missing}
    />
  );
}

export function OpinionFields(props: FieldProps) {
  const { opinion } = wordsOf(props).sheets;
  const { directory, file } = props.data;
  return (
    <>
      <p>{opinion.lead}</p>
      <Select
        name="unitCode"
        label={opinion.unit}
        value={valueOf(props.typed, 'unitCode')}
        error={errorOf(props.errors, 'unitCode')}
        options={directory.units
          .filter(({ code, regionCode }) => code !== file.unitCode && regionCode === directory.regionOf(file.unitCode))
          .map(({ code, name }) => ({ value: code, label: textIn(name, props.act.language) }))}
      />
      <TextArea
        name="question"
        label={opinion.question}
        rows={4}
        maxlength={2000}
        value={valueOf(props.typed, 'question')}
        error={errorOf(props.errors, 'question')}
      />
      <NumberInput name="days" label={opinion.days} value={valueOf(props.typed, 'days', '3')} error={errorOf(props.errors, 'days')} />
    </>
  );
}

export function PauseFields(props: FieldProps) {
  const { pause } = wordsOf(props).sheets;
  const { situation } = props.data;
  const law = situation.law.rules.find(({ rule }) => rule === 'not-counted');
  return (
    <>
      <p>{pause.lead}</p>
      <Choice
        name="reason"
        label={pause.reason}
        value={valueOf(props.typed, 'reason')}
        error={errorOf(props.errors, 'reason')}
        options={pausesOf(situation.item).map((reason) => ({
          value: reason,
          label: pauseWords(reason, props.act.language),
          hint: law && (law.value['kinds'] as string[] | undefined)?.includes(reason) ? pause.law(law.law, law.article) : undefined,
        }))}
      />
      <TextArea name="note" label={pause.note} rows={3} maxlength={2000} value={valueOf(props.typed, 'note')} />
    </>
  );
}

export function ResumeFields(props: FieldProps) {
  const words = wordsOf(props);
  const { file } = props.data;
  return (
    <>
      <p>{file.pausedAt && words.sheets.resume.lead(pauseWords(file.pauseReason, props.act.language), dayOfTime(file.pausedAt, props))}</p>
      <TextArea name="note" label={words.sheet.note} optional rows={3} maxlength={2000} value={valueOf(props.typed, 'note')} />
    </>
  );
}

export function ExtendFields(props: FieldProps) {
  const words = wordsOf(props);
  const { extend } = words.sheets;
  const { file, situation } = props.data;
  const change = tryAct('extend', file, situation);
  const after = isRefusal(change) ? undefined : deadlinesOf(file.state, change.set.ledger ?? file.ledger, situation);
  const days = situation.item.limits.extension?.days ?? 0;
  return (
    <>
      <p>{extend.lead(uiWords(props.act.language).time.workdays(days))}</p>
      <Summary
        look="tight"
        rows={[
          { label: extend.from, value: dayText(file.promisedBy, props, 'long') },
          { label: extend.to, value: dayText(after?.promisedBy, props, 'long') },
        ]}
      />
      <TextArea
        name="reason"
        label={words.sheet.reason}
        rows={4}
        maxlength={2000}
        value={valueOf(props.typed, 'reason')}
        error={errorOf(props.errors, 'reason')}
      />
    </>
  );
}
