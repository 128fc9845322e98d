import type { View } from '#kernel/page.ts';
import { NumberInput, TextInput, valueOf } from '#ui/index.ts';
import { doorWords } from '../../locales/door/index.ts';
import type { DoorData } from './door.tsx';

/** Who it is, for those who come without a booking; what is known from the booking need not be typed. */
export const Person: View<DoorData> = ({ data: { guest }, act, form }) => {
  const words = doorWords(act.language).gate;
  const state = form?.result ? undefined : form;
  const value = (name: string) => valueOf(state, name);
  return (
    <details class="gateperson" open={!guest && state !== undefined}>
      <summary>{words.person}</summary>
      <div class="gatefields">
        <NumberInput name="party" label={words.party} value={value('party') ?? guest?.party ?? 1} />
        <TextInput name="name" label={words.name} value={value('name')} autocomplete="off" />
        <TextInput name="idNumber" label={words.idNumber} value={value('idNumber')} autocomplete="off" />
        <TextInput name="phone" label={words.phone} value={value('phone')} type="tel" autocomplete="off" />
        <TextInput name="unit" label={words.unit} value={value('unit')} autocomplete="off" />
        <TextInput name="origin" label={words.origin} value={value('origin')} inputmode="numeric" autocomplete="off" />
      </div>
    </details>
  );
};
