import { type App, bindEndpoints } from '#kernel/app.ts';
import { anyone } from '#kernel/actor.ts';
import type { Tx } from '#kernel/db.ts';
import { perform } from '#kernel/pipeline.ts';
import { createApp } from '#main/app.ts';
import { readConfig } from '#main/config.ts';
import { getCatalogue } from '#modules/catalogue/index.ts';
import { submit } from '#modules/cases/contract.ts';
import { getDirectory } from '#modules/directory/index.ts';

/** One statement as it was sent. */
export type Statement = { readonly text: string; readonly values: readonly unknown[] };

/** What one submission runs in the database, by running it: the same action on the same database, with an ear on its transaction. */
export async function statementsOfSubmit(appUrl: string, { token, body }: { token: string; body: object }): Promise<Statement[]> {
  const app = createApp(readConfig({ ...process.env, TONGBAN_DEMO: '1' }), appUrl);
  const heard: Statement[] = [];
  const listening: App = { ...app, db: { ...app.db, transaction: (work) => app.db.transaction((tx) => work(listeningTo(tx, heard))) } };
  try {
    const bound = bindEndpoints(app.modules).get(submit);
    const actor = (await app.resolveSession(token)) ?? anyone;
    if (!bound) throw new Error('nothing is bound to submit');
    const call = {
      bound,
      input: body,
      actor,
      language: 'zh-Hans',
      requestId: 'bench',
      address: '',
      idempotencyKey: `statements-${process.pid}`,
    } as const;
    await app.db.read((tx) => Promise.all([getDirectory(tx), getCatalogue(tx, app.now())]));
    // Twice: what a server holds in memory by then is not asked again.
    await perform(listening, { ...call, idempotencyKey: `first-${call.idempotencyKey}` });
    heard.length = 0;
    const outcome = await perform(listening, call);
    if (outcome.kind !== 'done') throw new Error(`a submission was answered with ${JSON.stringify(outcome)}`);
    return heard;
  } finally {
    await app.db.close();
  }
}

function listeningTo(tx: Tx, heard: Statement[]): Tx {
  const hear = (text: string, values: readonly unknown[] = []) => void heard.push({ text, values });
  return {
    ...tx,
    rows: (text, values) => (hear(text, values), tx.rows(text, values)),
    maybe: (text, values) => (hear(text, values), tx.maybe(text, values)),
    one: (text, values) => (hear(text, values), tx.one(text, values)),
    run: (text, values) => (hear(text, values), tx.run(text, values)),
    send: (text, values) => (hear(text, values), tx.send(text, values)),
  };
}
