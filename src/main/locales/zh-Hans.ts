export const words = {
  errorPrefix: '错误：',
  menu: {
    today: '今天',
    inbox: '收件箱',
    issue: '发证',
    supervision: '督办',
    ratings: '评价',
    contacts: '通讯录',
    items: '事项',
    suspensions: '渠道',
    calendars: '日历',
    people: '人员',
    imports: '导入',
    status: '系统',
  },
};
