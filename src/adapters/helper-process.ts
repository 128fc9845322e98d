import { type ChildProcess, fork } from 'node:child_process';

export type HelperOrder<Order> = { readonly orderNo: number; readonly order: Order };
export type HelperAnswer<Answer> = { readonly orderNo: number; readonly answer?: Answer; readonly problem?: string };
export type Helper<Order, Answer> = { ask(order: Order): Promise<Answer>; close(): void };
export type HelperTimes = { readonly idleMs?: number; readonly timeoutMs?: number };

type Waiting = { readonly resolve: (answer: unknown) => void; readonly reject: (error: Error) => void };
type Running = { readonly child: ChildProcess; readonly waiting: Map<number, Waiting>; answered: number };

const restsAfter = 200;

/**
 * Work that blocks, or that holds memory a process gives back only by ending, is done by a process of its own. It starts with the first order,
 * rests when it had none for `idleMs`, is replaced after many orders, and is killed when one takes longer than `timeoutMs`.
 */
export function openHelper<Order, Answer>(module: URL, { idleMs = 30_000, timeoutMs = 30_000 }: HelperTimes = {}): Helper<Order, Answer> {
  let running: Running | undefined;
  let idle: NodeJS.Timeout | undefined;
  let orders = 0;
  const rest = () => {
    clearTimeout(idle);
    if (running?.child.connected) running.child.disconnect();
    running = undefined;
  };
  const ask = async (order: Order) => {
    clearTimeout(idle);
    running ??= start(module, (gone) => {
      if (running === gone) running = undefined;
    });
    const used = running;
    orders += 1;
    try {
      return (await answerTo(used, { orderNo: orders, order }, timeoutMs)) as Answer;
    } finally {
      if (used === running && used.waiting.size === 0) {
        if (used.answered >= restsAfter) rest();
        else idle = setTimeout(rest, idleMs).unref();
      }
    }
  };
  return { ask, close: rest };
}

function start(module: URL, ended: (gone: Running) => void): Running {
  const child = fork(module, { execArgv: [], serialization: 'advanced' });
  const running: Running = { child, waiting: new Map(), answered: 0 };
  child.on('message', ({ orderNo, answer, problem }: HelperAnswer<unknown>) => {
    running.answered += 1;
    if (problem === undefined) running.waiting.get(orderNo)?.resolve(answer);
    else running.waiting.get(orderNo)?.reject(new Error(problem));
  });
  const fail = (error: Error) => {
    for (const { reject } of running.waiting.values()) reject(error);
    ended(running);
  };
  child.on('error', fail);
  child.on('exit', (code, signal) => fail(new Error(`the helper stopped (${signal ?? code})`)));
  return running;
}

/** Only an order in work keeps our own process alive. */
async function answerTo({ child, waiting }: Running, order: HelperOrder<unknown>, timeoutMs: number): Promise<unknown> {
  const timer = setTimeout(() => child.kill('SIGKILL'), timeoutMs);
  child.ref();
  child.channel?.ref();
  try {
    return await new Promise((resolve, reject) => {
      waiting.set(order.orderNo, { resolve, reject });
      child.send(order, (error) => error && reject(error));
    });
  } finally {
    clearTimeout(timer);
    waiting.delete(order.orderNo);
    if (waiting.size === 0) {
      child.unref();
      child.channel?.unref();
    }
  }
}

/** The other side: what the helper's own module calls. One order after the other. */
export function serve<Order, Answer>(work: (order: Order) => Answer | Promise<Answer>): void {
  let last = Promise.resolve();
  process.on('disconnect', () => process.exit());
  process.on('message', (message: HelperOrder<Order>) => {
    last = last.then(async () => {
      process.send?.(await answered(work, message));
    });
  });
}

async function answered<Order, Answer>(
  work: (order: Order) => Answer | Promise<Answer>,
  { orderNo, order }: HelperOrder<Order>,
): Promise<HelperAnswer<Answer>> {
  try {
    return { orderNo, answer: await work(order) };
  } catch (error) {
    return { orderNo, problem: error instanceof Error ? error.message : String(error) };
  }
}
