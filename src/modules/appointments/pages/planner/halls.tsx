import { textIn } from '#kernel/locale.ts';
import { page } from '#kernel/page.ts';
import { dayOf } from '#kernel/workdays.ts';
import { Empty, formatDay, Rows, Topline } from '#ui/index.ts';
import { listSites, type Site } from '../../held.ts';
import { deskWords } from '../../locales/desk/index.ts';

/** A place's plan that holds today. */
function currentOf(site: Site, now: Date) {
  const today = dayOf(now, site.zone);
  return site.plans.find(({ validFrom }) => validFrom <= today) ?? site.plans.at(-1);
}

export const plansPage = page({
  path: '/admin/halls',
  shell: 'desk',
  may: ['planner', 'admin'],
  load: async ({ tx }) => listSites(tx),
  title: (_, { language }) => deskWords(language).plan.title,
  view: ({ data: sites, act: { language, now } }) => {
    const words = deskWords(language).plan;
    return (
      <>
        <Topline title={words.title} />
        <div class="body">
          <p class="muted mb-3">{words.lead}</p>
          {sites.length === 0 && <Empty text={deskWords(language).noHall} icon="door" />}
          <Rows
            rows={sites.map((site) => {
              const plan = currentOf(site, now);
              const name = textIn(site.venue.name, language);
              const part = textIn(plan?.body.name, language);
              return {
                title: part ? `${name} · ${part}` : name,
                note: plan && words.version(plan.version, formatDay(plan.validFrom, language, 'day')),
                href: `/admin/halls/${encodeURIComponent(site.place)}`,
              };
            })}
          />
        </div>
      </>
    );
  },
});
