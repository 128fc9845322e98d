import type { AppointmentsWords } from './index.ts';

export const words: AppointmentsWords = {
  refusals: {
    unknown_venue: 'Không có trụ sở này, hoặc nơi này không nhận đặt hẹn.',
    not_bookable_here: 'Thủ tục này không làm ở đây, xin chọn nơi khác.',
    not_released: 'Ngày này chưa mở đặt hẹn.',
    not_a_slot: 'Không đặt được giờ này, xin chọn trong các giờ đã nêu.',
    party_too_large: 'Quá nhiều người đi cùng, xin bớt người.',
    slot_taken: 'Giờ này vừa hết chỗ, xin chọn giờ khác.',
    booked_already: 'Ngày này bạn đã có hẹn ở đây, bạn có thể đổi giờ.',
    identity_needed: 'Xin đăng nhập hoặc xác minh số điện thoại trước khi giữ chỗ.',
    hold_expired: 'Đã hết thời gian giữ chỗ, xin chọn lại giờ.',
    wrong_state: 'Lịch hẹn này không đổi được nữa.',
    too_late: 'Đã đến giờ hẹn, không đổi được nữa.',
  },
};
