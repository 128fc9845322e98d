import type { Act } from '#kernel/endpoint.ts';
import { page, type View } from '#kernel/page.ts';
import { Done, formatDay, LinkButton, Prose, Qr, Section } from '#ui/index.ts';
import { portalWords } from '../../locales/portal/index.ts';
import { limitText } from './limits.ts';
import { casePath } from './links.ts';
import { loadOwnCase, type OwnCase } from './own-case.ts';
import { Said } from './said.tsx';
import { Who } from './who.tsx';

const view: View<OwnCase> = ({ data, act, request }) => {
  const { language } = act;
  const words = portalWords(language);
  const { file, told } = data;
  return (
    <div class="stack-5">
      <Done title={words.done.title} no={file.caseNo} label={words.done.number}>
        <p>
          <Said text={file.itemName} />
        </p>
        <p>{words.done.keep}</p>
      </Done>
      <Next data={data} act={act} />
      <Section title={words.done.who}>
        <Who contact={told.contact} supervision={data.situation.item.contact?.supervision} />
      </Section>
      <LinkButton href={casePath(language, file.caseNo)} wide>
        {words.done.open}
      </LinkButton>
      <Receipt data={data} act={act} />
      <Qr text={`${request.origin}/${language}/track?no=${file.caseNo}`} caption={words.done.qr} />
      <p class="small muted">{words.done.print}</p>
    </div>
  );
};

function Next({ data: { file, told, situation }, act: { language } }: { data: OwnCase; act: Act }) {
  const { done } = portalWords(language);
  const { promised } = situation.item.limits;
  return (
    <Section title={done.next}>
      <Prose>
        <ol>
          {file.state === 'submitted' && file.dueOn ? (
            <li>{done.answerBy(told.contact.unitName, formatDay(file.dueOn, language, 'weekday'))}</li>
          ) : (
            <li>{told.sentence}</li>
          )}
          {file.state === 'submitted' && <li>{done.result(limitText(promised, language))}</li>}
          <li>{done.notify}</li>
        </ol>
      </Prose>
    </Section>
  );
}

function Receipt({ data: { file, issued }, act: { language } }: { data: OwnCase; act: Act }) {
  const { done } = portalWords(language);
  if (!issued.some(({ kind }) => kind === 'receipt')) return <p>{done.receiptSoon}</p>;
  return (
    <LinkButton look="second" icon="down" href={casePath(language, file.caseNo, '/papers/receipt')}>
      {done.receipt}
    </LinkButton>
  );
}

/** Where sending leads; whoever comes back later reads how things stand now. */
export const donePage = page({
  path: '/my/cases/:caseNo/done',
  shell: 'portal',
  width: 'read',
  may: 'signed-in',
  load: (act, { params }) => loadOwnCase(act, params['caseNo']),
  title: ({ file }, { language }) => portalWords(language).of(portalWords(language).done.title, file.caseNo),
  view,
});
