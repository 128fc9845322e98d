import { textIn } from '#kernel/locale.ts';
import { askedQuestions, type DocumentSlot } from '#modules/catalogue/index.ts';
import { errorOf, fieldId, TextArea, valueOf } from '#ui/index.ts';
import { deskWords } from '../../../locales/desk/index.ts';
import { answerText, labelOf } from '../../portal/answer-text.tsx';
import { type CaseProps, wordsOf } from '../case-props.ts';
import { nameOfPaper } from '../paper-names.ts';
import type { FieldProps } from './sheet.tsx';

type Place = { readonly path: string; readonly name: string; readonly now: string | undefined; readonly document?: DocumentSlot };

/** 一次性告知: every answer and every paper in one form, so that everything that is wrong is said at once. */
export function CorrectionFields(props: FieldProps) {
  const words = wordsOf(props).sheets.correction;
  const answers = answerPlaces(props);
  const papers = paperPlaces(props);
  return (
    <>
      <p>{words.lead}</p>
      <Places title={words.papers} places={papers} from={0} {...props} />
      <Places title={words.answers} places={answers} from={papers.length} {...props} />
      <TextArea name="note" label={words.general} optional rows={2} maxlength={2000} value={valueOf(props.typed, 'note')} />
    </>
  );
}

function answerPlaces({ act, data: { file, situation } }: CaseProps): Place[] {
  return askedQuestions(situation.item, file.answers).map((question) => ({
    path: `answers.${question.key}`,
    name: labelOf(question, act.language),
    now: answerText(question, file.answers[question.key], act.language),
  }));
}

function paperPlaces(props: CaseProps): Place[] {
  const { states } = wordsOf(props).papers;
  return props.data.papers.map((paper) => ({
    path: `slots.${paper.slot}`,
    name: nameOfPaper(paper, props),
    now: states[paper.way === 'upload' ? 'files' : paper.way],
    document: paper.document,
  }));
}

function Places({ title, places, from, ...props }: FieldProps & { title: string; places: readonly Place[]; from: number }) {
  if (places.length === 0) return null;
  return (
    <fieldset class="flags">
      <legend>{title}</legend>
      {places.map((place, index) => (
        <OnePlace key={place.path} place={place} name={`flags.${from + index}`} {...props} />
      ))}
    </fieldset>
  );
}

/** The fields below a place unfold when it is ticked, by style alone. */
function OnePlace({ place, name, ...props }: FieldProps & { place: Place; name: string }) {
  const { correction } = wordsOf(props).sheets;
  const error = errorOf(props.errors, `${name}.note`);
  return (
    <div class={error ? 'flag wrong' : 'flag'}>
      <input type="hidden" name={`${name}.path`} value={place.path} />
      <input
        type="checkbox"
        id={fieldId(`${name}.on`)}
        name={`${name}.on`}
        value="true"
        checked={valueOf(props.typed, `${name}.on`) === 'true'}
      />
      <label for={fieldId(`${name}.on`)} class="flag-name">
        {place.name}
        {place.now && <small>{place.now}</small>}
      </label>
      <div class="flag-more">
        {place.document && <Defects document={place.document} name={name} {...props} />}
        <label for={fieldId(`${name}.note`)}>{correction.note}</label>
        {error && (
          <p class="msg" id={`${fieldId(`${name}.note`)}-error`}>
            {error}
          </p>
        )}
        <textarea
          class="input"
          id={fieldId(`${name}.note`)}
          name={`${name}.note`}
          rows={2}
          maxlength={400}
          aria-describedby={error ? `${fieldId(`${name}.note`)}-error` : undefined}
          aria-invalid={error ? true : undefined}
        >
          {valueOf(props.typed, `${name}.note`) ?? ''}
        </textarea>
      </div>
    </div>
  );
}

function Defects({ document, name, ...props }: FieldProps & { document: DocumentSlot; name: string }) {
  const words = wordsOf(props).sheets.correction;
  const chosen = valueOf(props.typed, `${name}.defect`);
  const options = (document.defects ?? []).map((defect) => {
    const key = typeof defect === 'string' ? defect : defect.key;
    const nameIn = (language: CaseProps['act']['language']) =>
      (typeof defect !== 'string' && 'name' in defect && textIn(defect.name, language)) ||
      (deskWords(language).defects as Readonly<Record<string, string>>)[key] ||
      key;
    return { value: `${key}|${nameIn(props.data.theirs)}`, label: nameIn(props.act.language) };
  });
  if (options.length === 0) return null;
  return (
    <>
      <label for={fieldId(`${name}.defect`)}>{words.defect}</label>
      <select class="input" id={fieldId(`${name}.defect`)} name={`${name}.defect`}>
        <option value="">{words.noDefect}</option>
        {options.map(({ value, label }) => (
          <option key={value} value={value} selected={value === chosen}>
            {label}
          </option>
        ))}
      </select>
    </>
  );
}
