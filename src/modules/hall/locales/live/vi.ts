import type { LiveWords } from './index.ts';

export const words: LiveWords = {
  all: 'Tất cả đại sảnh',
  openToday: (spans) => `Hôm nay mở cửa ${spans}`,
  closedToday: 'Hôm nay không mở cửa',
  address: 'Địa chỉ',
  phone: 'Điện thoại',
  inside: 'Hiện trong đại sảnh',
  insideOf: (now, cap) => `${now} người, tối đa ${cap}`,
  special: 'Trong khu tiếp riêng',
  full: 'Đại sảnh đã đủ người. Xin chờ bên ngoài một lát hoặc đặt giờ.',
  waiting: 'Xếp hàng tại chỗ',
  nobody: 'Không có ai chờ',
  people: (count) => `${count} người đang chờ`,
  minutes: (from, to) => `khoảng ${from}–${to} phút`,
  bookings: 'Lịch hẹn hôm nay',
  booked: (percent) => `đã đặt ${percent}%`,
  firstFree: (when) => `Giờ trống sớm nhất: ${when}`,
  noneFree: 'Đang kín lịch, có thể chờ chỗ trống',
  book: 'Đặt lịch hẹn',
  asOf: (time) => `Tính đến ${time}`,
  stale: 'Mất kết nối, các số liệu có thể đã cũ.',
};
