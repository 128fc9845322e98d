import { formatBytes, Icon, type Tone, toneIcons } from '#ui/index.ts';
import type { MyFile } from '#modules/documents/index.ts';
import { casePath } from './address.ts';
import { type CaseProps, dayText, here, wordsOf } from './case-props.ts';
import { type CasePaper, owedUntil } from './papers.ts';
import { nameOfPaper } from './paper-names.ts';

type Query = Readonly<Record<string, string>>;

/** The papers in a strip, the chosen one large; which paper and which of its files stand in the address. */
export function DocumentsTab({ query, ...props }: CaseProps & { query: Query }) {
  const { papers } = props.data;
  const words = wordsOf(props).papers;
  const chosen = papers.find(({ slot }) => slot === query['paper']) ?? papers[0];
  if (!chosen) return <div class="pane muted">{words.none}</div>;
  const at = papers.indexOf(chosen);
  return (
    <div class="viewer">
      <ul class="strip-list" aria-label={words.label}>
        {papers.map((paper) => (
          <li key={paper.slot}>
            <a href={here(props, { tab: 'documents', paper: paper.slot })} aria-current={paper === chosen ? 'true' : undefined}>
              {nameOfPaper(paper, props)}
              <PaperState paper={paper} {...props} />
            </a>
          </li>
        ))}
      </ul>
      <Stage paper={chosen} previous={papers[at - 1]} next={papers[at + 1]} fileId={query['file']} {...props} />
    </div>
  );
}

const tones: Record<CasePaper['way'], Tone> = {
  upload: 'info',
  owed: 'warn',
  credential: 'ok',
  register: 'ok',
  commitment: 'warn',
  missing: 'bad',
};

function PaperState({ paper, ...props }: CaseProps & { paper: CasePaper }) {
  const { states } = wordsOf(props).papers;
  const tone = paper.flag ? 'hold' : tones[paper.way];
  const by = owedUntil(props.data.file, props.data.situation).get(paper.slot);
  const text = paper.flag ? states.flagged : paper.way === 'upload' ? states.files : states[paper.way];
  return (
    <span class={`st ${tone}`}>
      <Icon name={toneIcons[tone] ?? 'clock'} />
      {paper.way === 'owed' && by ? wordsOf(props).papers.owedBy(dayText(by, props)) : text}
    </span>
  );
}

type StageProps = CaseProps & {
  paper: CasePaper;
  previous: CasePaper | undefined;
  next: CasePaper | undefined;
  fileId: string | undefined;
};

function Stage({ paper, previous, next, fileId, ...props }: StageProps) {
  const words = wordsOf(props).papers;
  const { files } = props.data;
  const shownId = fileId && files.has(fileId) ? fileId : paper.fileIds[0];
  const file = shownId ? files.get(shownId) : undefined;
  const of = paper.fileIds.length;
  return (
    <div class="stage" data-island="viewer">
      <div class="tools">
        <b>
          {nameOfPaper(paper, props)}{' '}
          <span class="muted small">
            {[words[paper.document.necessity], file && formatBytes(file.bytes, props.act.language)].filter(Boolean).join(' · ')}
          </span>
        </b>
        {previous && (
          <a href={here(props, { tab: 'documents', paper: previous.slot })} aria-label={words.previous} data-key="[">
            <Icon name="back" />
          </a>
        )}
        {next && (
          <a href={here(props, { tab: 'documents', paper: next.slot })} aria-label={words.next} data-key="]">
            <Icon name="next" />
          </a>
        )}
        {file?.viewable && <Tools {...props} />}
      </div>
      {of > 1 && (
        <p class="pages-of">
          {paper.fileIds.map((id, index) => (
            <a
              key={id}
              href={here(props, { tab: 'documents', paper: paper.slot, file: id })}
              aria-current={id === shownId ? 'true' : undefined}
            >
              {words.file(index + 1, of)}
            </a>
          ))}
        </p>
      )}
      <Shown paper={paper} fileId={shownId} file={file} {...props} />
      {paper.flag && <p class="judge">{`${words.states.flagged}: ${paper.flag.note}`}</p>}
    </div>
  );
}

/** Pressed by the island; without it the picture opens alone in the browser, which can do the same. */
function Tools(props: CaseProps) {
  const words = wordsOf(props).papers;
  return (
    <>
      <button type="button" data-view="smaller" aria-label={words.smaller} hidden>
        <Icon name="minus" />
      </button>
      <button type="button" data-view="bigger" aria-label={words.bigger} hidden>
        <Icon name="plus" />
      </button>
      <button type="button" data-view="turn" aria-label={words.turn} hidden>
        <Icon name="refresh" />
      </button>
    </>
  );
}

type ShownProps = CaseProps & { paper: CasePaper; fileId: string | undefined; file: MyFile | undefined };

function Shown({ paper, fileId, file, ...props }: ShownProps) {
  const words = wordsOf(props).papers;
  const { caseNo } = props.data.file;
  if (!fileId) return <p class="no-paper">{withoutFile(paper, owedUntil(props.data.file, props.data.situation).get(paper.slot), props)}</p>;
  const path = casePath(`${caseNo}/files/${fileId}`);
  if (!file) return <p class="no-paper">{words.scans.gone}</p>;
  const scanned = file.scan === 'clean' ? undefined : words.scans[file.scan];
  const isOpen = file.scan === 'clean' || file.scan === 'not-scanned';
  const name = nameOfPaper(paper, props);
  return (
    <>
      {isOpen && file.viewable && isPicture(file) && (
        <section class="canvas" tabindex={0} aria-label={name}>
          <img class="paper-page" src={`${path}/view`} alt={name} data-page />
        </section>
      )}
      {isOpen && file.viewable && !isPicture(file) && <iframe class="paper-page" src={`${path}/view`} title={name} />}
      {!file.viewable && isOpen && <p class="no-paper">{words.noView}</p>}
      <p class="judge small">
        {scanned && <span>{scanned}</span>}
        {isOpen && file.viewable && (
          <a href={`${path}/view`} target="_blank" rel="noopener">
            {words.open}
          </a>
        )}
        {isOpen && <a href={path}>{words.original}</a>}
        <span class="muted">{file.name}</span>
      </p>
    </>
  );
}

function isPicture(file: MyFile): boolean {
  return file.mediaType.startsWith('image/');
}

function withoutFile({ way, credentialId }: CasePaper, until: string | undefined, props: CaseProps): string {
  const words = wordsOf(props).papers;
  if (way === 'commitment') return words.declared;
  if (way === 'owed') return until ? words.owedUntil(dayText(until, props, 'long')) : words.owedOpen;
  return credentialId ? words.credential(credentialId) : words.noFile;
}
