import type { View } from '#kernel/page.ts';
import type { Output } from '#kernel/endpoint.ts';
import { Icon, LinkButton } from '#ui/index.ts';
import type { screen } from '../../contract/door.ts';
import { doorWords } from '../../locales/door/index.ts';
import type { DoorData } from './door.tsx';

/** What was decided about the person before, in words and with what comes next; the island fills the same place. */
export const Result: View<DoorData> = ({ act, request, form }) => {
  const words = doorWords(act.language);
  const answer = form?.name === 'screen' ? (form.result as Output<typeof screen> | undefined) : undefined;
  const tone = answer && (answer.outcome === 'enter' ? '' : answer.outcome === 'special' ? 'amber' : 'hot');
  return (
    <section class={`visitor gateresult ${tone ?? ''}`} role="alert" data-result hidden={!answer}>
      {answer && (
        <>
          <b>
            <Icon name={answer.outcome === 'enter' ? 'tick' : answer.outcome === 'special' ? 'next' : 'cross'} />{' '}
            {words.outcomes[answer.outcome]}
          </b>
          <LinkButton href={request.path} look="second">
            {words.gate.next}
          </LinkButton>
          <p>{answer.reasons.map((reason) => words.reasons[reason]).join(' · ')}</p>
          {answer.alertNo && <p>{words.gate.reported(answer.alertNo)}</p>}
          {answer.offers.length > 0 && (
            <ul>
              {answer.offers.map(({ kind, text, href }) => (
                <li key={kind}>{href ? <a href={href}>{text}</a> : text}</li>
              ))}
            </ul>
          )}
        </>
      )}
    </section>
  );
};
