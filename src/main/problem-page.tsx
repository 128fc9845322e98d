import type { Language } from '#kernel/locale.ts';
import type { Module } from '#kernel/module.ts';
import type { Facts } from '#kernel/result.ts';
import { LinkButton, refusalText, uiWords } from '#ui/index.ts';

export type Problem = { status: number; code: string; facts: Facts; incident?: string | undefined };

/** Instead of a page that cannot be shown: what is the matter, that nothing is lost, what to do, and the number to name on the phone. */
type Shown = { problem: Problem; language: Language; modules: readonly Module[] };
export function ProblemPage({ problem, language, modules }: Shown) {
  const { failure, shell } = uiWords(language);
  return (
    <div class="read">
      <h1>{problemTitle({ problem, language, modules })}</h1>
      {problem.status >= 500 && <p>{failure.safe}</p>}
      {problem.incident && <p class="small muted">{`${failure.incident(problem.incident)} · ${failure.askCall}`}</p>}
      <p>
        <LinkButton href={`/${language}`} look="second">
          {shell.home}
        </LinkButton>
      </p>
    </div>
  );
}

/** Which module refused is not known here, so a code that several use is said in the words common to all of them. */
export function problemTitle({ problem: { code, facts }, language, modules }: Shown): string {
  const own = Object.assign({}, ...modules.map((module) => module.refusalWords(language)), uiWords(language).refusals) as Parameters<
    typeof refusalText
  >[2];
  return refusalText(language, { refused: code, facts }, own);
}
