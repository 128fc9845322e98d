// Made from zh-Hans.ts by `node tools/hant.ts`. Do not edit.
export const words = {
  calendar: {
    summary: (matter: string, venue: string) => `${matter} · ${venue}`,
    description: (bookingNo: string) => `預約號 ${bookingNo}。請帶身份證，按約定時間到，不要多人同來。`,
  },
  refusals: {
    unknown_venue: '沒有這個大廳，或者它不接受預約。',
    unknown_item: '沒有這個事項。',
    channel_closed: '這段時間暫停預約，請看現在怎麼辦最方便。',
    not_bookable_here: '這個事項不在這裡辦，請選別的大廳。',
    not_released: '這一天還沒有開放預約。',
    not_a_slot: '這個時間不能預約，請從列出的時間裡選。',
    party_too_large: '同來的人太多，請減少人數。',
    slot_taken: '這個時間剛剛約滿，請選別的時間。',
    booked_already: '您這一天在這裡已經有預約了，可以改時間。',
    hold_expired: '保留的時間已過，請重新選時間。',
    wrong_state: '這個預約已經不能改了。',
    outside_your_unit: '這個大廳不歸您的部門管。',
    begins_in_the_past: '開始日期已經過去。',
    ends_before_it_begins: '結束日期要晚於開始日期。',
    waiting_already: '您已經在這裡排隊等空位了。',
    offer_expired: '為您保留的時間已過，請重新選時間或者打電話。',
    not_over: '這個預約的時間還沒有過。',
    too_late: '預約的時間已經到了，不能再改。',
  },
};
