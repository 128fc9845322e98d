import { Section } from '#ui/index.ts';
import { type CaseProps, wordsOf } from './case-props.ts';
import { CheckList } from './check-list.tsx';

export function ChecksTab(props: CaseProps) {
  return (
    <div class="pane">
      <Section title={wordsOf(props).checks.title}>
        <CheckList {...props} />
      </Section>
    </div>
  );
}
