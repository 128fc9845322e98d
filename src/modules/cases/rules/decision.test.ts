import { expect, test } from 'vitest';
import { planFor } from '#modules/catalogue/index.ts';
import type { CaseFile } from './case-file.ts';
import { sendBack, stagesToRedo } from './decision.ts';
import type { Situation } from './situation.ts';

const stages = [
  { key: 'intake', unit: 'window' },
  { key: 'documents', unit: 'self' },
  { key: 'survey', unit: 'self' },
  { key: 'decision', unit: 'self/head', signs: true },
  { key: 'payment', unit: 'self' },
];
const plan = planFor({ stages, unit: 'civil-affairs' }, {});
const file = { plan, marks: {} } as unknown as CaseFile;
const sent = (stage?: string) => sendBack(file, { reason: 'look again', stage }, {} as Situation);

test('a draft goes back to the last review before the signature, never to what follows it', () => {
  expect(stagesToRedo(plan).map(({ key }) => key)).toEqual(['documents', 'survey']);
  expect(sent()).toMatchObject({ tasks: [{ open: { taskKey: 'survey' } }] });
  expect(sent('documents')).toMatchObject({ tasks: [{ open: { taskKey: 'documents' } }] });
  expect(sent('payment')).toEqual({ refused: 'no_such_task', facts: { stage: 'payment' } });
});
