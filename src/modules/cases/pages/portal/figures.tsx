import { type Language, type Text, textIn } from '#kernel/locale.ts';
import { page } from '#kernel/page.ts';
import { Section, Table } from '#ui/index.ts';
import { portalWords } from '../../locales/portal/index.ts';
import { listRuleFigures, type RuleFigure } from '../../queries/by-rule.ts';
import { type GreenFigure, listGreenFigures } from '../../queries/figures.ts';
import { guidePath } from './links.ts';

const yearMs = 365 * 86_400_000;

/** 公开: how often an exception was made and a rule has decided, by item, over the last twelve months. */
export const figuresPage = page({
  path: '/figures',
  shell: 'portal',
  may: 'anyone',
  load: async ({ tx, now }) => {
    const since = new Date(now.getTime() - yearMs);
    return { green: await listGreenFigures(tx, since), rules: await listRuleFigures(tx, since) };
  },
  title: (_, { language }) => portalWords(language).figures.title,
  view: ({ data: { green, rules }, act: { language } }) => {
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
              itemColumn(language),
              { key: 'opened', label: words.opened, cell: (row) => row.opened },
              { key: 'decided', label: words.decided, cell: (row) => row.decided },
              { key: 'onTime', label: words.onTime, cell: (row) => row.onTime },
            ]}
          />
        </Section>
        <Section title={words.byRule}>
          <p>{words.byRuleLead}</p>
          <Table<RuleFigure>
            caption={words.byRule}
            rows={rules}
            rowKey={({ itemCode }) => itemCode}
            empty={words.none}
            columns={[
              itemColumn(language),
              { key: 'approved', label: words.approved, cell: (row) => row.approved },
              { key: 'checked', label: words.checked, cell: (row) => row.checked },
              { key: 'wrong', label: words.wrong, cell: (row) => row.wrong },
              { key: 'reversed', label: words.reversed, cell: (row) => row.reversed },
              { key: 'rule', label: words.rule, cell: (row) => <a href={`/api/v1/cases/rules/${row.itemCode}`}>JsonLogic</a> },
            ]}
          />
        </Section>
      </>
    );
  },
});

function itemColumn(language: Language) {
  return {
    key: 'item',
    label: portalWords(language).figures.item,
    cell: (row: { itemCode: string; itemName: Text }) => <a href={guidePath(language, row.itemCode)}>{textIn(row.itemName, language)}</a>,
  };
}
