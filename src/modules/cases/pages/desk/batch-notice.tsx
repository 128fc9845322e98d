import type { Language } from '#kernel/locale.ts';
import type { FormState } from '#kernel/page.ts';
import { Errors, formErrors, Notice, refusalText } from '#ui/index.ts';
import { deskWords } from '../../locales/desk/index.ts';
import { casesWords } from '../../locales/index.ts';
import { casePath } from './address.ts';
import type { BatchResults } from './batch-results.ts';

/** What became of each case; the refused ones come first, with the reason. */
export function BatchNotice({
  results,
  language,
  form,
}: {
  results: BatchResults | undefined;
  language: Language;
  form: FormState | undefined;
}) {
  const { bulk: words, acts: names } = deskWords(language);
  if (form && !['save', 'drop'].includes(form.name)) return <Failed form={form} language={language} />;
  if (!results) return null;
  const acts: Readonly<Record<string, string>> = names;
  const refused = results.results.filter(({ code }) => code !== null);
  const done = results.results.length - refused.length;
  return (
    <div class="flash">
      <Notice live tone={refused.length > 0 ? 'warn' : 'ok'} title={words.done(acts[results.act] ?? '', done, results.results.length)}>
        <ul class="outcomes">
          {[...refused, ...results.results.filter(({ code }) => code === null)].map(({ caseNo, code }) => (
            <li key={caseNo}>
              <a href={casePath(caseNo)}>{caseNo}</a> {code === null ? words.ok : whyNot(code, language)}
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}

function whyNot(code: string, language: Language): string {
  return refusalText(language, { refused: code, facts: {} }, casesWords(language).refusals);
}

function Failed({ form, language }: { form: FormState; language: Language }) {
  const words = deskWords(language).bulk;
  const errors = form.problems?.some(({ code }) => code === 'too_few')
    ? [{ name: '', text: words.none }]
    : form.problems?.some(({ code }) => code === 'too_many')
      ? [{ name: '', text: words.tooMany }]
      : formErrors(language, form, { own: casesWords(language).refusals });
  return (
    <div class="flash">
      <Errors errors={errors} />
    </div>
  );
}
