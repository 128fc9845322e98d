import type { ComponentChildren } from 'preact';
import { usePage, useWords } from '../context.tsx';
import { describedBy, Field, FieldGroup, fieldId, type FieldText } from './field.tsx';

export type TextInputProps = FieldText & {
  value?: string | undefined;
  type?: 'text' | 'tel' | 'email' | 'password' | 'search' | 'time';
  inputmode?: 'none' | 'text' | 'numeric' | 'decimal' | 'tel' | 'email';
  autocomplete?: string;
  maxlength?: number;
  width?: 'short' | 'tiny' | undefined;
  placeholder?: string;
};

/** No browser bubbles and no `required`: mistakes are said by the page, in its own words. */
export function TextInput({ value, type = 'text', inputmode, autocomplete, maxlength, width, placeholder, ...field }: TextInputProps) {
  return (
    <Field {...field}>
      <input
        class={width ? `input ${width}` : 'input'}
        id={fieldId(field.name)}
        name={field.name}
        {...({ type } as { type: 'text' })}
        value={value ?? ''}
        inputmode={inputmode}
        autocomplete={autocomplete}
        maxlength={maxlength}
        placeholder={placeholder}
        {...describedBy(field)}
      />
    </Field>
  );
}

/** Digits typed as text: number spinners change values by a stray scroll. `unit` stands behind. */
export function NumberInput({
  value,
  unit,
  decimal = false,
  ...field
}: FieldText & { value?: string | number | undefined; unit?: string; decimal?: boolean }) {
  return (
    <Field {...field}>
      <div class="with-unit">
        <input
          class="input short"
          id={fieldId(field.name)}
          name={field.name}
          inputmode={decimal ? 'decimal' : 'numeric'}
          value={value ?? ''}
          {...describedBy(field)}
        />
        {unit && <span>{unit}</span>}
      </div>
    </Field>
  );
}

export function TextArea({
  value,
  rows = 4,
  maxlength,
  ...field
}: FieldText & { value?: string | undefined; rows?: number; maxlength?: number }) {
  return (
    <Field {...field}>
      <textarea class="input" id={fieldId(field.name)} name={field.name} rows={rows} maxlength={maxlength} {...describedBy(field)}>
        {value ?? ''}
      </textarea>
    </Field>
  );
}

export type Option = { value: string; label: string; hint?: ComponentChildren; disabled?: boolean };

/** For long lists known by heart (provinces, units); up to seven options are a Choice. */
export function Select({ options, value, ...field }: FieldText & { options: readonly Option[]; value?: string | undefined }) {
  const words = useWords().form;
  return (
    <Field {...field}>
      <select class="input" id={fieldId(field.name)} name={field.name} {...describedBy(field)}>
        <option value="" selected={!value}>
          {words.pickOne}
        </option>
        {options.map((option) => (
          <option key={option.value} value={option.value} selected={option.value === value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  );
}

export type DateParts = { year?: string | undefined; month?: string | undefined; day?: string | undefined };
type DatePart = 'year' | 'month' | 'day';

/** Three boxes in the order the language writes a date; sent as `name.day`, `name.month`, `name.year`. `wrong` marks single boxes. */
export function DateInput({ value = {}, wrong, ...field }: FieldText & { value?: DateParts; wrong?: readonly DatePart[] }) {
  const words = useWords().form;
  const chinese = usePage().language.startsWith('zh');
  const parts: readonly DatePart[] = chinese ? ['year', 'month', 'day'] : ['day', 'month', 'year'];
  return (
    <FieldGroup {...field}>
      <div class="date">
        {parts.map((part, index) => (
          <div key={part} class={part}>
            <label for={index === 0 ? fieldId(field.name) : fieldId(`${field.name}.${part}`)}>{words[part]}</label>
            <input
              class="input"
              id={index === 0 ? fieldId(field.name) : fieldId(`${field.name}.${part}`)}
              name={`${field.name}.${part}`}
              inputmode="numeric"
              maxlength={part === 'year' ? 4 : 2}
              value={value[part] ?? ''}
              aria-invalid={(wrong ? wrong.includes(part) : field.error !== undefined) || undefined}
            />
          </div>
        ))}
      </div>
    </FieldGroup>
  );
}

/** The three boxes of a DateInput as 'YYYY-MM-DD', or undefined when they are no date by their form. Whether the day exists is for the reader of the form to say. */
export function dayFromParts({ year, month, day }: DateParts): string | undefined {
  if ([year, month, day].some((part) => typeof part !== 'string')) return undefined;
  if (!/^\d{4}$/.test(year ?? '') || !/^\d{1,2}$/.test(month ?? '') || !/^\d{1,2}$/.test(day ?? '')) return undefined;
  return `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`;
}
