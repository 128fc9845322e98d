import { readJson } from '#adapters/text-file.ts';
import type { Act } from '#kernel/endpoint.ts';
import { textIn } from '#kernel/locale.ts';
import { form, page } from '#kernel/page.ts';
import { isRefusal, refuse } from '#kernel/result.ts';
import { getDirectory } from '#modules/directory/index.ts';
import { BackLink, Button, Errors, Form, formErrors, Notice, refusalText, Scroll, Table, Tabs, Topline } from '#ui/index.ts';
import * as contract from '../../contract.ts';
import { importFormats } from '../../contract/imports.ts';
import { guessFormat, lookAtTable, type SeenColumn, type SeenTable } from '../../import/look.ts';
import { tableFields } from '../../import/table/columns.ts';
import { type AdminWords, adminWords } from '../../locales/admin/index.ts';
import { wordsIn } from '../../locales/index.ts';
import { findWaitingFile } from '../../queries/waiting-files.ts';
import { Line, Small } from './draft/kit.tsx';
import { type Part, partOf, textOf, written } from './draft/read.ts';

type Words = AdminWords['imports'];

/** A file before it is taken over: what it seems to be, and for a table what each column seems to be; both can be put right. */
export const importFilePage = page({
  path: '/admin/imports/files/:fileId',
  shell: 'desk',
  may: ['admin'],
  load: async ({ tx }, { params, query }) => {
    const fileId = params['fileId'] ?? '';
    const file = /^[0-9a-f-]{36}$/.test(fileId) ? await findWaitingFile(tx, fileId) : undefined;
    if (!file) return refuse('not_found');
    const guess = guessFormat(file.content);
    const format = importFormats.find((one) => one === query['format']) ?? guess;
    const seen = format === 'table' ? await lookAtTable(file.content, query['sheet']) : undefined;
    return { fileName: file.fileName ?? fileId, format, guess, seen, query, units: (await getDirectory(tx)).units };
  },
  title: ({ fileName }, { language }) => adminWords(language).imports.importOf(fileName),
  view: ({ data, act, form: state }) => {
    const { language } = act;
    const words = adminWords(language).imports;
    const { fileName, format, guess, seen } = data;
    const { refusals } = wordsIn(language);
    const table = seen && !isRefusal(seen) ? seen : undefined;
    return (
      <>
        <Topline title={words.importOf(fileName)} />
        <div class="body stack">
          <BackLink href="/admin/imports">{words.title}</BackLink>
          <Errors errors={formErrors(language, state, { own: refusals })} />
          <form action="" class="look-again" aria-label={words.format}>
            <Small
              name="format"
              label={words.format}
              value={format}
              options={importFormats.map((value) => ({ value, label: words.formats[value] }))}
            />
            <Button look="second">{words.lookAgain}</Button>
            <span class="muted">{words.guessed(words.formats[guess])}</span>
          </form>
          {seen && isRefusal(seen) && <Notice tone="bad" title={refusalText(language, seen, refusals)} />}
          {table && <Sheets seen={table} words={words} />}
          <Form act="import" hidden={{ format }} keep={data.query} label={words.importNow}>
            {table && <Columns seen={table} words={words} />}
            {table && <Origin units={data.units} act={act} words={words} />}
            <p class="hint mt-4">{words.importHint}</p>
            <div class="acts mt-4">
              <Button size="big">{words.importNow}</Button>
            </div>
          </Form>
        </div>
      </>
    );
  },
  forms: { import: form(contract.importFile, ({ importId }) => `/admin/imports/${importId}`, toImport) },
});

/** The posted columns as a mapping; of several columns for one field the guess's order counts, then theirs. */
function toImport(fields: Part, { params }: { params: Readonly<Record<string, string>> }) {
  const { format, sheet, headerRow, jurisdiction, region, unit, from, guess } = fields;
  const own = { fileId: params['fileId'], format };
  if (format !== 'table') return own;
  const chosen = Object.entries(partOf(fields['columns'])).flatMap(([number, field]) =>
    written(field) ? [{ number: Number(number), field: textOf(field) }] : [],
  );
  const guessed = partOf(readJson(textOf(guess))?.value);
  const placeOf = (field: string, number: number) => {
    const order = guessed[field];
    const at = Array.isArray(order) ? order.indexOf(number) : -1;
    return at < 0 ? number + 1000 : at;
  };
  const columns = Object.fromEntries(
    [...Map.groupBy(chosen, ({ field }) => field)].map(([field, all]) => [
      field,
      all.map(({ number }) => number).sort((a, b) => placeOf(field, a) - placeOf(field, b)),
    ]),
  );
  const given = {
    sheet: written(sheet),
    headerRow: Number(headerRow),
    jurisdiction: written(jurisdiction),
    region: written(region),
    unit: written(unit),
    from: written(from),
  };
  return { ...own, mapping: { columns, ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) } };
}

function Sheets({ seen, words }: { seen: SeenTable; words: Words }) {
  if (seen.sheets.length < 2) return null;
  return (
    <Tabs
      label={words.sheet}
      tabs={seen.sheets.map((name) => ({
        label: name,
        href: `?format=table&sheet=${encodeURIComponent(name)}`,
        current: name === seen.sheet,
      }))}
    />
  );
}

function Columns({ seen, words }: { seen: SeenTable; words: Words }) {
  const options = tableFields.map((field) => ({ value: field, label: words.columns[field] }));
  const hasName = seen.columns.some(({ field }) => field === 'name');
  return (
    <>
      {!hasName && <Notice tone="warn" title={words.nameUnknown} />}
      <p class="mb-4">{words.tableSeen(seen.rows, seen.headerRow)}</p>
      <input type="hidden" name="sheet" value={seen.sheet} />
      <input type="hidden" name="headerRow" value={seen.headerRow} />
      <input type="hidden" name="guess" value={JSON.stringify(seen.guess)} />
      <Scroll label={words.columnsTitle}>
        <Table<SeenColumn>
          caption={words.columnsTitle}
          rows={seen.columns}
          rowKey={({ number }) => String(number)}
          columns={[
            { key: 'number', label: '', cell: ({ number }) => letterOf(number) },
            { key: 'header', label: words.header, onCard: true, cut: true, cell: ({ header }) => header },
            { key: 'samples', label: words.samples, onCard: true, cut: true, cell: ({ samples }) => samples.join(' / ') },
            {
              key: 'field',
              label: words.means,
              onCard: true,
              cell: ({ number, field, header }) => (
                <select class="input" name={`columns.${number}`} aria-label={words.meansOf(header || letterOf(number))}>
                  <option value="">{words.ignored}</option>
                  {options.map(({ value, label }) => (
                    <option key={value} value={value} selected={value === field}>
                      {label}
                    </option>
                  ))}
                </select>
              ),
            },
          ]}
        />
      </Scroll>
    </>
  );
}

/** As a spreadsheet names its columns: A … Z, AA … */
function letterOf(number: number): string {
  const rest = (number - 1) % 26;
  return (number > 26 ? letterOf(Math.floor((number - 1) / 26)) : '') + String.fromCharCode(65 + rest);
}

type OriginProps = { units: readonly { code: string; name: Parameters<typeof textIn>[0] }[]; act: Act; words: Words };

/** What no column says: where the table is from and who takes the items over. */
function Origin({ units, act: { language }, words }: OriginProps) {
  const { jurisdictions } = adminWords(language).items;
  return (
    <fieldset class="field mt-4">
      <legend>{words.originTitle}</legend>
      <Line>
        <Small
          name="jurisdiction"
          label={adminWords(language).items.jurisdiction}
          options={Object.entries(jurisdictions).map(([value, label]) => ({ value, label }))}
          none={words.asWritten}
        />
        <Small name="region" label={words.region} hint={words.regionHint} />
        <Small
          name="unit"
          label={words.unit}
          options={units.map(({ code, name }) => ({ value: code, label: textIn(name, language) }))}
          none={words.asWritten}
        />
        <Small name="from" label={words.from} hint={words.fromHint} />
      </Line>
    </fieldset>
  );
}
