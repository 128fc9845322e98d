import type { ComponentChildren } from 'preact';
import { textIn } from '#kernel/locale.ts';
import { Icon, type Tone, toneIcons } from '#ui/index.ts';
import type { Duplicate } from '../../rules/duplicates.ts';
import { type Doubt, ruleSays } from '../../rules/by-rule.ts';
import { casePath } from './address.ts';
import { type CaseProps, dayOfTime, wordsOf } from './case-props.ts';
import { pauseWords } from './clock-state.ts';

export type Check = { readonly key: string; readonly tone: Tone; readonly label: string; readonly said: ComponentChildren };

/** Each check with a mark, what it looked at and what it saw. */
export function CheckList(props: CaseProps) {
  return (
    <ul class="checks">
      {checkRows(props).map(({ key, tone, label, said }) => (
        <li key={key} class={tone}>
          <Icon name={toneIcons[tone] ?? 'clock'} />
          <span>
            {label} <small>{said}</small>
          </span>
        </li>
      ))}
    </ul>
  );
}

export function checkRows(props: CaseProps): Check[] {
  const { checks: words } = wordsOf(props);
  const { checks, log } = props.data;
  return [
    {
      key: 'person',
      tone: checks.numberMasked ? 'ok' : 'warn',
      label: words.person,
      said: checks.numberMasked ? words.personOk(checks.numberMasked) : words.personNone,
    },
    {
      key: 'answers',
      tone: checks.openAnswers === 0 ? 'ok' : 'bad',
      label: words.answers,
      said: checks.openAnswers > 0 && words.answersOpen(checks.openAnswers),
    },
    papersRow(props),
    scansRow(props),
    againRow(props),
    ...brokenRow(props),
    ...ruleRow(props),
    clockRow(props),
    {
      key: 'chain',
      tone: checks.isWhole ? 'ok' : 'bad',
      label: words.chain,
      said: checks.isWhole ? words.chainWhole(log.length) : words.chainBroken,
    },
  ];
}

function papersRow(props: CaseProps): Check {
  const { checks: words } = wordsOf(props);
  const { given, owed, missing } = props.data.checks.papers;
  return {
    key: 'papers',
    tone: missing > 0 ? 'bad' : owed > 0 ? 'warn' : 'ok',
    label: words.papers(given, given + owed + missing),
    said:
      missing + owed === 0
        ? words.papersAll
        : [missing > 0 && words.missing(missing), owed > 0 && words.owed(owed)].filter(Boolean).join(' · '),
  };
}

function scansRow(props: CaseProps): Check {
  const { checks: words } = wordsOf(props);
  const { all, open, bad } = props.data.checks.scans;
  const said = bad > 0 ? words.scanBad(bad) : open > 0 ? words.scanOpen(open) : all > 0 ? words.scanAll(all) : words.scanNone;
  return { key: 'scan', tone: bad > 0 ? 'bad' : open > 0 ? 'warn' : 'ok', label: words.scan, said };
}

function againRow(props: CaseProps): Check {
  const { checks: words, states } = wordsOf(props);
  const { again } = props.data.checks;
  return {
    key: 'again',
    tone: again.length > 0 ? 'warn' : 'ok',
    label: words.again,
    said:
      again.length === 0
        ? words.againNone
        : again.map(({ caseNo, state, receivedAt, ...found }) => (
            <span key={caseNo}>
              <a href={casePath(caseNo)}>{caseNo}</a> {states[state]} {dayOfTime(receivedAt, props)} {likenessText(found, props)}{' '}
            </span>
          )),
  };
}

function likenessText(
  { samePerson, sameFile, same, of }: Pick<Duplicate, 'samePerson' | 'sameFile' | 'same' | 'of'>,
  props: CaseProps,
): string {
  const { checks: words } = wordsOf(props);
  return [!samePerson && words.otherPerson, sameFile && words.sameFile, of > 0 && words.sameAnswers(same, of)].filter(Boolean).join(' · ');
}

/** What the published rule made of it, or would make of it now. */
function ruleRow(props: CaseProps): Check[] {
  const { checks: words } = wordsOf(props);
  const { file, situation } = props.data;
  const { rule } = file.marks;
  const row = { key: 'rule', label: words.rule };
  if (rule?.result === 'approved') return [{ ...row, tone: 'ok', said: words.ruleApproved(rule.version) }];
  if (rule) return [{ ...row, tone: 'warn', said: (rule.doubts ?? []).map((doubt) => words.doubts[doubt as Doubt]).join(' · ') }];
  const says = file.state === 'submitted' ? ruleSays(file, situation) : undefined;
  return says ? [{ ...row, tone: says === 'approve' ? 'ok' : 'idle', said: says === 'approve' ? words.ruleHolds : words.ruleNot }] : [];
}

/** Only where there is one: a clean record is nothing to look at. */
function brokenRow(props: CaseProps): Check[] {
  const { checks: words } = wordsOf(props);
  const { broken } = props.data.checks;
  if (broken.length === 0) return [];
  const said = broken.map(({ caseNo, at, itemName }) => (
    <span key={`${caseNo} ${at.getTime()}`}>
      <a href={casePath(caseNo)}>{caseNo}</a> {textIn(itemName, props.act.language)} {dayOfTime(at, props)}{' '}
    </span>
  ));
  return [{ key: 'broken', tone: 'bad', label: words.broken, said }];
}

function clockRow(props: CaseProps): Check {
  const { checks: words } = wordsOf(props);
  const { file, checks } = props.data;
  const row = { key: 'clock', label: words.clock };
  if (checks.isLate) return { ...row, tone: 'bad', said: words.clockLate };
  if (file.pausedAt) return { ...row, tone: 'hold', said: words.clockPaused(pauseWords(file.pauseReason, props.act.language)) };
  return { ...row, tone: file.acceptedAt ? 'ok' : 'idle', said: file.acceptedAt ? words.clockOk : words.clockNone };
}
