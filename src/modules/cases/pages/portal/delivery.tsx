import { textIn } from '#kernel/locale.ts';
import { form, type FormState, page, type View } from '#kernel/page.ts';
import type { Item } from '#modules/catalogue/index.ts';
import {
  Actions,
  BackLink,
  Button,
  Choice,
  errorOf,
  Errors,
  type FieldError,
  Form,
  formErrors,
  LinkButton,
  Section,
  TextInput,
  usePage,
  valueOf,
} from '#ui/index.ts';
import * as contract from '../../contract/apply.ts';
import { casesWords } from '../../locales/index.ts';
import { portalWords } from '../../locales/portal/index.ts';
import { type Application, loadApplication } from './application.ts';
import { draftPath, languageIn } from './links.ts';

/** The ways this item's result can come; every result can at least be had electronically. */
export function waysOf(item: Item): readonly ('electronic' | 'counter' | 'courier')[] {
  return item.result?.delivery ?? ['electronic'];
}

const view: View<Application> = ({ data: application, act: { language }, form: posted }) => {
  const { item, draft } = application;
  const words = portalWords(language);
  const { ways, hints, ...own } = words.delivery;
  const errors = formErrors(language, posted, {
    own: casesWords(language).refusals,
    labels: { name: own.name, phone: own.phone, address: own.address },
  });
  const offered = waysOf(item);
  return (
    <>
      <BackLink href={draftPath(language, draft.draftId)}>{words.backToTasks}</BackLink>
      <Errors errors={errors} />
      <Form act="delivery">
        <Choice
          name="way"
          label={own.how}
          asHeading
          options={offered.map((way) => ({ value: way, label: ways[way], hint: hints[way] }))}
          value={valueOf(posted, 'way', draft.delivery.way ?? offered[0])}
          error={errorOf(errors, 'way')}
        />
        {offered.includes('courier') && <Address application={application} posted={posted} errors={errors} />}
        <Actions>
          <Button>{own.save}</Button>
          <LinkButton look="plain" href={draftPath(language, draft.draftId)}>
            {words.later}
          </LinkButton>
        </Actions>
      </Form>
    </>
  );
};

type AddressProps = { application: Application; posted: FormState | undefined; errors: readonly FieldError[] };

/** Where a courier finds the applicant; needed for that way only, and shown always, because nothing here needs a script. */
function Address({ application: { draft, applicant }, posted, errors }: AddressProps) {
  const words = portalWords(usePage().language).delivery;
  const known = {
    name: draft.delivery.name ?? applicant?.name,
    phone: draft.delivery.phone ?? applicant?.phone,
    address: draft.delivery.address,
  };
  const field = (name: keyof typeof known) => ({
    name,
    label: words[name],
    value: valueOf(posted, name, known[name]),
    error: errorOf(errors, name),
  });
  return (
    <Section title={words.courier}>
      <p class="hint">{words.courierNote}</p>
      <TextInput {...field('name')} autocomplete="name" />
      <TextInput {...field('phone')} type="tel" autocomplete="tel" width="short" />
      <TextInput {...field('address')} autocomplete="street-address" />
    </Section>
  );
}

export const deliveryPage = page({
  path: '/drafts/:draftId/delivery',
  shell: 'portal',
  width: 'read',
  may: 'signed-in',
  load: (act, { params }) => loadApplication(act, params['draftId']),
  title: ({ item }, { language }) => portalWords(language).of(portalWords(language).delivery.title, textIn(item.name, language)),
  view,
  islands: ['submit-once'],
  forms: {
    delivery: form(
      contract.saveDelivery,
      ({ draftId }, request) => draftPath(languageIn(request), draftId),
      ({ way, name, phone, address }) => (way === 'courier' ? { way, name, phone, address } : { way }),
    ),
  },
});
