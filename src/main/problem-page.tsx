import type { Act } from '#kernel/endpoint.ts';
import type { Module } from '#kernel/module.ts';
import type { Facts } from '#kernel/result.ts';
import { LinkButton, refusalText, uiWords } from '#ui/index.ts';

export type Problem = { status: number; code: string; facts: Facts; incident?: string | undefined };

/** Instead of a page that cannot be shown: what is the matter, that nothing is lost, what to do, and the number to name on the phone. */
export function ProblemPage({ problem, act, modules }: { problem: Problem; act: Act; modules: readonly Module[] }) {
  const { failure } = uiWords(act.language);
  return (
    <div class="read">
      <h1>{problemTitle(problem, act, modules)}</h1>
      {problem.status >= 500 && <p>{failure.safe}</p>}
      {problem.incident && <p class="small muted">{`${failure.incident(problem.incident)} · ${failure.askCall}`}</p>}
      <p>
        <LinkButton href={`/${act.language}`} look="second">
          {uiWords(act.language).shell.home}
        </LinkButton>
      </p>
    </div>
  );
}

export function problemTitle({ code, facts }: Problem, act: Act, modules: readonly Module[]): string {
  const own = Object.assign({}, ...modules.map((module) => module.refusalWords(act.language))) as Parameters<typeof refusalText>[2];
  return refusalText(act.language, { refused: code, facts }, own);
}
