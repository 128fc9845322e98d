import { readJson } from '#adapters/text-file.ts';
import type { Act } from '#kernel/endpoint.ts';
import { type Language, textIn } from '#kernel/locale.ts';
import { form, page, type PageRequest } from '#kernel/page.ts';
import { isRefusal } from '#kernel/result.ts';
import { BackLink, LinkButton, Notice, Section, Topline } from '#ui/index.ts';
import * as contract from '../../../contract.ts';
import { readDraft } from '../../../draft-item.ts';
import { channelNames, type Item } from '../../../item.ts';
import { editorWords } from '../../../locales/editor/index.ts';
import { offeredChannels } from '../../../rules/listing.ts';
import { Contact } from '../../portal/guide/contact.tsx';
import { Course } from '../../portal/guide/course.tsx';
import { GuideFacts } from '../../portal/guide/facts.tsx';
import { Faq, Law, Who } from '../../portal/guide/law.tsx';
import type { Guide } from '../../portal/guide/load.ts';
import { Papers } from '../../portal/guide/papers.tsx';
import { Ways } from '../../portal/guide/ways.tsx';
import { draftHref, draftName } from './frame.tsx';
import { SaveState } from './head.tsx';
import { type DraftData, loadDraft } from './load.ts';
import { Problems } from './problems.tsx';
import { textOf } from './read.ts';
import { Run } from './run.tsx';
import { getCatalogue } from '../../../held.ts';

/** A draft as its guide will look, and its form run as a citizen would. */
export const previewPage = page({
  path: '/admin/drafts/:draftId/preview',
  shell: 'desk',
  may: ['admin'],
  load: async (act, { params }) => {
    const data = await loadDraft(act, params['draftId'] ?? '');
    if (isRefusal(data)) return data;
    return { ...data, guide: await guideOf(data, act) };
  },
  title: (data, { language }) => editorWords(language).previewOf(draftName(data, language)),
  view: ({ data, act, request, form: state }) => {
    const { language } = act;
    const words = editorWords(language);
    const { draft, item, guide } = data;
    return (
      <>
        <Topline title={words.previewOf(draftName(data, language))}>
          <LinkButton href={draftHref(draft.draftId, 'publish')}>{words.publish}</LinkButton>
        </Topline>
        <div class="body stack">
          <BackLink href={draftHref(draft.draftId)}>{words.backToDraft}</BackLink>
          <SaveState data={data} act={act} request={request} form={state} />
          {guide ? (
            <>
              <Run data={data} item={guide.item} act={act} request={request} />
              <GuidePreview guide={guide} language={language} />
            </>
          ) : (
            <Notice tone="warn" title={words.noPreview}>
              <Problems draftId={draft.draftId} item={item} problems={draft.problems} language={language} />
            </Notice>
          )}
        </div>
      </>
    );
  },
  forms: {
    record: form(
      contract.changeDraft,
      ({ draftId }) => draftHref(draftId, 'walks'),
      ({ version, walk }) => ({ version, changes: [{ path: 'walks', do: 'add', value: readJson(textOf(walk))?.value }] }),
    ),
  },
});

export type PreviewProps = { data: DraftData; item: Item; act: Act; request: PageRequest };

/** The guide's own parts, given what only a published item has. */
async function guideOf({ item: working, places }: DraftData, { tx, now }: Act): Promise<Guide | undefined> {
  const loaded = readDraft(working);
  if (isRefusal(loaded)) return undefined;
  const { item } = loaded;
  const unit = places.unitByCode.get(item.unit);
  const listed = {
    ...item,
    itemVersionId: '',
    region: null,
    unitCode: item.unit,
    unitName: unit?.name ?? null,
    statutoryDays: item.limits.statutory?.days ?? null,
    promisedDays: item.limits.promised.days,
    promisedUnit: item.limits.promised.unit,
    visits: item.visits.count,
    fee: item.fee.amount,
    channels: offeredChannels(item),
    themes: item.themes ?? [],
    scopes: item.scopes ?? [],
    effectiveTo: null,
    successor: null,
    directories: [],
    popularity: 0,
    generated: false,
    importedFrom: null,
    complete: true,
  } satisfies Guide['listed'];
  return {
    kind: 'guide',
    item,
    listed,
    ways: channelNames.flatMap((name) => (item.channels[name] ? [{ name, channel: item.channels[name], closure: undefined }] : [])),
    where: [],
    unit,
    head: places.headOf(item.unit),
    successor: undefined,
    catalogue: await getCatalogue(tx, now),
    places,
  };
}

function GuidePreview({ guide, language }: { guide: Guide; language: Language }) {
  const words = editorWords(language);
  const { item } = guide;
  return (
    <Section title={words.asCitizensSee}>
      <article class="paper">
        <h3 class="h1">{textIn(item.name, language)}</h3>
        {item.guide?.lead && <p class="lead mb-4">{textIn(item.guide.lead, language)}</p>}
        <div class="cols guide">
          <aside class="stack-5" aria-label={words.overview}>
            <GuideFacts guide={guide} language={language} />
          </aside>
          <div>
            <Ways guide={guide} language={language} />
            <Who item={item} language={language} />
            <Papers item={item} language={language} />
          </div>
        </div>
        <Course guide={guide} language={language} />
        <Contact guide={guide} language={language} />
        <Law item={item} language={language} />
        <Faq item={item} language={language} />
      </article>
    </Section>
  );
}
