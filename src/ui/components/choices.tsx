import type { ComponentChildren } from 'preact';
import { useWords } from '../context.tsx';
import { Icon } from './icon.tsx';
import { FieldGroup, fieldId, type FieldText } from './field.tsx';
import type { Option } from './inputs.tsx';

type PickProps = { type: 'radio' | 'checkbox'; id: string; name: string; option: Option; checked: boolean };

/** A whole row to press, filled when chosen. */
function Pick({ type, id, name, option, checked }: PickProps) {
  return (
    <label class="pick">
      <input type={type} id={id} name={name} value={option.value} checked={checked} disabled={option.disabled} />
      <span>
        {option.label}
        {option.hint && <small>{option.hint}</small>}
      </span>
    </label>
  );
}

function pickId(name: string, index: number): string {
  return index === 0 ? fieldId(name) : `${fieldId(name)}-${index}`;
}

/** One of a few. */
export function Choice({
  options,
  value,
  inline = false,
  ...field
}: FieldText & { options: readonly Option[]; value?: string | undefined; inline?: boolean }) {
  return (
    <FieldGroup {...field}>
      <div class={inline ? 'picks inline' : 'picks'}>
        {options.map((option, index) => (
          <Pick
            key={option.value}
            type="radio"
            id={pickId(field.name, index)}
            name={field.name}
            option={option}
            checked={option.value === value}
          />
        ))}
      </div>
    </FieldGroup>
  );
}

/** Any of a few; the name is sent once for each. */
export function Choices({ options, values = [], ...field }: FieldText & { options: readonly Option[]; values?: readonly string[] }) {
  return (
    <FieldGroup {...field}>
      <div class="picks">
        {options.map((option, index) => (
          <Pick
            key={option.value}
            type="checkbox"
            id={pickId(field.name, index)}
            name={field.name}
            option={option}
            checked={values.includes(option.value)}
          />
        ))}
      </div>
    </FieldGroup>
  );
}

/** Sent as `true` or `false`; nothing chosen sends nothing. */
export function YesNo({ value, ...field }: FieldText & { value?: boolean | undefined }) {
  const words = useWords().form;
  const options = [
    { value: 'true', label: words.yes },
    { value: 'false', label: words.no },
  ];
  return <Choice {...field} options={options} value={value === undefined ? undefined : String(value)} inline />;
}

/** A promise or a consent: one box, sent as `true`. */
export function Consent({
  name,
  children,
  hint,
  checked = false,
  error,
}: {
  name: string;
  children: string;
  hint?: ComponentChildren;
  checked?: boolean;
  error?: string | undefined;
}) {
  const id = fieldId(name);
  return (
    <div class={error ? 'field wrong' : 'field'}>
      {error && (
        <p class="msg" id={`${id}-error`}>
          <Icon name="cross" />
          <span>{error}</span>
        </p>
      )}
      <label class="pick">
        <input
          type="checkbox"
          id={id}
          name={name}
          value="true"
          checked={checked}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${id}-error` : undefined}
        />
        <span>
          {children}
          {hint && <small>{hint}</small>}
        </span>
      </label>
    </div>
  );
}
