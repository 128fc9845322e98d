import type { ComponentChildren } from 'preact';
import type { Language } from '#kernel/locale.ts';
import { Icon, Seal } from '#ui/index.ts';
import { kioskIdleSeconds } from '../../actions/kiosk.ts';
import { queueWords } from '../../locales/queue/index.ts';
import type { Machine } from './machine.ts';

const warnSeconds = 15;

/** Around every screen but the first: what is left of the time, the way out that wipes, and the question whether somebody is still there. */
export function Frame({
  machine,
  language,
  title,
  lead,
  children,
}: {
  machine: Machine;
  language: Language;
  title: string;
  lead?: string;
  children: ComponentChildren;
}) {
  const { kiosk } = queueWords(language);
  return (
    <div class="kiosk" data-island="kiosk" data-home={machine.base} data-idle={kioskIdleSeconds} data-warn={warnSeconds}>
      <header class="ktop">
        <Seal filled />
        <b>{machine.hallName}</b>
        <span class="tag" data-left data-words={kiosk.left('{seconds}')} hidden />
      </header>
      <div class="khead">
        <h1>{title}</h1>
        {lead && <p>{lead}</p>}
      </div>
      <div class="kbody">{children}</div>
      <Ways machine={machine} language={language} />
      <State machine={machine} language={language} />
      <dialog class="dialog" data-still aria-labelledby="still-title">
        <h2 id="still-title">{kiosk.still}</h2>
        <p>{kiosk.stillHint}</p>
        <button class="btn big" type="button" data-stay>
          {kiosk.stay}
        </button>
      </dialog>
    </div>
  );
}

function Ways({ machine, language }: { machine: Machine; language: Language }) {
  const { kiosk } = queueWords(language);
  return (
    <nav class="kbar" aria-label={kiosk.title}>
      <form method="post" action={`${machine.base}?do=end`}>
        <input type="hidden" name="by" value="person" />
        <input type="hidden" name="wiped" value="true" />
        <button class="btn second" type="submit" data-wipe>
          {kiosk.end}
        </button>
      </form>
      <a class="btn second" href={`${machine.base}/menu`}>
        {kiosk.menu}
      </a>
      <a class="btn second" href="?care=1">
        {kiosk.larger}
      </a>
    </nav>
  );
}

/** Printer and reader as the machine last told; only printing stops when the paper is out. */
export function State({ machine: { health, name, phone }, language }: { machine: Machine; language: Language }) {
  const { kiosk } = queueWords(language);
  return (
    <footer class="kstate">
      <span>
        <Icon name="print" />
        {kiosk.paper[health.paper]}
      </span>
      {health.reader !== 'none' && (
        <span>
          <Icon name="card" />
          {kiosk.reader[health.reader]}
        </span>
      )}
      <span>{kiosk.help(name, phone)}</span>
    </footer>
  );
}

/** Letters and digits of our own, so that no keyboard of the system comes up; the island fills them in. */
export function Keyboard({ language, words = false }: { language: Language; words?: boolean }) {
  const { kiosk } = queueWords(language);
  return (
    <div
      class="kkeys"
      role="group"
      aria-label={kiosk.keyboard}
      data-island="kiosk-keys"
      data-telex={(words && language === 'vi') || undefined}
      data-space={kiosk.space}
      data-back={kiosk.backspace}
    />
  );
}
