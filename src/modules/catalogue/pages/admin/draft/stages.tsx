import type { Language } from '#kernel/locale.ts';
import { isRefusal } from '#kernel/result.ts';
import { Button, Form, Scroll, Tag } from '#ui/index.ts';
import { readDraft } from '../../../draft-item.ts';
import { type EditorWords, editorWords } from '../../../locales/editor/index.ts';
import { guideWords } from '../../../locales/guide/index.ts';
import { keyOf } from '../../../rules/change-draft.ts';
import { flowSvg } from '../../../rules/flow-svg.ts';
import { flowWords } from '../../portal/guide/course.tsx';
import { EntryActs } from './acts.tsx';
import { draftHref } from './frame.tsx';
import { Small } from './kit.tsx';
import type { DraftData } from './load.ts';
import { optionsOf } from './part.ts';
import { stageName } from './parts/stage.tsx';
import { at, listOf, type Part, textOf } from './read.ts';

type Props = { data: DraftData; language: Language };

/** The stage plan: the picture that the guide will show, then the steps with their acts. */
export function StagesView({ data, language }: Props) {
  const { draft, item } = data;
  const words = editorWords(language);
  const steps = listOf(item['stages']);
  return (
    <>
      <FlowPicture data={data} language={language} />
      <ol class="entries">
        {steps.map((step, index) => {
          const lanes = Array.isArray(step['of']) ? listOf(step['of']) : [step];
          const isGroup = lanes.length > 1;
          return (
            <li key={keyOf(step)} class={isGroup ? 'group' : undefined}>
              {isGroup && <Group step={step} version={draft.version} words={words} last={index === steps.length - 1} first={index === 0} />}
              {lanes.map((lane) => (
                <Lane
                  key={textOf(lane['key'])}
                  lane={lane}
                  draftId={draft.draftId}
                  version={draft.version}
                  language={language}
                  acts={isGroup ? 'lane' : { isFirst: index === 0, isLast: index === steps.length - 1 }}
                />
              ))}
            </li>
          );
        })}
      </ol>
    </>
  );
}

/** Drawn from the very stages below; a plan that cannot be read yet has no picture. */
function FlowPicture({ data: { item, places }, language }: Props) {
  const loaded = readDraft({ ...minimal, ...pick(item, ['code', 'name', 'unit', 'stages']), limits: drawnLimits(item) });
  if (isRefusal(loaded)) return null;
  const svg = flowSvg(loaded.item, language, flowWords(places, language));
  return (
    <Scroll label={guideWords(language).flow}>
      <div class="flow-picture" dangerouslySetInnerHTML={{ __html: svg }} />
    </Scroll>
  );
}

const minimal = {
  jurisdiction: 'CN',
  kind: 'licence',
  audience: ['person'],
  name: {},
  unit: 'x',
  visits: { count: 0 },
  fee: { amount: 0 },
  channels: {},
  sections: [],
  questions: [],
  documents: [],
};

function pick(item: Part, keys: readonly string[]): Part {
  return Object.fromEntries(keys.flatMap((key) => (item[key] === undefined ? [] : [[key, item[key]]])));
}

function drawnLimits(item: Part): Part {
  return { promised: { days: 0, unit: at(item, 'limits', 'promised', 'unit') === 'day' ? 'day' : 'workday' } };
}

type GroupProps = { step: Part; version: number; words: EditorWords; first: boolean; last: boolean };

function Group({ step, version, words, first, last }: GroupProps) {
  const path = `stages.${keyOf(step)}`;
  return (
    <div class="entry-row">
      <Form act="act" hidden={{ version, path: `${path}.parallel.join`, act: 'put' }}>
        <div class="group-join">
          <Small name="value" label={words.sideBySide} value={at(step, 'parallel', 'join')} options={optionsOf(words.joinLanes)} />
          <Button look="second" size="small">
            {words.save}
          </Button>
        </div>
      </Form>
      <EntryActs
        version={version}
        path={path}
        name={words.sideBySide}
        acts={[...(first ? [] : [{ act: 'move', by: -1 } as const]), ...(last ? [] : [{ act: 'move', by: 1 } as const])]}
      />
    </div>
  );
}

type LaneProps = {
  lane: Part;
  draftId: string;
  version: number;
  language: Language;
  acts: 'lane' | { isFirst: boolean; isLast: boolean };
};

function Lane({ lane, draftId, version, language, acts }: LaneProps) {
  const words = editorWords(language);
  const key = textOf(lane['key']);
  const name = stageName(lane, language);
  const own =
    acts === 'lane'
      ? ([{ act: 'part' }, { act: 'remove' }] as const)
      : [
          ...(acts.isFirst ? [] : ([{ act: 'move', by: -1 }] as const)),
          ...(acts.isLast ? [] : ([{ act: 'move', by: 1 }] as const)),
          ...(acts.isFirst ? [] : ([{ act: 'join' }] as const)),
          { act: 'remove' } as const,
        ];
  return (
    <div class="entry-row">
      <span class="entry-name">
        <a href={draftHref(draftId, `stages/${key}`)}>{name}</a>
        <small>{key}</small>
      </span>
      {lane['signs'] === true && <Tag tone="ok">{words.fields.signs}</Tag>}
      {lane['onlyIf'] !== undefined && (
        <Tag tone="info" icon="none">
          {words.sometimes}
        </Tag>
      )}
      <EntryActs version={version} path={`stages.${key}`} name={name} acts={own} />
    </div>
  );
}
