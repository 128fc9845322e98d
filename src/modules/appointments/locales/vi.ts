import type { AppointmentsWords } from './index.ts';

export const words: AppointmentsWords = {
  calendar: {
    summary: (matter, venue) => `${matter} · ${venue}`,
    description: (bookingNo) => `Mã hẹn ${bookingNo}. Xin mang giấy tờ tùy thân, đến đúng giờ, không đi đông người.`,
  },
  refusals: {
    unknown_venue: 'Không có trụ sở này, hoặc nơi này không nhận đặt hẹn.',
    unknown_item: 'Không có thủ tục này.',
    channel_closed: 'Thời gian này tạm ngừng đặt hẹn, xin xem hiện nay làm thế nào tiện nhất.',
    not_bookable_here: 'Thủ tục này không làm ở đây, xin chọn nơi khác.',
    not_released: 'Ngày này chưa mở đặt hẹn.',
    not_a_slot: 'Không đặt được giờ này, xin chọn trong các giờ đã nêu.',
    party_too_large: 'Quá nhiều người đi cùng, xin bớt người.',
    slot_taken: 'Giờ này vừa hết chỗ, xin chọn giờ khác.',
    booked_already: 'Ngày này bạn đã có hẹn ở đây, bạn có thể đổi giờ.',
    hold_expired: 'Đã hết thời gian giữ chỗ, xin chọn lại giờ.',
    wrong_state: 'Lịch hẹn này không đổi được nữa.',
    outside_your_unit: 'Trụ sở này không thuộc cơ quan của bạn.',
    begins_in_the_past: 'Ngày bắt đầu đã qua.',
    ends_before_it_begins: 'Ngày kết thúc phải sau ngày bắt đầu.',
    waiting_already: 'Bạn đã ở trong danh sách chờ tại đây.',
    offer_expired: 'Giờ giữ cho bạn đã hết hạn, xin chọn lại hoặc gọi điện.',
    not_over: 'Lịch hẹn này chưa qua.',
    too_late: 'Đã đến giờ hẹn, không đổi được nữa.',
  },
};
