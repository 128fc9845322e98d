import { useWords } from '../context.tsx';
import { describedBy, Field, fieldId, type FieldText } from './field.tsx';

export type StoredFile = { fileId: string; name: string };
export type FileInputProps = FieldText & {
  /** Where the browser sends each file at once when it can; the answer's `fileId` goes into the form. */
  upload?: string;
  /** Files sent before: they stay whatever happens to the others. */
  files?: readonly StoredFile[];
  accept?: string;
  many?: boolean;
  megabytes?: number;
  kinds?: string;
};

/**
 * Sends files with the form when there is no JavaScript, and at once, shrunk and with a bar, when there is. Either way the form's field ends as file ids.
 */
export function FileInput({
  upload,
  files = [],
  accept = 'image/*,application/pdf',
  many = true,
  megabytes = 20,
  kinds = 'JPG, PNG, HEIC, PDF',
  ...field
}: FileInputProps) {
  const words = useWords().file;
  const said = {
    uploading: words.uploading,
    uploaded: words.uploaded,
    failed: words.failed,
    tooLarge: words.tooLarge,
    again: words.again,
    remove: words.remove,
  };
  return (
    <Field {...field} hint={field.hint ?? words.limits(kinds, megabytes)}>
      <div
        class="upload"
        data-island={upload ? 'upload' : undefined}
        data-upload={upload}
        data-name={field.name}
        data-megabytes={megabytes}
        data-words={JSON.stringify(said)}
      >
        <input
          class="input file"
          type="file"
          id={fieldId(field.name)}
          name={field.name}
          accept={accept}
          multiple={many}
          {...describedBy({ ...field, hint: true })}
        />
        <ul class="uploads">
          {files.map(({ fileId, name }) => (
            <li key={fileId}>
              <label class="pick">
                <input type="checkbox" name={field.name} value={fileId} checked />
                <span>{name}</span>
              </label>
            </li>
          ))}
        </ul>
      </div>
    </Field>
  );
}
