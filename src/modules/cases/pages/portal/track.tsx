import type { Act } from '#kernel/endpoint.ts';
import { form, type FormState, page, type View } from '#kernel/page.ts';
import {
  Actions,
  Button,
  type FieldError,
  Errors,
  errorOf,
  Form,
  formErrors,
  LinkButton,
  Section,
  Tag,
  TextInput,
  Timeline,
  valueOf,
} from '#ui/index.ts';
import * as contract from '../../contract/read.ts';
import { casesWords } from '../../locales/index.ts';
import { portalWords } from '../../locales/portal/index.ts';
import { courseOf } from './course.ts';
import { casePath } from './links.ts';
import { toneOf } from './tones.ts';
import { Who } from './who.tsx';

const view: View<object> = ({ act, request, form: posted }) => {
  const { language } = act;
  const words = portalWords(language).track;
  const found = posted?.result as contract.PublicCase | undefined;
  if (found) return <Found found={found} act={act} />;
  const errors = errorsOf(act, posted);
  return (
    <>
      <Errors errors={errors} />
      <h1>{words.title}</h1>
      <p class="mt-4 hint">{words.lead}</p>
      <Form act="track">
        <TextInput
          name="caseNo"
          label={words.number}
          hint={words.numberHint}
          value={valueOf(posted, 'caseNo', request.query['no'])}
          error={errorOf(errors, 'caseNo')}
          autocomplete="off"
        />
        <TextInput
          name="phoneLast4"
          label={words.phone}
          value={valueOf(posted, 'phoneLast4')}
          error={errorOf(errors, 'phoneLast4')}
          inputmode="numeric"
          autocomplete="off"
          width="tiny"
        />
        <Actions>
          <Button>{words.button}</Button>
        </Actions>
      </Form>
    </>
  );
};

function Found({ found, act: { language } }: { found: contract.PublicCase; act: Act }) {
  const { track, case: own } = portalWords(language);
  return (
    <>
      <h1>{found.itemName}</h1>
      <p>
        {own.number} <span class="caseno">{found.caseNo}</span>
      </p>
      <section class="status mt-5" aria-labelledby="sentence">
        <Tag tone={toneOf(found.state)}>{casesWords(language).states[found.state]}</Tag>
        <h2 id="sentence">{found.sentence}</h2>
      </section>
      <Section title={track.contact}>
        <Who contact={found.contact} />
      </Section>
      <Section title={own.course}>
        <Timeline label={own.course} entries={courseOf(found, language)} />
      </Section>
      <Actions>
        <LinkButton look="second" href={`/${language}/track`}>
          {track.again}
        </LinkButton>
        <LinkButton look="plain" href={casePath(language, found.caseNo)}>
          {track.signIn}
        </LinkButton>
      </Actions>
    </>
  );
}

/** A wrong number and a wrong phone are told apart to nobody. */
function errorsOf({ language }: Act, posted: FormState | undefined): FieldError[] {
  const words = portalWords(language).track;
  if (posted?.refusal?.code === 'not_found') return [{ name: '', text: words.notFound }];
  return formErrors(language, posted, { own: casesWords(language).refusals, labels: { caseNo: words.number, phoneLast4: words.phone } });
}

export const trackPage = page({
  path: '/track',
  shell: 'portal',
  width: 'read',
  may: 'anyone',
  load: async () => ({}),
  title: (_, { language }) => portalWords(language).track.title,
  view,
  islands: ['submit-once'],
  forms: { track: form(contract.track, () => undefined) },
});
