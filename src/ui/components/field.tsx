import type { ComponentChildren } from 'preact';
import { useWords } from '../context.tsx';
import { Icon } from './icon.tsx';

/** The id of a field's first control, so that the error summary can lead to it. */
export function fieldId(name: string): string {
  return `f-${name.replaceAll(/[^\w-]+/g, '-')}`;
}

export type FieldText = {
  name: string;
  label: ComponentChildren;
  hint?: ComponentChildren;
  /** Where a prefilled value comes from, and since when. */
  source?: string | undefined;
  error?: string | undefined;
  optional?: boolean;
  /** The label is the page's heading (one question a page). */
  asHeading?: boolean;
};

/** What a control says about itself: hint, source and mistake by id. */
export function describedBy({ name, hint, source, error }: FieldText): {
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
} {
  const id = fieldId(name);
  const parts = [hint && `${id}-hint`, source && `${id}-source`, error && `${id}-error`].filter(Boolean);
  return { 'aria-describedby': parts.length > 0 ? parts.join(' ') : undefined, 'aria-invalid': error ? true : undefined };
}

function Optional({ show }: { show: boolean | undefined }) {
  const words = useWords().form;
  return show ? <span class="optional"> ({words.optional})</span> : null;
}

function Around({ field, children }: { field: FieldText; children: ComponentChildren }) {
  const id = fieldId(field.name);
  return (
    <>
      {field.hint && (
        <div class="hint" id={`${id}-hint`}>
          {field.hint}
        </div>
      )}
      {field.source && (
        <p class="hint small" id={`${id}-source`}>
          {field.source}
        </p>
      )}
      {field.error && (
        <p class="msg" id={`${id}-error`}>
          <Icon name="cross" />
          <span>{field.error}</span>
        </p>
      )}
      {children}
    </>
  );
}

/** One control with its label above, the mistake between the two, and the value kept. */
export function Field({ children, ...field }: FieldText & { children: ComponentChildren }) {
  const label = (
    <label class={field.asHeading ? 'q' : undefined} for={fieldId(field.name)}>
      {field.label}
      <Optional show={field.optional} />
    </label>
  );
  return (
    <div class={field.error ? 'field wrong' : 'field'}>
      {field.asHeading ? <h1>{label}</h1> : label}
      <Around field={field}>{children}</Around>
    </div>
  );
}

/** Several controls that answer one question. */
export function FieldGroup({ children, ...field }: FieldText & { children: ComponentChildren }) {
  return (
    <fieldset class={field.error ? 'field wrong' : 'field'} aria-describedby={describedBy(field)['aria-describedby']}>
      <legend class={field.asHeading ? 'q' : undefined}>
        {field.asHeading ? <h1>{field.label}</h1> : field.label}
        <Optional show={field.optional} />
      </legend>
      <Around field={field}>{children}</Around>
    </fieldset>
  );
}
