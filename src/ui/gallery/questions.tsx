import type { Language } from '#kernel/locale.ts';
import * as ui from '../index.ts';
import { sample } from './samples.ts';

/** Every kind of question, right and wrong. */
export function Questions({ language }: { language: Language }) {
  const s = sample(language);
  const fields = ui.uiWords(language).fields;
  return (
    <ui.Section title={s('place')}>
      <ui.Steps at={2} of={3} label={s('place')} />
      <ui.Form act="answer" hidden={{ version: 3 }} idempotencyKey="k1" files>
        <ui.NumberInput name="total" label={s('total')} value="46.5" unit="m²" source={s('source')} decimal />
        <ui.NumberInput
          name="kitchen"
          label={s('kitchen')}
          value={s('about')}
          unit="m²"
          error={fields.not_a_number}
          hint={s('questionHint')}
        />
        <ui.TextInput name="address" label={s('address')} value={s('addressText')} autocomplete="street-address" />
        <ui.DateInput
          name="birth"
          label={s('birthday')}
          value={{ year: '1986', month: '13', day: '2' }}
          error={fields.not_a_date}
          wrong={['month']}
        />
        <Picks language={language} />
        <ui.Select name="select" label={s('item')} options={[{ value: 'x', label: s('title') }]} />
        <ui.TextArea name="remark" label={s('remark')} optional value="" />
        <ui.FileInput name="plan" label={s('plan')} upload="#upload" files={[{ fileId: '1', name: 'plan.jpg' }]} />
        <ui.Consent name="truth" hint={s('truthHint')} error={fields.required}>
          {s('truth')}
        </ui.Consent>
        <ui.Details open>
          <p>{s('whyText')}</p>
        </ui.Details>
        <ui.Actions>
          <ui.Button>{ui.uiWords(language).form.continue}</ui.Button>
          <ui.LinkButton href="#later" look="plain">
            {s('later')}
          </ui.LinkButton>
        </ui.Actions>
      </ui.Form>
    </ui.Section>
  );
}

function Picks({ language }: { language: Language }) {
  const s = sample(language);
  const fields = ui.uiWords(language).fields;
  return (
    <>
      <ui.YesNo name="takeaway" label={s('takeaway')} value />
      <ui.Choice
        name="town"
        label={s('town')}
        error={fields.choose_one}
        options={[
          { value: 'a', label: s('theme') },
          { value: 'b', label: s('theme2'), hint: s('note') },
        ]}
      />
      <ui.Choices
        name="dishes"
        label={s('dishes')}
        values={['hot']}
        options={[
          { value: 'hot', label: s('hot') },
          { value: 'drinks', label: s('drinks'), hint: s('drinksHint') },
        ]}
      />
    </>
  );
}

/** One question with mistakes, as a citizen sees it after sending. */
export function QuestionPage({ language }: { language: Language }) {
  const s = sample(language);
  const wrong = ui.uiWords(language).fields.not_a_number;
  return (
    <>
      <ui.BackLink href="#back" />
      <ui.Errors errors={[{ name: 'kitchen', text: wrong }]} />
      <ui.Steps at={2} of={3} label={s('place')} />
      <ui.Form act="answer">
        <h1 class="q">{s('question')}</h1>
        <p class="hint">{s('questionHint')}</p>
        <ui.NumberInput name="total" label={s('total')} value="46.5" unit="m²" source={s('source')} decimal />
        <ui.NumberInput name="kitchen" label={s('kitchen')} value={s('about')} unit="m²" error={wrong} />
        <ui.Details>
          <p>{s('whyText')}</p>
        </ui.Details>
        <ui.Actions>
          <ui.Button>{ui.uiWords(language).form.continue}</ui.Button>
          <ui.LinkButton href="#later" look="plain">
            {s('later')}
          </ui.LinkButton>
        </ui.Actions>
      </ui.Form>
    </>
  );
}

/** The page after sending. */
export function DonePage({ language }: { language: Language }) {
  const s = sample(language);
  return (
    <div class="stack-5">
      <ui.Done title={s('sent')} label={s('caseNo')} no={ui.groupsOfFour('HC7K4M2P9XQ6')}>
        <p>{s('noStop')}</p>
      </ui.Done>
      <ui.Qr text="https://example.org/t/HC7K4M2P9XQ6" />
    </div>
  );
}
