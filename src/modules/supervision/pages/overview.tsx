import { type Act } from '#kernel/endpoint.ts';
import { page } from '#kernel/page.ts';
import { isRefusal } from '#kernel/result.ts';
import { hasRole } from '#kernel/actor.ts';
import { casesWords } from '#modules/cases/index.ts';
import { formatDay, formatInstant, formatShare, Section, Topline } from '#ui/index.ts';
import { getOverview } from '../actions/overview.ts';
import { type Overview, watchers } from '../contract.ts';
import { wordsIn } from '../locales/index.ts';
import { look } from '../looked.ts';
import { watches } from '../rules/watch.ts';
import { listPath } from './address.ts';
import { Compression, Deadlines, Finished } from './overview-charts.tsx';
import { OfficerTable, UnitTable } from './overview-tables.tsx';

export const overviewPage = page({
  path: '/desk/supervision',
  shell: 'desk',
  may: watchers,
  load: async (act) => {
    const overview = await getOverview(act, {});
    if (isRefusal(overview)) return overview;
    return { overview, zone: (await look(act)).zone, mayHandOver: hasRole(act.actor, ['supervisor', 'head']) };
  },
  title: (_, { language }) => wordsIn(language).title,
  view: ({ data: { overview, zone, mayHandOver }, act }) => {
    const words = wordsIn(act.language);
    return (
      <>
        <Topline title={words.title}>
          <span class="muted">{words.asOf(formatInstant(new Date(overview.asOf), act.language, { zone, look: 'weekday' }))}</span>
        </Topline>
        <div class="body">
          <Numbers overview={overview} act={act} />
          <OnTime overview={overview} act={act} />
          <Deadlines units={overview.units} act={act} />
          <UnitTable units={overview.units} act={act} />
          <OfficerTable officers={overview.officers} act={act} mayHandOver={mayHandOver} />
          <Compression items={overview.items} act={act} />
          <Finished days={overview.finished} act={act} />
        </div>
      </>
    );
  },
});

/** Every number opens the list it counts. */
function Numbers({ overview: { totals, notAccepted }, act }: { overview: Overview; act: Act }) {
  const words = wordsIn(act.language);
  return (
    <ul class="counts">
      {watches.map((watch) => (
        <li key={watch} class={watch === 'overdue' && totals.overdue > 0 ? 'bad' : undefined}>
          <a href={listPath(watch)}>
            <b>{totals[watch]}</b>
            {words.watches[watch]}
          </a>
        </li>
      ))}
      <li>
        <a href="/desk/supervision/refused">
          <b>{notAccepted.count}</b>
          {words.refused}
        </a>
      </li>
    </ul>
  );
}

/** The share in time with what it is made of, and why clocks stand still. */
function OnTime({ overview: { onTime, paused }, act: { language } }: { overview: Overview; act: Act }) {
  const words = wordsIn(language);
  const pauses: Readonly<Record<string, string>> = casesWords(language).pauses;
  return (
    <Section title={words.onTime}>
      <p>
        <b>{onTime.whole === 0 ? words.none : formatShare(onTime.part, onTime.whole, language)}</b>{' '}
        <span class="muted">{words.onTimeOf(formatDay(onTime.since, language, 'day'))}</span>
      </p>
      {paused.length > 0 && (
        <p>
          {words.pausedTitle}
          {paused.map(({ reason, count }, index) => (
            <span key={reason}>
              {index > 0 && ' · '}
              <a href={listPath('paused', { reason })}>
                {pauses[reason] ?? reason} {count}
              </a>
            </span>
          ))}
        </p>
      )}
    </Section>
  );
}
