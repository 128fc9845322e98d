import { pdf } from '#adapters/sniff-samples.ts';
import { jobOf } from '#kernel/jobs.ts';
import type { Fact, Job } from '#kernel/module.ts';
import { withClient } from '#main/postgres/check.ts';
import type { Desk, Office } from '#test/support/office.ts';
import { deliveryModule } from './index.ts';

/** Cases that are decided, and this module's reactions run by hand. */
export type Counter = {
  /** A file of the citizen, which stands in the card's papers. */
  readonly fileId: string;
  /** An application of the citizen, with all its papers, for a card that comes by counter or courier. */
  readonly card: object;
  /** Sends it and decides it as if review and signature had been: how cases get there is their own tests' matter. */
  readonly decided: (application: object, by?: Desk) => Promise<string>;
  readonly react: (on: string, payload: Fact['payload'], at?: Date) => Promise<void>;
  /** The module's own job, so many milliseconds later. */
  readonly job: (shiftMs?: number) => Job;
};

export async function openCounter(office: Office, citizen: Desk): Promise<Counter> {
  const fileId = await sendPaper(office, citizen);
  const papers = { fileIds: [fileId] };
  const job: Counter['job'] = (shiftMs = 0) => {
    const real = jobOf(office.app, 'delivery');
    const now = () => new Date(real.now().getTime() + shiftMs);
    return { now, transaction: (work) => real.transaction((act) => work({ ...act, now: now() })) };
  };
  let facts = 0;
  const react: Counter['react'] = async (on, payload, at = new Date()) => {
    const [module = '', kind = ''] = on.split('.');
    facts += 1;
    for (const reaction of deliveryModule.reactions.filter((one) => one.on === on))
      await reaction.run(job(), { factId: facts, module, kind, payload, at });
  };
  return {
    fileId,
    card: {
      itemCode: '002114401004',
      answers: { cause: 'broken', bank: 'same', phone: '0600-620 5538', needy: false },
      slots: { identity: papers, photo: papers },
    },
    decided: async (application, by = citizen) => {
      const { body } = await by.post('/cases', application);
      if (body['state'] !== 'submitted') throw new Error(`not taken: ${JSON.stringify(body)}`);
      const caseNo = String(body['caseNo']);
      await decide(office, caseNo);
      await react('cases.case_decided', { caseNo, seq: 2 });
      return caseNo;
    },
    react,
    job,
  };
}

async function sendPaper(office: Office, by: Desk): Promise<string> {
  const sent = await office.http.inject({
    method: 'POST',
    url: '/api/v1/documents/files',
    headers: { 'content-type': 'multipart/form-data; boundary=b', authorization: `Bearer ${by.token}` },
    payload: Buffer.concat([
      Buffer.from('--b\r\nContent-Disposition: form-data; name="f"; filename="a.pdf"\r\n\r\n'),
      pdf,
      Buffer.from('\r\n--b--\r\n'),
    ]),
  });
  return sent.json<{ fileId: string }>().fileId;
}

const decision = {
  outcome: 'approved',
  reason: '',
  draftedBy: 'a',
  draftedByName: 'A',
  draftedAt: '2020-07-30T00:00:00Z',
  signedBy: 'b',
  signedByName: 'B',
  signedAt: '2020-07-30T01:00:00Z',
};

function decide(office: Office, caseNo: string): Promise<void> {
  return withClient(office.ownerUrl, async (client) => {
    await client.query(
      `insert into cases.action (case_id, seq, act, at, actor_name, before_state, after_state, hash)
       select case_id, 2, 'sign', now(), 'B', 'deciding', 'decided', 'x' from cases.case_file where case_no = $1`,
      [caseNo],
    );
    await client.query(
      `update cases.case_file set state = 'decided', outcome = 'approved', decided_at = now(), decision = $2, last_seq = 2, version = 2 where case_no = $1`,
      [caseNo, JSON.stringify(decision)],
    );
  });
}
