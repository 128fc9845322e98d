// Made from zh-Hans.ts by `node tools/hant.ts`. Do not edit.
export const words = {
  refusals: {
    unknown_venue: '沒有這個大廳，或者它不接受預約。',
    not_bookable_here: '這個事項不在這裡辦，請選別的大廳。',
    not_released: '這一天還沒有開放預約。',
    not_a_slot: '這個時間不能預約，請從列出的時間裡選。',
    party_too_large: '同來的人太多，請減少人數。',
    slot_taken: '這個時間剛剛約滿，請選別的時間。',
    booked_already: '您這一天在這裡已經有預約了，可以改時間。',
    identity_needed: '請先登入或者驗證手機號，再佔用時間。',
    hold_expired: '保留的時間已過，請重新選時間。',
    wrong_state: '這個預約已經不能改了。',
    too_late: '預約的時間已經到了，不能再改。',
  },
};
