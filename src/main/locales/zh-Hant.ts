// Made from zh-Hans.ts by `node tools/hant.ts`. Do not edit.
export const words = {
  errorPrefix: '錯誤：',
  menu: {
    today: '今天',
    inbox: '收件箱',
    issue: '發證',
    supervision: '督辦',
    ratings: '評價',
    contacts: '通訊錄',
    items: '事項',
    suspensions: '渠道',
    calendars: '日曆',
    people: '人員',
    imports: '匯入',
    status: '系統',
  },
};
