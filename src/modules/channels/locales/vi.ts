import type { ChannelsWords } from './index.ts';

export const words: ChannelsWords = {
  channels: {
    online: 'Trực tuyến',
    mobile: 'Điện thoại di động',
    kiosk: 'Máy tự phục vụ',
    phone: 'Gọi điện',
    post: 'Bưu chính',
    appointment: 'Hẹn trước',
    'walk-in': 'Trực tiếp tại quầy',
    'home-visit': 'Đến nhà',
    proxy: 'Nộp thay',
  },
  and: ', ',
  notOffered: 'Thủ tục này không làm theo cách này',
  bannerTitle: (channels, from, until) => `Từ ${from} tạm dừng: ${channels}${until ? `, đến ${until}` : ''}. `,
  howNow: 'Bây giờ làm thế nào tiện nhất',
  refusals: {
    unknown_scope: 'Không có sảnh, đơn vị hoặc thủ tục này.',
    ends_before_it_begins: 'Thời điểm kết thúc phải sau thời điểm bắt đầu.',
    begins_in_the_past: 'Thời điểm bắt đầu đã qua.',
    ended_already: 'Đã kết thúc rồi.',
    unknown_item: 'Không có thủ tục này.',
  },
};
