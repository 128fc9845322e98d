import { type Language, textIn } from '#kernel/locale.ts';
import type { FormState } from '#kernel/page.ts';
import { type DocumentSlot, type Item, mostFiles, neededSlots, type Question } from '#modules/catalogue/index.ts';
import type { MyFile } from '#modules/documents/index.ts';
import { errorOf, type FieldError, FileInput, Notice, Section, usePage } from '#ui/index.ts';
import type { Flag } from '../../contract/types.ts';
import { portalWords } from '../../locales/portal/index.ts';
import type { CaseFile } from '../../rules/case-file.ts';
import { Answer, labelOf } from './answer-text.tsx';
import { KeptFiles } from './kept-files.tsx';
import { paperName } from './papers.ts';
import { typedIn } from './posted-answer.ts';
import { filesSent, uploadPath } from './posted-paper.ts';
import { QuestionField } from './question-field.tsx';
import { RowsField } from './rows-field.tsx';

/** A flag with the question or paper it means. */
export type ShownFlag = {
  readonly flag: Flag;
  readonly name: string;
  readonly question?: Question;
  readonly document?: DocumentSlot;
  readonly defect: string | undefined;
};

export function flagsOf(file: CaseFile, item: Item, language: Language): ShownFlag[] {
  return (file.correction?.flags ?? []).map((flag) => {
    const [kind, ...rest] = flag.path.split('.');
    if (kind === 'answers') {
      const question = item.questions.find(({ key }) => key === rest[0]);
      return { flag, name: question ? labelOf(question, language) : flag.path, defect: undefined, ...(question ? { question } : {}) };
    }
    const paper = neededSlots(item, file.answers).find(({ slot, document }) => slot === rest.join('.') || document.key === rest.join('.'));
    const name = paper ? paperName(paper, { item, answers: file.answers, language }) : flag.path;
    return { flag, name, defect: paper && defectOf(paper.document, flag.code, language), ...(paper ? { document: paper.document } : {}) };
  });
}

function defectOf(document: DocumentSlot, code: string | undefined, language: Language): string | undefined {
  const known: Readonly<Record<string, string>> = portalWords(language).fix.defects;
  const own = document.defects?.find((defect) => typeof defect === 'object' && defect.key === code);
  return typeof own === 'object' ? textIn(own.name, language) : code && known[code];
}

/** The name of a flag's field: a slot's dots would make a tree of it. */
export function flagName(path: string): string {
  return path.startsWith('slots.') ? `slots-${path.slice('slots.'.length).replaceAll('.', '~')}` : path;
}

type FlagProps = {
  shown: ShownFlag;
  file: CaseFile;
  files: ReadonlyMap<string, MyFile>;
  posted: FormState | undefined;
  errors: readonly FieldError[];
};

/** One thing to put right: why, what stood there, and where the new one goes. */
export function FlagFields({ shown, file, files, posted, errors }: FlagProps) {
  const { flag, name, defect, question } = shown;
  return (
    <Section title={name} id={`flag-${flagName(flag.path)}`}>
      <Notice tone="bad" {...(defect ? { title: defect } : {})}>
        <p>{flag.note}</p>
      </Notice>
      {question ? (
        <NewAnswer question={question} file={file} posted={posted} errors={errors} />
      ) : (
        <NewPaper shown={shown} file={file} files={files} posted={posted} errors={errors} />
      )}
    </Section>
  );
}

function NewAnswer({ question, file, posted, errors }: Omit<FlagProps, 'shown' | 'files'> & { question: Question }) {
  const { language } = usePage();
  const words = portalWords(language).fix;
  const name = `answers.${question.key}`;
  const kept = file.answers[question.key];
  const value = posted ? typedIn(posted, 'answers', question.key) : kept;
  const rows = (Array.isArray(value) ? value : []) as Record<string, unknown>[];
  return (
    <>
      <p class="muted">
        {words.was} <Answer question={question} value={kept} language={language} />
      </p>
      {question.type === 'list' ? (
        <RowsField question={question} name={name} rows={posted ? rows : [...rows, {}]} errors={errors} />
      ) : (
        <QuestionField question={question} name={name} value={value} error={errorOf(errors, name)} />
      )}
    </>
  );
}

function NewPaper({ shown: { flag, name, document }, file, files, posted, errors }: FlagProps) {
  const { language } = usePage();
  const words = portalWords(language).fix;
  const field = flagName(flag.path);
  const before = (file.slots[flag.path.slice('slots.'.length)]?.fileIds ?? []).flatMap((fileId) => files.get(fileId) ?? []);
  return (
    <>
      {before.length > 0 && <p class="muted">{words.keepFiles(before.length)}</p>}
      <KeptFiles files={before} />
      <FileInput
        name={field}
        label={
          <>
            {words.newFiles}
            <span class="hide"> {name}</span>
          </>
        }
        upload={uploadPath}
        files={filesSent(posted, field, language)}
        many={!document || mostFiles(document) > 1}
        error={errorOf(errors, field)}
      />
    </>
  );
}
