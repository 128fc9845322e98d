import type { ComponentChildren } from 'preact';

/** `lanes` run side by side. */
export type FlowStep = { title: ComponentChildren; who?: string; days?: string; lanes?: readonly { title: string; who?: string }[] };

/** How something goes, as a numbered list that the style sheet draws: down on phones, across on wide screens. */
export function Flow({ steps, across = true }: { steps: readonly FlowStep[]; across?: boolean }) {
  return (
    <ol class={across ? 'flow across' : 'flow'}>
      {steps.map(({ title, who, days, lanes }, index) => (
        <li key={index} class={lanes ? 'big' : undefined}>
          <b>{title}</b>
          {who && <span class="who">{who}</span>}
          {lanes && (
            <ul class="fork">
              {lanes.map((lane) => (
                <li key={lane.title} class="lane">
                  <strong>{lane.title}</strong>
                  {lane.who && <span class="who">{lane.who}</span>}
                </li>
              ))}
            </ul>
          )}
          {days && <span class="day">{days}</span>}
        </li>
      ))}
    </ol>
  );
}
