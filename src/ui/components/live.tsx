import type { ComponentChildren } from 'preact';
import { useWords } from '../context.tsx';

/** A part of the page that follows the server: by the stream at `stream`, else by asking every ten seconds. It is complete when it first arrives. */
export function Live({ id, stream, children }: { id: string; stream?: string; children: ComponentChildren }) {
  const words = useWords().live;
  return (
    <div id={id} data-island="live" data-live={stream} data-stale={words.stale}>
      {children}
    </div>
  );
}
