import { joined } from '../portal/said.tsx';
import { type CaseProps, wordsOf } from './case-props.ts';

/** Who else has the case open; an island keeps it fresh and says that this reader is here. */
export function Others(props: CaseProps) {
  const { file, others } = props.data;
  const words = wordsOf(props).head;
  const language = props.act.language;
  return (
    <span
      class="others small muted"
      role="status"
      data-island="presence"
      data-url={`/api/v1/cases/${file.caseNo}/presence`}
      data-words={words.others('{names}')}
      data-join={joined(['', ''], language)}
    >
      {others.length > 0 && words.others(joined(others, language))}
    </span>
  );
}
