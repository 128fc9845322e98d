import type { MainWords } from './index.ts';

export const words: MainWords = {
  errorPrefix: 'Lỗi: ',
  menu: {
    today: 'Hôm nay',
    inbox: 'Hồ sơ đến',
    issue: 'Trả kết quả',
    supervision: 'Giám sát',
    ratings: 'Đánh giá',
    contacts: 'Danh bạ',
    items: 'Thủ tục',
    suspensions: 'Kênh tiếp nhận',
    calendars: 'Lịch làm việc',
    people: 'Nhân sự',
    imports: 'Nhập dữ liệu',
    status: 'Hệ thống',
  },
};
