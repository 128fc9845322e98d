import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { isStaff } from '#kernel/actor.ts';
import type { Act } from '#kernel/endpoint.ts';
import type { Render } from '#kernel/http/pages.ts';
import type { ServerOptions } from '#kernel/http/server.ts';
import { textIn } from '#kernel/locale.ts';
import type { PageRequest, Shell } from '#kernel/page.ts';
import { bannerFor } from '#modules/channels/index.ts';
import { getDirectory } from '#modules/directory/index.ts';
import { Desk, Plain, Portal, type ShellProps, uiWords } from '#ui/index.ts';
import type { Assets } from './assets.ts';
import { mainWords } from './locales/index.ts';
import { menuFor, ownMenu } from './menu.ts';
import { modules } from './modules.ts';
import { ProblemPage, problemTitle } from './problem-page.tsx';

export type ChromeOptions = { readonly assets: Assets; readonly demo: boolean };
type Around = {
  act: Act;
  request: PageRequest;
  care: boolean;
  title: string;
  children: VNode;
  islands: readonly string[];
  itemCode?: string | undefined;
  width?: 'read' | undefined;
};

/** Draws what stands around every page: shell, languages, banner of the arrangement in force, menu. */
export function createRender(options: ChromeOptions): Render {
  const draw = async (shell: Shell, around: Around) => `<!doctype html>${renderToString(await inShell(shell, around, options))}`;
  return {
    page: async ({ page, data, act, request, form, care }) => {
      const View = page.view;
      const title = page.title(data, act);
      const problem = form?.problems ? `${mainWords(act.language).errorPrefix}${title}` : title;
      return draw(page.shell, {
        act,
        request,
        care,
        title: problem,
        islands: page.islands,
        width: page.width,
        itemCode: request.params['code'],
        children: <View data={data} act={act} request={request} form={form} />,
      });
    },
    problem: async ({ status, code, facts, incident, act, request, page, care }) => {
      const found = { status, code, facts, incident };
      const shell = page?.shell ?? shellOf(request, act);
      return draw(shell, {
        act,
        request,
        care,
        title: problemTitle({ problem: found, language: act.language, modules }),
        islands: [],
        children: <ProblemPage problem={found} language={act.language} modules={modules} />,
      });
    },
  };
}

/** When even the database may be away: the bare shell, without banner, menu or name of the office. */
export function drawFailure({ assets }: ChromeOptions): ServerOptions['drawFailure'] {
  return ({ language, path, ...failure }) => {
    const problem = { ...failure, facts: {} };
    const title = problemTitle({ problem, language, modules });
    const { product } = uiWords(language).shell;
    return `<!doctype html>${renderToString(
      <Portal language={language} title={title} care={false} path={path} agencyName={product} assets={{ css: assets.citizen }}>
        <ProblemPage problem={problem} language={language} modules={modules} />
      </Portal>,
    )}`;
  };
}

function shellOf(request: PageRequest, act: Act): Shell {
  return /^\/(desk|admin)(\/|$)/.test(request.path) && isStaff(act.actor) ? 'desk' : 'portal';
}

async function inShell(
  shell: Shell,
  { act, request, care, title, children, islands, itemCode, width }: Around,
  { assets, demo }: ChromeOptions,
): Promise<VNode> {
  const directory = await getDirectory(act.tx);
  const banner = await bannerFor(act.tx, { now: act.now, language: act.language, itemCode });
  const props: Omit<ShellProps, 'children'> = {
    language: act.language,
    title,
    care,
    path: withoutControl(request),
    agencyName: textIn(directory.agencyName, act.language),
    assets: {
      css: shell === 'portal' ? assets.citizen : assets.desk,
      ...(islands.length > 0 || shell === 'desk' ? { js: assets.loader } : {}),
    },
    demo,
    banner,
    signedIn:
      act.actor.kind === 'person'
        ? { name: act.actor.name, roles: [...new Set(act.actor.grants.map((grant) => mainWords(act.language).roles[grant.role]))] }
        : undefined,
  };
  if (shell === 'desk')
    return (
      <Desk {...props} menu={menuFor(act)}>
        {children}
      </Desk>
    );
  if (shell !== 'portal')
    return (
      <Plain {...props} surface={shell === 'plain' ? 'page' : shell}>
        {children}
      </Plain>
    );
  return (
    <Portal {...props} width={width ?? 'page'} own={ownMenu(act.language, request.path)}>
      {children}
    </Portal>
  );
}

/** The address for language links: without what only this one answer meant. */
function withoutControl({ path, query }: PageRequest): string {
  const kept = Object.entries(query).filter(([key]) => !['do', 'care', 'lang', 'parked'].includes(key));
  return kept.length > 0 ? `${path}?${new URLSearchParams(kept)}` : path;
}
