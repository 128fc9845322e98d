import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Sheets, Template } from './print-sheets.ts';
import { qrSvg } from './qr.ts';

export type PrintOrder = { readonly orderNo: number; readonly template: Template; readonly data: unknown };
export type PrintAnswer = { readonly orderNo: number; readonly problem: string } | ({ readonly orderNo: number } & Printed);
/** `missing`: characters that no font has; they stand in the document as 〔U+20BB7〕. */
export type Printed = { readonly pdf: Uint8Array; readonly missing: readonly string[] };
export type Printer = { printPdf<T extends Template>(template: T, data: Sheets[T]): Promise<Printed>; close(): void };

type Waiting = { readonly resolve: (printed: Printed) => void; readonly reject: (error: Error) => void };
type Press = { readonly child: ChildProcess; readonly waiting: Map<number, Waiting>; done: number };

const restingAfter = 200;

/** The press starts with the first order, rests when it had none for `idleMs`, and is replaced after many, so that its memory comes back. */
export function openPrinter(config: { readonly idleMs?: number; readonly timeoutMs?: number } = {}): Printer {
  const { idleMs = 30_000, timeoutMs = 30_000 } = config;
  let press: Press | undefined;
  let idle: NodeJS.Timeout | undefined;
  let orders = 0;
  const rest = () => {
    clearTimeout(idle);
    press?.child.disconnect();
    press = undefined;
  };
  const running = () => {
    press ??= startPress((gone) => {
      if (press === gone) press = undefined;
    });
    return press;
  };
  const print = async (template: Template, data: unknown) => {
    clearTimeout(idle);
    const used = running();
    orders += 1;
    try {
      return await order(used, { orderNo: orders, template, data }, timeoutMs);
    } finally {
      if (used === press && used.waiting.size === 0) {
        if (used.done >= restingAfter) rest();
        else idle = setTimeout(rest, idleMs).unref();
      }
    }
  };
  return {
    printPdf: (template, data) => print(template, { ...data, qr: { ...data.qr, svg: qrSvg(data.qr.content, data.qr.title) } }),
    close: rest,
  };
}

function startPress(ended: (press: Press) => void): Press {
  const templates = fileURLToPath(new URL('../../data/print', import.meta.url));
  const child = fork(new URL('./print-worker.ts', import.meta.url), [templates], { execArgv: [], serialization: 'advanced' });
  const press: Press = { child, waiting: new Map(), done: 0 };
  child.on('message', (answer: PrintAnswer) => {
    press.done += 1;
    const asker = press.waiting.get(answer.orderNo);
    if ('problem' in answer) asker?.reject(new Error(`the sheet could not be set: ${answer.problem}`));
    else asker?.resolve(answer);
  });
  const fail = (error: Error) => {
    for (const { reject } of press.waiting.values()) reject(error);
    ended(press);
  };
  child.on('error', fail);
  child.on('exit', (code, signal) => fail(new Error(`the press stopped (${signal ?? code})`)));
  return press;
}

/** Only an order on the press keeps our own process alive. */
async function order({ child, waiting }: Press, message: PrintOrder, timeoutMs: number): Promise<Printed> {
  const timer = setTimeout(() => child.kill('SIGKILL'), timeoutMs);
  child.ref();
  child.channel?.ref();
  try {
    return await new Promise((resolve, reject) => {
      waiting.set(message.orderNo, { resolve, reject });
      child.send(message, (error) => error && reject(error));
    });
  } finally {
    clearTimeout(timer);
    waiting.delete(message.orderNo);
    if (waiting.size === 0) {
      child.unref();
      child.channel?.unref();
    }
  }
}
