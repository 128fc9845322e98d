type Numbers = Readonly<Record<string, number>>;
type Texts = Readonly<Record<string, string>>;

/** Words of the queue: tickets, windows, call screens. */
export const words = {
  refusals: {
    unknown_venue: '没有这个大厅，或这里不排队。',
    unknown_booking: '没有找到这个预约，或预约已经取消。',
    outside_your_unit: '这个大厅不归您的单位管。',
    not_your_booking: '这是别人的预约。',
    booking_needed: '在大厅外取号需要先预约。到了大厅可以在自助机或咨询台取号。',
    booking_of_another_day: ({ on }: Texts) => `这个预约不是今天的，是${on}的。`,
    not_served_here: '这个大厅没有窗口办这件事。',
    party_too_large: ({ most }: Numbers) => `窗口前最多${most}人。请分开取号，或留人在外面等。`,
    has_ticket: ({ ticketNo }: Texts) => `这个预约已经取过号：${ticketNo}。`,
    special_hall_only: '此人今天只能在专用厅办理，这里的专用厅没有窗口办这件事。',
    not_found: '没有找到。',
    ticket_not_away: '这个号没有过号，也没有暂存，正在排队或办理。',
    too_many_returns: '这个号已经回来多次，请重新取号。',
    not_served_yet: '还没有开始办理。',
    rated_already: '已经评价过了。',
    rating_over: '办完七天后不能再评价。',
    window_taken: ({ officerName }: Texts) => `这个窗口正由${officerName}使用。`,
    other_window_open: ({ windowNo }: Texts) => `您已经开着${windowNo}号窗口，请先离开那里。`,
    not_your_window: '这个窗口不是您开的。',
    stale_version: '窗口的状态刚刚变了。下面是现在的状态。',
    window_not_open: '窗口没有开。',
    nobody_called: '窗口前没有叫到的人。',
    visitor_in_hand: ({ ticketNo }: Texts) => `${ticketNo}还在办理，请先办完。`,
    window_full: ({ cap }: Numbers) => `窗口前最多${cap}人，请等人离开。`,
    nobody_waits: '没有人在等。',
    served_already: '来访人已经到窗口了。',
    enough_calls: ({ calls }: Numbers) => `已经叫了${calls}次。`,
    desk_not_free: ({ people }: Numbers) => `窗口前还有${people}人，不能算来访人过号。`,
    call_again_first: ({ calls, needed, waitSeconds }: Numbers) =>
      waitSeconds ? `刚叫过，请再等${waitSeconds}秒。` : `才叫了${calls}次，叫满${needed}次没有来才算过号。`,
  },
};
