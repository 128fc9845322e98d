import type { Act } from '#kernel/endpoint.ts';
import { textIn } from '#kernel/locale.ts';
import { form, page, type View } from '#kernel/page.ts';
import { isRefusal } from '#kernel/result.ts';
import { centreZone } from '#modules/identity/index.ts';
import { Details, Errors, formatInstant, formErrors, Notice, Section, Summary, Table, Tag, Topline } from '#ui/index.ts';
import { listPolicies } from '../../actions/policy.ts';
import { type PolicyRules, type PolicyView, publishPolicy } from '../../contract/policy.ts';
import { doorWords } from '../../locales/door/index.ts';
import { listPurges, type PurgeRow } from '../../queries/health.ts';
import { PolicyForm } from './policy-form.tsx';
import { toPolicy } from './policy-posted.ts';

const path = '/admin/policies';
export type PolicyData = { readonly rows: readonly PolicyView[]; readonly purges: readonly PurgeRow[] };

/** 入口筛查规则: what holds, what will hold, what held; and a form that begins with what holds. */
export const policiesPage = page({
  path,
  shell: 'desk',
  may: ['admin', 'supervisor'],
  load: async (act) => {
    const listed = await listPolicies(act, {});
    return isRefusal(listed) ? listed : { rows: listed.rows, purges: await listPurges(act.tx) };
  },
  title: (_, { language }) => doorWords(language).policies.title,
  view: (props) => {
    const { data, act, request, form: state } = props;
    const words = doorWords(act.language);
    const errors = formErrors(act.language, state, { own: words.refusals, labels: labelsOf(words.policies.fields) });
    const current = data.rows.find(({ inForce }) => inForce);
    return (
      <>
        <Topline title={words.policies.title} />
        <div class="body stack">
          <p class="muted">{words.policies.lead}</p>
          <Errors errors={errors} />
          {request.query['done'] && (
            <Notice tone="ok" live>
              <p>{words.policies.published}</p>
            </Notice>
          )}
          {current && <Version row={current} act={act} />}
          <PolicyForm {...props} />
          <Others {...props} />
          <Purges {...props} />
        </div>
      </>
    );
  },
  forms: { publish: form(publishPolicy, () => `${path}?done=1`, toPolicy) },
});

function labelsOf(fields: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).map(([key, label]) => [`rules.${key}`, label]));
}

const Others: View<PolicyData> = ({ data: { rows }, act }) => (
  <>
    {rows
      .filter(({ inForce }) => !inForce)
      .map((row) => (
        <Details key={row.version} summary={`${doorWords(act.language).policies.version} ${row.version}`}>
          <Version row={row} act={act} />
        </Details>
      ))}
  </>
);

/** What was forgotten, with its proof. */
const Purges: View<PolicyData> = ({ data: { purges }, act }) => {
  const words = doorWords(act.language).policies;
  return (
    <Section title={words.purges} id="purges">
      <Table
        caption={words.purges}
        rows={purges}
        rowKey={({ at }) => at.toISOString()}
        empty={words.noPurges}
        columns={[
          {
            key: 'at',
            label: words.purgedAt,
            strong: true,
            cell: ({ at }) => formatInstant(at, act.language, { zone: centreZone(), look: 'short' }),
          },
          { key: 'readings', label: words.fields.readingDays, right: true, cell: ({ readings }) => readings },
          { key: 'identities', label: words.fields.identityDays, right: true, cell: ({ identities }) => identities },
          { key: 'remaining', label: words.remaining, right: true, cell: ({ remaining }) => remaining },
          { key: 'hash', label: words.hash, cut: true, cell: ({ hash }) => hash },
        ]}
      />
    </Section>
  );
};

function Version({ row, act }: { row: PolicyView; act: Act }) {
  const words = doorWords(act.language).policies;
  const isFirst = row.effectiveAt.startsWith('1970');
  const from = isFirst ? '—' : formatInstant(new Date(row.effectiveAt), act.language, { zone: centreZone(), look: 'long' });
  return (
    <Section title={`${words.version} ${row.version}`} aside={row.inForce && <Tag tone="ok">{words.inForce}</Tag>}>
      <Summary
        look="tight"
        rows={[{ label: words.from, value: from }, { label: words.madeBy, value: row.madeBy || '—' }, ...rowsOf(row.rules, act)]}
      />
    </Section>
  );
}

function rowsOf(rules: PolicyRules, act: Act) {
  const words = doorWords(act.language);
  const { fields, units, masks, skews } = words.policies;
  const { outcomes, symptoms } = words;
  return [
    { label: fields.temperatureLimit, value: `${rules.temperatureLimit.toFixed(1)} ${units.degrees}` },
    { label: fields.robotMargin, value: `${rules.robotMargin.toFixed(1)} ${units.degrees} · ${rules.handWithinMinutes} ${units.minutes}` },
    { label: fields.repeatAfterMinutes, value: `${rules.repeatAfterMinutes} ${units.minutes}` },
    { label: fields.symptoms, value: rules.symptoms.map((one) => symptoms[one]).join(' · ') },
    { label: fields.symptomOutcome, value: outcomes[rules.symptomOutcome] },
    { label: fields.mask, value: masks[rules.mask] },
    {
      label: fields.regions,
      value: rules.regions.length > 0 ? rules.regions.map(({ code, name }) => `${code} ${textIn(name, act.language)}`).join(' · ') : '—',
    },
    { label: fields.regionOutcome, value: `${outcomes[rules.regionOutcome]} (${rules.regionDays} ${units.days})` },
    { label: fields.hospital, value: rules.hospital ? textIn(rules.hospital, act.language) : '—' },
    { label: fields.alertMinutes, value: `${rules.alertMinutes} ${units.minutes}` },
    { label: fields.skewMinutes, value: `${rules.skewMinutes} ${units.minutes} · ${skews[rules.skewed]}` },
    { label: fields.leasePlaces, value: `${rules.leasePlaces} ${units.people} · ${rules.leaseMinutes} ${units.minutes}` },
    { label: fields.readingDays, value: `${rules.readingDays} ${units.days}` },
    { label: fields.identityDays, value: `${rules.identityDays} ${units.days}` },
  ];
}
