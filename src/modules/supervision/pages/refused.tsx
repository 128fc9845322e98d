import { page } from '#kernel/page.ts';
import { isRefusal } from '#kernel/result.ts';
import { BackLink, Empty, formatInstant, Scroll, Table, Topline } from '#ui/index.ts';
import { listRefused } from '../actions/lists.ts';
import { watchers } from '../contract.ts';
import { wordsIn } from '../locales/index.ts';
import { look } from '../looked.ts';

/** Arbitrary intake shows by itself: every refusal with who refused and why. */
export const refusedPage = page({
  path: '/desk/supervision/refused',
  shell: 'desk',
  may: watchers,
  load: async (act) => {
    const found = await listRefused(act, {});
    return isRefusal(found) ? found : { rows: found.rows, zone: (await look(act)).zone };
  },
  title: (_, { language }) => wordsIn(language).refusedList.title,
  view: ({ data: { rows, zone }, act: { language } }) => {
    const words = wordsIn(language);
    return (
      <>
        <Topline title={words.refusedList.title} />
        <div class="over-table">
          <BackLink href="/desk/supervision">{words.title}</BackLink>
          <p>{words.refusedList.lead}</p>
        </div>
        {rows.length === 0 ? (
          <Empty text={words.refusedList.none} icon="tick" />
        ) : (
          <Scroll label={words.refusedList.title}>
            <Table
              caption={words.refusedList.title}
              rows={rows}
              rowKey={({ caseNo }) => caseNo}
              columns={[
                {
                  key: 'no',
                  label: words.caseNo,
                  strong: true,
                  onCard: true,
                  cell: ({ caseNo }) => <a href={`/desk/cases/${caseNo}`}>{caseNo}</a>,
                },
                {
                  key: 'item',
                  label: words.item,
                  cut: true,
                  onCard: true,
                  cell: ({ itemName }) => <span title={itemName}>{itemName}</span>,
                },
                { key: 'unit', label: words.unit, cell: ({ unitName }) => unitName },
                { key: 'officer', label: words.officer, cell: ({ officerName }) => officerName },
                { key: 'why', label: words.reason, cut: true, onCard: true, cell: ({ reason }) => <span title={reason}>{reason}</span> },
                {
                  key: 'at',
                  label: words.when,
                  right: true,
                  cell: ({ at }) => formatInstant(new Date(at), language, { zone, look: 'short' }),
                },
              ]}
            />
          </Scroll>
        )}
      </>
    );
  },
});
