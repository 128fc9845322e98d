import type { Act } from '#kernel/endpoint.ts';
import { parseHumanNumber } from '#kernel/ids.ts';
import { form, page, type PageRequest, redirect, type View } from '#kernel/page.ts';
import { refuse } from '#kernel/result.ts';
import {
  Actions,
  BackLink,
  Button,
  Details,
  dayIn,
  errorOf,
  Errors,
  Field,
  fieldId,
  formatDay,
  formErrors,
  Form,
  Notice,
  Section,
  Summary,
  TextInput,
  type Tone,
} from '#ui/index.ts';
import { verificationOf } from '../actions/verify.ts';
import { type Verification, verifyFile } from '../contract.ts';
import { wordsIn } from '../locales/index.ts';
import { isOftenAsked } from '../often-asked.ts';

type Asked = { readonly typed: string; readonly mistyped: boolean; readonly found: Verification | undefined; readonly compared: boolean };

/** The code stands in the path (the printed square leads there); a compared file's hash in the query, so that the answer has an address. */
async function load(act: Act, { params, query }: PageRequest) {
  if (isOftenAsked(act.address, act.now)) return refuse('too_many_requests');
  const typed = params['code'] ?? query['code'] ?? '';
  const hash = /^[0-9a-f]{64}$/.test(query['sha256'] ?? '') ? query['sha256'] : undefined;
  const code = parseHumanNumber(typed);
  if (!params['code'] && code) return redirect(`/${act.language}/verify/${code}`);
  const mistyped = typed !== '' && !code;
  const found = code || hash ? await verificationOf(act, { ...(code ? { code } : {}), ...(hash ? { sha256: hash } : {}) }) : undefined;
  return { typed, mistyped, found, compared: hash !== undefined } satisfies Asked;
}

const view: View<Asked> = ({ data, act, form: posted }) => {
  const words = wordsIn(act.language).verify;
  const own = wordsIn(act.language).refusals;
  const errors = [
    ...formErrors(act.language, posted, { own }).map(({ text }) => ({ name: 'content', text })),
    ...(data.mistyped ? [{ name: 'code', text: words.mistyped }] : []),
  ];
  return (
    <>
      <Errors errors={errors} />
      {data.found && <BackLink href={`/${act.language}/verify`}>{words.another}</BackLink>}
      <h1>{words.title}</h1>
      {data.found ? <Answer found={data.found} compared={data.compared} act={act} /> : <p class="mt-4">{words.lead}</p>}
      {!data.found && (
        <form class="mt-5" action={`/${act.language}/verify`}>
          <TextInput
            name="code"
            label={words.codeLabel}
            hint={words.codeHint}
            value={data.typed}
            error={errorOf(errors, 'code')}
            autocomplete="off"
          />
          <Actions>
            <Button>{words.check}</Button>
          </Actions>
        </form>
      )}
      <Section title={words.or}>
        <Form act="file" files>
          <Field name="content" label={words.fileLabel} hint={words.fileHint} error={errorOf(errors, 'content')}>
            <input class="input file" type="file" id={fieldId('content')} name="content" accept="application/pdf" />
          </Field>
          <Actions>
            <Button look="second">{words.checkFile}</Button>
          </Actions>
        </Form>
      </Section>
    </>
  );
};

const tones: Record<Verification['verdict'], Tone> = { genuine: 'ok', altered: 'bad', revoked: 'warn', unknown: 'bad' };

function Answer({ found, compared, act }: { found: Verification; compared: boolean; act: Act }) {
  const words = wordsIn(act.language).verify;
  const day = (instant: string) => formatDay(dayIn(new Date(instant), found.document?.zone ?? 'UTC'), act.language, 'day');
  const texts: Record<Verification['verdict'], string> = {
    genuine: compared ? words.genuineText : words.genuineCode,
    altered: words.alteredText,
    revoked: words.revokedText(found.revokedAt ? day(found.revokedAt) : ''),
    unknown: words.unknownText,
  };
  return (
    <div class="stack mt-4">
      <Notice tone={tones[found.verdict]} title={words[found.verdict]} live>
        <p>{texts[found.verdict]}</p>
      </Notice>
      {found.document && <PublicFactsOf found={found} act={act} />}
      <Details summary={words.why}>{words.whyText}</Details>
    </div>
  );
}

function PublicFactsOf({ found: { document, sha256 }, act }: { found: Verification; act: Act }) {
  if (!document) return null;
  const words = wordsIn(act.language);
  const { verify, kinds, outcomes } = words;
  const outcome = document.outcome && (outcomes[document.outcome as keyof typeof outcomes] ?? document.outcome);
  const day = (on: string) => formatDay(on, act.language, 'day');
  const rows = [
    {
      label: verify.what,
      value: (
        <>
          {kinds[document.kind]} · <span lang={document.language}>{document.title}</span>
        </>
      ),
    },
    { label: verify.no, value: <span class="caseno">{document.no}</span> },
    { label: verify.item, value: <span lang={document.language}>{document.itemName}</span> },
    ...(outcome ? [{ label: verify.outcome, value: outcome }] : []),
    { label: verify.holder, value: document.holder },
    { label: verify.issuedBy, value: <span lang={document.language}>{document.issuedBy}</span> },
    { label: verify.issuedAt, value: day(dayIn(new Date(document.issuedAt), document.zone)) },
    ...(document.kind === 'decision'
      ? [{ label: verify.validUntil, value: document.validUntil ? day(document.validUntil) : verify.open }]
      : []),
    ...(sha256 ? [{ label: verify.fingerprint, value: <code class="small">{sha256}</code> }] : []),
  ];
  return <Summary rows={rows} />;
}

const forms = {
  file: form(verifyFile, ({ code, sha256 }, { path }) => {
    const language = path.split('/')[1] ?? '';
    return `/${language}/verify${code ? `/${code}` : ''}?sha256=${sha256 ?? ''}`;
  }),
};

function verifyPage(path: string) {
  return page({ path, shell: 'portal', may: 'anyone', load, title: (_, act) => wordsIn(act.language).verify.title, view, forms });
}
export const verify = [verifyPage('/verify'), verifyPage('/verify/:code')];
