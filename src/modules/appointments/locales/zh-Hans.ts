export const words = {
  calendar: {
    summary: (matter: string, venue: string) => `${matter} · ${venue}`,
    description: (bookingNo: string) => `预约号 ${bookingNo}。请带身份证，按约定时间到，不要多人同来。`,
  },
  refusals: {
    unknown_venue: '没有这个大厅，或者它不接受预约。',
    not_bookable_here: '这个事项不在这里办，请选别的大厅。',
    not_released: '这一天还没有开放预约。',
    not_a_slot: '这个时间不能预约，请从列出的时间里选。',
    party_too_large: '同来的人太多，请减少人数。',
    slot_taken: '这个时间刚刚约满，请选别的时间。',
    booked_already: '您这一天在这里已经有预约了，可以改时间。',
    identity_needed: '请先登录或者验证手机号，再占用时间。',
    hold_expired: '保留的时间已过，请重新选时间。',
    wrong_state: '这个预约已经不能改了。',
    outside_your_unit: '这个大厅不归您的部门管。',
    begins_in_the_past: '开始日期已经过去。',
    ends_before_it_begins: '结束日期要晚于开始日期。',
    waiting_already: '您已经在这里排队等空位了。',
    offer_expired: '为您保留的时间已过，请重新选时间或者打电话。',
    too_late: '预约的时间已经到了，不能再改。',
  },
};
