import type { Act, Output } from '#kernel/endpoint.ts';
import type { FormState } from '#kernel/page.ts';
import { Actions, Button, Form, formatDay, Notice, Section, Table } from '#ui/index.ts';
import type * as contract from '../../contract.ts';
import { deskWords } from '../../locales/desk/index.ts';

export type Yield = Output<typeof contract.previewPlan>;
type Props = { effect: Yield; state: FormState; save: string; idempotencyKey: string; act: Act };

/** What a change yields, day by day, and whom it hits; then the one button that does it. Everything typed goes along. */
export function Effect({ effect, state, save, idempotencyKey, act: { language } }: Props) {
  const words = deskWords(language).plan;
  const changed = effect.days.filter(({ before, after }) => before !== after);
  return (
    <Section title={words.effect} id="effect">
      <Notice tone={effect.overflow > 0 ? 'warn' : 'info'}>
        <p>
          <b>{words.gained(effect.gained)}</b>
        </p>
        <p>{words.overflow(effect.overflow)}</p>
        <p>{words.nothingYet}</p>
      </Notice>
      {changed.length > 0 && (
        <Table
          caption={words.effect}
          rows={changed}
          rowKey={({ on }) => on}
          columns={[
            { key: 'on', label: words.on, strong: true, cell: ({ on }) => formatDay(on, language, 'weekday') },
            { key: 'before', label: words.before, right: true, cell: ({ before }) => before },
            { key: 'after', label: words.after, right: true, cell: ({ after }) => after },
            { key: 'limit', label: words.limit, cell: ({ limitedBy }) => words.limits[limitedBy] },
          ]}
        />
      )}
      <Form act={save} idempotencyKey={idempotencyKey}>
        {Object.entries(state.values)
          .filter(([name]) => name !== 'idempotencyKey')
          .flatMap(([name, value]) =>
            [value].flat().map((one) => <input key={`${name}=${String(one)}`} type="hidden" name={name} value={String(one)} />),
          )}
        <Actions>
          <Button>{words.save}</Button>
        </Actions>
      </Form>
      <p class="muted">{words.change}</p>
    </Section>
  );
}
