import type { Act } from '#kernel/endpoint.ts';
import { languages } from '#kernel/locale.ts';
import { type FormState, form, page, type Shell } from '#kernel/page.ts';
import {
  Actions,
  Button,
  Choice,
  Consent,
  errorOf,
  Errors,
  Form,
  formatInstant,
  formErrors,
  languageNames,
  Qr,
  Summary,
  TextInput,
  valueOf,
} from '#ui/index.ts';
import * as contract from '../contract.ts';
import { type IdentityWords, wordsIn } from '../locales/index.ts';
import { me } from '../actions/account.ts';
import { factorKeyOf, secondFactorUri } from '../actions/totp.ts';
import { findAccountOf } from '../queries/accounts.ts';
import { findPerson, type Person } from '../queries/people.ts';
import { listOpenSessions } from '../queries/sessions.ts';
import { settings } from '../settings.ts';
import { Sessions } from './sessions.tsx';

type Profile = Awaited<ReturnType<typeof load>>;
type Part = { data: Profile; act: Act; words: IdentityWords; errors: ReturnType<typeof formErrors>; state: FormState | undefined };

async function load({ tx, actor, now }: Act) {
  const person = await findPerson(tx, me(actor));
  const account = await findAccountOf(tx, me(actor));
  const sessions = await listOpenSessions(tx, me(actor), now);
  return { person: person as Person, account, sessions };
}

/** The same page for citizens and, in the desk, for staff. */
function profileAt(path: string, shell: Shell) {
  return page({
    path,
    shell,
    width: 'read',
    may: 'signed-in',
    load,
    title: (_, { language }) => wordsIn(language).profile.title,
    view: ({ data, act, form: state }) => {
      const words = wordsIn(act.language);
      const errors = formErrors(act.language, state, { own: words.refusals });
      const part = { data, act, words, errors, state };
      return (
        <div class={shell === 'desk' ? 'body stack' : 'stack'}>
          <h1>{words.profile.title}</h1>
          <Errors errors={errors} />
          <AboutMe {...part} />
          <Preferences {...part} />
          {data.account?.passwordHash && <Password {...part} />}
          {data.account && <SecondFactor {...part} />}
          <Sessions words={words.profile} act={act} sessions={data.sessions} />
        </div>
      );
    },
    forms: {
      preferences: form(contract.setPreferences, ({ language, care }) =>
        shell === 'portal' ? `/${language}${path}?care=${care ? 1 : 0}` : `${path}?lang=${language}&care=${care ? 1 : 0}`,
      ),
      password: form(contract.changePassword, () => path),
      prepareFactor: form(contract.prepareSecondFactor, () => `${path}#factor`),
      confirmFactor: form(contract.confirmSecondFactor, () => `${path}#factor`),
      dropFactor: form(contract.dropSecondFactor, () => `${path}#factor`),
      endSession: form(contract.endSession, () => path),
      signOut: form(contract.signOut, () => '/sign-in'),
    },
  });
}

export const profilePage = profileAt('/my/profile', 'portal');
export const deskProfilePage = profileAt('/desk/profile', 'desk');

function AboutMe({ data: { person, account }, act, words: { profile: words } }: Part) {
  return (
    <section aria-label={words.me}>
      <Summary
        rows={[
          { label: words.name, value: person.name },
          { label: words.username, value: account?.username },
          { label: words.phone, value: person.phone },
          { label: words.number, value: person.numberMasked ?? undefined },
        ]}
      />
      <p class="plainlinks">
        <a href={`/${act.language}/my/views`}>{words.viewsLink}</a>
        <a href={`/${act.language}/my/acting`}>{words.actingLink}</a>
        <a href={`/${act.language}/my/data`}>{words.dataLink}</a>
      </p>
    </section>
  );
}

function Preferences({ data: { person }, words: { profile: words }, errors, state }: Part) {
  const options = languages.map((language) => ({ value: language, label: languageNames[language].full }));
  const mine = state?.name === 'preferences' ? state : undefined;
  return (
    <section class="section">
      <h2>{words.preferences}</h2>
      <Form act="preferences">
        <Choice name="language" label={words.language} options={options} value={valueOf(mine, 'language', person.language)} />
        <Consent name="care" checked={mine ? valueOf(mine, 'care') === 'true' : person.care}>
          {words.care}
        </Consent>
        <TextInput
          name="email"
          label={words.email}
          hint={words.emailHint}
          type="email"
          autocomplete="email"
          optional
          value={valueOf(mine, 'email', person.email ?? '')}
          error={errorOf(errors, 'email')}
        />
        <Actions>
          <Button>{words.save}</Button>
        </Actions>
      </Form>
    </section>
  );
}

function Password({ data: { account }, words: { profile: words, register }, state, errors }: Part) {
  const wrong = (name: string) => (state?.name === 'password' ? errorOf(errors, name) : undefined);
  return (
    <section class="section">
      <h2>{words.passwordTitle}</h2>
      <p class="hint">{words.changed}</p>
      <Form act="password">
        <input type="hidden" autocomplete="username" name="username" value={account?.username} />
        <TextInput name="current" label={words.current} type="password" autocomplete="current-password" error={wrong('current')} />
        <TextInput
          name="password"
          label={words.fresh}
          hint={register.passwordHint}
          type="password"
          autocomplete="new-password"
          error={wrong('password')}
        />
        <Actions>
          <Button look="second">{words.change}</Button>
        </Actions>
      </Form>
    </section>
  );
}

function SecondFactor(part: Part) {
  const { account } = part.data;
  const words = part.words.profile;
  const prepared = account && factorKeyOf(account);
  return (
    <section class="section" id="factor">
      <h2>{words.factorTitle}</h2>
      {account?.totpSince ? (
        <FactorIsOn {...part} since={account.totpSince} />
      ) : prepared ? (
        <FactorIsPrepared {...part} factorKey={prepared} />
      ) : (
        <Form act="prepareFactor">
          <p class="hint">{words.factorOff}</p>
          <Actions>
            <Button look="second">{words.prepare}</Button>
          </Actions>
        </Form>
      )}
    </section>
  );
}

function FactorIsOn({ words: { profile: words }, act, since }: Part & { since: Date }) {
  return (
    <Form act="dropFactor">
      <p>{words.factorOn(formatInstant(since, act.language, { zone: settings().zone }))}</p>
      <TextInput name="current" label={words.current} type="password" autocomplete="current-password" />
      <Actions>
        <Button look="danger">{words.drop}</Button>
      </Actions>
    </Form>
  );
}

function FactorIsPrepared({ data: { account }, words, factorKey }: Part & { factorKey: string }) {
  return (
    <Form act="confirmFactor">
      <Qr text={secondFactorUri(factorKey, account?.username ?? '')} caption={factorKey.replace(/(.{4})(?=.)/g, '$1 ')} />
      <p class="hint">{words.profile.scan}</p>
      <TextInput
        name="code"
        label={words.signIn.code}
        hint={words.signIn.codeHint}
        inputmode="numeric"
        autocomplete="one-time-code"
        width="short"
      />
      <Actions>
        <Button look="second">{words.profile.confirm}</Button>
      </Actions>
    </Form>
  );
}
