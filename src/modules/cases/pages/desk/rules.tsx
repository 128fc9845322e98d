import { hasRole } from '#kernel/actor.ts';
import { type Language, textIn } from '#kernel/locale.ts';
import { form, type FormState, page } from '#kernel/page.ts';
import { isRefusal } from '#kernel/result.ts';
import { type Item, listItemsWithRule } from '#modules/catalogue/index.ts';
import {
  Actions,
  Button,
  Errors,
  errorOf,
  Form,
  formErrors,
  Notice,
  Section,
  Select,
  Table,
  Tag,
  TextArea,
  Topline,
  valueOf,
} from '#ui/index.ts';
import { listRules } from '../../actions/by-rule.ts';
import * as contract from '../../contract/by-rule.ts';
import { deskWords } from '../../locales/desk/index.ts';
import { findSwitch } from '../../queries/by-rule.ts';
import type { RuleFigure } from '../../queries/by-rule.ts';

type Row = Omit<RuleFigure, 'itemName'> & { readonly item: Item; readonly isOff: boolean };
type Looking = Parameters<typeof listRules>[0];

/** Every item in force that has a rule, with what the rule did; those that did most first. */
async function load(act: Looking) {
  const found = await listRules(act, {});
  const figures = new Map((isRefusal(found) ? [] : found.rows).map((row) => [row.itemCode, row]));
  const rows: Row[] = [];
  for (const item of await listItemsWithRule(act.tx, act.now)) {
    const isOff = (await findSwitch(act.tx, item.code))?.isOff ?? false;
    rows.push({ ...(figures.get(item.code) ?? none(item.code)), item, isOff });
  }
  return { rows: rows.sort((a, b) => b.approved - a.approved), maySwitch: hasRole(act.actor, ['admin', 'supervisor']) };
}

function none(itemCode: string): Omit<RuleFigure, 'itemName'> {
  return { itemCode, approved: 0, left: 0, toCheck: 0, checked: 0, wrong: 0, reversed: 0 };
}

type Data = Awaited<ReturnType<typeof load>>;

export const rulesPage = page({
  path: '/desk/rules',
  shell: 'desk',
  may: ['admin', 'supervisor', 'head', 'signer'],
  load,
  title: (_, { language }) => deskWords(language).rules.title,
  view: ({ data, act: { language }, form: posted, request }) => {
    const { rules: words } = deskWords(language);
    return (
      <>
        <Topline title={words.title} />
        <div class="body">
          <p class="mb-4">{words.lead}</p>
          {request.query['did'] && (
            <Notice tone="ok" live>
              {words.done}
            </Notice>
          )}
          <Figures rows={data.rows} language={language} />
          {data.maySwitch && <Switches rows={data.rows} language={language} posted={posted} />}
        </div>
      </>
    );
  },
  forms: { switch: form(contract.switchRule, () => '/desk/rules?did=switch') },
});

type Part = { rows: Data['rows']; language: Language };

function Figures({ rows, language }: Part) {
  const { rules: words } = deskWords(language);
  const numbers = ['approved', 'left', 'toCheck', 'checked', 'wrong', 'reversed'] as const;
  return (
    <Table<Row>
      caption={words.title}
      rows={rows}
      rowKey={({ itemCode }) => itemCode}
      empty={words.none}
      columns={[
        { key: 'item', label: words.item, strong: true, onCard: true, cell: ({ item }) => textIn(item.name, language) },
        {
          key: 'state',
          label: words.state,
          onCard: true,
          cell: ({ isOff }) => <Tag tone={isOff ? 'bad' : 'ok'}>{isOff ? words.off : words.on}</Tag>,
        },
        ...numbers.map((key) => ({ key, label: words[key], right: true, cell: (row: Row) => row[key] })),
        { key: 'rule', label: words.published, cell: ({ itemCode }) => <a href={`/api/v1/cases/rules/${itemCode}`}>JsonLogic</a> },
      ]}
    />
  );
}

function Switches({ rows, language, posted }: Part & { posted: FormState | undefined }) {
  const { rules: words } = deskWords(language);
  const errors = formErrors(language, posted, { labels: { reason: words.reason, itemCode: words.which } });
  const options = rows.map(({ itemCode, item }) => ({ value: itemCode, label: textIn(item.name, language) }));
  return (
    <Section title={words.switchTitle}>
      <Errors errors={errors} />
      <p>{words.switchLead}</p>
      <Form act="switch">
        <Select name="itemCode" label={words.which} hint={words.all} optional value={valueOf(posted, 'itemCode')} options={options} />
        <TextArea
          name="reason"
          label={words.reason}
          rows={2}
          maxlength={500}
          value={valueOf(posted, 'reason')}
          error={errorOf(errors, 'reason')}
        />
        <Actions>
          <Button look="danger" name="isOff" value="true">
            {words.switchOff}
          </Button>
          <Button look="second" name="isOff" value="false">
            {words.switchOn}
          </Button>
        </Actions>
      </Form>
    </Section>
  );
}
