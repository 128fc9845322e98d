export const words = {
  channels: {
    online: '网上',
    mobile: '手机',
    kiosk: '自助机',
    phone: '电话',
    post: '邮寄',
    appointment: '预约到厅',
    'walk-in': '现场',
    'home-visit': '上门',
    proxy: '代办',
  },
  and: '、',
  notOffered: '这个事项不这样办',
  bannerTitle: (channels: string, from: string, until: string) => `${from}起暂停${channels}办理${until ? `，到${until}为止` : ''}。`,
  howNow: '现在怎么办最方便',
  refusals: {
    unknown_scope: '没有这个大厅、部门或事项。',
    ends_before_it_begins: '结束时间要晚于开始时间。',
    begins_in_the_past: '开始时间已经过去。',
    ended_already: '已经结束了。',
    unknown_item: '没有这个事项。',
  },
};
