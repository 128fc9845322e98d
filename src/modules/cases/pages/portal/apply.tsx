import type { Act } from '#kernel/endpoint.ts';
import { newId } from '#kernel/ids.ts';
import { textIn } from '#kernel/locale.ts';
import { form, page, type PageRequest, type View } from '#kernel/page.ts';
import { isRefusal, refuse } from '#kernel/result.ts';
import { askedQuestions, findItem, type Item } from '#modules/catalogue/index.ts';
import { channelNames, channelsWords, type Status, statusOf } from '#modules/channels/index.ts';
import { getDirectory } from '#modules/directory/index.ts';
import { personsById, principalsOf } from '#modules/identity/index.ts';
import {
  BackLink,
  Button,
  type ChipProps,
  Chips,
  Choice,
  Details,
  Errors,
  Form,
  formatDay,
  formatInstant,
  formErrors,
  LinkButton,
  maskName,
  Notice,
  Section,
  valueOf,
} from '#ui/index.ts';
import { listDrafts } from '../../actions/drafts.ts';
import * as contract from '../../contract/apply.ts';
import { casesWords } from '../../locales/index.ts';
import { portalWords } from '../../locales/portal/index.ts';
import { draftPath, guidePath, languageIn } from './links.ts';
import { Said } from './said.tsx';

type Start = {
  readonly item: Item;
  readonly status: Status;
  readonly drafts: readonly { draftId: string; updatedAt: string; forName: string | undefined }[];
  readonly principals: Awaited<ReturnType<typeof principalsOf>>;
  readonly zone: string;
  readonly key: string;
};

async function load(act: Act, { params }: PageRequest) {
  const { tx, now, language, actor } = act;
  const item = await findItem(tx, params['code'] ?? '', now);
  if (!item) return refuse('not_found');
  const principals = actor.personId ? await principalsOf(tx, actor.personId, now) : [];
  return {
    item,
    status: await statusOf(tx, { item, at: now, language }),
    drafts: await openDraftsOf(act, item.code),
    principals: principals.filter(({ items }) => !items || items.includes(item.code)),
    zone: (await getDirectory(tx)).zoneOf(item.unit),
    key: newId(),
  } satisfies Start;
}

async function openDraftsOf(act: Act, itemCode: string): Promise<Start['drafts']> {
  const listed = act.actor.personId ? await listDrafts(act, {}) : { rows: [] };
  const own = isRefusal(listed) ? [] : listed.rows.filter((draft) => draft.itemCode === itemCode);
  const people = await personsById(
    act.tx,
    own.flatMap(({ onBehalfOf }) => onBehalfOf ?? []),
  );
  return own.map(({ draftId, updatedAt, onBehalfOf }) => ({ draftId, updatedAt, forName: people.get(onBehalfOf ?? '')?.name }));
}

const view: View<Start> = ({ data, act, form: posted }) => {
  const { language } = act;
  const words = portalWords(language).start;
  const { item, drafts, status, principals } = data;
  const isOpen = status.online.state === 'open';
  const hasOwn = drafts.some(({ forName }) => forName === undefined);
  return (
    <>
      <BackLink href={guidePath(language, item.code)}>{words.back}</BackLink>
      <Errors errors={formErrors(language, posted, { own: casesWords(language).refusals })} />
      <h1>
        <Said text={item.name} />
      </h1>
      <p class="mt-4">{words.needs(askedQuestions(item, {}).length, item.questions.length, item.documents.length)}</p>
      {drafts.length > 0 && <Resume data={data} act={act} />}
      {!isOpen && <Notice tone="warn">{words.closedNow}</Notice>}
      <Section title={words.openNow}>
        <Ways data={data} act={act} />
      </Section>
      <SelfCheck item={item} act={act} />
      {isOpen && !(hasOwn && principals.length === 0) && (
        <Section title={hasOwn ? words.startOther : words.who}>
          <Form act="start" hidden={{ itemCode: item.code }} idempotencyKey={data.key}>
            <Who data={data} act={act} chosen={valueOf(posted, 'onBehalfOf', '')} />
            <p class="mt-5">
              <Button wide look={drafts.length > 0 ? 'second' : 'primary'}>
                {words.button}
              </Button>
            </p>
            <p class="small muted">{words.buttonNote}</p>
          </Form>
        </Section>
      )}
    </>
  );
};

/** A draft that was begun comes first, so that nobody begins a second one. */
function Resume({ data: { drafts, zone }, act: { language } }: { data: Start; act: Act }) {
  const { start, forName } = portalWords(language);
  return (
    <Section title={start.resumeTitle}>
      {drafts.map(({ draftId, forName: name, updatedAt }) => (
        <div key={draftId} class="mt-4">
          <LinkButton href={draftPath(language, draftId)} wide>
            {name ? `${start.resume} · ${forName(maskName(name))}` : start.resume}
          </LinkButton>
          <p class="small muted">{start.resumeNote(formatInstant(new Date(updatedAt), language, { zone, look: 'short' }))}</p>
        </div>
      ))}
    </Section>
  );
}

function Ways({ data: { item, status, zone }, act: { language } }: { data: Start; act: Act }) {
  const { channels } = channelsWords(language);
  const { closedMobile, since } = portalWords(language).start;
  const chips = channelNames.flatMap((name): ChipProps[] => {
    const { offered, state, since: from, reason } = status[name];
    if (!offered) return [];
    if (state === 'open') return [{ label: channels[name], href: `${guidePath(language, item.code)}#channels` }];
    const when = from ? since(formatInstant(new Date(from), language, { zone, look: 'short' })) : '';
    return [{ label: channels[name], closed: [when, reason ?? closedMobile].filter(Boolean).join(' ') }];
  });
  return <Chips chips={chips} />;
}

/** The conditions as questions to oneself; nothing is sent or kept. */
function SelfCheck({ item, act: { language } }: { item: Item; act: Act }) {
  const words = portalWords(language).start;
  const conditions = (item.conditions ?? []).filter(({ ask }) => ask);
  if (conditions.length === 0) return null;
  return (
    <Section title={words.check}>
      <p class="muted">{words.checkNote}</p>
      {conditions.map(({ ask, otherwise }, index) => (
        <Details key={index} summary={textIn(ask, language)}>
          <p>
            {words.checkOtherwise}
            <Said text={otherwise} />
          </p>
        </Details>
      ))}
    </Section>
  );
}

function Who({ data: { principals }, act, chosen }: { data: Start; act: Act; chosen: string | undefined }) {
  const { language, actor } = act;
  const words = portalWords(language).start;
  if (principals.length === 0) return <p class="muted">{words.mandate}</p>;
  const options = [
    { value: '', label: words.self(maskName(actor.name)) },
    ...principals.map(({ principalId, principalName, untilOn }) => ({
      value: principalId,
      label: words.other(principalName),
      hint: words.otherUntil(formatDay(untilOn, language, 'day')),
    })),
  ];
  return <Choice name="onBehalfOf" label={words.who} options={options} value={chosen ?? ''} />;
}

export const applyPage = page({
  path: '/apply/:code',
  shell: 'portal',
  width: 'read',
  may: 'anyone',
  load,
  title: ({ item }, { language }) => portalWords(language).start.title(textIn(item.name, language)),
  view,
  islands: ['submit-once'],
  forms: { start: form(contract.startDraft, ({ draftId }, request) => draftPath(languageIn(request), draftId)) },
});
