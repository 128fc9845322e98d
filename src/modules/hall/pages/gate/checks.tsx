import type { ComponentChildren } from 'preact';
import { textIn } from '#kernel/locale.ts';
import type { FormState, View } from '#kernel/page.ts';
import { Icon, type IconName, valueOf, valuesOf } from '#ui/index.ts';
import { doorWords } from '../../locales/door/index.ts';
import type { DoorData } from './door.tsx';

type CheckProps = { icon: IconName; label: string; hint: string; open: boolean; children: ComponentChildren };

/** Green and closed as long as all is well; pressing it opens what may be otherwise. */
function Check({ icon, label, hint, open, children }: CheckProps) {
  return (
    <details class="gatecheck" open={open}>
      <summary class="toggle">
        <Icon name={icon} />
        <span>
          {label}
          <small>{hint}</small>
        </span>
      </summary>
      <fieldset class="picks">
        <legend class="hide">{label}</legend>
        {children}
      </fieldset>
    </details>
  );
}

type PickProps = { type: 'radio' | 'checkbox'; name: string; value: string; label: string; checked: boolean; odd?: boolean };

function Pick({ type, name, value, label, checked, odd = true }: PickProps) {
  return (
    <label class="pick">
      <input type={type} name={name} value={value} checked={checked} data-odd={odd || undefined} />
      <span>{label}</span>
    </label>
  );
}

/** 三项检查: mask, symptoms, regions. Everything begins as well, so that a healthy visitor needs no press. */
export const Checks: View<DoorData> = (props) => (
  <div class="toggles">
    <Mask {...props} />
    <Symptoms {...props} />
    <Regions {...props} />
  </div>
);

/** After an answer the form begins anew; what did not go through is kept. */
const keptOf = (form: FormState | undefined) => (form?.result ? undefined : form);

const Mask: View<DoorData> = ({ act, form }) => {
  const words = doorWords(act.language).gate;
  const mask = valueOf(keptOf(form), 'mask') ?? 'worn';
  return (
    <Check icon="mask" label={words.mask} hint={words.maskHint} open={mask !== 'worn'}>
      {(['worn', 'replaced', 'none'] as const).map((value) => (
        <Pick
          key={value}
          type="radio"
          name="mask"
          value={value}
          label={words.masks[value]}
          checked={mask === value}
          odd={value === 'none'}
        />
      ))}
    </Check>
  );
};

const Symptoms: View<DoorData> = ({ data: { rules }, act, form }) => {
  const words = doorWords(act.language);
  const chosen = valuesOf(keptOf(form), 'symptoms');
  const asked = rules.symptoms.map((one) => words.symptoms[one]).join(' ');
  return (
    <Check icon="tick" label={words.gate.noSymptoms} hint={asked} open={chosen.length > 0}>
      {rules.symptoms.map((value) => (
        <Pick key={value} type="checkbox" name="symptoms" value={value} label={words.symptoms[value]} checked={chosen.includes(value)} />
      ))}
    </Check>
  );
};

const Regions: View<DoorData> = ({ data: { rules }, act, form }) => {
  const words = doorWords(act.language).gate;
  const chosen = valuesOf(keptOf(form), 'regions');
  const record = valueOf(keptOf(form), 'isolationRecord') === 'true';
  return (
    <Check icon="pin" label={words.noRegions} hint={words.regionsHint(rules.regionDays)} open={chosen.length > 0}>
      {rules.regions.map(({ code, name }) => (
        <Pick key={code} type="checkbox" name="regions" value={code} label={textIn(name, act.language)} checked={chosen.includes(code)} />
      ))}
      {rules.isolationRecord && (
        <Pick type="checkbox" name="isolationRecord" value="true" label={words.record} checked={record} odd={false} />
      )}
    </Check>
  );
};
