// Made from zh-Hans.ts by `node tools/hant.ts`. Do not edit.
/** 一個大廳現在怎麼樣：裡面多少人，要等多久，什麼時候能約。 */
export const words = {
  all: '所有大廳',
  openToday: (spans: string) => `今天${spans}開放`,
  closedToday: '今天不開放',
  address: '地址',
  phone: '電話',
  inside: '現在大廳裡',
  insideOf: (now: number, cap: number) => `${now}人，上限${cap}人`,
  special: '隔離辦理區裡',
  full: '大廳滿了，請在外面稍等，或者約個時間再來。',
  waiting: '現場排隊',
  nobody: '沒有人排隊',
  people: (count: number) => `${count}人在等`,
  minutes: (from: number, to: number) => `約${from}—${to}分鐘`,
  bookings: '今天的預約',
  booked: (percent: number) => `已約${percent}%`,
  firstFree: (when: string) => `最早可以約${when}`,
  noneFree: '近期約滿，可以排隊等空位',
  book: '預約',
  asOf: (time: string) => `截至${time}`,
  stale: '連線斷了，下面的數字可能不是最新的。',
};
