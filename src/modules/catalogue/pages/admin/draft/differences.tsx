import type { Language } from '#kernel/locale.ts';
import { Icon } from '#ui/index.ts';
import { editorWords } from '../../../locales/editor/index.ts';
import type { Change } from '../../../rules/difference.ts';
import { type PartName, partNames, placeOf } from './place.ts';
import { type Part, partOf } from './read.ts';
import { saidValue } from './said.ts';

type Props = { changes: readonly Change[]; before: Part; after: Part; language: Language };

/** What changes, by section, each field with what it said and what it will say. */
export function Differences({ changes, before, after, language }: Props) {
  const words = editorWords(language);
  const rows = changes.map((change) => ({ change, place: placeOf(change.path, change.after === undefined ? before : after, language) }));
  const groups = partNames.map((part): [PartName, typeof rows] => [part, rows.filter(({ place }) => place.part === part)]);
  return (
    <div class="differences">
      {groups
        .filter(([, own]) => own.length > 0)
        .map(([part, own]) => (
          <section key={part} aria-label={words.parts[part]}>
            <h3>
              {words.parts[part]} <span class="muted small">{words.changeCount(own.length)}</span>
            </h3>
            <dl>
              {own.map(({ change, place }) => (
                <div key={change.path}>
                  <dt>{place.names.slice(1).join(' › ') || words.parts[part]}</dt>
                  <dd>
                    <Changed change={change} before={before} after={after} language={language} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
    </div>
  );
}

function Changed({ change: { path, before: was, after: is }, before, after, language }: Omit<Props, 'changes'> & { change: Change }) {
  const words = editorWords(language);
  const said = (value: unknown, item: Part) => saidValue(path, value, { item, language });
  if (was === undefined)
    return (
      <>
        <b class="added">{words.added}</b> <Whole value={is} said={said(is, after)} path={path} item={after} language={language} />
      </>
    );
  if (is === undefined)
    return (
      <>
        <b class="removed">{words.removed}</b> {!('key' in partOf(was)) && <del>{said(was, before)}</del>}
      </>
    );
  return (
    <>
      <del>{said(was, before)}</del> <Icon name="next" />
      <span class="hide">{words.becomes}</span> <ins>{said(is, after)}</ins>
    </>
  );
}

type WholeProps = { value: unknown; said: string; path: string; item: Part; language: Language };

/** Something new with several facts is shown as a list of them. */
function Whole({ value, said, path, item, language }: WholeProps) {
  const part = partOf(value);
  const keys = Object.keys(part).filter((key) => key !== 'key');
  if (!('key' in part) || keys.length === 0) return <ins>{said}</ins>;
  return (
    <ul class="dots">
      {keys.map((key) => (
        <li key={key}>
          {placeOf(`${path}.${key}`, item, language).names.at(-1)} <ins>{saidValue(`${path}.${key}`, part[key], { item, language })}</ins>
        </li>
      ))}
    </ul>
  );
}
