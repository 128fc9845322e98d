import type { ComponentChildren } from 'preact';
import { useWords } from '../context.tsx';
import { Icon, type IconName } from './icon.tsx';

export type Row = { title: ComponentChildren; note?: ComponentChildren; href?: string | undefined; end?: ComponentChildren };

/** Things in a column; the whole row leads somewhere. */
export function Rows({ rows, two = false }: { rows: readonly Row[]; two?: boolean }) {
  return (
    <ul class={two ? 'rows two' : 'rows'}>
      {rows.map(({ title, note, href, end }, index) => {
        const text = (
          <span class="t">
            {title}
            {note && <small>{note}</small>}
          </span>
        );
        return (
          <li key={index}>
            {href ? (
              <a class="row" href={href}>
                {text}
                {end ?? <Icon name="next" />}
              </a>
            ) : (
              <div class="row">
                {text}
                {end}
              </div>
            )}
          </li>
        );
      })}
    </ul>
  );
}

export type ListLink = { label: string; href: string; count?: string | number; unit?: string };

/** Many short links with a number each. */
export function Links({ links, columns = 2 }: { links: readonly ListLink[]; columns?: 1 | 2 | 3 }) {
  return (
    <ul class={`links c${columns}`}>
      {links.map(({ label, href, count, unit }) => (
        <li key={href}>
          <a href={href}>
            {label}
            {count !== undefined && (
              <span class="n">
                {count}
                {unit}
              </span>
            )}
          </a>
        </li>
      ))}
    </ul>
  );
}

export type Tab = { label: string; href: string; current?: boolean; count?: number; hot?: boolean };

/** Tabs are links: each has its address and works without JavaScript. */
export function Tabs({ tabs, label }: { tabs: readonly Tab[]; label: string }) {
  return (
    <nav aria-label={label}>
      <ul class="tabs">
        {tabs.map((tab) => (
          <li key={tab.href}>
            <a href={tab.href} aria-current={tab.current ? 'page' : undefined}>
              {tab.label}
              {tab.count !== undefined && <span class={tab.hot ? 'n hot' : 'n'}>{tab.count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The saved views above a desk list: tabs with counts; `save` stands at the end. */
export function Views({ views, save, label }: { views: readonly Tab[]; save?: ComponentChildren; label?: string }) {
  const words = useWords();
  return (
    <nav aria-label={label ?? words.views}>
      <ul class="views">
        {views.map((view) => (
          <li key={view.href}>
            <a href={view.href} aria-current={view.current ? 'page' : undefined}>
              {view.label}
              {view.count !== undefined && <span class={view.hot && view.count > 0 ? 'n hot' : 'n'}>{view.count}</span>}
            </a>
          </li>
        ))}
        {save && <li class="save">{save}</li>}
      </ul>
    </nav>
  );
}

export type Crumb = { label: string; href: string };

export function Breadcrumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  const words = useWords().shell;
  return (
    <nav aria-label={words.crumbs}>
      <ol class="crumbs">
        {crumbs.map(({ label, href }) => (
          <li key={href}>
            <a href={href}>{label}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

export function BackLink({ href, children }: { href: string; children?: ComponentChildren }) {
  const words = useWords().shell;
  return (
    <a class="back" href={href}>
      <Icon name="back" />
      {children ?? words.back}
    </a>
  );
}

/** Something to unfold; most often why a question is asked. */
export function Details({
  summary,
  icon = 'info',
  open = false,
  children,
}: {
  summary?: ComponentChildren;
  icon?: IconName;
  open?: boolean;
  children: ComponentChildren;
}) {
  const words = useWords().form;
  return (
    <details class="why" open={open}>
      <summary>
        <Icon name={icon} />
        {summary ?? words.why}
      </summary>
      <div class="why-in">{children}</div>
    </details>
  );
}

/** Running text: paragraphs, lists and headings with their usual distances. */
export function Prose({ children }: { children: ComponentChildren }) {
  return <div class="prose">{children}</div>;
}

/** One action and where things stand, last in the page and always in sight. */
export function StickyBar({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    <section class="sticky" aria-label={label}>
      <div class="sticky-in">{children}</div>
    </section>
  );
}

export function Section({
  title,
  id,
  aside,
  children,
}: {
  title: string;
  id?: string;
  aside?: ComponentChildren;
  children: ComponentChildren;
}) {
  return (
    <section class="section" id={id}>
      {aside ? (
        <div class="head-row">
          <h2>{title}</h2>
          <span class="small muted">{aside}</span>
        </div>
      ) : (
        <h2>{title}</h2>
      )}
      {children}
    </section>
  );
}
