import type { Language } from '#kernel/locale.ts';
import { formatInstant, LinkButton, Notice, Qr, Section, Summary, type SummaryRow, Tag, Timeline, type Tone } from '#ui/index.ts';
import type { DeliveryView } from '../contract.ts';
import { type DeliveryWords, wordsIn } from '../locales/index.ts';
import { toScan } from '../rules.ts';

/** `own`: drawn for the applicant's side, who may open the result here. */
export type DeliveryPanelProps = { delivery: DeliveryView; language: Language; zone: string; own?: boolean };

const tones: Partial<Record<DeliveryView['state'], Tone>> = { ready: 'info', delivered: 'ok', cancelled: 'idle' };

/** How the result comes, where it is, and what the applicant can do now: open it, say the code, follow the parcel. */
export function DeliveryPanel({ delivery, language, zone, own = false }: DeliveryPanelProps) {
  const words = wordsIn(language);
  const { panel } = words;
  const needsAddress = delivery.way === 'courier' && delivery.state === 'ready';
  return (
    <>
      <Section title={panel.title}>
        <Summary rows={rowsOf({ delivery, language, zone }, words)} />
        {needsAddress && <Notice tone="warn" title={panel.needsAddress} />}
        {own && delivery.way === 'electronic' && (
          <div class="mt-4">
            <LinkButton href={`/my/cases/${delivery.caseNo}/decision.pdf`}>{panel.openNow}</LinkButton>
            {delivery.state === 'ready' && <p class="hint">{panel.openHint}</p>}
          </div>
        )}
        {delivery.code && <Qr text={toScan(delivery.caseNo, delivery.code)} alt={panel.scan} caption={panel.codeHint} />}
      </Section>
      {delivery.steps.length > 0 && <Way delivery={delivery} language={language} zone={zone} />}
    </>
  );
}

function rowsOf({ delivery, language, zone }: DeliveryPanelProps, { panel, ways, wayHints, states }: DeliveryWords): SummaryRow[] {
  const { code, trackingNo, recipient, proof } = delivery;
  return [
    { label: panel.now, value: <Tag tone={tones[delivery.state] ?? 'info'}>{states[delivery.state]}</Tag> },
    { label: panel.way, value: ways[delivery.way], source: wayHints[delivery.way] },
    ...(code ? [{ label: panel.code, value: <b class="done-no">{code}</b> }] : []),
    ...(trackingNo ? [{ label: panel.tracking, value: <span class="caseno">{trackingNo}</span> }] : []),
    ...(delivery.way === 'courier' && recipient
      ? [{ label: panel.to, value: `${recipient.name} · ${recipient.phone} · ${recipient.address}` }]
      : []),
    ...Object.entries(proof ?? {}).flatMap(([key, value]) => {
      const label = panel.proofs[key as keyof typeof panel.proofs];
      return label ? [{ label, value: written(value, language, zone) }] : [];
    }),
  ];
}

function written(value: string, language: Language, zone: string): string {
  const { identities } = wordsIn(language).desk;
  if (/^\d{4}-\d{2}-\d{2}T/.test(value)) return formatInstant(new Date(value), language, { zone, look: 'day' });
  return identities[value as keyof typeof identities] ?? value;
}

function Way({ delivery, language, zone }: DeliveryPanelProps) {
  const { states, panel } = wordsIn(language);
  const newestFirst = delivery.steps.toReversed();
  return (
    <Section title={panel.steps}>
      <Timeline
        entries={newestFirst.map(({ state, at }, index) => ({
          when: formatInstant(new Date(at), language, { zone, look: 'short' }),
          at,
          title: states[state],
          stage: index === 0 && state !== 'delivered' ? ('now' as const) : ('done' as const),
        }))}
      />
    </Section>
  );
}
