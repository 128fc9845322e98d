import { type Cells, toCsv, toXlsx } from '#adapters/spreadsheet-stream.ts';
import type { Act } from '#kernel/endpoint.ts';
import { page, sendStream } from '#kernel/page.ts';
import { centreZone } from '#modules/identity/index.ts';
import { dayIn } from '#ui/index.ts';
import { pagesOfList, type Read } from '../../actions/export-list.ts';
import type { WorkRow } from '../../contract/read.ts';
import { deskWords } from '../../locales/desk/index.ts';
import { deskRoles, type ListAddress, listQuery, readList } from './address.ts';
import { pauseWords } from './clock-state.ts';

type Format = 'csv' | 'xlsx';
const types: Record<Format, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** The filtered work list as a table, streamed. That somebody took it away becomes a fact. */
const exportPage = (format: Format) =>
  page({
    path: `/desk/inbox.${format}`,
    shell: 'desk',
    may: deskRoles,
    load: async (act, { query }) => {
      const list = readList(query);
      act.publish('list_exported', { by: act.actor.personId ?? null, format, list: listQuery(list) });
      const make = format === 'csv' ? toCsv : toXlsx;
      return sendStream({
        stream: (read) => make(cellsOf(read, list, act)),
        type: types[format],
        fileName: `${deskWords(act.language).inbox}-${dayIn(act.now, centreZone())}.${format}`,
      });
    },
    title: (_, { language }) => deskWords(language).inbox,
    view: () => null,
  });

async function* cellsOf(read: Read, list: ListAddress, { language }: Pick<Act, 'language'>): AsyncGenerator<readonly Cells[]> {
  const { list: words, states } = deskWords(language);
  const { no, item, applicant, state, stage, unit, due, hint, holder, received } = words;
  yield [[no, item, applicant, state, stage, unit, due, words.left, hint, holder, received]];
  for await (const rows of pagesOfList(read, list))
    yield rows.map((row) =>
      toCells(row, { state: states[row.state], pause: row.pauseReason ? pauseWords(row.pauseReason, language) : '' }),
    );
}

function toCells(row: WorkRow, { state, pause }: { state: string; pause: string }): Cells {
  const { caseNo, itemName, applicantName, stage, unitCode, dueOn, daysLeft, holderName, receivedAt } = row;
  return [caseNo, itemName, applicantName, state, stage, unitCode, dueOn, daysLeft, pause, holderName, receivedAt];
}

export const exportPages = [exportPage('csv'), exportPage('xlsx')];
