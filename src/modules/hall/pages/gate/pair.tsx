import { form, page } from '#kernel/page.ts';
import { Button, errorOf, Errors, Form, formErrors, TextInput } from '#ui/index.ts';
import { pairDevice } from '../../contract/devices.ts';
import { doorWords } from '../../locales/door/index.ts';

/** The first page of a new device: six digits, then its own page. */
export const pairPage = page({
  path: '/pair',
  shell: 'plain',
  may: 'anyone',
  load: async () => ({}),
  title: (_, { language }) => doorWords(language).pair.title,
  view: ({ act: { language }, form: state }) => {
    const words = doorWords(language);
    const errors = formErrors(language, state, { own: words.refusals, labels: { code: words.pair.code } });
    return (
      <div class="gate">
        <div class="body gatepair">
          <h1>{words.pair.title}</h1>
          <p>{words.pair.lead}</p>
          <Errors errors={errors} />
          <Form act="pair">
            <TextInput
              name="code"
              label={words.pair.code}
              inputmode="numeric"
              maxlength={6}
              width="short"
              error={errorOf(errors, 'code')}
            />
            <Button size="big">{words.pair.go}</Button>
          </Form>
        </div>
      </div>
    );
  },
  forms: { pair: form(pairDevice, ({ start }) => start) },
});
