import type { ComponentChildren } from 'preact';

/** The left half of a case: scrolls by itself, by keyboard too. */
export function Pane({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    <section class="pane" tabindex={0} aria-label={label}>
      {children}
    </section>
  );
}
