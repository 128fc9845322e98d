import { addDays, dayOf } from '#kernel/workdays.ts';
import { Choice, DateInput, type DateParts, errorOf, Notice, Select, TextArea, TextInput, languageNames, valueOf } from '#ui/index.ts';
import { casesWords } from '../../../locales/index.ts';
import { outcomes } from '../../../rules/case-file.ts';
import { stagesToRedo } from '../../../rules/decision.ts';
import { stageText, timeText, wordsOf } from '../case-props.ts';
import { DecisionText } from '../decision-text.tsx';
import type { FieldProps } from './sheet.tsx';

export function ProposeFields(props: FieldProps) {
  const words = wordsOf(props);
  const { propose } = words.sheets;
  const drafted = props.data.file.decision?.signedAt ? undefined : props.data.file.decision;
  const names = casesWords(props.act.language).outcomes;
  const reasonMissing = props.typed?.refusal?.code === 'reason_needed' ? propose.reasonHint : undefined;
  return (
    <>
      <p>{propose.lead}</p>
      <Choice
        name="outcome"
        label={propose.outcome}
        value={valueOf(props.typed, 'outcome', drafted?.outcome)}
        error={errorOf(props.errors, 'outcome')}
        options={outcomes.map((outcome) => ({ value: outcome, label: names[outcome] }))}
      />
      <TextArea
        name="reason"
        label={propose.reason}
        hint={propose.reasonHint}
        rows={6}
        maxlength={4000}
        value={valueOf(props.typed, 'reason', drafted?.reason)}
        error={errorOf(props.errors, 'reason') ?? reasonMissing}
      />
      <DateInput
        name="validUntil"
        label={propose.validUntil}
        hint={propose.validHint}
        optional
        value={partsOf(props, 'validUntil', drafted ? drafted.validUntil : validUntil(props))}
        error={errorOf(props.errors, 'validUntil')}
      />
    </>
  );
}

/** From tomorrow on for as long as the item's result is valid. */
function validUntil({ data: { situation } }: FieldProps): string | undefined {
  const { years = 0, months = 0, days = 0 } = situation.item.result?.validFor ?? {};
  if (years + months + days === 0) return undefined;
  const today = dayOf(situation.now, situation.calendar.zone);
  const [year = 0, month = 1, day = 1] = today.split('-').map(Number);
  return addDays(new Date(Date.UTC(year + years, month - 1 + months, day)).toISOString().slice(0, 10), days - 1);
}

function partsOf({ typed }: FieldProps, name: string, on: string | undefined): DateParts {
  const [year, month, day] = on?.split('-') ?? [];
  const part = (key: string, stored: string | undefined) => valueOf(typed, `${name}.${key}`, typed ? undefined : stored);
  return { year: part('year', year), month: part('month', month), day: part('day', day) };
}

export function SignFields(props: FieldProps) {
  const { sign } = wordsOf(props).sheets;
  const { decision, caseNo } = props.data.file;
  if (!decision) return null;
  return (
    <>
      <p>{sign.lead}</p>
      <p class="muted">{sign.drafted(decision.draftedByName, timeText(decision.draftedAt, props))}</p>
      <h3>{sign.language(languageNames[props.data.theirs].full)}</h3>
      <DecisionText {...props} decision={decision} />
      <p>
        <a href={`/desk/cases/${caseNo}/preview.pdf`} target="_blank" rel="noopener">
          {sign.preview}
        </a>
      </p>
    </>
  );
}

export function SendBackFields(props: FieldProps) {
  const words = wordsOf(props).sheets.sendBack;
  const stages = stagesToRedo(props.data.file.plan ?? []);
  return (
    <>
      <p>{words.lead}</p>
      {stages.length > 1 && (
        <Select
          name="stage"
          label={words.stage}
          hint={words.last}
          optional
          value={valueOf(props.typed, 'stage')}
          options={stages.map(({ key }) => ({ value: key, label: stageText(key, props) }))}
        />
      )}
      <TextArea
        name="reason"
        label={words.reason}
        rows={4}
        maxlength={2000}
        value={valueOf(props.typed, 'reason')}
        error={errorOf(props.errors, 'reason')}
      />
    </>
  );
}

export function ReopenFields(props: FieldProps) {
  return <WithGround {...props} lead={wordsOf(props).sheets.reopen.lead} />;
}

/** Undoing what was decided wants its reason and the law that allows it. */
export function WithGround({ lead, ...props }: FieldProps & { lead: string }) {
  const words = wordsOf(props);
  const { reopen } = words.sheets;
  return (
    <>
      <Notice tone="warn">
        <p>{lead}</p>
      </Notice>
      <TextInput
        name="basis"
        label={reopen.basis}
        hint={reopen.basisHint}
        maxlength={200}
        value={valueOf(props.typed, 'basis')}
        error={errorOf(props.errors, 'basis')}
      />
      <TextArea
        name="reason"
        label={words.sheet.reason}
        rows={4}
        maxlength={2000}
        value={valueOf(props.typed, 'reason')}
        error={errorOf(props.errors, 'reason')}
      />
    </>
  );
}
