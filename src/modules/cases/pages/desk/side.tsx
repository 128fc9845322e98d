import { ClockChip, Tag } from '#ui/index.ts';
import { casesWords } from '../../locales/index.ts';
import type { Decision, StageTask } from '../../rules/case-file.ts';
import { type CaseProps, dayText, here, stageText, timeText, unitText, wordsOf } from './case-props.ts';
import { CheckList } from './check-list.tsx';
import { DecisionText } from './decision-text.tsx';
import { openSheet } from './open-sheet.ts';
import { Sheet } from './sheets/sheet.tsx';

/** Beside the application: what others think of it, or the sheet of the act one is about to do. */
export function Side(props: CaseProps & { query: Readonly<Record<string, string>> }) {
  const sheet = openSheet(props);
  const words = wordsOf(props);
  return (
    <section class="side" tabindex={0} aria-label={sheet ? words.acts[sheet] : words.side.stages}>
      {sheet ? (
        <Sheet {...props} name={sheet} />
      ) : (
        <>
          <Drafted {...props} />
          <Earlier {...props} />
          <Stages {...props} />
          <section>
            <h2>
              {words.side.checks}{' '}
              <a class="small" href={here(props, { tab: 'checks' })}>
                {words.side.more}
              </a>
            </h2>
            <CheckList {...props} />
          </section>
        </>
      )}
    </section>
  );
}

function Stages(props: CaseProps) {
  const { side } = wordsOf(props);
  const { tasks } = props.data.situation;
  return (
    <section>
      <h2>{side.stages}</h2>
      {tasks.length === 0 ? (
        <p class="muted">{side.stagesNone}</p>
      ) : (
        <ul class="checks">
          {tasks.map((task) => (
            <Stage key={`${task.taskKey} ${task.openedAt.getTime()}`} task={task} {...props} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Stage({ task, ...props }: CaseProps & { task: StageTask }) {
  const { verdicts, stageStates } = wordsOf(props);
  const tone = task.state === 'open' ? 'info' : task.outcome === 'concern' ? 'warn' : task.state === 'skipped' ? 'idle' : 'ok';
  const said = task.outcome ? verdicts[task.outcome as keyof typeof verdicts] : stageStates[task.state];
  return (
    <li class="stage-line">
      <span>
        <b>{stageText(task.taskKey, props)}</b>{' '}
        <small>{[unitText(task.unitCode, props), whenText(task, props)].filter(Boolean).join(' · ')}</small>
        {task.opinion && <p class="lines">{task.opinion}</p>}
      </span>
      <Tag tone={tone}>{said}</Tag>
    </li>
  );
}

function whenText({ doneAt, doneByName, dueOn }: StageTask, props: CaseProps): string {
  const { side } = wordsOf(props);
  if (doneByName && doneAt) return side.by(doneByName, timeText(doneAt, props));
  return dueOn ? side.dueOn(dayText(dueOn, props)) : '';
}

/** Decisions that were opened again: kept, and no longer in force. */
function Earlier(props: CaseProps) {
  const { side } = wordsOf(props);
  const { outcomes } = casesWords(props.act.language);
  const earlier = earlierOf(props.data.file.decision);
  if (earlier.length === 0) return null;
  return (
    <section>
      <h2>{side.earlier}</h2>
      <ul class="plain">
        {earlier.map((one) => (
          <li key={one.draftedAt}>
            {outcomes[one.outcome]} · {side.signedBy(one.signedByName ?? '', timeText(one.signedAt ?? one.draftedAt, props))}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The latest first. */
function earlierOf(decision: Decision | null): Decision[] {
  const before = decision?.earlier;
  return before ? [before, ...earlierOf(before)] : [];
}

/** The decision as it stands: drafted, or signed. */
function Drafted(props: CaseProps) {
  const { decision } = props.data.file;
  const { side } = wordsOf(props);
  if (!decision) return null;
  return (
    <section>
      <h2>{side.draft}</h2>
      <DecisionText {...props} decision={decision} />
      <p class="small muted">
        {side.draftBy(decision.draftedByName, timeText(decision.draftedAt, props))}
        {decision.signedAt && (
          <>
            <br />
            {side.signedBy(decision.signedByName ?? '', timeText(decision.signedAt, props))}{' '}
            {decision.onTime ? <ClockChip clock={{ kind: 'done' }} /> : <Tag tone="bad">{side.notOnTime}</Tag>}
          </>
        )}
      </p>
    </section>
  );
}
