import type { Act } from '#kernel/endpoint.ts';
import { textIn } from '#kernel/locale.ts';
import { form, page, type PageRequest, type View } from '#kernel/page.ts';
import { casesWords, trackEndpoint } from '#modules/cases/index.ts';
import { getCatalogue, type ListedItem, search } from '#modules/catalogue/index.ts';
import { Errors, errorOf, formErrors, Form, Qr, TextInput, valueOf } from '#ui/index.ts';
import { queueWords } from '../../locales/queue/index.ts';
import { Frame, Keyboard } from './frame.tsx';
import { isMachine, type Machine, machineOf } from './machine.ts';

const shownItems = 4;

type Found = { readonly machine: Machine; readonly q: string; readonly items: readonly ListedItem[]; readonly origin: string };

/** By characters, pinyin, initials or Vietnamese with and without marks; what can be begun at a kiosk comes with its square for the own phone. */
async function loadSearch(act: Act, request: PageRequest) {
  const machine = await machineOf(act, request);
  if (!isMachine(machine)) return machine;
  const q = (request.query['q'] ?? '').slice(0, 60);
  const { items, index } = await getCatalogue(act.tx, act.now);
  const accept = (id: number) => items[id]?.channels.includes('kiosk') === true;
  const { hits } = q ? search(index, q, { filter: { accept }, limit: shownItems, offset: 0 }) : { hits: [] };
  return { machine, q, origin: request.origin, items: hits.map(({ id }) => items[id] as ListedItem) } satisfies Found;
}

const searchView: View<Found> = ({ data: { machine, q, items, origin }, act: { language } }) => {
  const { kiosk } = queueWords(language);
  return (
    <Frame machine={machine} language={language} title={kiosk.tiles.search} lead={kiosk.searchHint}>
      <form action={`${machine.base}/search`} role="search">
        <TextInput name="q" label={kiosk.searchWord} value={q} autocomplete="off" inputmode="none" />
        {items.length === 0 && <Keyboard language={language} words />}
        <button class="btn big wide" type="submit">
          {kiosk.searchGo}
        </button>
      </form>
      {q && items.length === 0 && <p class="knote">{kiosk.nothing}</p>}
      <ul class="kfound">
        {items.map((item) => (
          <li key={item.code}>
            <div>
              <b>{textIn(item.name, language)}</b>
              <p>{kiosk.applyHint}</p>
            </div>
            <Qr text={`${origin}/${language}/services/${item.code}`} caption={kiosk.scan} />
          </li>
        ))}
      </ul>
    </Frame>
  );
};

type Stated = { readonly itemName: string; readonly caseNo: string; readonly sentence: string };

const trackView: View<Machine> = ({ data: machine, act: { language }, form: posted }) => {
  const { kiosk } = queueWords(language);
  const found = posted?.result as Stated | undefined;
  const errors =
    posted?.refusal?.code === 'not_found'
      ? [{ name: '', text: kiosk.noCase }]
      : formErrors(language, posted, { own: casesWords(language).refusals, labels: { caseNo: kiosk.caseNo, phoneLast4: kiosk.last4 } });
  if (found)
    return (
      <Frame machine={machine} language={language} title={found.itemName}>
        <p class="caseno">{found.caseNo}</p>
        <p class="kbig">{found.sentence}</p>
      </Frame>
    );
  return (
    <Frame machine={machine} language={language} title={kiosk.tiles.track} lead={kiosk.hints.track}>
      <Errors errors={errors} />
      <Form act="track">
        <TextInput
          name="caseNo"
          label={kiosk.caseNo}
          value={valueOf(posted, 'caseNo')}
          error={errorOf(errors, 'caseNo')}
          autocomplete="off"
          inputmode="none"
        />
        <TextInput
          name="phoneLast4"
          label={kiosk.last4}
          error={errorOf(errors, 'phoneLast4')}
          autocomplete="off"
          inputmode="none"
          maxlength={4}
          width="short"
        />
        <Keyboard language={language} />
        <button class="btn big wide" type="submit">
          {kiosk.trackGo}
        </button>
      </Form>
    </Frame>
  );
};

const bookView: View<{ machine: Machine; origin: string }> = ({ data: { machine, origin }, act: { language } }) => {
  const { kiosk } = queueWords(language);
  return (
    <Frame machine={machine} language={language} title={kiosk.tiles.book} lead={kiosk.bookHint}>
      <Qr text={`${origin}/${language}/book?venue=${machine.plan.venue}`} caption={kiosk.scan} />
    </Frame>
  );
};

const title = (_: unknown, act: Act) => queueWords(act.language).kiosk.title;

export const findPages = [
  page({
    path: '/kiosk/:device/search',
    shell: 'hall',
    may: 'anyone',
    islands: ['kiosk', 'kiosk-keys'],
    load: loadSearch,
    title,
    view: searchView,
  }),
  page({
    path: '/kiosk/:device/track',
    shell: 'hall',
    may: 'anyone',
    islands: ['kiosk', 'kiosk-keys', 'submit-once'],
    load: machineOf,
    title,
    view: trackView,
    forms: { track: form(trackEndpoint, () => undefined) },
  }),
  page({
    path: '/kiosk/:device/book',
    shell: 'hall',
    may: 'anyone',
    islands: ['kiosk'],
    load: async (act, request) => {
      const machine = await machineOf(act, request);
      return isMachine(machine) ? { machine, origin: request.origin } : machine;
    },
    title,
    view: bookView,
  }),
];
