import { textIn } from '#kernel/locale.ts';
import { page } from '#kernel/page.ts';
import { Section, Table } from '#ui/index.ts';
import { portalWords } from '../../locales/portal/index.ts';
import { type GreenFigure, listGreenFigures } from '../../queries/figures.ts';
import { guidePath } from './links.ts';

const yearMs = 365 * 86_400_000;

/** 公开: how often an exception was made and a rule has decided, by item, over the last twelve months. */
export const figuresPage = page({
  path: '/figures',
  shell: 'portal',
  may: 'anyone',
  load: async ({ tx, now }) => ({ green: await listGreenFigures(tx, new Date(now.getTime() - yearMs)) }),
  title: (_, { language }) => portalWords(language).figures.title,
  view: ({ data: { green }, act: { language } }) => {
    const words = portalWords(language).figures;
    return (
      <>
        <h1>{words.title}</h1>
        <p class="lead mt-2 mb-4">{words.lead}</p>
        <Section title={words.green}>
          <p>{words.greenLead}</p>
          <Table<GreenFigure>
            caption={words.green}
            rows={green}
            rowKey={({ itemCode }) => itemCode}
            empty={words.none}
            columns={[
              {
                key: 'item',
                label: words.item,
                cell: (row) => <a href={guidePath(language, row.itemCode)}>{textIn(row.itemName, language)}</a>,
              },
              { key: 'opened', label: words.opened, cell: (row) => row.opened },
              { key: 'decided', label: words.decided, cell: (row) => row.decided },
              { key: 'onTime', label: words.onTime, cell: (row) => row.onTime },
            ]}
          />
        </Section>
      </>
    );
  },
});
