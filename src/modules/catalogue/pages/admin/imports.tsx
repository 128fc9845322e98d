import type { Act } from '#kernel/endpoint.ts';
import { form, page } from '#kernel/page.ts';
import { isRefusal } from '#kernel/result.ts';
import { centreZone } from '#modules/identity/index.ts';
import {
  Button,
  Empty,
  Errors,
  FileInput,
  Form,
  formatInstant,
  formatNumber,
  formErrors,
  Pagination,
  Section,
  Table,
  Topline,
} from '#ui/index.ts';
import { listImports } from '../../actions/imports.ts';
import * as contract from '../../contract.ts';
import type { Output } from '#kernel/endpoint.ts';
import { adminWords } from '../../locales/admin/index.ts';
import { wordsIn } from '../../locales/index.ts';

type Run = Output<typeof contract.listImports>['rows'][number];

/** A file comes in here; what was taken over before stands below. */
export const importsPage = page({
  path: '/admin/imports',
  shell: 'desk',
  may: ['admin'],
  load: async (act, { query }) => {
    const at = /^\d{1,6}$/.test(query['at'] ?? '') ? Number(query['at']) : 0;
    const runs = await listImports(act, { limit: 20, cursor: String(at) });
    return isRefusal(runs) ? runs : { runs, at };
  },
  title: (_, { language }) => adminWords(language).imports.title,
  view: ({ data: { runs, at }, act, form: state }) => {
    const { language } = act;
    const words = adminWords(language).imports;
    return (
      <>
        <Topline title={words.title} />
        <div class="body stack">
          <Errors errors={formErrors(language, state, { own: wordsIn(language).refusals })} />
          <Form act="bring" files label={words.bring}>
            <FileInput
              name="content"
              label={words.file}
              hint={words.fileHint}
              accept=".jsonl,.json,.csv,.txt,.xlsx,.yaml,.yml"
              many={false}
            />
            <div class="acts mt-4">
              <Button>{words.look}</Button>
            </div>
          </Form>
          <Section title={words.earlier}>
            <Runs rows={runs.rows} act={act} />
            <Pagination
              previous={at > 0 ? `?at=${Math.max(0, at - 20)}` : undefined}
              next={runs.nextCursor ? `?at=${runs.nextCursor}` : undefined}
            />
          </Section>
        </div>
      </>
    );
  },
  forms: { bring: form(contract.bringFile, ({ fileId }) => `/admin/imports/files/${fileId}`) },
});

function Runs({ rows, act: { language } }: { rows: readonly Run[]; act: Act }) {
  const words = adminWords(language).imports;
  const counted = (key: 'accepted' | 'warned' | 'rejected' | 'changed') => ({
    key,
    label: words[key],
    right: true,
    onCard: true,
    cell: (run: Run) => formatNumber(run[key], language),
  });
  return (
    <Table<Run>
      caption={words.earlier}
      rows={rows}
      rowKey={({ importId }) => importId}
      empty={<Empty text={words.none} icon="up" />}
      columns={[
        {
          key: 'file',
          label: words.file,
          onCard: true,
          cut: true,
          cell: ({ importId, fileName, format }) => <a href={`/admin/imports/${importId}`}>{fileName ?? words.formats[format]}</a>,
        },
        { key: 'format', label: words.format, cell: ({ format }) => words.formats[format] },
        counted('accepted'),
        counted('warned'),
        counted('rejected'),
        counted('changed'),
        {
          key: 'at',
          label: words.when,
          cell: ({ at, by }) => `${formatInstant(new Date(at), language, { zone: centreZone(), look: 'day' })} · ${by}`,
        },
      ]}
    />
  );
}
