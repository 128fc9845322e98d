import { type Language, pickText, type Text } from '#kernel/locale.ts';
import { form, page } from '#kernel/page.ts';
import { refuse } from '#kernel/result.ts';
import { iconShapes } from '#ui/components/icon-shapes.ts';
import { Form, Icon, type IconName } from '#ui/index.ts';
import * as contract from '../contract.ts';
import type { PersonShape } from '../contract/types.ts';
import { wordsIn } from '../locales/index.ts';
import { listPersonas, type Persona } from '../queries/personas.ts';
import { settings } from '../settings.ts';
import { withCare } from './sign-in.tsx';

export const demoPage = page({
  path: '/demo',
  shell: 'portal',
  may: 'anyone',
  load: async ({ tx }) => (settings().demo ? { personas: await listPersonas(tx) } : refuse('not_found')),
  title: (_, { language }) => wordsIn(language).demo.title,
  view: ({ data, act }) => {
    const words = wordsIn(act.language).demo;
    return (
      <div class="stack">
        <h1>{words.title}</h1>
        <p class="lead">{words.lead}</p>
        <ul class="people">
          {data.personas.map((persona) => (
            <li key={persona.username}>
              <PersonaCard persona={persona} language={act.language} />
            </li>
          ))}
        </ul>
      </div>
    );
  },
  forms: { enter: form(contract.signInAsPersona, ({ start, person }) => withCare(inTheirLanguage(start, person), person.care)) },
});

/** The reader's own language stays, except where the person's language is what there is to try. */
function inTheirLanguage(start: string, { language }: PersonShape): string {
  return language === 'zh-Hans' || /^\/(desk|admin|gate)/.test(start) ? start : `/${language}${start}`;
}

function PersonaCard({ persona, language }: { persona: Persona; language: Language }) {
  const icon = persona.icon in iconShapes ? (persona.icon as IconName) : 'person';
  return (
    <Form act="enter" hidden={{ username: persona.username }}>
      <button type="submit">
        <span class="face">
          <Icon name={icon} />
        </span>
        <span>
          <b>
            <Said text={persona.name} language={language} />
          </b>
          <span class="role">
            <Said text={persona.title} language={language} />
          </span>
          {persona.steps.map((step, index) => (
            <span key={index} class="small muted">
              {index + 1} <Said text={step} language={language} />
            </span>
          ))}
        </span>
      </button>
    </Form>
  );
}

function Said({ text, language }: { text: Text; language: Language }) {
  const said = pickText(text, language);
  return said.language === language ? <>{said.text}</> : <span lang={said.language}>{said.text}</span>;
}
