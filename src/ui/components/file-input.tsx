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
  const { limits, ...said } = useWords().file;
  return (
    <Field {...field} hint={field.hint ?? limits(kinds, megabytes)}>
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
        <Stored name={field.name} files={files} />
      </div>
    </Field>
  );
}

/** Files that came before; a box taken off leaves one out. */
function Stored({ name, files }: { name: string; files: readonly StoredFile[] }) {
  return (
    <ul class="uploads">
      {files.map((file) => (
        <li key={file.fileId}>
          <label class="pick">
            <input type="checkbox" name={name} value={file.fileId} checked />
            <span>{file.name}</span>
          </label>
        </li>
      ))}
    </ul>
  );
}
