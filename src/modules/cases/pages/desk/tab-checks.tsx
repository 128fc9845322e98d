import { Section } from '#ui/index.ts';
import { type CaseProps, wordsOf } from './case-props.ts';
import { Pane } from './pane.tsx';
import { CheckList } from './check-list.tsx';

export function ChecksTab(props: CaseProps) {
  return (
    <Pane label={wordsOf(props).tabs.checks}>
      <Section title={wordsOf(props).checks.title}>
        <CheckList {...props} />
      </Section>
    </Pane>
  );
}
