import { type Actor, hasRole } from '#kernel/actor.ts';
import type { Act } from '#kernel/endpoint.ts';
import { textIn } from '#kernel/locale.ts';
import type { Form as PageForm } from '#kernel/page.ts';
import type { Directory } from '#modules/directory/index.ts';
import { BulkBar, Button, Form, KeyHint, uiWords } from '#ui/index.ts';
import type { batchActs } from '../../contract/together.ts';
import { deskWords } from '../../locales/desk/index.ts';
import { rolesOf } from '../../rules/states.ts';

export const bulkForm = 'bulk';
export type BatchAct = (typeof batchActs)[number];

type Keep = Readonly<Record<string, string>>;

/** What can be done with the chosen rows; the server asks again for each whether it may. */
export function Bulk({ act, directory, keep }: { act: Act; directory: Directory; keep: Keep }) {
  const { actor, language } = act;
  const words = deskWords(language);
  const keys = uiWords(language).keys;
  return (
    <Form act="claim" id={bulkForm} keep={keep} label={words.acts.claim}>
      <BulkBar
        keys={
          <>
            <KeyHint keys={['j', 'k']}>{keys.move}</KeyHint>
            <KeyHint keys={['Enter']}>{keys.open}</KeyHint>
            <KeyHint keys={['x']}>{keys.select}</KeyHint>
            <KeyHint keys={['/']}>{keys.search}</KeyHint>
            <KeyHint keys={['?']}>{keys.all}</KeyHint>
          </>
        }
      >
        {hasRole(actor, rolesOf('claim')) && (
          <Button act="claim" keep={keep} shortcut="c">
            {words.acts.claim}
          </Button>
        )}
        {hasRole(actor, rolesOf('accept')) && (
          <Button act="accept" keep={keep} look="second">
            {words.acts.accept}
          </Button>
        )}
        <Button act="release" keep={keep} look="second">
          {words.acts.release}
        </Button>
        {(['sign', 'remind'] as const).map(
          (name) =>
            hasRole(actor, rolesOf(name)) && (
              <Button key={name} act={name} keep={keep} look="second">
                {words.acts[name]}
              </Button>
            ),
        )}
        {hasRole(actor, rolesOf('finish-stage')) && <Finish act={act} keep={keep} />}
        {hasRole(actor, rolesOf('hand-over')) && <HandOver act={act} directory={directory} keep={keep} />}
      </BulkBar>
    </Form>
  );
}

/** One opinion for one's own stage of each. */
function Finish({ act: { language }, keep }: { act: Act; keep: Keep }) {
  const { bulk: words, acts } = deskWords(language);
  return (
    <>
      <label class="hide" for="bulk-opinion">
        {words.opinion}
      </label>
      <input class="input" id="bulk-opinion" name="reason" maxLength={500} placeholder={words.opinion} />
      <Button act="finish-stage" keep={keep} look="second">
        {acts['finish-stage']}
      </Button>
    </>
  );
}

function HandOver({ act: { actor, language }, directory, keep }: { act: Act; directory: Directory; keep: Keep }) {
  const { bulk: words, acts } = deskWords(language);
  return (
    <>
      <label class="hide" for="bulk-to">
        {words.to}
      </label>
      <select class="input" id="bulk-to" name="toPersonId">
        <option value="">{words.pool}</option>
        {officersBelow(directory, actor).map(({ personId, name }) => (
          <option key={personId} value={personId}>
            {textIn(name, language)}
          </option>
        ))}
      </select>
      <Button act="hand-over" keep={keep} look="second">
        {acts['hand-over']}
      </Button>
    </>
  );
}

/** Whom a head may give cases to: the officers of the units one leads. */
function officersBelow({ officers }: Directory, actor: Actor) {
  return officers.filter(({ unitCode }) => hasRole(actor, rolesOf('hand-over'), unitCode));
}

/** The boxes carry number and version, so that a row somebody else has moved meanwhile is told apart from one that was free. */
export function batchInput(act: BatchAct): PageForm['input'] {
  return ({ cases, toPersonId, reason }) => ({
    act,
    cases: [cases ?? []].flat().map((chosen) => {
      const [caseNo = '', version = ''] = (typeof chosen === 'string' ? chosen : '').split('@');
      return { caseNo, version };
    }),
    ...(act === 'hand-over' ? { toPersonId } : {}),
    ...(act === 'finish-stage' ? { reason } : {}),
  });
}
