import type { ComponentChildren } from 'preact';
import { addressOf } from './form.tsx';
import { Icon, type IconName } from './icon.tsx';

/** One primary action per view; `danger` never stands first. */
export type ButtonLook = 'primary' | 'second' | 'danger' | 'plain';
type Common = {
  children: ComponentChildren;
  look?: ButtonLook;
  size?: 'small' | 'big' | undefined;
  wide?: boolean;
  icon?: IconName | undefined;
  shortcut?: string | undefined;
};

function looks({ look = 'primary', size, wide }: Pick<Common, 'look' | 'size' | 'wide'>): string {
  return ['btn', look === 'primary' ? '' : look, size ?? '', wide ? 'wide' : ''].filter(Boolean).join(' ');
}

function Inside({ icon, shortcut, children }: Pick<Common, 'icon' | 'shortcut' | 'children'>) {
  return (
    <>
      {icon && <Icon name={icon} />}
      {children}
      {shortcut && (
        <>
          {' '}
          <kbd aria-hidden="true">{shortcut}</kbd>
        </>
      )}
    </>
  );
}

/**
 * `why` closes the button: it stays readable and focusable, and the reason stands beside it (give its element's id).
 * `act` sends the form to another of the page's acts; `keep` as in Form.
 */
export type ButtonProps = Common & {
  type?: 'submit' | 'button';
  name?: string;
  value?: string;
  act?: string;
  keep?: Readonly<Record<string, string>> | undefined;
  why?: string | undefined;
  id?: string;
};

export function Button({ type = 'submit', name, value, act, keep, why, id, icon, shortcut, children, ...rest }: ButtonProps) {
  const closed = why !== undefined;
  return (
    <button
      class={looks(rest)}
      type={closed ? 'button' : type}
      id={id}
      name={name}
      value={value}
      formaction={act ? addressOf(act, keep) : undefined}
      aria-disabled={closed || undefined}
      aria-describedby={why}
      data-key={shortcut}
    >
      <Inside icon={icon} shortcut={shortcut}>
        {children}
      </Inside>
    </button>
  );
}

export type LinkButtonProps = Common & { href: string; download?: boolean };

/** Goes somewhere and changes nothing; what changes something is a Button in a Form. */
export function LinkButton({ href, download, icon, shortcut, children, ...rest }: LinkButtonProps) {
  return (
    <a class={looks(rest)} href={href} download={download} data-key={shortcut}>
      <Inside icon={icon} shortcut={shortcut}>
        {children}
      </Inside>
    </a>
  );
}

/** Buttons and links of one place, wrapping; on a phone the main ones take the whole width. */
export function Actions({ children }: { children: ComponentChildren }) {
  return <div class="acts">{children}</div>;
}
