import { page, type View } from '#kernel/page.ts';
import { isRefusal } from '#kernel/result.ts';
import { BackLink, formatInstant } from '#ui/index.ts';
import { portalWords } from '../../locales/portal/index.ts';
import { ticketPath } from './address.ts';
import { Bring } from './bring.tsx';
import { loadTicket, type Ticket, TicketPass } from './ticket.tsx';

type Slip = Ticket & { readonly isSlip: boolean };

const view: View<Slip> = ({ data, act }) => {
  const { booking, papers, phone, token, isSlip } = data;
  const { language, now } = act;
  const words = portalWords(language).print;
  return (
    <>
      <BackLink href={ticketPath(language, token)}>{words.back}</BackLink>
      <div class={isSlip ? 'slip stack' : 'stack'}>
        <h1>{words.title}</h1>
        <TicketPass ticket={data} act={act} />
        <Bring papers={papers} act={act} />
        <p>{words.keep}</p>
        <p class="small">
          {words.hotline(phone)}
          <br />
          {words.printed(formatInstant(now, language, { zone: booking.zone, look: 'day' }))}
        </p>
      </div>
    </>
  );
};

/** The ticket on paper: a sheet, or a slip of 80 mm. */
export const printPage = page({
  path: '/b/:token/print',
  shell: 'portal',
  width: 'read',
  may: 'anyone',
  load: async (act, request) => {
    const ticket = await loadTicket(act, request);
    return isRefusal(ticket) ? ticket : { ...ticket, isSlip: request.query['size'] === 'slip' };
  },
  title: ({ booking }, { language }) => `${portalWords(language).print.title} ${booking.bookingNo}`,
  view,
});
