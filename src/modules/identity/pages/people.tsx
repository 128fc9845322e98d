import type { Grant, Role } from '#kernel/actor.ts';
import type { Language } from '#kernel/locale.ts';
import { isId } from '#kernel/ids.ts';
import { form, type FormState, page, type PageRequest } from '#kernel/page.ts';
import { refuse } from '#kernel/result.ts';
import {
  Actions,
  Button,
  Breadcrumbs,
  Empty,
  errorOf,
  Errors,
  Form,
  formErrors,
  Notice,
  Select,
  Summary,
  Table,
  TextInput,
  Topline,
  valueOf,
} from '#ui/index.ts';
import { asListed, reaches, unitsOf } from '../actions/people.ts';
import * as contract from '../contract.ts';
import { allRoles } from '../contract/types.ts';
import { type IdentityWords, wordsIn } from '../locales/index.ts';
import { logView } from '../log-view.ts';
import { findAccountOf } from '../queries/accounts.ts';
import { findPerson, listGrants, listPeople } from '../queries/people.ts';

type Words = IdentityWords['people'];
type Errors = ReturnType<typeof formErrors>;
type Listed = ReturnType<typeof asListed>;
const pageLength = 50;
const blankRows = 2;

export const peoplePage = page({
  path: '/admin/people',
  shell: 'desk',
  may: ['admin'],
  load: async (act, { query }) => {
    const q = (query['q'] ?? '').trim().slice(0, 100);
    const after = /^[0-9a-f-]{36}$/.test(query['after'] ?? '') ? query['after'] : undefined;
    const found = await listPeople(act.tx, { q, after, limit: pageLength + 1, units: unitsOf(act) });
    const people = found.slice(0, pageLength).map((person) => asListed(act, person));
    return { q, people, more: found.length > pageLength ? people.at(-1)?.personId : undefined };
  },
  title: (_, { language }) => wordsIn(language).people.title,
  view: ({ data, act, request, form: state }) => {
    const { people: words, refusals } = wordsIn(act.language);
    const errors = formErrors(act.language, state, { own: refusals });
    return (
      <>
        <Topline title={words.title} find={{ action: '/admin/people', label: words.find, value: data.q }} />
        <div class="body stack">
          <Errors errors={errors} />
          <NewLink words={words} state={state} request={request} />
          <PeopleTable words={words} people={data.people} language={act.language} />
          {data.more && (
            <p>
              <a href={`?q=${encodeURIComponent(data.q)}&after=${data.more}`}>{words.more}</a>
            </p>
          )}
          <section class="section">
            <h2>{words.addTitle}</h2>
            <Form act="add">
              {(['name', 'username', 'phone', 'unitCode'] as const).map((name) => (
                <TextInput
                  key={name}
                  name={name}
                  label={name === 'unitCode' ? words.unit : words[name]}
                  hint={name === 'unitCode' ? words.unitHint : name === 'username' ? words.usernameHint : undefined}
                  value={valueOf(state?.result ? undefined : state, name)}
                  error={errorOf(errors, name)}
                />
              ))}
              <GrantRows words={words} grants={[]} errors={errors} />
              <Actions>
                <Button>{words.add}</Button>
              </Actions>
            </Form>
          </section>
        </div>
      </>
    );
  },
  forms: { add: form(contract.createStaff, () => undefined, withGrants) },
});

export const personPage = page({
  path: '/admin/people/:personId',
  shell: 'desk',
  may: ['admin'],
  load: async (act, { params }) => {
    const personId = params['personId'] ?? '';
    const person = isId(personId) ? await findPerson(act.tx, personId) : undefined;
    if (!person) return refuse('not_found');
    const grants = await listGrants(act.tx, personId);
    if (!reaches(act, { ...person, grants })) return refuse('forbidden');
    logView(act, { subjectId: personId, what: 'profile', why: 'help' });
    return { person, account: await findAccountOf(act.tx, personId), grants };
  },
  title: ({ person }) => person.name,
  view: ({ data: { person, account, grants }, act, request, form: state }) => {
    const { people: words, refusals } = wordsIn(act.language);
    const errors = formErrors(act.language, state, { own: refusals });
    return (
      <>
        <Topline title={person.name} />
        <div class="body stack">
          <Breadcrumbs crumbs={[{ label: words.back, href: '/admin/people' }]} />
          <Errors errors={errors} />
          <NewLink words={words} state={state} request={request} />
          <Summary
            rows={[
              { label: words.username, value: account?.username },
              { label: words.phone, value: person.phone },
              { label: words.unit, value: person.unitCode ?? undefined },
              { label: words.factor, value: account?.totpSince ? words.on : words.off },
            ]}
          />
          <Form act="roles">
            <h2>{words.roles}</h2>
            <GrantRows words={words} grants={grants} errors={errors} />
            <Actions>
              <Button>{words.save}</Button>
            </Actions>
          </Form>
          <Form act="invite">
            <p class="hint">{words.inviteHint}</p>
            <Actions>
              <Button look="second">{words.invite}</Button>
              <Button look="danger" act="endSessions">
                {words.endSessions}
              </Button>
            </Actions>
          </Form>
        </div>
      </>
    );
  },
  forms: {
    roles: form(contract.setRoles, (_, request) => request.path, withGrants),
    invite: form(contract.invite, () => undefined),
    endSessions: form(contract.endSessionsOf, (_, request) => request.path),
  },
});

/** Shown once, on the answer itself: the link stands in no address and in no log. */
function NewLink({ words, state, request }: { words: Words; state: FormState | undefined; request: PageRequest }) {
  const { path } = (state?.result ?? {}) as { path?: string };
  if (!path) return null;
  return (
    <Notice tone="ok" title={words.link} live>
      <code>{request.origin + path}</code>
    </Notice>
  );
}

/** Rows left without a role are not meant. */
function withGrants(fields: Readonly<Record<string, unknown>>) {
  const rows = Object.values((fields['grants'] ?? {}) as Record<string, { role?: string; unitCode?: string }>);
  return { ...fields, grants: rows.filter((row) => row.role) };
}

function PeopleTable({ words, people, language }: { words: Words; people: readonly Listed[]; language: Language }) {
  return (
    <Table<Listed>
      caption={words.caption}
      rows={people}
      rowKey={({ personId }) => personId}
      empty={<Empty text={words.none} href="/admin/people" />}
      keys
      columns={[
        { key: 'name', label: words.name, onCard: true, cell: ({ personId, name }) => <a href={`/admin/people/${personId}`}>{name}</a> },
        { key: 'username', label: words.username, onCard: true, cell: ({ username }) => username },
        { key: 'unit', label: words.unit, cell: ({ unitCode }) => unitCode },
        { key: 'roles', label: words.roles, onCard: true, cell: ({ grants }) => rolesText(words, grants, language) },
        { key: 'factor', label: words.factor, cell: ({ secondFactor }) => (secondFactor ? words.on : words.off) },
      ]}
    />
  );
}

function rolesText(words: Words, grants: readonly Grant[], language: Language): string {
  const names = [...new Set(grants.map(({ role }) => words.roleNames[role] ?? role))];
  return names.join(language.startsWith('zh') ? '、' : ', ');
}

function GrantRows({ words, grants, errors }: { words: Words; grants: readonly Grant[]; errors: Errors }) {
  const options = allRoles.map((role: Role) => ({ value: role, label: words.roleNames[role] ?? role }));
  const rows: readonly (Grant | undefined)[] = [...grants, ...Array.from({ length: blankRows }, () => undefined)];
  return (
    <>
      {rows.map((grant, index) => (
        <div key={index} class="halves">
          <div>
            <Select
              name={`grants.${index}.role`}
              label={words.role}
              options={options}
              value={grant?.role}
              error={errorOf(errors, `grants.${index}.role`)}
            />
          </div>
          <div>
            <TextInput
              name={`grants.${index}.unitCode`}
              label={words.reach}
              value={grant?.unitCode}
              error={errorOf(errors, `grants.${index}.unitCode`)}
            />
          </div>
        </div>
      ))}
    </>
  );
}
