import type { ComponentChildren } from 'preact';
import { Qr } from './qr.tsx';

/** `code`: what the QR leads to. `lines`: name and value, the most needed first. */
export type PassProps = {
  title: string;
  when: ComponentChildren;
  no: string;
  noLabel: string;
  code: string;
  lines: readonly { label: string; value: ComponentChildren }[];
  children?: ComponentChildren;
};

/** What somebody shows at the door, on the phone or on paper: when, where, the number, and the code to scan. */
export function Pass({ title, when, no, noLabel, code, lines, children }: PassProps) {
  return (
    <section class="pass" aria-labelledby="pass-title">
      <div class="pass-head">
        <p id="pass-title">{title}</p>
        <p class="pass-when">{when}</p>
      </div>
      <div class="pass-body">
        <dl>
          {lines.map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        <Qr text={code} caption={`${noLabel} ${no}`} />
      </div>
      {children && <div class="pass-foot">{children}</div>}
    </section>
  );
}
