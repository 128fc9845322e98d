import type { ComponentChildren } from 'preact';
import { languages } from '#kernel/locale.ts';
import { Field, fieldId, languageNames, type Option, usePage } from '#ui/index.ts';
import { editorWords } from '../../../locales/editor/index.ts';
import { type Part, partOf, textOf } from './read.ts';

/** What every section draws from: the item as it stands, with what was typed and not yet kept. */
type TextsProps = { name: string; label: ComponentChildren; value: unknown; hint?: string | undefined; long?: boolean };

/** One text in each language. Traditional Chinese left blank follows the simplified. */
export function Texts({ name, label, value, hint, long = false }: TextsProps) {
  const words = editorWords(usePage().language);
  const given = partOf(value);
  return (
    <fieldset class="field" id={fieldId(name)}>
      <legend>{label}</legend>
      {hint && <div class="hint">{hint}</div>}
      <div class={long ? 'texts long' : 'texts'}>
        {languages.map((language) => {
          const own = {
            class: 'input',
            id: fieldId(`${name}.${language}`),
            name: `${name}.${language}`,
            lang: language,
            placeholder: language === 'zh-Hant' ? words.madeByMachine : undefined,
          };
          return (
            <label key={language} for={own.id}>
              <small>{languageNames[language].full}</small>
              {long ? (
                <textarea {...own} rows={3}>
                  {textOf(given[language])}
                </textarea>
              ) : (
                <input {...own} value={textOf(given[language])} />
              )}
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}

type SmallProps = { name: string; label: string; value?: unknown; options?: readonly Option[]; none?: string; hint?: string };

/** A short field that stands in a line with others. */
export function Small({ name, label, value, options, none, hint }: SmallProps) {
  const id = fieldId(name);
  const text = textOf(value);
  return (
    <Field name={name} label={label} hint={hint}>
      {options ? (
        <select class="input" id={id} name={name}>
          {none !== undefined && <option value="">{none}</option>}
          {text !== '' && !options.some((option) => option.value === text) && (
            <option value={text} selected>
              {text}
            </option>
          )}
          {options.map((option) => (
            <option key={option.value} value={option.value} selected={option.value === text}>
              {option.label}
            </option>
          ))}
        </select>
      ) : (
        <input class="input" id={id} name={name} value={text} />
      )}
    </Field>
  );
}

/** Short fields side by side. */
export function Line({ children }: { children: ComponentChildren }) {
  return <div class="line-fields">{children}</div>;
}

export function Tick({ name, label, on, value = 'true' }: { name: string; label: ComponentChildren; on: boolean; value?: string }) {
  return (
    <label class="tick">
      <input type="checkbox" name={name} value={value} checked={on} />
      <span>{label}</span>
    </label>
  );
}

type TicksProps = { name: string; label: string; options: readonly Option[]; values: readonly string[]; hint?: string };

/** Any of several, the chosen ones first and in their order; one that is not offered any more stays until it is taken off. */
export function Ticks({ name, label, options, values, hint }: TicksProps) {
  const chosen = values.map((value) => options.find((option) => option.value === value) ?? { value, label: value });
  return (
    <fieldset class="field" id={fieldId(name)}>
      <legend>{label}</legend>
      {hint && <div class="hint">{hint}</div>}
      <div class="ticks">
        {[...chosen, ...options.filter(({ value }) => !values.includes(value))].map((option) => (
          <Tick key={option.value} name={name} value={option.value} label={option.label} on={values.includes(option.value)} />
        ))}
      </div>
    </fieldset>
  );
}

type RowsProps = {
  name: string;
  label: string;
  rows: readonly Part[];
  /** Blank rows at the end; what stays blank is not meant. */
  blank?: number;
  hint?: string;
  children: (row: Part, name: string) => ComponentChildren;
};

/** A list whose entries are small enough to be written on one page: places are numbers, a tick takes an entry out. */
export function RowsOf({ name, label, rows, blank = 1, hint, children }: RowsProps) {
  const words = editorWords(usePage().language);
  const all = [...rows, ...Array.from({ length: blank }, () => undefined)];
  return (
    <fieldset class="field" id={fieldId(name)}>
      <legend>{label}</legend>
      {hint && <div class="hint">{hint}</div>}
      {all.map((row, index) => {
        const place = `${name}.${index}.place`;
        return (
          <fieldset key={index} class={row ? 'entry' : 'entry blank'} id={fieldId(`${name}.${index}`)}>
            <legend class="hide">{row ? words.rowNo(index + 1) : words.newRow}</legend>
            <div class="entry-tools">
              {row ? (
                <>
                  <label for={fieldId(place)}>
                    {words.place} <input class="input tiny" id={fieldId(place)} name={place} inputmode="numeric" value={index + 1} />
                  </label>
                  <Tick name={`${name}.${index}.gone`} label={words.takeOut} on={false} />
                </>
              ) : (
                <span class="muted small">{words.newRow}</span>
              )}
            </div>
            {children(row ?? {}, `${name}.${index}`)}
          </fieldset>
        );
      })}
    </fieldset>
  );
}
