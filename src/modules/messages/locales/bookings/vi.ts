import type { BookingNoticeWords } from './index.ts';

export const words: BookingNoticeWords = {
  advice: 'tư vấn',
  contact: (hall, phone) => `${hall}, điện thoại ${phone}`,
  notices: {
    bookingMade: {
      title: 'Đã đặt lịch hẹn',
      body: ({ when, item, hall, address, arriveFrom, arriveUntil, no }) =>
        `Bạn đã hẹn ${when} tại ${hall} (${address}) để làm “${item}”, số hẹn ${no}. Xin đến trong khoảng ${arriveFrom}–${arriveUntil} và đưa mã ở cửa. Phiếu hẹn ghi giấy tờ mang theo; có phiếu là đổi giờ, hủy được.`,
      text: ({ shortWhen, arriveFrom }) => `đã hẹn ${shortWhen}, vào từ ${arriveFrom}.`,
    },
    bookingMoved: {
      title: 'Đã đổi giờ hẹn',
      body: ({ when, item, hall, arriveFrom, arriveUntil }) =>
        `Lịch hẹn “${item}” đã chuyển sang ${when}, ${hall}. Xin đến trong khoảng ${arriveFrom}–${arriveUntil}. Giờ cũ đã trả lại.`,
      text: ({ shortWhen, arriveFrom }) => `đã đổi sang ${shortWhen}, vào từ ${arriveFrom}.`,
    },
    bookingCancelled: {
      title: 'Lịch hẹn đã hủy',
      body: ({ when, item, hall }) =>
        `Lịch hẹn ${when} tại ${hall} để làm “${item}” đã hủy. Nếu không phải bạn hủy, xin gọi ngay số dưới đây.`,
      text: ({ shortWhen }) => `lịch hẹn ${shortWhen} đã hủy.`,
    },
    bookingTomorrow: {
      title: 'Ngày mai bạn có hẹn',
      body: ({ when, item, hall, address, arriveFrom, arriveUntil }) =>
        `${when} bạn có hẹn tại ${hall} (${address}) để làm “${item}”. Xin đến trong khoảng ${arriveFrom}–${arriveUntil}, mang đủ giấy tờ và giấy tờ tùy thân. Không đến được thì xin đổi giờ hoặc hủy để nhường người khác.`,
      text: ({ shortWhen }) => `bạn có hẹn ${shortWhen}, nhớ mang giấy tờ.`,
    },
    bookingToday: {
      title: 'Hôm nay bạn có hẹn',
      body: ({ when, item, hall, arriveFrom, arriveUntil }) =>
        `${when} bạn có hẹn tại ${hall} để làm “${item}”. Xin đến trong khoảng ${arriveFrom}–${arriveUntil} và đưa mã ở cửa.`,
      text: ({ shortWhen, arriveFrom }) => `bạn có hẹn ${shortWhen}, vào từ ${arriveFrom}.`,
    },
    bookingOffered: {
      title: 'Giờ hẹn cũ không thực hiện được, có giờ mới cho bạn',
      body: ({ was, when, item, hall, answerBy }) =>
        `Lịch hẹn${was ? ` ${was}` : ''} để làm “${item}” không thực hiện được, chúng tôi xin lỗi. Chúng tôi giữ cho bạn ${when}, ${hall}, đến ${answerBy}. Xin mở phiếu hẹn để trả lời: đồng ý, đổi giờ, làm cách khác hoặc thôi. Chưa có ý kiến của bạn thì không hủy.`,
      text: ({ shortWhen }) => `lịch hẹn bị ảnh hưởng, giữ cho bạn ${shortWhen}, xin trả lời.`,
    },
    placeFound: {
      title: 'Đã có chỗ cho bạn',
      body: ({ when, item, hall, answerBy }) =>
        `Chỗ bạn chờ đã có: “${item}”, ${when}, ${hall}. Chỗ được giữ đến ${answerBy}. Xin mở phiếu hẹn để nhận; nếu không cần nữa, xin báo để nhường người sau.`,
      text: ({ shortWhen }) => `đã có chỗ ${shortWhen}, xin xác nhận sớm.`,
    },
    offerLapsed: {
      title: 'Đã hết hạn giữ chỗ',
      body: ({ item, hall }) =>
        `Chưa có trả lời nên giờ giữ cho bạn đã nhường lại. Thứ tự của bạn tại ${hall} để làm “${item}” vẫn được giữ, có giờ mới bạn được mời trước. Nếu gấp, xin gọi số dưới đây hoặc làm cách khác.`,
      text: () => 'đã hết hạn giữ giờ, thứ tự của bạn vẫn giữ.',
    },
    bookingDisplaced: {
      title: 'Đại sảnh tạm dừng, thứ tự của bạn được giữ',
      body: ({ was, item, hall }) =>
        `${hall} tạm dừng, chưa biết khi nào mở lại. Lịch hẹn${was ? ` ${was}` : ''} để làm “${item}” không thực hiện được, chúng tôi xin lỗi. Thứ tự của bạn được giữ, khi mở lại bạn được báo trước. Nếu gấp, xin mở phiếu hẹn để chọn cách khác hoặc gọi số dưới đây.`,
      text: () => 'đại sảnh tạm dừng, thứ tự của bạn được giữ.',
    },
  },
};
