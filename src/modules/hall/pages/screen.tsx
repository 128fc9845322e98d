import type { Act } from '#kernel/endpoint.ts';
import type { Language } from '#kernel/locale.ts';
import { page, type PageRequest, sendFile, type View } from '#kernel/page.ts';
import { refuse } from '#kernel/result.ts';
import { bannerFor } from '#modules/channels/index.ts';
import { dayIn, formatDay, formatTime, Seal } from '#ui/index.ts';
import { boardOf } from '../actions/board.ts';
import type { Board } from '../contract/board.ts';
import { queueWords } from '../locales/queue/index.ts';
import { hallSettings } from '../settings.ts';
import { shown } from './shown.ts';

type Data = { readonly board: Board; readonly told: string | undefined };

async function load(act: Act, { params }: PageRequest) {
  const board = await boardOf(act, params['venue'] ?? '', params['zone'] ?? 'all');
  return board ? ({ board, told: (await bannerFor(act.tx, act))?.title } satisfies Data) : refuse('not_found');
}

/** The languages that are spoken and written small, after the screen's own. */
const spoken: readonly Language[] = ['zh-Hans', 'vi', 'en'];

const view: View<Data> = ({ data: { board, told }, act }) => {
  const { screen } = queueWords(act.language);
  const stream = `/api/v1/hall/${board.venue}/events?${new URLSearchParams({ zone: board.boardZone, lang: act.language })}`;
  const title = [board.venueName, board.zoneName].filter(Boolean).join(' · ');
  return (
    <div
      class="hallscreen"
      data-island="call-screen"
      data-stream={stream}
      data-poll={stream.replace('/events?', '/board?')}
      data-voice={`/voice/${board.venue}`}
      data-zone={board.timeZone}
      data-clock-language={act.language}
    >
      <header class="hshead">
        <Seal />
        <b>{title}</b>
        <span class="clocknow">
          <small>{formatDay(dayIn(act.now, board.timeZone), act.language, 'weekday')}</small>
          <span data-clock>{formatTime(act.now, act.language, board.timeZone)}</span>
        </span>
      </header>
      <p class="hslost" role="alert" data-lost hidden>
        {screen.lost}
      </p>
      <div class="hsmain">
        <NowCall board={board} act={act} />
        <section class="hslist" id="called" aria-label={screen.before}>
          <Called board={board} act={act} />
        </section>
      </div>
      <footer class="hsfoot" id="waits">
        <Waits board={board} act={act} />
        <p>
          {told && <b>{told}</b>}
          {screen.note(board.personCap)}
        </p>
      </footer>
      <div class="hsound">
        <button type="button" class="btn second" data-sound aria-pressed="false" data-on={screen.soundOn} data-off={screen.soundOff}>
          {screen.soundOff}
        </button>
        <label>
          {screen.volume} <input type="range" min="0" max="100" value="80" data-volume />
        </label>
      </div>
    </div>
  );
};

/** The island writes the number that is being called into this part; its words come along as patterns. */
function NowCall({ board, act }: { board: Board; act: Act }) {
  const { screen } = queueWords(act.language);
  const [now] = board.calls;
  const others = spoken.filter((language) => language !== (act.language === 'zh-Hant' ? 'zh-Hans' : act.language));
  return (
    <section class={now ? 'nowcall' : 'nowcall none'} data-now>
      <h1 class="lab" data-idle={screen.nobody}>
        {now ? screen.please : screen.nobody}
      </h1>
      <div aria-live="assertive">
        <div class="ticket" data-ticket>
          {now?.ticketNo}
        </div>
        <div class="to">
          <svg viewBox="0 0 108 76" aria-hidden="true">
            <path d="M4 38h94M68 8l32 30-32 30" />
          </svg>
          <span data-words={screen.window('{window}')}>{now && screen.window(shown(now.windowNo))}</span>
        </div>
      </div>
      <p class="also">
        {others.map((language) => (
          <span key={language} lang={language} data-words={queueWords(language).screen.call('{ticket}', '{window}')}>
            {now && queueWords(language).screen.call(now.ticketNo, shown(now.windowNo))}
          </span>
        ))}
      </p>
    </section>
  );
}

function Called({ board, act }: { board: Board; act: Act }) {
  const { screen } = queueWords(act.language);
  return (
    <table>
      <caption class="hide">{screen.before}</caption>
      <thead>
        <tr>
          <th scope="col">{screen.number}</th>
          <th scope="col">{screen.at}</th>
        </tr>
      </thead>
      <tbody>
        {board.calls.slice(1).map((call) => (
          <tr key={call.callId}>
            <td>
              {call.ticketNo}
              {call.priority && <small>{screen.priority}</small>}
            </td>
            <td>{screen.windowShort(shown(call.windowNo))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Waits({ board, act }: { board: Board; act: Act }) {
  const { screen, wait } = queueWords(act.language);
  return (
    <dl class="waits">
      {board.groups.map(({ group, name, waiting, waitMinutes }) => (
        <div key={group}>
          <dt>
            {group} {name}
          </dt>
          <dd>
            {screen.people(waiting)}
            <small>{waitMinutes ? wait.minutes(waitMinutes.p50, waitMinutes.p90) : wait.unknown}</small>
          </dd>
        </div>
      ))}
    </dl>
  );
}

const clip = page({
  path: '/voice/:venue/:spoken/:clip',
  shell: 'plain',
  may: 'anyone',
  load: async (_act, { params }) => {
    const sound = await hallSettings().voice.find(params['venue'] ?? '', params['spoken'] ?? '', params['clip'] ?? '');
    return sound ? sendFile({ send: sound, type: 'audio/mpeg' }) : refuse('not_found');
  },
  title: () => '',
  view: () => null,
});

/** `/screen/{venue}/{zone}`: numbers only, no names, readable from six metres. */
export const screenPages = [
  page({
    path: '/screen/:venue/:zone',
    shell: 'wall',
    may: 'anyone',
    islands: ['call-screen'],
    load,
    title: ({ board }, act) => `${queueWords(act.language).screen.title} · ${board.venueName}`,
    view,
  }),
  clip,
];
