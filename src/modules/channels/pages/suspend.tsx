import type { Act } from '#kernel/endpoint.ts';
import { newId } from '#kernel/ids.ts';
import { languages, textIn } from '#kernel/locale.ts';
import { form, type FormState, page } from '#kernel/page.ts';
import { type Directory, getDirectory } from '#modules/directory/index.ts';
import {
  Actions,
  BackLink,
  Button,
  Choice,
  Choices,
  Consent,
  DateInput,
  errorOf,
  Errors,
  type FieldError,
  Form,
  formErrors,
  languageNames,
  Select,
  TextInput,
  Topline,
  valueOf,
  valuesOf,
} from '#ui/index.ts';
import { type Effect, previewSuspension, suspend } from '../contract.ts';
import { type DeskWords, deskWords } from '../locales/desk/index.ts';
import { channelsWords } from '../locales/index.ts';
import { channelNames } from '../rules.ts';
import { EffectPanel } from './effect-panel.tsx';
import { scopeKinds, toWanted } from './suspend-form.ts';

const list = '/admin/suspensions';
type Props = { words: DeskWords; state: FormState | undefined; errors: readonly FieldError[]; directory: Directory; act: Act };

/** First what is wanted, then whom it would hit, and only then the button that does it. */
export const suspendPage = page({
  path: `${list}/new`,
  shell: 'desk',
  may: ['admin', 'supervisor'],
  load: async ({ tx }) => ({ directory: await getDirectory(tx), idempotencyKey: newId() }),
  title: (_, { language }) => deskWords(language).newTitle,
  view: ({ data: { directory, idempotencyKey }, act, form: state }) => {
    const words = deskWords(act.language);
    const errors = formErrors(act.language, state, { own: channelsWords(act.language).refusals, labels: labelsOf(words) });
    const effect = state?.name === 'preview' ? (state.result as Effect | undefined) : undefined;
    return (
      <>
        <Topline title={words.newTitle} />
        <div class="body stack">
          <BackLink href={list}>{words.back}</BackLink>
          <Errors errors={errors} />
          {effect && state && <EffectPanel effect={effect} state={state} idempotencyKey={idempotencyKey} act={act} />}
          <p class="muted">{effect ? words.change : words.step1}</p>
          <Form act="preview">
            <Scope words={words} state={state} errors={errors} directory={directory} act={act} />
            <When words={words} state={state} errors={errors} directory={directory} act={act} />
            <Why words={words} state={state} errors={errors} directory={directory} act={act} />
            <Actions>
              <Button look={effect ? 'second' : 'primary'}>{words.see}</Button>
            </Actions>
          </Form>
        </div>
      </>
    );
  },
  forms: {
    preview: form(previewSuspension, () => undefined, toWanted),
    suspend: form(suspend, () => `${list}?done=closed`, toWanted),
  },
});

function labelsOf(words: DeskWords): Record<string, string> {
  return { scope: words.scopeAsk, channels: words.channelsAsk, from: words.fromDay, until: words.untilDay, reason: words.reason };
}

function Scope({ words, state, errors, directory, act: { language } }: Props) {
  const named = (rows: readonly { code: string; name: Parameters<typeof textIn>[0] }[]) =>
    rows.map(({ code, name }) => ({ value: code, label: textIn(name, language) }));
  return (
    <>
      <Choice
        name="scope"
        label={words.scopeAsk}
        options={scopeKinds.map((value) => ({ value, label: words.scopes[value] }))}
        value={valueOf(state, 'scope')}
        error={errorOf(errors, 'scope')}
      />
      <Select name="venue" label={words.venue} hint={words.venueHint} options={named(directory.venues)} value={valueOf(state, 'venue')} />
      <Select name="unit" label={words.unit} hint={words.unitHint} options={named(directory.units)} value={valueOf(state, 'unit')} />
      <TextInput name="item" label={words.item} hint={words.itemHint} value={valueOf(state, 'item')} width="short" />
      <Choices
        name="channels"
        label={words.channelsAsk}
        options={channelNames.map((value) => ({ value, label: channelsWords(language).channels[value] }))}
        values={valuesOf(state, 'channels')}
        error={errorOf(errors, 'channels')}
      />
    </>
  );
}

function When({ words, state, errors }: Props) {
  const parts = (name: string) => ({
    year: valueOf(state, `${name}.year`),
    month: valueOf(state, `${name}.month`),
    day: valueOf(state, `${name}.day`),
  });
  return (
    <>
      <DateInput name="from" label={words.fromDay} value={parts('from')} error={errorOf(errors, 'from')} />
      <TextInput name="fromTime" label={words.fromTime} hint={words.timeHint} value={valueOf(state, 'fromTime')} width="tiny" />
      <DateInput
        name="until"
        label={words.untilDay}
        hint={words.untilHint}
        value={parts('until')}
        error={errorOf(errors, 'until')}
        optional
      />
      <TextInput name="untilTime" label={words.untilTime} value={valueOf(state, 'untilTime')} width="tiny" optional />
    </>
  );
}

function Why({ words, state, errors }: Props) {
  return (
    <>
      {languages.map((language) => (
        <TextInput
          key={language}
          name={`reason.${language}`}
          label={words.reasonIn(languageNames[language].full)}
          hint={language === 'zh-Hans' ? words.reasonHint : undefined}
          value={valueOf(state, `reason.${language}`)}
          error={language === 'zh-Hans' ? errorOf(errors, 'reason') : undefined}
          optional={language !== 'zh-Hans'}
        />
      ))}
      <Consent name="urgentExcepted" checked={valueOf(state, 'urgentExcepted') === 'true'}>
        {words.urgentAsk}
      </Consent>
    </>
  );
}
