import type { Act } from '#kernel/endpoint.ts';
import type { Language } from '#kernel/locale.ts';
import { form, type FormState, page, type PageRequest, type View } from '#kernel/page.ts';
import { isRefusal } from '#kernel/result.ts';
import { getDirectory } from '#modules/directory/index.ts';
import { findCase } from '#modules/cases/index.ts';
import {
  Actions,
  BackLink,
  Button,
  Choice,
  errorOf,
  Errors,
  type FieldError,
  formErrors,
  Form,
  Section,
  TextInput,
  valueOf,
} from '#ui/index.ts';
import { getDelivery } from '../actions.ts';
import { chooseWay, type DeliveryView } from '../contract.ts';
import { wordsIn } from '../locales/index.ts';
import { changeable } from '../rules.ts';
import { DeliveryPanel } from './panel.tsx';

type Data = { readonly delivery: DeliveryView; readonly zone: string };

async function load(act: Act, { params }: PageRequest) {
  const delivery = await getDelivery(act, { caseNo: params['caseNo'] ?? '' });
  if (isRefusal(delivery)) return delivery;
  const file = await findCase(act.tx, delivery.caseNo);
  return { delivery, zone: (await getDirectory(act.tx)).zoneOf(file?.region ?? '') } satisfies Data;
}

const view: View<Data> = ({ data: { delivery, zone }, act, form: posted }) => {
  const words = wordsIn(act.language);
  const { choose } = words;
  const labels = { name: choose.name, phone: choose.phone, address: choose.address };
  const errors = formErrors(act.language, posted, { own: words.refusals, labels });
  return (
    <>
      <Errors errors={errors} />
      <BackLink href={`/${act.language}/my/cases/${delivery.caseNo}`}>{choose.back}</BackLink>
      <h1>{words.panel.title}</h1>
      <DeliveryPanel delivery={delivery} language={act.language} zone={zone} own />
      {changeable.includes(delivery.state) && <Choosing delivery={delivery} posted={posted} errors={errors} language={act.language} />}
    </>
  );
};

type ChoosingProps = { delivery: DeliveryView; posted: FormState | undefined; errors: readonly FieldError[]; language: Language };

function Choosing({ delivery, posted, errors, language }: ChoosingProps) {
  const { choose, ways, wayHints } = wordsIn(language);
  return (
    <Section title={choose.title}>
      <Form act="choose">
        <Choice
          name="way"
          label={choose.way}
          value={valueOf(posted, 'way', delivery.way)}
          options={delivery.ways.map((way) => ({ value: way, label: ways[way], hint: wayHints[way] }))}
          error={errorOf(errors, 'way')}
        />
        {delivery.ways.includes('courier') && <AddressFields delivery={delivery} posted={posted} errors={errors} language={language} />}
        <Actions>
          <Button>{choose.save}</Button>
        </Actions>
      </Form>
    </Section>
  );
}

function AddressFields({ delivery: { recipient }, posted, errors, language }: ChoosingProps) {
  const { choose } = wordsIn(language);
  return (
    <>
      <TextInput name="name" label={choose.name} value={valueOf(posted, 'name', recipient?.name)} optional autocomplete="name" />
      <TextInput
        name="phone"
        type="tel"
        label={choose.phone}
        value={valueOf(posted, 'phone', recipient?.phone)}
        optional
        autocomplete="tel"
      />
      <TextInput
        name="address"
        label={choose.address}
        hint={choose.addressHint}
        value={valueOf(posted, 'address', recipient?.address)}
        error={errorOf(errors, 'address')}
        optional
        autocomplete="street-address"
      />
    </>
  );
}

export const myDelivery = page({
  path: '/my/cases/:caseNo/delivery',
  shell: 'portal',
  may: 'signed-in',
  load,
  title: (_, act) => wordsIn(act.language).panel.title,
  view,
  forms: { choose: form(chooseWay, (_, { path }) => path) },
});
