import { sha256 } from '#kernel/ids.ts';
import { form, page } from '#kernel/page.ts';
import { Actions, Button, errorOf, Errors, Form, formErrors, Notice, TextInput, valueOf } from '#ui/index.ts';
import * as contract from '../contract.ts';
import { wordsIn } from '../locales/index.ts';
import { findInvitation } from '../queries/accounts.ts';
import { toLocalPath } from '../rules/names.ts';
import { keepNext, landing, withNext } from './sign-in.tsx';

export const registerPage = page({
  path: '/register',
  shell: 'portal',
  width: 'read',
  may: 'anyone',
  load: async (_, { query }) => ({ next: toLocalPath(query['next']) }),
  title: (_, { language }) => wordsIn(language).register.title,
  view: ({ data, act, form: state }) => {
    const { register: words, refusals } = wordsIn(act.language);
    const labels = { name: words.name, phone: words.phone, password: words.password };
    const errors = formErrors(act.language, state, { own: refusals, labels });
    const kept = (name: string) => ({ name, value: valueOf(state, name), error: errorOf(errors, name) });
    return (
      <div class="stack">
        <h1>{words.title}</h1>
        <Errors errors={errors} />
        <Form act="register" keep={keepNext(data.next)}>
          <TextInput {...kept('name')} label={words.name} hint={words.nameHint} autocomplete="name" />
          <TextInput {...kept('phone')} label={words.phone} hint={words.phoneHint} type="tel" inputmode="tel" autocomplete="tel" />
          <TextInput
            name="password"
            label={words.password}
            hint={words.passwordHint}
            type="password"
            autocomplete="new-password"
            error={errorOf(errors, 'password')}
          />
          <Actions>
            <Button>{words.submit}</Button>
          </Actions>
        </Form>
        <p>
          <a href={withNext(`/${act.language}/sign-in`, data.next)}>{words.known}</a>
        </p>
      </div>
    );
  },
  forms: { register: form(contract.register, (result, request) => landing(result.person, request)) },
});

export const invitationPage = page({
  path: '/sign-in/invitation',
  shell: 'portal',
  width: 'read',
  may: 'anyone',
  load: async ({ tx, now }, { query }) => {
    const invitation = query['invitation'] ?? '';
    return { invitation, person: await findInvitation(tx, sha256(invitation), now) };
  },
  title: (_, { language }) => wordsIn(language).invitation.title,
  view: ({ data, act, form: state }) => {
    const { invitation: words, register, refusals } = wordsIn(act.language);
    const errors = formErrors(act.language, state, { own: refusals });
    return (
      <div class="stack">
        <h1>{words.title}</h1>
        <Errors errors={errors} />
        {!data.person && errors.length === 0 && <Notice tone="warn">{refusals.invitation_over}</Notice>}
        {data.person && (
          <Form act="accept" keep={{ invitation: data.invitation }} hidden={{ invitation: data.invitation }}>
            <p class="lead">{words.lead(data.person.name, data.person.username)}</p>
            <input type="hidden" name="username" autocomplete="username" value={data.person.username} />
            <TextInput
              name="password"
              label={register.password}
              hint={register.passwordHint}
              type="password"
              autocomplete="new-password"
              error={errorOf(errors, 'password')}
            />
            <Actions>
              <Button>{words.submit}</Button>
            </Actions>
          </Form>
        )}
      </div>
    );
  },
  forms: { accept: form(contract.acceptInvitation, (result, request) => landing(result.person, request)) },
});
