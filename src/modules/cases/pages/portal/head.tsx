import type { Act } from '#kernel/endpoint.ts';
import { BackLink, maskName, Tag } from '#ui/index.ts';
import { portalWords } from '../../locales/portal/index.ts';
import type { Application } from './application.ts';
import { guidePath } from './links.ts';
import { Said } from './said.tsx';

/** The item's name over its draft, and for whom it is when that is somebody else. */
export function ApplicationHead({ application: { item, draft, applicant }, act: { language } }: { application: Application; act: Act }) {
  const words = portalWords(language);
  return (
    <>
      <BackLink href={guidePath(language, item.code)}>{words.start.back}</BackLink>
      <h1>
        <Said text={item.name} />
      </h1>
      {draft.onBehalfOf && applicant && (
        <p>
          <Tag tone="info" icon="people">
            {words.forName(maskName(applicant.name))}
          </Tag>
        </p>
      )}
    </>
  );
}
