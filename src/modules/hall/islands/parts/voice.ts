type Spoken = { readonly ticketNo: string; readonly windowNo: string };
export type Voice = { readonly say: (call: Spoken) => Promise<void> };

const spokenLanguages = ['zh', 'vi', 'en'];
const keptAs = 'tongban-call-volume';
const highestNumber = 60;

/** Speaks the calls from the hall's own clips, language after language. Silent until somebody turns the sound on: browsers let no page begin by itself. */
export function openVoice(element: HTMLElement): Voice {
  const base = element.dataset['voice'] ?? '';
  const button = element.querySelector<HTMLButtonElement>('[data-sound]');
  const slider = element.querySelector<HTMLInputElement>('[data-volume]');
  const context = new AudioContext();
  const gain = context.createGain();
  gain.connect(context.destination);
  const clips = new Map<string, Promise<AudioBuffer | undefined>>();
  let isOn = localStorage.getItem(keptAs) !== null;

  const setVolume = () => {
    gain.gain.value = Number(slider?.value ?? 80) / 100;
    if (isOn) localStorage.setItem(keptAs, slider?.value ?? '80');
  };
  const setOn = (on: boolean) => {
    isOn = on;
    if (on) void context.resume();
    else localStorage.removeItem(keptAs);
    button?.setAttribute('aria-pressed', String(on));
    if (button) button.textContent = (on ? button.dataset['on'] : button.dataset['off']) ?? '';
    setVolume();
  };
  if (slider) slider.value = localStorage.getItem(keptAs) ?? slider.value;
  slider?.addEventListener('input', setVolume);
  button?.addEventListener('click', () => setOn(!isOn));
  setOn(isOn);

  const load = (url: string) => {
    const known =
      clips.get(url) ??
      fetch(url)
        .then((response) => (response.ok ? response.arrayBuffer() : undefined))
        .then((bytes) => bytes && context.decodeAudioData(bytes))
        .then(
          (sound) => sound,
          () => void clips.delete(url),
        )
        .then((sound) => sound ?? undefined);
    clips.set(url, known);
    return known;
  };
  return {
    say: async (call) => {
      if (!isOn || context.state !== 'running') return;
      for (const language of spokenLanguages) {
        const pieces = await Promise.all(piecesOf(language, call).map((name) => load(`${base}/${language}/${name}`)));
        for (const piece of pieces) if (piece) await play(context, gain, piece);
      }
    },
  };
}

/** "Ticket A 0 3 7, please go to window 5": letters and digits one by one, the window as a number. */
function piecesOf(language: string, { ticketNo, windowNo }: Spoken): string[] {
  const window = Number(windowNo);
  const place = window <= highestNumber ? [String(window)] : [...windowNo.toLowerCase()];
  const number = [...ticketNo.toLowerCase()].filter((character) => /[a-z0-9]/.test(character));
  return ['please', ...number, 'to', ...place, ...(language === 'zh' ? ['window'] : [])];
}

function play(context: AudioContext, target: AudioNode, piece: AudioBuffer): Promise<void> {
  return new Promise((resolve) => {
    const source = context.createBufferSource();
    source.buffer = piece;
    source.connect(target);
    source.addEventListener('ended', () => resolve());
    source.start();
  });
}
