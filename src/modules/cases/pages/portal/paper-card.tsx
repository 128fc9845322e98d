import { textIn } from '#kernel/locale.ts';
import { isDeclarable, isOwable, mostFiles, type SlotState } from '#modules/catalogue/index.ts';
import type { MyFile } from '#modules/documents/index.ts';
import { Button, Choices, Details, DocCard, type DocState, FileInput, Form, formatBytes, usePage } from '#ui/index.ts';
import { portalWords } from '../../locales/portal/index.ts';
import { KeptFiles } from './kept-files.tsx';
import { owedDays } from './papers.ts';
import { fieldOfPaper, uploadPath } from './posted-paper.ts';

export type PaperCardProps = {
  paper: SlotState;
  name: string;
  files: readonly MyFile[];
  /** Files of earlier applications that could be used again. */
  earlier: readonly MyFile[];
  error: string | undefined;
};

/** One needed paper: what it is, what is there of it, and every way to bring it. */
export function PaperCard({ paper, name, files, earlier, error }: PaperCardProps) {
  const { language } = usePage();
  const words = portalWords(language).papers;
  const { document, slot, way } = paper;
  const about = [textIn(document.note, language), document.issuedBy && words.issuedBy(textIn(document.issuedBy, language))];
  return (
    <DocCard
      title={name}
      level={3}
      state={stateOf(paper, files.length)}
      stateText={way === 'owed' ? words.owed : way === 'commitment' ? words.declared : undefined}
      meta={about.filter(Boolean).join(' ') || undefined}
    >
      <Promised paper={paper} />
      <Removable slot={slot} files={files} />
      <Bring paper={paper} name={name} files={files} earlier={earlier} error={error} />
      {way === 'missing' && <Instead paper={paper} />}
      <TakeBack slot={slot} way={way} />
    </DocCard>
  );
}

/** What was promised or declared, in full: that is what one signs. */
function Promised({ paper: { document, way } }: { paper: SlotState }) {
  const { language } = usePage();
  const words = portalWords(language).papers;
  if (way === 'commitment') return <p>{textIn(document.commitment?.text, language) || words.declareText}</p>;
  if (way !== 'owed') return null;
  return (
    <p>
      {words.owedNote(owedDays(document, language))} <span class="small muted">{document.owed && words.waits[document.owed.blocks]}</span>
    </p>
  );
}

/** A paper that is not there may follow later, or be declared. */
function Instead({ paper: { slot, document } }: { paper: SlotState }) {
  const { language } = usePage();
  const words = portalWords(language).papers;
  return (
    <>
      {isOwable(document) && (
        <Form act="slot" hidden={{ slot, owed: 'true' }}>
          <p class="mt-4">
            <Button look="plain">{words.owe(owedDays(document, language))}</Button>
          </p>
        </Form>
      )}
      {isDeclarable(document) && (
        <Details summary={words.declare} icon="doc">
          <p>{textIn(document.commitment?.text, language) || words.declareText}</p>
          <Form act="slot" hidden={{ slot, committed: 'true' }}>
            <p class="mt-4">
              <Button size="small" look="second">
                {words.declareSend}
              </Button>
            </p>
          </Form>
        </Details>
      )}
    </>
  );
}

function TakeBack({ slot, way }: Pick<SlotState, 'slot' | 'way'>) {
  const words = portalWords(usePage().language).papers;
  if (way !== 'owed' && way !== 'commitment') return null;
  return (
    <Form act="owed" hidden={{ slot }}>
      <Button look="plain">{way === 'owed' ? words.oweNot : words.declareNot}</Button>
    </Form>
  );
}

function stateOf({ way, document }: SlotState, count: number): DocState {
  if (way === 'upload') return { kind: 'uploaded', count };
  if (way === 'owed') return { kind: 'mayFollow' };
  if (way === 'commitment') return { kind: 'mayFollow' };
  if (way === 'credential') return { kind: 'credential' };
  if (way === 'register') return { kind: 'shared' };
  return { kind: isOwable(document) ? 'mayFollow' : 'needed' };
}

function Removable({ slot, files }: { slot: string; files: readonly MyFile[] }) {
  const words = portalWords(usePage().language).papers;
  if (files.length === 0) return null;
  return (
    <Form act="slot" hidden={{ slot }}>
      <KeptFiles
        files={files}
        action={(file) => (
          <Button look="plain" name="remove" value={file.fileId}>
            {words.remove}
            <span class="hide"> {file.name}</span>
          </Button>
        )}
      />
    </Form>
  );
}

/** A paper that is there, or promised, keeps its form folded. */
function Bring(props: PaperCardProps) {
  const words = portalWords(usePage().language).papers;
  const { paper, files, error } = props;
  if (paper.way === 'commitment' || paper.way === 'credential' || paper.way === 'register' || files.length >= mostFiles(paper.document))
    return null;
  if (paper.way === 'missing') return <Upload {...props} />;
  return (
    <Details summary={paper.way === 'owed' ? words.sendNow : words.sendMore} icon="camera" open={error !== undefined}>
      <Upload {...props} />
    </Details>
  );
}

function Upload({ paper: { slot, document }, name, earlier, files, error }: PaperCardProps) {
  const { language } = usePage();
  const words = portalWords(language).papers;
  const left = mostFiles(document) - files.length;
  return (
    <>
      <Form act="slot" hidden={{ slot }} files>
        <FileInput
          name={fieldOfPaper(slot)}
          label={
            <>
              {words.add}
              <span class="hide"> {name}</span>
            </>
          }
          hint={words.most(left)}
          upload={uploadPath}
          many={left > 1}
          error={error}
        />
        <p class="mt-4">
          <Button size="small" icon="up" look="second">
            {words.send}
            <span class="hide"> {name}</span>
          </Button>
        </p>
      </Form>
      {earlier.length > 0 && (
        <Details summary={words.reuse} icon="doc">
          <Form act="slot" hidden={{ slot }}>
            <Choices
              name={`${fieldOfPaper(slot)}-again`}
              label={words.reuseNote}
              options={earlier.map((file) => ({ value: file.fileId, label: file.name, hint: formatBytes(file.bytes, language) }))}
            />
            <p class="mt-4">
              <Button size="small" look="second">
                {words.reuseSend}
              </Button>
            </p>
          </Form>
        </Details>
      )}
    </>
  );
}
