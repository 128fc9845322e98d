import { textIn } from '#kernel/locale.ts';
import { form, page, type View } from '#kernel/page.ts';
import type { Item } from '#modules/catalogue/index.ts';
import {
  Actions,
  BackLink,
  Button,
  Choice,
  errorOf,
  Errors,
  Form,
  formErrors,
  LinkButton,
  Section,
  TextInput,
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

const view: View<Application> = ({ data: { item, draft, applicant }, act: { language }, form: posted }) => {
  const words = portalWords(language);
  const { ways, hints, ...own } = words.delivery;
  const errors = formErrors(language, posted, {
    own: casesWords(language).refusals,
    labels: { name: own.name, phone: own.phone, address: own.address },
  });
  const offered = waysOf(item);
  const kept = draft.delivery;
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
          value={valueOf(posted, 'way', kept.way ?? offered[0])}
          error={errorOf(errors, 'way')}
        />
        {offered.includes('courier') && (
          <Section title={own.courier}>
            <p class="hint">{own.courierNote}</p>
            <TextInput
              name="name"
              label={own.name}
              value={valueOf(posted, 'name', kept.name ?? applicant?.name)}
              error={errorOf(errors, 'name')}
              autocomplete="name"
            />
            <TextInput
              name="phone"
              label={own.phone}
              value={valueOf(posted, 'phone', kept.phone ?? applicant?.phone)}
              error={errorOf(errors, 'phone')}
              type="tel"
              autocomplete="tel"
              width="short"
            />
            <TextInput
              name="address"
              label={own.address}
              value={valueOf(posted, 'address', kept.address)}
              error={errorOf(errors, 'address')}
              autocomplete="street-address"
            />
          </Section>
        )}
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
