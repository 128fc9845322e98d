import { FieldGroup, fieldId } from '#ui/index.ts';

/** The mouth of each grade, from very dissatisfied to very satisfied. */
const mouths = ['M8 17.5q4-5 8 0', 'M8 16.8q4-2.6 8 0', 'M8 16h8', 'M8 15.2q4 2.6 8 0', 'M8 14.5q4 5 8 0'];

type FacesProps = { names: readonly string[]; label: string; value: string | undefined; error: string | undefined };

/** Five grades as faces with their words, best first. None is chosen beforehand. */
export function Faces({ names, label, value, error }: FacesProps) {
  const grades = names.map((name, index) => ({ name, grade: String(index + 1), mouth: mouths[index] })).reverse();
  return (
    <FieldGroup name="grade" label={label} error={error}>
      <div class="picks">
        {grades.map(({ name, grade, mouth }, index) => (
          <label key={grade} class="pick">
            <input
              type="radio"
              id={index === 0 ? fieldId('grade') : `${fieldId('grade')}-${index}`}
              name="grade"
              value={grade}
              checked={grade === value}
            />
            <svg width="32" height="32" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.75" aria-hidden="true">
              <circle cx="12" cy="12" r="9.5" />
              <path d={`M9 8.5v1.6M15 8.5v1.6${mouth}`} stroke-linecap="round" />
            </svg>
            <span>{name}</span>
          </label>
        ))}
      </div>
    </FieldGroup>
  );
}
