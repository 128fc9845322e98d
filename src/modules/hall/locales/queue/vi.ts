import type { QueueWords } from './index.ts';

export const words: QueueWords = {
  refusals: {
    unknown_venue: 'Không có trụ sở này, hoặc ở đây không xếp hàng.',
    unknown_booking: 'Không tìm thấy lịch hẹn này, hoặc lịch đã hủy.',
    outside_your_unit: 'Trụ sở này không thuộc đơn vị của anh/chị.',
    not_your_booking: 'Đây là lịch hẹn của người khác.',
    booking_needed: 'Lấy số từ ngoài trụ sở cần có lịch hẹn. Đến nơi, mời lấy số tại máy tự phục vụ hoặc quầy hướng dẫn.',
    booking_of_another_day: ({ on }) => `Lịch hẹn này không phải hôm nay mà là ngày ${on}.`,
    not_served_here: 'Trụ sở này không có quầy làm việc đó.',
    party_too_large: ({ most }) => `Trước quầy tối đa ${most} người. Mời lấy số riêng, hoặc để người khác chờ bên ngoài.`,
    has_ticket: ({ ticketNo }) => `Lịch hẹn này đã lấy số: ${ticketNo}.`,
    special_hall_only: 'Hôm nay người này chỉ được phục vụ ở phòng riêng, và ở đó không có quầy làm việc này.',
    not_found: 'Không tìm thấy.',
    ticket_not_away: 'Số này không lỡ lượt cũng không tạm gác: đang chờ hoặc đang được phục vụ.',
    too_many_returns: 'Số này đã quay lại nhiều lần, mời lấy số mới.',
    not_served_yet: 'Chưa bắt đầu phục vụ.',
    rated_already: 'Đã đánh giá rồi.',
    rating_over: 'Sau bảy ngày không thể đánh giá nữa.',
    window_taken: ({ officerName }) => `${officerName} đang ở quầy này.`,
    other_window_open: ({ windowNo }) => `Anh/chị đang mở quầy ${windowNo}. Hãy rời quầy đó trước.`,
    not_your_window: 'Quầy này không phải do anh/chị mở.',
    stale_version: 'Quầy vừa thay đổi. Dưới đây là trạng thái hiện tại.',
    window_not_open: 'Quầy chưa mở.',
    nobody_called: 'Chưa gọi ai đến quầy này.',
    visitor_in_hand: ({ ticketNo }) => `${ticketNo} đang được phục vụ. Hãy làm xong trước.`,
    window_full: ({ cap }) => `Trước quầy tối đa ${cap} người. Hãy đợi có người rời đi.`,
    nobody_waits: 'Không có ai đang chờ.',
    served_already: 'Khách đã ở quầy.',
    enough_calls: ({ calls }) => `Đã gọi ${calls} lần.`,
    desk_not_free: ({ people }) => `Còn ${people} người trước quầy: không thể coi khách là lỡ lượt.`,
    call_again_first: ({ calls, needed, waitSeconds }) =>
      waitSeconds
        ? `Vừa gọi. Hãy đợi thêm ${waitSeconds} giây.`
        : `Mới gọi ${calls} lần. Phải gọi ${needed} lần không đến mới coi là lỡ lượt.`,
  },
};
