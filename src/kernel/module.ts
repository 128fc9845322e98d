import type { Act, Action, Endpoint } from './endpoint.ts';
import type { Language } from './locale.ts';
import type { Page } from './page.ts';
import type { Facts } from './result.ts';

export type Contract = Readonly<Record<string, Endpoint>>;
export type Fact = { readonly factId: number; readonly module: string; readonly kind: string; readonly payload: Facts; readonly at: Date };

/** Work outside a request: it opens its own transactions, so that a call to the outside (mail, courier) stands between two of them. */
export type Job = { readonly transaction: <T>(work: (act: Act) => Promise<T>) => Promise<T>; readonly now: () => Date };

/** What a module does on a fact (`cases.case_accepted`), its own or an earlier module's. Runs at least once, so it must be idempotent. */
export type Reaction = { readonly on: string; readonly name: string; readonly run: (job: Job, fact: Fact) => Promise<void> };
/** What a module does on time: every so many seconds, by one process at a time. */
export type Routine = { readonly name: string; readonly everySeconds: number; readonly run: (job: Job) => Promise<void> };
/** What `doctor` asks of the data: an invariant, and the rows that break it. */
export type Checkup = { readonly name: string; readonly run: (act: Act) => Promise<readonly string[]> };

export type Module = {
  readonly name: string;
  readonly contract: Contract;
  readonly actions: Readonly<Record<string, Action<Endpoint>>>;
  readonly pages: readonly Page[];
  readonly reactions: readonly Reaction[];
  readonly routines: readonly Routine[];
  readonly checkups: readonly Checkup[];
  readonly migrations: URL;
  /** The words of every refusal the module declares, in the reader's language. */
  readonly refusalWords: (language: Language) => Readonly<Record<string, string | ((facts: never) => string)>>;
};

type Definition<C extends Contract> = Pick<Module, 'name' | 'migrations'> &
  Partial<Pick<Module, 'pages' | 'reactions' | 'routines' | 'checkups'>> & {
    contract: C;
    actions: { readonly [K in keyof C]: Action<C[K]> };
    refusalWords?: Module['refusalWords'];
  };

/** Ties a contract to its actions: the compiler refuses a missing action and an undeclared refusal. */
export function defineModule<C extends Contract>(definition: Definition<C>): Module {
  return {
    pages: [],
    reactions: [],
    routines: [],
    checkups: [],
    refusalWords: () => ({}),
    ...definition,
    actions: definition.actions,
  };
}
