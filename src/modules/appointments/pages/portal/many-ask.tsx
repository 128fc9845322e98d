import type { Act } from '#kernel/endpoint.ts';
import { textIn } from '#kernel/locale.ts';
import { Button, NumberInput, Select, TextInput } from '#ui/index.ts';
import { deskWords } from '../../locales/desk/index.ts';
import type { Group } from './many.tsx';

/** What for, where, how many: a plain form whose answers live in the address. */
export function WhatAndWhere({ group: { item, halls, venue, people }, act: { language } }: { group: Group; act: Act }) {
  const words = deskWords(language);
  return (
    <form action={`/${language}/book/many`} class="stack">
      <TextInput name="item" label={words.phone.item} hint={words.phone.itemHint} value={textIn(item?.name, language)} optional />
      <Select name="hall" label={words.hall} value={venue} options={halls.map((hall) => ({ value: hall.venue, label: hall.name }))} />
      <NumberInput name="people" label={words.batch.people} value={people} />
      <Button look="second">{words.batch.find}</Button>
    </form>
  );
}
