import { usePage } from '../context.tsx';
import { type IconName, iconShapes } from './icon-shapes.ts';

export type { IconName } from './icon-shapes.ts';

/** A drawing beside words, never instead of them. In a shell it refers to the page's sprite; alone it draws itself. */
export function Icon({ name, mark = false }: { name: IconName; mark?: boolean }) {
  const { icons } = usePage();
  icons?.add(name);
  const className = mark ? 'i mark' : 'i';
  if (!icons)
    return <svg class={className} viewBox="0 0 24 24" aria-hidden="true" dangerouslySetInnerHTML={{ __html: iconShapes[name] }} />;
  return (
    <svg class={className} aria-hidden="true">
      <use href={`#i-${name}`} />
    </svg>
  );
}

/** The icons the page has drawn so far; shells put it last, when all are known. */
export function Sprite() {
  const names = [...(usePage().icons ?? [])];
  if (names.length === 0) return null;
  const symbols = names.map((name) => `<symbol id="i-${name}" viewBox="0 0 24 24">${iconShapes[name]}</symbol>`).join('');
  return <svg class="sprite" aria-hidden="true" dangerouslySetInnerHTML={{ __html: symbols }} />;
}
