import type { ComponentChildren } from 'preact';
import type { Act } from '#kernel/endpoint.ts';
import { textIn } from '#kernel/locale.ts';
import { centreZone } from '#modules/identity/index.ts';
import { Breadcrumbs, formatInstant, LinkButton, Tag, Topline } from '#ui/index.ts';
import { editorWords } from '../../../locales/editor/index.ts';
import type { DraftData } from './load.ts';
import { partNames, placeOf } from './place.ts';
import { textOf } from './read.ts';

export function draftHref(draftId: string, rest = ''): string {
  return `/admin/drafts/${draftId}${rest ? `/${rest}` : ''}`;
}

export function draftName({ item }: Pick<DraftData, 'item'>, language: Act['language']): string {
  return textIn(item['name'] as never, language) || textOf(item['code']);
}

type FrameProps = { data: DraftData; act: Act; current: string; children: ComponentChildren };

/** Every page of a draft: its sections with what is wrong in each, who saved it when, and the ways on. */
export function DraftFrame({ data, act, current, children }: FrameProps) {
  const { language } = act;
  const words = editorWords(language);
  const { draft, savedBy } = data;
  return (
    <>
      <Topline title={draftName(data, language)}>
        <LinkButton look="second" href={draftHref(draft.draftId, 'preview')}>
          {words.preview}
        </LinkButton>
        <LinkButton href={draftHref(draft.draftId, 'publish')}>{words.publish}</LinkButton>
      </Topline>
      <div class="body">
        <Breadcrumbs
          crumbs={[
            { label: words.items, href: '/admin/items' },
            { label: draft.itemCode, href: `/admin/items/${draft.itemCode}` },
          ]}
        />
        <div class="editor">
          <PartsMenu data={data} act={act} current={current} />
          <div class="editor-main">{children}</div>
        </div>
        <p class="small muted mt-4">
          {words.savedAt(formatInstant(new Date(draft.updatedAt), language, { zone: centreZone(), look: 'day' }), savedBy)}
        </p>
      </div>
    </>
  );
}

function PartsMenu({ data: { draft, item }, act: { language }, current }: Omit<FrameProps, 'children'>) {
  const words = editorWords(language);
  const places = draft.problems.map((problem) => ({ level: problem.level, part: placeOf(problem.path, item, language).part }));
  return (
    <nav class="editor-nav" aria-label={words.sections}>
      <ul>
        <li>
          <a href={draftHref(draft.draftId)} aria-current={current === '' ? 'page' : undefined}>
            {words.overview}
          </a>
        </li>
        {partNames.map((part) => {
          const here = places.filter((place) => place.part === part);
          const errors = here.filter(({ level }) => level === 'error').length;
          return (
            <li key={part}>
              <a href={draftHref(draft.draftId, part)} aria-current={current === part ? 'page' : undefined}>
                {words.parts[part]}
                {here.length > 0 && (
                  <Tag tone={errors > 0 ? 'bad' : 'warn'} icon={errors > 0 ? 'cross' : 'warn'}>
                    {errors || here.length}
                    <span class="hide">{errors > 0 ? words.errors : words.warnings}</span>
                  </Tag>
                )}
              </a>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
