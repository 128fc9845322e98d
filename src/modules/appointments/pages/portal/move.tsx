import { textIn } from '#kernel/locale.ts';
import { form, page, type View } from '#kernel/page.ts';
import { isRefusal } from '#kernel/result.ts';
import { BackLink, Button, Errors, Form, formatInstant, formErrors, Notice, StickyBar } from '#ui/index.ts';
import { getTicket } from '../../actions.ts';
import * as contract from '../../contract.ts';
import type { BookingView } from '../../contract/types.ts';
import { appointmentsWords } from '../../locales/index.ts';
import { portalWords } from '../../locales/portal/index.ts';
import { languageIn, ticketPath, withQuery } from './address.ts';
import { Alternatives } from './alternatives.tsx';
import { type Choice, kept, loadChoice, matterName } from './choice.ts';
import { When } from './when.tsx';

type Moving = Choice & { readonly booking: BookingView; readonly token: string };

const view: View<Moving> = ({ data, act, form: posted }) => {
  const { language } = act;
  const all = portalWords(language);
  const words = all.move;
  const { booking, token, chosen, slots, item, directory } = data;
  const when = (at: string) => formatInstant(new Date(at), language, { zone: slots.zone, look: 'weekday' });
  const to = (query: Readonly<Record<string, string | undefined>>) =>
    withQuery(ticketPath(language, token, '/move'), { on: query['on'], at: query['at'] });
  return (
    <>
      <BackLink href={ticketPath(language, token)} />
      <Errors errors={formErrors(language, posted, { own: appointmentsWords(language).refusals })} />
      <Alternatives refusal={posted?.refusal} item={item} directory={directory} act={act} />
      <h1>{words.title}</h1>
      <p class="mt-2">{all.times.about(matterName(data, act, all.times.advice), slots.minutes, textIn(data.hall.name, language))}</p>
      <Notice>
        <p>{words.now(when(booking.at))}</p>
      </Notice>
      <When choice={data} act={act} to={to} />
      {chosen && (
        <div id="chosen">
          <StickyBar label={all.times.chosenTime}>
            <div class="sticky-text">
              <b>{when(chosen.at)}</b>
            </div>
            <Form act="move" keep={{ on: kept(data)['on'] ?? '', at: chosen.at }} hidden={{ at: chosen.at, version: booking.version }}>
              <Button>{words.confirm}</Button>
            </Form>
          </StickyBar>
        </div>
      )}
    </>
  );
};

/** Another time for a booking; the old one is kept until the new one is certain. */
export const movePage = page({
  path: '/b/:token/move',
  shell: 'portal',
  width: 'read',
  may: 'anyone',
  islands: ['submit-once'],
  load: async (act, { params, query }) => {
    const token = params['token'] ?? '';
    const booking = await getTicket(act, { token });
    if (isRefusal(booking)) return booking;
    const asked = { party: String(booking.party), special: String(booking.special), ...query };
    const choice = await loadChoice(act, { venue: booking.venue, item: booking.item ?? undefined }, asked);
    return isRefusal(choice) ? choice : { ...choice, booking, token };
  },
  title: (_, { language }) => portalWords(language).move.title,
  view,
  forms: {
    move: form(contract.moveTicket, (_, request) => `${ticketPath(languageIn(request), request.params['token'] ?? '')}?done=moved`),
  },
});
