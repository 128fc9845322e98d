import { languages } from '#kernel/locale.ts';
import { form, page, type View } from '#kernel/page.ts';
import { Icon, type IconName, Seal } from '#ui/index.ts';
import { beginKiosk, endKiosk } from '../../contract.ts';
import { queueWords } from '../../locales/queue/index.ts';
import { Frame, State } from './frame.tsx';
import { type Machine, machineOf } from './machine.ts';

const languageNames = { 'zh-Hans': '简体中文', 'zh-Hant': '繁體中文', vi: 'Tiếng Việt', en: 'English' } as const;
const lockSeconds = 30;

/** Nothing of anybody stands here. A touch begins; cleaning locks the screen for half a minute. */
const idleView: View<Machine> = ({ data: machine, act }) => {
  const { kiosk } = queueWords(act.language);
  const can: readonly (readonly [IconName, string])[] = [
    ['card', kiosk.tiles.ticket],
    ['search', kiosk.tiles.search],
    ['doc', kiosk.tiles.track],
    ['calendar', kiosk.tiles.book],
  ];
  return (
    <div class="kiosk" data-island="kiosk-idle" data-lock={lockSeconds}>
      <div class="kidle">
        <Seal filled />
        <h1>{kiosk.title}</h1>
        <p class="sub">{kiosk.lead}</p>
        <ul class="can">
          {can.map(([icon, label]) => (
            <li key={icon}>
              <Icon name={icon} />
              {label}
            </li>
          ))}
        </ul>
        <a class="btn touch" href={`${machine.base}/menu`} data-begin>
          <Icon name="hand" />
          {kiosk.touch}
        </a>
        <div class="klangs">
          {languages.map((tag) => (
            <a key={tag} class="btn second" lang={tag} href={`${machine.base}/menu?lang=${tag}`} data-begin>
              {languageNames[tag]}
            </a>
          ))}
        </div>
        <button class="btn plain" type="button" data-clean hidden>
          {kiosk.clean}
        </button>
      </div>
      <dialog class="dialog" data-locked aria-labelledby="lock-title">
        <h2 id="lock-title">{kiosk.cleaning}</h2>
        <p data-words={kiosk.left('{seconds}')} />
      </dialog>
      <State machine={machine} language={act.language} />
    </div>
  );
};

const menuView: View<Machine> = ({ data: machine, act }) => {
  const { kiosk } = queueWords(act.language);
  const tiles: readonly (readonly [string, IconName, string, string])[] = [
    ['ticket', 'people', kiosk.tiles.ticket, kiosk.hints.ticket],
    ['booking', 'calendar', kiosk.tiles.booking, kiosk.hints.booking],
    ['search', 'search', kiosk.tiles.search, kiosk.hints.search],
    ['track', 'card', kiosk.tiles.track, kiosk.hints.track],
    ['book', 'clock', kiosk.tiles.book, kiosk.hints.book],
    ['help', 'phone', kiosk.tiles.help, kiosk.hints.help],
  ];
  return (
    <Frame machine={machine} language={act.language} title={kiosk.what} lead={kiosk.whatHint}>
      <ul class="tiles">
        {tiles.map(([path, icon, title, hint]) => (
          <li key={path}>
            <a href={`${machine.base}/${path}`}>
              <Icon name={icon} />
              <span>
                <b>{title}</b>
                <small>{hint}</small>
              </span>
            </a>
          </li>
        ))}
      </ul>
    </Frame>
  );
};

const helpView: View<Machine> = ({ data: machine, act }) => {
  const { kiosk } = queueWords(act.language);
  return (
    <Frame machine={machine} language={act.language} title={kiosk.tiles.help} lead={kiosk.hints.help}>
      <p class="kbig">{machine.phone}</p>
      <p>{kiosk.helpText}</p>
    </Frame>
  );
};

const title = (_: unknown, act: { language: Parameters<typeof queueWords>[0] }) => queueWords(act.language).kiosk.title;
const base = { shell: 'hall', may: 'anyone', load: machineOf, title } as const;

export const idlePages = [
  page({
    ...base,
    path: '/kiosk/:device',
    islands: ['kiosk-idle'],
    view: idleView,
    forms: {
      begin: form(beginKiosk, (_, { params }) => `/kiosk/${params['device'] ?? ''}/menu`),
      end: form(endKiosk, (_, { params }) => `/kiosk/${params['device'] ?? ''}`),
    },
  }),
  page({ ...base, path: '/kiosk/:device/menu', islands: ['kiosk'], view: menuView }),
  page({ ...base, path: '/kiosk/:device/help', islands: ['kiosk'], view: helpView }),
];
