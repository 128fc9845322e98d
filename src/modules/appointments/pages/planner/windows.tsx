import type { Act } from '#kernel/endpoint.ts';
import { type Language, textIn } from '#kernel/locale.ts';
import type { FormState } from '#kernel/page.ts';
import { Scroll, Section, valueOf, valuesOf } from '#ui/index.ts';
import { deskWords } from '../../locales/desk/index.ts';
import type { Plan } from '../../rules/plan.ts';
import type { FieldsProps } from './fields.tsx';

type WindowRow = Plan['windows'][number] | undefined;

/** Every window a row, the last one empty for a new one. */
export function Windows({ plan, posted, errors, act }: FieldsProps) {
  const words = deskWords(act.language).plan;
  const rows: readonly WindowRow[] = [...plan.windows, undefined];
  const columns = [words.windowNo, words.groups, words.zone, words.personCap, words.special, words.close];
  const wrong = errors.filter(({ name }) => name.startsWith('plan.windows'));
  return (
    <Section title={words.windows}>
      {wrong.map(({ name, text, label }) => (
        <p key={name} class="msg">
          {label ?? name} {text}
        </p>
      ))}
      <Scroll label={words.windows}>
        <table class="tbl">
          <caption class="hide">{words.windows}</caption>
          <thead>
            <tr>
              {columns.map((label) => (
                <th key={label} scope="col">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((window, index) => (
              <WindowLine key={index} window={window} index={index} plan={plan} posted={posted} act={act} />
            ))}
          </tbody>
        </table>
      </Scroll>
      <p class="hint">{words.addWindow}</p>
    </Section>
  );
}

type LineProps = { window: WindowRow; index: number; plan: Plan; posted: FormState | undefined; act: Act };
/** One box of a row: its field's name, what it held, what a screen reader calls it. */
type Cell = { name: string; value: string; label: string };

function WindowLine({ window, index, plan, posted, act: { language } }: LineProps) {
  const words = deskWords(language).plan;
  const no = window?.windowNo ?? words.addWindow;
  const cell = (field: string, label: string, stored: string): Cell => {
    const name = `windows.${index}.${field}`;
    return { name, value: valueOf(posted, name, stored) ?? '', label: `${label} · ${no}` };
  };
  const chosen = valuesOf(posted, `windows.${index}.groups`, window?.groups ?? []);
  return (
    <tr>
      <td class="no" data-label={words.windowNo}>
        <Small cell={cell('windowNo', words.windowNo, window?.windowNo ?? '')} />
      </td>
      <td data-label={words.groups}>
        <Groups name={`windows.${index}.groups`} groups={plan.groups} chosen={chosen} language={language} />
      </td>
      <td data-label={words.zone}>
        <Zone cell={cell('zone', words.zone, window?.zone ?? '')} zones={plan.zones} language={language} />
      </td>
      <td data-label={words.personCap}>
        <Small cell={cell('personCap', words.personCap, String(window?.personCap ?? 2))} numeric />
      </td>
      <td data-label={words.special}>
        <Box cell={cell('special', words.special, String(window?.special ?? false))} />
      </td>
      <td data-label={words.close}>{window ? <Box cell={cell('closed', words.close, 'false')} /> : '–'}</td>
    </tr>
  );
}

function Small({ cell: { name, value, label }, numeric = false }: { cell: Cell; numeric?: boolean }) {
  return <input class="input tiny" name={name} value={value} aria-label={label} inputmode={numeric ? 'numeric' : undefined} />;
}

function Box({ cell: { name, value, label } }: { cell: Cell }) {
  return <input type="checkbox" name={name} value="true" checked={value === 'true'} aria-label={label} />;
}

type GroupsProps = { name: string; groups: Plan['groups']; chosen: readonly string[]; language: Language };

function Groups({ name, groups, chosen, language }: GroupsProps) {
  return (
    <>
      {groups.map(({ group, name: said }) => (
        <label key={group} class="box-label">
          <input type="checkbox" name={name} value={group} checked={chosen.includes(group)} /> {textIn(said, language)}{' '}
        </label>
      ))}
    </>
  );
}

function Zone({ cell: { name, value, label }, zones, language }: { cell: Cell; zones: Plan['zones']; language: Language }) {
  return (
    <select class="drop" name={name} aria-label={label}>
      <option value="">–</option>
      {zones.map(({ zone, name: said }) => (
        <option key={zone} value={zone} selected={zone === value}>
          {textIn(said, language)}
        </option>
      ))}
    </select>
  );
}
