import { Form, Icon, type IconName, usePage } from '#ui/index.ts';
import { editorWords } from '../../../locales/editor/index.ts';

export type EntryAct = { act: 'move' | 'remove' | 'join' | 'part'; by?: number };
type Props = { version: number; path: string; name: string; acts: readonly EntryAct[]; keep?: Readonly<Record<string, string>> };

/** What no picture says well is said in words. */
const icons: Readonly<Record<string, IconName>> = { up: 'up', down: 'down', remove: 'cross' };

/** What can be done with one entry of a list: each a button of its own that needs no script. */
export function EntryActs({ version, path, name, acts, keep }: Props) {
  const words = editorWords(usePage().language).acts;
  return (
    <div class="entry-acts">
      {acts.map(({ act, by = 0 }) => {
        const kind = act === 'move' ? (by < 0 ? 'up' : 'down') : act;
        return (
          <Form key={kind} act="act" keep={keep} hidden={{ version, path, act, by }}>
            {icons[kind] ? (
              <button class="icon-btn" type="submit" title={words[kind]}>
                <Icon name={icons[kind]} />
                <span class="hide">
                  {words[kind]} {name}
                </span>
              </button>
            ) : (
              <button class="text-btn" type="submit">
                {words[kind]}
                <span class="hide"> {name}</span>
              </button>
            )}
          </Form>
        );
      })}
    </div>
  );
}
