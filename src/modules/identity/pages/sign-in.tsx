import { isStaff } from '#kernel/actor.ts';
import type { FormState, PageRequest } from '#kernel/page.ts';
import { form, page } from '#kernel/page.ts';
import { Actions, Button, errorOf, Errors, Form, formErrors, LinkButton, Notice, TextInput, valueOf } from '#ui/index.ts';
import * as contract from '../contract.ts';
import type { PersonShape } from '../contract/types.ts';
import { type IdentityWords, wordsIn } from '../locales/index.ts';
import { toLocalPath } from '../rules/names.ts';
import { settings } from '../settings.ts';

export const signInPage = page({
  path: '/sign-in',
  shell: 'portal',
  width: 'read',
  may: 'anyone',
  load: async ({ actor }, { query }) => ({
    next: toLocalPath(query['next']),
    signedIn: actor.kind === 'person' ? { name: actor.name, home: isStaff(actor) ? '/desk' : '/my' } : undefined,
    problem: query['provider'],
    hasProvider: settings().provider !== undefined,
    demo: settings().demo,
  }),
  title: (_, { language }) => wordsIn(language).signIn.title,
  view: ({ data, act, form: state }) => {
    const words = wordsIn(act.language);
    return (
      <div class="stack">
        <h1>{words.signIn.title}</h1>
        {data.signedIn && <AlreadyIn words={words} name={data.signedIn.name} href={data.next ?? data.signedIn.home} />}
        {data.problem && <ProviderProblem words={words} problem={data.problem} />}
        {data.next?.includes('parked=') && <Notice>{words.signIn.kept}</Notice>}
        <Errors errors={formErrors(act.language, state, { own: words.refusals })} />
        <SignInForm words={words.signIn} next={data.next} state={state} errors={formErrors(act.language, state)} />
        <p class="plainlinks">
          {data.hasProvider && <a href={withNext('/sign-in/oidc', data.next)}>{words.signIn.provider}</a>}
          <a href={withNext(`/${act.language}/register`, data.next)}>{words.signIn.register}</a>
          {data.demo && <a href={`/${act.language}/demo`}>{words.signIn.demo}</a>}
        </p>
      </div>
    );
  },
  forms: {
    signIn: form(contract.signIn, (result, request) => landing(result.person, request)),
    signOut: form(contract.signOut, () => '/sign-in'),
  },
});

/** Back to where somebody came from, else to the beginning of their own work, in their own language. */
export function landing(person: PersonShape, { query }: PageRequest): string {
  const home = isStaff({ grants: person.roles.map((role) => ({ role, unitCode: '' })) } as never) ? '/desk' : `/${person.language}/my`;
  return withCare(toLocalPath(query['next']) ?? home, person.care);
}

/** Who asked for care mode once gets it wherever they sign in. */
export function withCare(path: string, care: boolean): string {
  return care && !/[?&]care=/.test(path) ? `${path}${path.includes('?') ? '&' : '?'}care=1` : path;
}

/** The address to go on to stays in the form's own, so that it survives a wrong password. */
export function keepNext(next: string | undefined): Record<string, string> {
  return next ? { next } : {};
}

export function withNext(path: string, next: string | undefined): string {
  return next ? `${path}?next=${encodeURIComponent(next)}` : path;
}

function AlreadyIn({ words, name, href }: { words: IdentityWords; name: string; href: string }) {
  return (
    <Notice>
      <p>{words.signIn.signedIn(name)}</p>
      <Form act="signOut">
        <Actions>
          <LinkButton href={href}>{words.signIn.goOn}</LinkButton>
          <Button look="second">{words.signIn.signOut}</Button>
        </Actions>
      </Form>
    </Notice>
  );
}

function ProviderProblem({ words, problem }: { words: IdentityWords; problem: string }) {
  const said: Readonly<Record<string, string>> = words.signIn.providerProblem;
  return <Notice tone="warn">{said[problem] ?? words.signIn.providerProblem.refused}</Notice>;
}

type SignInFormProps = {
  words: IdentityWords['signIn'];
  next: string | undefined;
  state: FormState | undefined;
  errors: ReturnType<typeof formErrors>;
};

function SignInForm({ words, next, state, errors }: SignInFormProps) {
  const needsCode = state?.refusal?.code === 'code_needed' || state?.refusal?.code === 'wrong_code';
  const code = (
    <TextInput name="code" label={words.code} hint={words.codeHint} inputmode="numeric" autocomplete="one-time-code" width="short" />
  );
  return (
    <Form act="signIn" keep={keepNext(next)}>
      <TextInput
        name="username"
        label={words.username}
        value={valueOf(state, 'username')}
        autocomplete="username"
        error={errorOf(errors, 'username')}
      />
      <TextInput
        name="password"
        type="password"
        label={words.password}
        autocomplete="current-password"
        error={errorOf(errors, 'password')}
      />
      {needsCode ? (
        code
      ) : (
        <details class="fold" open={errorOf(errors, 'code') !== undefined}>
          <summary>{words.codeFold}</summary>
          <div class="fold-in">{code}</div>
        </details>
      )}
      <Actions>
        <Button>{words.submit}</Button>
      </Actions>
    </Form>
  );
}
