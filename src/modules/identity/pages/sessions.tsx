import type { Act } from '#kernel/endpoint.ts';
import { Actions, Button, Form, formatInstant, Rows, Tag } from '#ui/index.ts';
import type { IdentityWords } from '../locales/index.ts';
import type { OpenSession } from '../queries/sessions.ts';
import { settings } from '../settings.ts';

type SessionsProps = { words: IdentityWords['profile']; act: Act; sessions: readonly OpenSession[] };

export function Sessions({ words, act, sessions }: SessionsProps) {
  const said = (at: Date) => formatInstant(at, act.language, { zone: settings().zone, look: 'day' });
  return (
    <section class="section">
      <h2>{words.sessionsTitle}</h2>
      <Rows
        rows={sessions.map(({ sessionId, device, createdAt, seenAt }) => ({
          title: device || words.unnamed,
          note: `${words.seen(said(seenAt))} · ${words.since(said(createdAt))}`,
          end:
            sessionId === act.actor.sessionId ? (
              <Tag tone="ok">{words.thisOne}</Tag>
            ) : (
              <Form act="endSession" hidden={{ sessionId }}>
                <Button look="second" size="small">
                  {words.end}
                </Button>
              </Form>
            ),
        }))}
      />
      <Form act="signOut">
        <Actions>
          <Button look="second">{words.signOut}</Button>
        </Actions>
      </Form>
    </section>
  );
}
