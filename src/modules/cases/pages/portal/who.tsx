import { Summary, usePage } from '#ui/index.ts';
import type { PublicCase } from '../../contract/read.ts';
import { portalWords } from '../../locales/portal/index.ts';

/** Whom to call about it: the responsible officer by name, and who watches over them. */
export function Who({ contact, supervision }: { contact: PublicCase['contact']; supervision?: string | undefined }) {
  const words = portalWords(usePage().language).case;
  const rows = [
    {
      label: contact.officer ? words.officer : words.office,
      value: [contact.officer, contact.unitName].filter(Boolean).join(' · '),
      ...(contact.phone ? { action: <Phone no={contact.phone} /> } : {}),
    },
    ...(supervision ? [{ label: words.supervision, value: words.supervisor, action: <Phone no={supervision} /> }] : []),
  ];
  return <Summary look="narrow" rows={rows} />;
}

function Phone({ no }: { no: string }) {
  return (
    <a class="nowrap" href={`tel:${no.replaceAll(/[^\d+]/g, '')}`}>
      {no}
    </a>
  );
}
