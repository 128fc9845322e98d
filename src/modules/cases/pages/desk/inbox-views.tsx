import type { Act } from '#kernel/endpoint.ts';
import type { FormState } from '#kernel/page.ts';
import { Actions, Button, errorOf, Errors, Form, formErrors, LinkButton, TextInput, valueOf, Views } from '#ui/index.ts';
import { deskWords } from '../../locales/desk/index.ts';
import { casesWords } from '../../locales/index.ts';
import { inboxPath, listQuery, trailFrom } from './address.ts';
import type { Inbox } from './inbox-load.ts';
import { viewLabel, viewsFor } from './views.ts';

/** The office's own views with how many each has, then the officer's. */
export function ViewTabs({ data: { list, counts, saved }, act }: { data: Inbox; act: Act }) {
  const words = deskWords(act.language);
  const now = trailFrom(list);
  const isSaved = saved.some((view) => view.query === now);
  return (
    <Views
      views={[
        ...viewsFor(act.actor).map((view) => ({
          label: viewLabel(view, act),
          href: inboxPath({ view }),
          count: counts[view] ?? 0,
          hot: view === 'overdue',
          current: view === list.view && !isSaved,
        })),
        ...saved.map(({ name, query }) => ({ label: name, href: `/desk/inbox?${query}`, current: query === now })),
      ]}
      save={<a href={inboxPath(list, { save: '1' })}>{words.save.open}</a>}
    />
  );
}

/** Names the filter that is set, and lists the named ones to drop. */
export function SaveView({ data: { list, saved }, act, form }: { data: Inbox; act: Act; form: FormState | undefined }) {
  const words = deskWords(act.language).save;
  const state = form?.name === 'save' ? form : undefined;
  const errors = formErrors(act.language, state, { own: casesWords(act.language).refusals, labels: { name: words.name } });
  const keep = { ...listQuery(list), save: '1' };
  return (
    <section class="panel-in" aria-labelledby="save-title">
      <h2 id="save-title">{words.title}</h2>
      <Errors errors={errors} />
      <Form act="save" keep={keep}>
        <TextInput
          name="name"
          label={words.name}
          hint={words.hint}
          maxlength={40}
          value={valueOf(state, 'name')}
          error={errorOf(errors, 'name')}
          width="short"
        />
        <Actions>
          <Button>{words.submit}</Button>
          <LinkButton look="plain" href={inboxPath(list)}>
            {deskWords(act.language).sheet.cancel}
          </LinkButton>
        </Actions>
      </Form>
      {saved.length > 0 && (
        <Form act="drop" keep={keep} label={words.mine}>
          <Actions>
            {saved.map(({ viewId, name }) => (
              <Button key={viewId} look="second" size="small" icon="cross" name="viewId" value={viewId}>
                {words.drop(name)}
              </Button>
            ))}
          </Actions>
        </Form>
      )}
    </section>
  );
}
