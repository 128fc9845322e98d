// Made from zh-Hans.ts by `node tools/hant.ts`. Do not edit.
type Numbers = Readonly<Record<string, number>>;
type Texts = Readonly<Record<string, string>>;

/** Words of the queue: tickets, windows, call screens. */
export const words = {
  refusals: {
    unknown_venue: '沒有這個大廳，或這裡不排隊。',
    unknown_booking: '沒有找到這個預約，或預約已經取消。',
    outside_your_unit: '這個大廳不歸您的單位管。',
    not_your_booking: '這是別人的預約。',
    booking_needed: '在大廳外取號需要先預約。到了大廳可以在自助機或諮詢臺取號。',
    booking_of_another_day: ({ on }: Texts) => `這個預約不是今天的，是${on}的。`,
    not_served_here: '這個大廳沒有視窗辦這件事。',
    party_too_large: ({ most }: Numbers) => `視窗前最多${most}人。請分開取號，或留人在外面等。`,
    has_ticket: ({ ticketNo }: Texts) => `這個預約已經取過號：${ticketNo}。`,
    special_hall_only: '此人今天只能在專用廳辦理，這裡的專用廳沒有視窗辦這件事。',
    not_found: '沒有找到。',
    ticket_not_away: '這個號沒有過號，也沒有暫存，正在排隊或辦理。',
    too_many_returns: '這個號已經回來多次，請重新取號。',
    not_served_yet: '還沒有開始辦理。',
    rated_already: '已經評價過了。',
    rating_over: '辦完七天後不能再評價。',
    window_taken: ({ officerName }: Texts) => `這個視窗正由${officerName}使用。`,
    other_window_open: ({ windowNo }: Texts) => `您已經開著${windowNo}號視窗，請先離開那裡。`,
    not_your_window: '這個視窗不是您開的。',
    stale_version: '視窗的狀態剛剛變了。下面是現在的狀態。',
    window_not_open: '視窗沒有開。',
    nobody_called: '視窗前沒有叫到的人。',
    visitor_in_hand: ({ ticketNo }: Texts) => `${ticketNo}還在辦理，請先辦完。`,
    window_full: ({ cap }: Numbers) => `視窗前最多${cap}人，請等人離開。`,
    nobody_waits: '沒有人在等。',
    served_already: '來訪人已經到視窗了。',
    enough_calls: ({ calls }: Numbers) => `已經叫了${calls}次。`,
    desk_not_free: ({ people }: Numbers) => `視窗前還有${people}人，不能算來訪人過號。`,
    call_again_first: ({ calls, needed, waitSeconds }: Numbers) =>
      waitSeconds ? `剛叫過，請再等${waitSeconds}秒。` : `才叫了${calls}次，叫滿${needed}次沒有來才算過號。`,
  },
};
