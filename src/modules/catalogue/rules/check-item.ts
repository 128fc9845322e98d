import { isDay } from '#kernel/workdays.ts';
import { type Item, type ItemLimit, channelNames } from '../item.ts';
import { conditionErrors, duplicates, error, errorsFor, type ItemProblem, knownOf, warning } from './check-item/problem.ts';
import { checkQuestions } from './check-item/questions.ts';
import { checkStages } from './check-item/stages.ts';
import { checkTexts } from './check-item/texts.ts';
import { checkWalks } from './check-item/walks.ts';
import { isApprovable } from './auto.ts';

export type { ItemProblem } from './check-item/problem.ts';

/** Everything that is wrong or doubtful about an item whose shape is right. Errors stop its publication. */
export function checkItem(item: Item): ItemProblem[] {
  return [
    ...checkTexts(item),
    ...checkFacts(item),
    ...checkLimits(item),
    ...checkQuestions(item),
    ...checkDocuments(item),
    ...checkStages(item),
    ...checkAuto(item),
    ...checkWalks(item),
  ];
}

const codeForms = { CN: /^\d{8}[0-9A-Z]{4}$/, VN: /^\d\.\d{6}(\.[0-9A-Z.]+)?$/ } as const;

function checkFacts(item: Item): ItemProblem[] {
  const unreasoned = item.visits.count > 0 && !item.visits.why;
  const open = channelNames.some((name) => item.channels[name] && item.channels[name].as !== 'guidance');
  const found: readonly (ItemProblem | false)[] = [
    !codeForms[item.jurisdiction].test(item.code) && warning('code', 'unusual_code', { code: item.code }),
    item.kind === 'licence' && !item.basis?.length && grade(item)('basis', 'licence_without_basis'),
    unreasoned && grade(item)('visits.why', 'visits_without_reason'),
    !open && error('channels', 'no_way_to_apply'),
    !isDay(item.effectiveFrom) && error('effectiveFrom', 'not_a_date'),
    item.effectiveTo !== undefined &&
      !(isDay(item.effectiveTo) && item.effectiveTo >= item.effectiveFrom) &&
      error('effectiveTo', 'ends_before_it_begins'),
    (item.conditions ?? []).filter((condition) => condition.ask).length > 5 && warning('conditions', 'too_many_checks'),
    !item.contact?.phone && warning('contact.phone', 'phone_missing'),
    !item.contact?.supervision && warning('contact.supervision', 'supervision_missing'),
    !item.walks?.length && !item.imported && warning('walks', 'no_walk'),
  ];
  return found.filter((problem) => problem !== false);
}

/** What another system left out is a doubt to be worked on, not a reason to hide the item. */
function grade(item: Item): typeof error {
  return item.imported ? warning : error;
}

function checkLimits({ limits }: Item): ItemProblem[] {
  const { statutory, promised, extension } = limits;
  return [
    ...(statutory && statutory.unit !== promised.unit ? [warning('limits', 'units_differ')] : []),
    ...(statutory && inCalendarDays(promised) > inCalendarDays(statutory)
      ? [error('limits.promised', 'promise_above_law', { promised: promised.days, statutory: statutory.days })]
      : []),
    ...(extension && !statutory ? [warning('limits.extension', 'extension_without_law')] : []),
  ];
}

function inCalendarDays({ days, unit }: ItemLimit): number {
  return unit === 'workday' ? days * 1.4 : days;
}

function checkDocuments(item: Item): ItemProblem[] {
  const known = knownOf(item.questions, item.documents);
  const lists = item.questions.filter((question) => question.type === 'list').map((question) => question.key);
  return [
    ...duplicates(
      item.documents.map((document) => document.key),
      'documents',
    ),
    ...errorsFor(
      item.documents,
      (one) => one.each !== undefined && !lists.includes(one.each),
      (one) => error(`documents.${one.key}.each`, 'unknown_list', { key: one.each }),
    ),
    ...errorsFor(
      item.documents,
      (one) => one.owed !== undefined && one.necessity === 'main',
      (one) => error(`documents.${one.key}.owed`, 'main_paper_owed'),
    ),
    ...item.documents.flatMap((one) => conditionErrors(one.skipIf, `documents.${one.key}.skipIf`, known)),
  ];
}

/** The published tests of approval by rule run at every check, so a rule cannot change its mind unnoticed. */
function checkAuto(item: Item): ItemProblem[] {
  if (!item.auto) return [];
  const { approveIf, sample, tests } = item.auto;
  const failed = tests.flatMap(({ given, expect }, index) => {
    const found = isApprovedByRule(item, given) ? 'approve' : 'person';
    return found === expect ? [] : [error(`auto.tests.${index}`, 'auto_test_failed', { expected: expect, found })];
  });
  return [
    ...conditionErrors(approveIf, 'auto.approveIf', knownOf(item.questions, item.documents)),
    ...failed,
    ...(sample === 0 ? [warning('auto.sample', 'never_sampled')] : []),
  ];
}

function isApprovedByRule(item: Item, given: Readonly<Record<string, unknown>>): boolean {
  const { proven, ...answers } = given;
  return isApprovable(item, { answers, proven: Array.isArray(proven) ? proven : [] });
}
