export const act = (tx: { run(sql: string): void }) => tx.run('update alpha.thing set n = 1');
