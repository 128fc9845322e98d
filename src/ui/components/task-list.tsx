import type { ComponentChildren } from 'preact';
import { useWords } from '../context.tsx';
import { Tag } from './tag.tsx';

export type TaskState = 'done' | 'doing' | 'todo' | 'later' | 'wrong';
export type Task = { label: string; note?: ComponentChildren; state: TaskState; href?: string | undefined };

function State({ state }: { state: TaskState }) {
  const text = useWords().task[state];
  if (state === 'done') return <Tag tone="ok">{text}</Tag>;
  if (state === 'wrong') return <Tag tone="bad">{text}</Tag>;
  if (state === 'doing')
    return (
      <Tag tone="info" icon="none">
        {text}
      </Tag>
    );
  return <span class={state === 'later' ? 'muted nowrap' : 'tag'}>{text}</span>;
}

/** The whole row is the target; what cannot start yet is no link and says so. */
export function TaskList({ title, tasks }: { title: string; tasks: readonly Task[] }) {
  return (
    <section class="section">
      <h2>{title}</h2>
      <ul class="rows">
        {tasks.map(({ label, note, state, href }) => {
          const inside = (
            <>
              <span class="t">
                {label}
                {note && <small>{note}</small>}
              </span>
              <State state={state} />
            </>
          );
          return (
            <li key={label}>
              {href && state !== 'later' ? (
                <a class="row" href={href}>
                  {inside}
                </a>
              ) : (
                <div class="row">{inside}</div>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
