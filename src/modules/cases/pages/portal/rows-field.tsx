import type { Question } from '#modules/catalogue/index.ts';
import { Button, errorOf, fieldId, FieldGroup, type FieldError, usePage } from '#ui/index.ts';
import { textIn } from '#kernel/locale.ts';
import { portalWords } from '../../locales/portal/index.ts';
import { labelOf } from './answer-text.tsx';
import { QuestionField } from './question-field.tsx';

type RowsFieldProps = {
  question: Question;
  name: string;
  rows: readonly Readonly<Record<string, unknown>>[];
  errors: readonly FieldError[];
  asHeading?: boolean;
  /** Names of the page's acts that add and remove; without them the rows stay as many as they are. */
  acts?: { add: string; remove: string };
};

/** Several rows of the same questions. Adding and removing send the form, so that they need no script and lose nothing typed. */
export function RowsField({ question, name, rows, errors, asHeading = false, acts }: RowsFieldProps) {
  const { language } = usePage();
  const words = portalWords(language).question;
  const shown = rows.length > 0 ? rows : [{}];
  return (
    <FieldGroup
      name={name}
      label={labelOf(question, language)}
      hint={textIn(question.hint, language) || undefined}
      error={errorOf(errors, name)}
      optional={question.optional === true}
      asHeading={asHeading}
    >
      {shown.map((row, index) => (
        <fieldset key={index} class="sheet mt-4" id={fieldId(`${name}.${index}`)}>
          <legend class="hide">{words.row(index + 1)}</legend>
          <p class="muted small" aria-hidden="true">
            {words.row(index + 1)}
          </p>
          {(question.of ?? []).map((column) => (
            <QuestionField
              key={column.key}
              question={column}
              name={`${name}.${index}.${column.key}`}
              value={row[column.key]}
              error={errorOf(errors, `${name}.${index}.${column.key}`)}
            />
          ))}
          {acts && shown.length > 1 && (
            <Button look="plain" act={acts.remove} name="removeRow" value={String(index)}>
              {words.removeRow(index + 1)}
            </Button>
          )}
        </fieldset>
      ))}
      {acts && shown.length < (question.max ?? 50) && (
        <p class="mt-4">
          <Button look="second" size="small" icon="plus" act={acts.add}>
            {words.addRow}
          </Button>
        </p>
      )}
    </FieldGroup>
  );
}
