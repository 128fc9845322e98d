// Made from zh-Hans.ts by `node tools/hant.ts`. Do not edit.
export const words = {
  channels: {
    online: '網上',
    mobile: '手機',
    kiosk: '自助機',
    phone: '電話',
    post: '郵寄',
    appointment: '預約到廳',
    'walk-in': '現場',
    'home-visit': '上門',
    proxy: '代辦',
  },
  and: '、',
  notOffered: '這個事項不這樣辦',
  bannerTitle: (channels: string, from: string, until: string) => `${from}起暫停${channels}辦理${until ? `，到${until}為止` : ''}。`,
  howNow: '現在怎麼辦最方便',
  refusals: {
    unknown_scope: '沒有這個大廳、部門或事項。',
    ends_before_it_begins: '結束時間要晚於開始時間。',
    begins_in_the_past: '開始時間已經過去。',
    ended_already: '已經結束了。',
    unknown_item: '沒有這個事項。',
  },
};
