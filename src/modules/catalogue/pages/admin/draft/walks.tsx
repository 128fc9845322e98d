import type { Act } from '#kernel/endpoint.ts';
import { Empty, LinkButton, Tag } from '#ui/index.ts';
import { editorWords } from '../../../locales/editor/index.ts';
import { EntryActs } from './acts.tsx';
import { draftHref } from './frame.tsx';
import type { DraftData } from './load.ts';
import { laneNames, paperNames, questionNames } from './outcome.ts';
import { listOf, namesOf, partOf } from './read.ts';

/** The item's own tests, said in its own words, each with whether it still comes out so. New ones are recorded while running as a citizen. */
export function WalksView({ data: { draft, item }, act: { language } }: { data: DraftData; act: Act }) {
  const words = editorWords(language);
  const walks = listOf(item['walks']);
  return (
    <>
      {walks.length === 0 && <Empty text={words.noWalks} />}
      <ol class="entries">
        {walks.map((walk, index) => {
          const failed = draft.problems.some(({ path }) => path === `walks.${index}` || path.startsWith(`walks.${index}.`));
          return (
            <li key={index}>
              <span class="entry-name">
                <b>{words.walkNo(index + 1)}</b>
                <small>
                  {words.fields['walks.asked']}: {questionNames(item, namesOf(walk['asked']), language)}
                  <br />
                  {words.fields['walks.papers']}: {paperNames(item, partOf(walk['papers']), language) || words.nothing}
                  <br />
                  {words.fields['walks.stages']}: {laneNames(item, namesOf(walk['stages']), language)}
                </small>
              </span>
              <Tag tone={failed ? 'bad' : 'ok'}>{failed ? words.walkFails : words.walkHolds}</Tag>
              <EntryActs version={draft.version} path={`walks.${index}`} name={words.walkNo(index + 1)} acts={[{ act: 'remove' }]} />
            </li>
          );
        })}
      </ol>
      <div class="acts mt-4">
        <LinkButton look="second" icon="plus" href={`${draftHref(draft.draftId, 'preview')}#run`}>
          {words.recordWalk}
        </LinkButton>
      </div>
    </>
  );
}
