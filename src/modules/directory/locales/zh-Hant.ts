export const words = {
  refusals: {
    calendar_unknown: ({ calendar }: { calendar: string }) => `没有“${calendar}”这个工作日历。`,
    no_such_day: '没有这一天，或者结束早于开始。',
    too_many_days: ({ atMost }: { atMost: number }) => `一次最多${atMost}天。`,
    reason_needed: '请写明原因，至少用中文或越南语。',
    outside_your_unit: '这超出了您管理的单位。',
    officer_unknown: '负责人要先在通讯录里。',
    stale_version: '别人刚刚改过。请看一下现在的内容，再决定。',
    not_found: '没有找到。',
  },
};
