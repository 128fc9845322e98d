import { afterAll, beforeAll, expect, test } from 'vitest';
import { jobOf } from '#kernel/jobs.ts';
import { dayOf } from '#kernel/workdays.ts';
import { casesModule } from '#modules/cases/index.ts';
import { cast, openPlay, type Play } from '#modules/cases/testing.ts';
import { withClient } from '#main/postgres/check.ts';
import { type Office, openOffice } from '#test/support/office.ts';
import { messagesModule } from './index.ts';

let office: Office;
let play: Play;

beforeAll(async () => {
  office = await openOffice();
  play = await openPlay(office.app);
}, 60_000);
afterAll(() => office.close());

async function react(on: string, payload: Readonly<Record<string, unknown>>): Promise<void> {
  for (const reaction of messagesModule.reactions.filter((one) => one.on === on))
    await reaction.run(jobOf(office.app, 'messages'), {
      factId: 1,
      module: 'cases',
      kind: on.split('.')[1] ?? '',
      payload,
      at: new Date(),
    });
}

async function told(caseNo: string): Promise<{ kind: string; name: string }[]> {
  return withClient(office.ownerUrl, async (client) => {
    const text = `select n.kind, p.name from messages.notice n join identity.person p using (person_id) where n.case_no = $1 order by n.kind, p.name`;
    return (await client.query<{ kind: string; name: string }>(text, [caseNo])).rows;
  });
}

test('where the law decides in the office’s place, the applicant learns it with an apology, the head of the unit and supervision as an alarm', async () => {
  const answers = { certificateNo: 'HS9900220145', hospital: '禾川市第二医院', changedHospital: false, stopped: false, fit: true };
  const given = { fileIds: [play.fileId] };
  const what = {
    itemCode: '000123601003',
    answers: { ...answers, validUntil: dayOf(play.later(40).app.now(), 'Asia/Shanghai') },
    slots: { certificate: given, healthReport: given },
  };
  const accepted = await play.does('accept', await play.does('submit', what, play.citizen), cast.window);
  const silence = casesModule.routines?.find(({ name }) => name === 'silence_decides');
  await silence?.run(jobOf(play.later(80).app, 'cases'));
  await react('cases.case_decided', { caseNo: accepted.caseNo, seq: accepted.version + 1 });
  const notices = await told(accepted.caseNo);
  expect(notices.filter(({ kind }) => kind === 'impliedApproved').map(({ name }) => name)).toEqual(['林青禾']);
  expect(notices.filter(({ kind }) => kind === 'alarmSilence').length).toBeGreaterThanOrEqual(2);
});
