import type { Act } from '#kernel/endpoint.ts';
import type { FormState } from '#kernel/page.ts';
import { Actions, Button, Form, formatNumber, Notice } from '#ui/index.ts';
import type { Effect } from '../contract.ts';
import { deskWords } from '../locales/desk/index.ts';

type Props = { effect: Effect; state: FormState; idempotencyKey: string; act: Act };

/** The numbers, a way to see who is behind them, and the one button that does it. Everything typed goes along. */
export function EffectPanel({ effect, state, idempotencyKey, act: { language } }: Props) {
  const words = deskWords(language);
  const link = itemsHref(state.values, language);
  const shown = ['items', 'itemsWithoutAnyWay', 'drafts', 'bookings'] as const;
  return (
    <section aria-labelledby="effect" class="stack" id="effect-panel">
      <h2 id="effect">{words.effectTitle}</h2>
      <ul class="dots">
        {shown.map((name) => (
          <li key={name}>
            <b>{formatNumber(effect[name], language)}</b> {words.effect[name]}{' '}
            {name === 'items' && effect.items > 0 && <a href={link}>{words.seeItems}</a>}
          </li>
        ))}
      </ul>
      <Notice tone="warn">
        <p>{words.nothingYet}</p>
      </Notice>
      <Form act="suspend" idempotencyKey={idempotencyKey}>
        {Object.entries(state.values).flatMap(([name, value]) =>
          textsOf(value).map((one) => <input key={`${name}=${one}`} type="hidden" name={name} value={one} />),
        )}
        <Actions>
          <Button look="danger">{words.close}</Button>
        </Actions>
      </Form>
    </section>
  );
}

function textsOf(value: unknown): string[] {
  return [value].flat().filter((one) => typeof one === 'string');
}

/** The list of the items meant: of a unit, one item's guide, or all that use the first channel named. */
function itemsHref(values: FormState['values'], language: Act['language']): string {
  if (values['scope'] === 'item') return `/${language}/services/${encodeURIComponent(String(values['item']))}`;
  const [channel] = textsOf(values['channels']);
  const query = new URLSearchParams({
    ...(channel ? { channel } : {}),
    ...(values['scope'] === 'unit' ? { dept: String(values['unit']) } : {}),
  });
  return `/${language}/services?${query}`;
}
