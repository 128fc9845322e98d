import { textIn } from '#kernel/locale.ts';
import { page, sendFile } from '#kernel/page.ts';
import { isRefusal, refuse } from '#kernel/result.ts';
import { Icon } from '#ui/index.ts';
import { doorWords } from '../../locales/door/index.ts';
import { findPlace, openPlace } from '../../place.ts';

export const atTheDoor = ['gate', 'window', 'supervisor'] as const;

export const chooseDoor = page({
  path: '/gate/:venue',
  shell: 'plain',
  may: atTheDoor,
  load: async (act, { params }) => {
    const place = await openPlace(act, params['venue'] ?? '', atTheDoor);
    if (isRefusal(place)) return place;
    return { venue: place.venue.code, name: textIn(place.venue.name, act.language), doors: place.plan.doors };
  },
  title: ({ name }, { language }) => `${doorWords(language).gate.doors} · ${name}`,
  view: ({ data: { venue, name, doors }, act: { language } }) => (
    <div class="gate">
      <header class="gatehead">
        <div class="t">
          {name}
          <small>{doorWords(language).gate.doors}</small>
        </div>
      </header>
      <nav class="body" aria-label={doorWords(language).gate.doors}>
        <h1 class="hide">{doorWords(language).gate.doors}</h1>
        <ul class="gatedoors">
          {doors.map(({ door, name: doorName }) => (
            <li key={door}>
              <a class="btn second" href={`/gate/${venue}/${door}`}>
                <Icon name="door" />
                {textIn(doorName, language)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  ),
});

/** What makes the page of a door something that can be put on a tablet's first screen. */
export const manifest = page({
  path: '/gate/:venue/:door/app.webmanifest',
  shell: 'plain',
  may: 'anyone',
  load: async (act, { params }) => {
    const place = await findPlace(act, params['venue'] ?? '');
    const door = place?.plan.doors.find((one) => one.door === params['door']);
    if (!place || !door) return refuse('not_found');
    const name = `${textIn(place.venue.name, act.language)} · ${textIn(door.name, act.language)}`;
    const start = `/gate/${place.venue.code}/${door.door}`;
    return sendFile({
      type: 'application/manifest+json',
      send: JSON.stringify({
        id: start,
        name,
        short_name: textIn(door.name, act.language),
        start_url: start,
        scope: '/gate/',
        display: 'standalone',
        theme_color: '#0A5C63',
        background_color: '#F6F5F0',
        icons: [{ src: '/favicon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' }],
      }),
    });
  },
  title: () => '',
  view: () => null,
});
