import type { Act } from '#kernel/endpoint.ts';
import { form, page, type PageRequest, redirect, type View } from '#kernel/page.ts';
import { isRefusal, refuse } from '#kernel/result.ts';
import { parseHumanNumber } from '#kernel/ids.ts';
import { getDirectory } from '#modules/directory/index.ts';
import { documentWords, type IssuedRow, listIssuedOf } from '#modules/documents/index.ts';
import { type CaseFile, findCase } from '#modules/cases/index.ts';
import {
  Actions,
  Button,
  Choice,
  Done,
  Empty,
  errorOf,
  type FieldError,
  Errors,
  formatInstant,
  formErrors,
  Form,
  LinkButton,
  Notice,
  Rows,
  Section,
  Summary,
  TextInput,
  Topline,
  valueOf,
} from '#ui/index.ts';
import { textIn } from '#kernel/locale.ts';
import { findReady, getDelivery } from '../actions.ts';
import { book, collect, type DeliveryView, identityChecks } from '../contract.ts';
import { wordsIn } from '../locales/index.ts';
import { changeable, readScan } from '../rules.ts';
import { DeliveryPanel } from './panel.tsx';

type Data = { readonly typed: string; readonly several: readonly string[] };

/** One box takes whatever the scanner or the officer types: a number, a code, or the square that holds both. */
async function search(act: Act, { query }: PageRequest) {
  const typed = query['q'] ?? '';
  const { caseNo, code } = readScan(typed);
  if (caseNo && !isRefusal(await getDelivery(act, { caseNo }))) return redirect(addressOf(caseNo, code));
  const ready = !caseNo && code ? await findReady(act, { code }) : undefined;
  const several = ready && !isRefusal(ready) ? ready.rows.map((row) => addressOf(row.caseNo, code)) : [];
  return several.length === 1 && several[0] ? redirect(several[0]) : ({ typed, several } satisfies Data);
}

function addressOf(caseNo: string, code: string | undefined): string {
  return `/desk/issue/${parseHumanNumber(caseNo) ?? caseNo}${code ? `?code=${code}` : ''}`;
}

const searchView: View<Data> = ({ data: { typed, several }, act }) => {
  const { desk } = wordsIn(act.language);
  return (
    <>
      <Topline title={desk.title} />
      <div class="body">
        <Search typed={typed} act={act} />
        {typed && several.length === 0 && <Empty text={desk.none} />}
        {several.length > 0 && (
          <Section title={desk.several}>
            <Rows rows={several.map((href) => ({ title: href.split('/').at(-1)?.split('?')[0], href }))} />
          </Section>
        )}
      </div>
    </>
  );
};

function Search({ typed, act }: { typed: string; act: Act }) {
  const { desk } = wordsIn(act.language);
  return (
    <form action="/desk/issue" role="search">
      <TextInput name="q" label={desk.find} hint={desk.findHint} value={typed} autocomplete="off" />
      <Actions>
        <Button>{desk.look}</Button>
      </Actions>
    </form>
  );
}

type Found = { readonly file: CaseFile; readonly delivery: DeliveryView; readonly papers: readonly IssuedRow[]; readonly zone: string };

async function load(act: Act, { params }: PageRequest) {
  const delivery = await getDelivery(act, { caseNo: params['caseNo'] ?? '' });
  if (isRefusal(delivery)) return delivery;
  const file = await findCase(act.tx, delivery.caseNo);
  if (!file) return refuse('not_found');
  const papers = (await listIssuedOf(act.tx, file.caseNo)).filter((paper) => paper.kind === 'decision' && !paper.revokedAt);
  return { file, delivery, papers, zone: (await getDirectory(act.tx)).zoneOf(file.region) } satisfies Found;
}

const view: View<Found> = ({ data, act, form: posted, request }) => {
  const { desk, choose, refusals } = wordsIn(act.language);
  const errors = formErrors(act.language, posted, { own: refusals, labels: { code: desk.code, address: choose.address } });
  const code = valueOf(posted, 'code', request.query['code']) ?? '';
  return (
    <>
      <Topline title={desk.title} find={{ action: '/desk/issue', label: desk.find }} />
      <div class="body">
        <Errors errors={errors} />
        <Handing found={data} code={code} errors={errors} act={act} />
      </div>
    </>
  );
};

type HandingProps = { found: Found; code: string; errors: readonly FieldError[]; act: Act };

function Handing({ found, code, errors, act }: HandingProps) {
  const { file, delivery, papers, zone } = found;
  const words = wordsIn(act.language);
  const { desk } = words;
  if (delivery.state === 'delivered') return <Handed found={found} act={act} />;
  return (
    <>
      <Section title={textIn(file.itemName, act.language)}>
        <Summary
          rows={[
            { label: desk.no, value: <span class="caseno">{file.caseNo}</span> },
            { label: desk.applicant, value: file.applicantName },
            { label: desk.wish, value: words.ways[delivery.way] },
            { label: desk.state, value: words.states[delivery.state] },
            { label: desk.papers, value: papers.map(({ no, kind }) => `${documentWords(act.language).kinds[kind]} ${no}`).join(' · ') },
          ]}
        />
        <Actions>
          <LinkButton look="second" icon="print" href={`/desk/issue/${file.caseNo}/decision.pdf`}>
            {desk.print}
          </LinkButton>
          {delivery.trackingNo && (
            <LinkButton look="second" icon="print" href={`/desk/issue/${file.caseNo}/label.pdf`}>
              {desk.label}
            </LinkButton>
          )}
        </Actions>
      </Section>
      {delivery.way === 'counter' && <AtCounter code={code} errors={errors} act={act} />}
      {delivery.way !== 'counter' && <DeliveryPanel delivery={delivery} language={act.language} zone={zone} />}
      <Courier delivery={delivery} act={act} />
    </>
  );
}

function AtCounter({ code, errors, act }: Omit<HandingProps, 'found'>) {
  const { desk } = wordsIn(act.language);
  const options = identityChecks.map((value) => ({ value, label: desk.identities[value] }));
  return (
    <Section title={desk.identity}>
      <Form act="collect">
        <Choice name="identity" label={desk.identity} options={options} value="id-card" />
        <TextInput
          name="code"
          label={desk.code}
          value={code}
          inputmode="numeric"
          maxlength={6}
          width="short"
          autocomplete="off"
          error={errorOf(errors, 'code')}
        />
        <Actions>
          <Button>{desk.handOver}</Button>
        </Actions>
      </Form>
    </Section>
  );
}

function Courier({ delivery, act }: { delivery: DeliveryView; act: Act }) {
  const { desk, choose } = wordsIn(act.language);
  if (!changeable.includes(delivery.state) || !delivery.ways.includes('courier')) return null;
  return (
    <Section title={desk.book}>
      <Notice title={desk.bookHint} />
      <Form act="book">
        <TextInput name="address" label={choose.address} value={delivery.recipient?.address} />
        <Actions>
          <Button look="second">{desk.book}</Button>
        </Actions>
      </Form>
    </Section>
  );
}

function Handed({ found: { delivery, zone }, act }: { found: Found; act: Act }) {
  const { desk } = wordsIn(act.language);
  const at = delivery.doneAt ? formatInstant(new Date(delivery.doneAt), act.language, { zone, look: 'short' }) : '';
  return (
    <Done title={desk.done} no={delivery.caseNo} label={desk.no}>
      <p>{desk.doneText(at)}</p>
      <LinkButton href="/desk/issue">{desk.next}</LinkButton>
    </Done>
  );
}

const title = (_: unknown, act: Act) => wordsIn(act.language).desk.title;
const back = ({ caseNo }: DeliveryView) => `/desk/issue/${caseNo}`;

export const issue = [
  page({ path: '/desk/issue', shell: 'desk', may: ['window'], load: search, title, view: searchView }),
  page({
    path: '/desk/issue/:caseNo',
    shell: 'desk',
    may: ['window'],
    load,
    title,
    view,
    forms: { collect: form(collect, back), book: form(book, back) },
  }),
];
