import type { Act } from '#kernel/endpoint.ts';
import { textIn } from '#kernel/locale.ts';
import { page, redirect } from '#kernel/page.ts';
import { Actions, BackLink, Button, Errors, LinkButton, Notice, YesNo } from '#ui/index.ts';
import { findHeldItem } from '../../held.ts';
import type { Item } from '../../item.ts';
import { guideWords } from '../../locales/guide/index.ts';
import { itemHref } from './row.tsx';

type Asked = { readonly name: string; readonly condition: NonNullable<Item['conditions']>[number]; readonly answer: boolean | undefined };

/** Whether it makes sense to begin: the item's own yes-or-no questions, answered in the address and kept nowhere. */
export const guideCheckPage = page({
  path: '/services/:code/check',
  shell: 'portal',
  width: 'read',
  may: 'anyone',
  load: async ({ tx, now, language }, { params, query }) => {
    const code = params['code'] ?? '';
    const found = await findHeldItem(tx, code, now);
    if (!found) return redirect(itemHref(code, language));
    const asked = (found.item.conditions ?? []).flatMap((condition, index): Asked[] => {
      const said = query[`q${index}`];
      return condition.ask ? [{ name: `q${index}`, condition, answer: said === undefined ? undefined : said === 'true' }] : [];
    });
    const isSent = query['sent'] === '1';
    return { item: found.item, asked, isSent, isComplete: isSent && asked.every(({ answer }) => answer !== undefined) };
  },
  title: ({ item }, { language }) => guideWords(language).self.title(textIn(item.name, language)),
  view: ({ data, act }) => (
    <div class="stack">
      <BackLink href={itemHref(data.item.code, act.language)}>{guideWords(act.language).back}</BackLink>
      <h1>{guideWords(act.language).self.title(textIn(data.item.name, act.language))}</h1>
      {data.isComplete ? <Verdict {...data} act={act} /> : <Questions {...data} act={act} />}
    </div>
  ),
});

type Props = { item: Item; asked: readonly Asked[]; isSent: boolean; act: Pick<Act, 'language'> };

function Questions({ item, asked, isSent, act: { language } }: Props) {
  const words = guideWords(language).self;
  const missing = isSent ? asked.filter(({ answer }) => answer === undefined) : [];
  if (asked.length === 0) return <Verdict item={item} asked={asked} isSent act={{ language }} />;
  return (
    <form action="">
      <Errors errors={missing.map(({ name, condition }) => ({ name, text: words.missing, label: textIn(condition.ask, language) }))} />
      <p class="lead mb-4">{words.lead}</p>
      {asked.map(({ name, condition, answer }) => (
        <YesNo
          key={name}
          name={name}
          label={textIn(condition.ask, language)}
          value={answer}
          error={missing.some((one) => one.name === name) ? words.missing : undefined}
        />
      ))}
      <input type="hidden" name="sent" value="1" />
      <Actions>
        <Button>{words.see}</Button>
      </Actions>
    </form>
  );
}

function Verdict({ item, asked, act: { language } }: Props) {
  const words = guideWords(language);
  const failed = asked.filter(({ answer }) => answer === false);
  if (failed.length > 0)
    return (
      <>
        <Notice tone="warn" title={words.self.noTitle}>
          {failed.map(({ name, condition }) => (
            <p key={name}>
              {textIn(condition.text, language)}
              <br />
              <b>{textIn(condition.otherwise, language) || words.self.otherwise}</b>
            </p>
          ))}
        </Notice>
        <p>
          <a href={`/${language}/services/${item.code}/check`}>{words.self.again}</a>
        </p>
      </>
    );
  return (
    <>
      <Notice tone="ok" title={asked.length > 0 ? words.self.yesTitle : words.self.noQuestions}>
        <p>{words.self.yesText}</p>
      </Notice>
      <Actions>
        <LinkButton href={`/${language}/apply/${item.code}`}>{words.start}</LinkButton>
      </Actions>
    </>
  );
}
