import { Actions, ClockChip, DocCard, formatDay, LinkButton, Section, Tag, TimeBar, usePage } from '#ui/index.ts';
import { casesWords } from '../../locales/index.ts';
import { portalWords } from '../../locales/portal/index.ts';
import { ruleOf } from '../../rules/states.ts';
import { clockPictureOf, clockStateOf } from './clock-picture.ts';
import { casePath, guidePath } from './links.ts';
import type { OwnCase } from './own-case.ts';
import { owedOf } from './papers.ts';
import { toneOf } from './tones.ts';

type Part = { data: OwnCase };

/** Where it stands in one sentence, how long is left, and the one thing to do. */
export function CaseStatus({ data }: Part) {
  const { language } = usePage();
  const { file, situation, told } = data;
  const { states, pauses } = casesWords(language);
  const clock = clockStateOf(file, situation, pauses[file.pauseReason as keyof typeof pauses]);
  return (
    <section class="status mt-5" aria-labelledby="sentence">
      <div class="head-row">
        <Tag tone={toneOf(file.state, file.outcome)}>{states[file.state]}</Tag>
        {clock && <ClockChip clock={clock} />}
      </div>
      <h2 id="sentence">{told.sentence}</h2>
      <ToDo data={data} />
    </section>
  );
}

function ToDo({ data: { file, issued } }: Part) {
  const { language } = usePage();
  const words = portalWords(language).case;
  const to = (rest: string) => casePath(language, file.caseNo, rest);
  if (file.state === 'correction' && file.correction)
    return (
      <>
        <p class="say">{words.fixTitle(file.correction.flags.length)}</p>
        <Actions>
          <LinkButton href={to('/fix')} icon="flag">
            {words.fix}
          </LinkButton>
        </Actions>
      </>
    );
  if (file.marks.mergedInto)
    return (
      <Actions>
        <LinkButton href={casePath(language, file.marks.mergedInto)}>{words.mergedInto(file.marks.mergedInto)}</LinkButton>
      </Actions>
    );
  const hasDecision = issued.some(({ kind }) => kind === 'decision');
  const isOver = ['withdrawn', 'lapsed', 'not-accepted'].includes(file.state);
  if (!hasDecision && !isOver) return null;
  return (
    <Actions>
      {hasDecision && (
        <LinkButton href={to('/papers/decision')} icon="down">
          {words.decision}
        </LinkButton>
      )}
      {isOver && (
        <LinkButton href={guidePath(language, file.itemCode)} look="second">
          {words.again}
        </LinkButton>
      )}
    </Actions>
  );
}

/** Papers that were promised for later, and the way to hand them in. */
export function OwedPapers({ data }: Part) {
  const { language } = usePage();
  const words = portalWords(language).case;
  const owed = owedOf(data, language);
  if (owed.length === 0) return null;
  return (
    <DocCard title={words.owedTitle} state={{ kind: 'mayFollow' }} level={2}>
      {owed.map(({ slot, name, by }) => (
        <p key={slot}>{by ? words.owedBy(name, formatDay(by, language, 'weekday')) : words.owed(name)}</p>
      ))}
      {ruleOf('supply').from.includes(data.file.state) && (
        <Actions>
          <LinkButton href={casePath(language, data.file.caseNo, '/owed')} icon="up">
            {words.supply}
          </LinkButton>
        </Actions>
      )}
    </DocCard>
  );
}

/** Promise and law as a picture; every day of it can be asked for. */
export function CaseTime({ data: { file, situation } }: Part) {
  const { language } = usePage();
  const words = portalWords(language);
  const picture = clockPictureOf(file, situation);
  const clocks = (['promised', 'statutory', 'intake', 'supplement'] as const).filter((clock) =>
    file.ledger.segments.some((segment) => segment.clock === clock),
  );
  if (clocks.length === 0) return null;
  const short = ({ count, by }: { count: number; by: string | undefined }) => ({ count, by: by && formatDay(by, language, 'short') });
  const hasStopped = picture?.spans.some(({ kind }) => kind === 'stopped');
  return (
    <Section title={words.case.time}>
      {picture?.statutory && (
        <TimeBar
          spans={picture.spans}
          promised={short(picture.promised)}
          statutory={short(picture.statutory)}
          unit={picture.unit}
          note={hasStopped ? words.case.stopped : words.case.noStop}
        />
      )}
      <p class="plainlinks">
        {clocks.slice(0, picture ? 2 : 1).map((clock) => (
          <a key={clock} href={casePath(language, file.caseNo, `/why/${clock}`)}>
            {words.case.why(words.why.clocks[clock])}
          </a>
        ))}
      </p>
    </Section>
  );
}
