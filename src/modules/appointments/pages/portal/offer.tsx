import type { Act } from '#kernel/endpoint.ts';
import { Actions, Button, Choice, Details, Form, formatInstant, LinkButton, Section } from '#ui/index.ts';
import { portalWords } from '../../locales/portal/index.ts';
import { ticketPath } from './address.ts';
import type { Ticket } from './ticket.tsx';

/** What somebody can say to an offered time, or to waiting for a reopening: yes, another time, another way, no. */
export function Offer({ data: { booking, token }, act: { language } }: { data: Ticket; act: Act }) {
  const words = portalWords(language).offer;
  const { state, answerBy, zone, version } = booking;
  if (state !== 'offered' && state !== 'displaced') return null;
  const others = [
    { value: 'online', label: words.online },
    { value: 'post', label: words.post },
    { value: 'home-visit', label: words.homeVisit },
    { value: 'decline', label: words.decline, hint: words.declineNote },
  ];
  return (
    <Section title={state === 'offered' ? words.title : words.inLine}>
      {state === 'offered' && (
        <>
          <Form act="answer" hidden={{ version, choice: 'accept' }}>
            <Actions>
              <Button>{words.accept}</Button>
              <LinkButton look="second" href={ticketPath(language, token, '/move')}>
                {words.change}
              </LinkButton>
            </Actions>
          </Form>
          {answerBy && (
            <p class="small muted mt-3">{words.until(formatInstant(new Date(answerBy), language, { zone, look: 'weekday' }))}</p>
          )}
        </>
      )}
      <Details summary={words.other} icon="screen" open={state === 'displaced'}>
        <Form act="answer" hidden={{ version }}>
          <Choice name="choice" label={words.other} options={others} />
          <Button look="second">{words.send}</Button>
        </Form>
      </Details>
    </Section>
  );
}
