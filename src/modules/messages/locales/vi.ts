import type { MessageWords } from './index.ts';

const finish = (unit: string, by: string) => (by ? `${unit} giải quyết xong chậm nhất ngày ${by}.` : `${unit} đang giải quyết.`);
const tell = (unit: string, by: string) =>
  `${unit} sẽ báo hồ sơ có được tiếp nhận không${by ? `, chậm nhất ngày ${by}` : ' trong thời gian sớm nhất'}.`;

export const words: MessageWords = {
  notices: {
    merged: {
      title: 'Hai hồ sơ được gộp làm một',
      body: ({ item, caseNo, instead }) =>
        `Ông/bà đã nộp hơn một hồ sơ “${item}”; ${caseNo} được gộp vào ${instead}, thời hạn không đổi. Hiện ông/bà không cần làm gì.`,
    },
    impliedApproved: {
      title: 'Quá hạn, theo luật coi như chấp thuận',
      body: ({ item, unit }) =>
        `${unit} không ra quyết định về “${item}” trong thời hạn luật định nên theo luật coi như đã chấp thuận. Giấy tờ đang được gửi đến ông/bà. Chúng tôi xin lỗi vì sự chậm trễ.`,
    },
    impliedRefused: {
      title: 'Quá hạn, theo luật coi như từ chối',
      body: ({ item, unit }) =>
        `${unit} không ra quyết định về “${item}” trong thời hạn luật định nên theo luật coi như từ chối. Ông/bà có thể khiếu nại hoặc gọi hỏi. Chúng tôi xin lỗi.`,
    },
    alarmSilence: {
      title: 'Quá hạn, luật đã quyết định thay',
      body: ({ item, caseNo, unit }) =>
        `${caseNo} “${item}” quá hạn không trả lời nên theo luật coi như đã quyết định hoặc tiếp nhận. Đơn vị phụ trách: ${unit}. Xin làm rõ nguyên nhân.`,
    },
    greened: {
      title: 'Hồ sơ của ông/bà vào luồng xanh',
      body: ({ item, by, who, reason }) =>
        `“${item}” được đưa vào luồng xanh: ${reason}\nNgười phụ trách: ${who}, có việc xin gọi thẳng. ${by ? `Chậm nhất ngày ${by} sẽ xong. ` : ''}Hiện ông/bà không cần làm gì.`,
    },
    approvedOwing: {
      title: 'Đã chấp thuận, còn thiếu giấy tờ',
      body: ({ item, unit, points }) =>
        `${unit} đã chấp thuận “${item}”. Xin nộp đúng hạn:\n${points.join('\n')}\nMở hồ sơ, chụp ảnh và tải lên là được.`,
    },
    owingDue: {
      title: 'Xin nộp giấy tờ còn nợ đúng hạn',
      body: ({ item, points }) =>
        `Giấy tờ hẹn nộp sau của “${item}” sắp đến hạn:\n${points.join('\n')}\nMở hồ sơ, chụp ảnh và tải lên là được.`,
    },
    owingBroken: {
      title: 'Giấy tờ chưa được nộp đúng hạn',
      body: ({ item, points }) =>
        `“${item}” có giấy tờ quá hạn chưa nộp:\n${points.join('\n')}\nViệc này đã được ghi lại và cán bộ sẽ thấy khi ông/bà nộp hồ sơ lần sau. Xin nộp sớm.`,
    },
    owingLapsed: {
      title: 'Không nộp giấy tờ, hồ sơ đã chấm dứt',
      body: ({ item, points }) =>
        `Giấy tờ hẹn nộp sau của “${item}” đã quá hạn; theo cam kết khi tiếp nhận, hồ sơ chấm dứt:\n${points.join('\n')}\nNội dung ông/bà đã khai vẫn còn, có thể nộp lại bất cứ lúc nào.`,
    },
    revoked: {
      title: 'Quyết định đã bị thu hồi',
      body: ({ item, unit, reason, points }) =>
        `${unit} đã thu hồi quyết định về “${item}”, giấy tờ không còn hiệu lực. ${[reason, ...points].filter(Boolean).join('\n')}\nNếu không đồng ý, xin gọi cho chúng tôi hoặc khiếu nại.`,
    },
    submitted: {
      title: 'Đã nhận hồ sơ',
      body: ({ item, caseNo, unit, by }) => `Đã nhận hồ sơ “${item}”, mã ${caseNo}. ${tell(unit, by)} Hiện ông/bà không cần làm gì.`,
    },
    submittedFor: {
      title: 'Có người nộp hồ sơ thay ông/bà',
      body: ({ item, caseNo, unit, by, who }) =>
        `${who} đã nộp hồ sơ “${item}” thay ông/bà, mã ${caseNo}. ${tell(unit, by)} Nếu ông/bà không nhờ ai, xin gọi ngay số dưới đây.`,
    },
    accepted: {
      title: 'Hồ sơ đã được tiếp nhận',
      body: ({ item, unit, by }) =>
        `Hồ sơ “${item}” đã được tiếp nhận, bắt đầu tính thời hạn. ${finish(unit, by)} Hiện ông/bà không cần làm gì.`,
    },
    acceptedOwing: {
      title: 'Hồ sơ đã được tiếp nhận, còn giấy tờ nộp sau',
      body: ({ item, unit, by, points }) =>
        `Hồ sơ “${item}” được tiếp nhận trước, bắt đầu tính thời hạn. ${finish(unit, by)} Xin nộp đúng hạn:\n${points.join('\n')}`,
    },
    deemed: {
      title: 'Hồ sơ được coi là đã tiếp nhận',
      body: ({ item, unit, by }) =>
        `Chúng tôi đã không báo đúng hạn hồ sơ “${item}” có được tiếp nhận không. Theo quy định, hồ sơ được coi là tiếp nhận từ ngày nhận. ${finish(unit, by)} Hiện ông/bà không cần làm gì.`,
    },
    notAccepted: {
      title: 'Hồ sơ không được tiếp nhận',
      body: ({ item, unit, reason, instead }) =>
        `${unit} không tiếp nhận hồ sơ “${item}”. Lý do: ${reason}${instead ? `\nCó thể làm như sau: ${instead}` : ''}\nSửa xong có thể nộp lại; nếu không đồng ý, xin gọi số dưới đây hoặc khiếu nại.`,
    },
    correction: {
      title: 'Xin bổ sung hồ sơ',
      body: ({ item, unit, by, points, reason }) =>
        `${unit} đề nghị ông/bà bổ sung hồ sơ “${item}”, chậm nhất ngày ${by}. Thời gian bổ sung không tính vào thời hạn. Tất cả nội dung cần sửa, báo đủ một lần:\n${points.join('\n')}${reason ? `\n${reason}` : ''}\nXin mở hồ sơ, sửa từng mục rồi gửi lại.`,
    },
    answered: {
      title: 'Người nộp đã bổ sung',
      body: ({ item, caseNo, by }) =>
        `Người nộp hồ sơ ${caseNo} “${item}” đã gửi bổ sung, thời hạn tiếp tục tính${by ? `, đến ngày ${by}` : ''}. Xin giải quyết tiếp.`,
    },
    supplied: {
      title: 'Người nộp đã nộp giấy tờ còn nợ',
      body: ({ item, caseNo, points }) => `Người nộp hồ sơ ${caseNo} “${item}” đã nộp: ${points.join(', ')}. Xin kiểm tra.`,
    },
    paused: {
      title: 'Tạm dừng tính thời hạn',
      body: ({ item, unit, reason }) =>
        `${unit} đang giải quyết “${item}”, tạm dừng tính thời hạn: ${reason}. Những ngày này không tính vào thời hạn. Hiện ông/bà không cần làm gì.`,
    },
    resumed: {
      title: 'Tiếp tục tính thời hạn',
      body: ({ item, unit, by }) => `Hồ sơ “${item}” tiếp tục được tính thời hạn. ${finish(unit, by)} Hiện ông/bà không cần làm gì.`,
    },
    extended: {
      title: 'Gia hạn giải quyết',
      body: ({ item, unit, by, reason }) =>
        `Hồ sơ “${item}” cần thêm thời gian. Lý do: ${reason}\n${finish(unit, by)} Chỉ gia hạn một lần này.`,
    },
    apologised: {
      title: 'Xin lỗi vì giải quyết chậm',
      body: ({ item, unit, by, reason }) =>
        `Hồ sơ “${item}” chưa giải quyết đúng hạn, chúng tôi xin lỗi ông/bà.${reason ? ` Lý do: ${reason}` : ''}\nNgày hẹn trả mới là ${by}; ${unit} sẽ giải quyết xong trước ngày đó. Ông/bà không cần đi lại thêm.`,
    },
    approved: {
      title: 'Hồ sơ được chấp thuận',
      body: ({ item, unit }) => `${unit} đã chấp thuận “${item}”. Kết quả đang được trả theo cách ông/bà đã chọn, mở hồ sơ để xem.`,
    },
    refused: {
      title: 'Hồ sơ không được chấp thuận',
      body: ({ item, unit, reason }) =>
        `${unit} không chấp thuận “${item}”. Lý do: ${reason}\nQuyết định ghi rõ cách khiếu nại hoặc khởi kiện, mở hồ sơ để xem.`,
    },
    partly: {
      title: 'Hồ sơ được chấp thuận một phần',
      body: ({ item, unit, reason }) =>
        `${unit} chấp thuận một phần “${item}”. Lý do: ${reason}\nChi tiết và cách khiếu nại có trong quyết định, mở hồ sơ để xem.`,
    },
    terminated: {
      title: 'Chấm dứt giải quyết',
      body: ({ item, unit, reason }) =>
        `${unit} chấm dứt giải quyết “${item}”. Lý do: ${reason}\nThông báo ghi rõ việc cần làm tiếp, mở hồ sơ để xem.`,
    },
    served: {
      title: 'Đã trả kết quả',
      body: ({ item }) => `Hồ sơ “${item}” đã xong, kết quả đã được trả. Mời ông/bà dành một phút đánh giá; không bắt buộc.`,
    },
    reopened: {
      title: 'Giải quyết lại hồ sơ',
      body: ({ item, unit, by, reason }) =>
        `${unit} giải quyết lại “${item}”, quyết định trước không còn hiệu lực. Lý do: ${reason}\n${by ? `Chậm nhất ngày ${by} sẽ xong. ` : ''}Hiện ông/bà không cần làm gì.`,
    },
    lapsed: {
      title: 'Quá hạn bổ sung, hồ sơ đã chấm dứt',
      body: ({ item }) =>
        `Hồ sơ “${item}” quá hạn bổ sung nên đã chấm dứt. Nội dung ông/bà đã khai vẫn còn, có thể nộp lại bất cứ lúc nào.`,
    },
    withdrawn: {
      title: 'Hồ sơ đã được rút',
      body: ({ item, who }) =>
        `Hồ sơ “${item}” đã được ${who} rút, không giải quyết nữa. Nếu đây không phải ý ông/bà, xin gọi ngay số dưới đây; có thể nộp lại bất cứ lúc nào.`,
    },
    takenBack: {
      title: 'Người nộp đã rút hồ sơ',
      body: ({ item, caseNo }) => `Người nộp đã rút hồ sơ ${caseNo} “${item}”, không cần giải quyết nữa.`,
    },
    fromOffice: {
      title: 'Cơ quan giải quyết nhắn tin cho ông/bà',
      body: ({ item, unit }) => `${unit} gửi tin nhắn về hồ sơ “${item}”. Xin mở hồ sơ để đọc và trả lời.`,
    },
    fromApplicant: {
      title: 'Tin nhắn của người nộp',
      body: ({ item, caseNo }) => `Người nộp hồ sơ ${caseNo} “${item}” gửi tin nhắn. Xin mở hồ sơ để đọc và trả lời.`,
    },
    reminded: {
      title: 'Đôn đốc',
      body: ({ item, caseNo, by, who, reason }) =>
        `${who} đôn đốc hồ sơ ${caseNo} “${item}”${by ? `, chậm nhất ngày ${by}` : ''}. ${reason ? `${reason}\n` : ''}Xin giải quyết ngay; nếu không thể, xin chuyển giao.`,
    },
    handedOver: {
      title: 'Có hồ sơ chuyển cho anh/chị',
      body: ({ item, caseNo, by, who, reason }) =>
        `${who} chuyển hồ sơ ${caseNo} “${item}” cho anh/chị${by ? `, hạn ngày ${by}` : ''}. ${reason ? `${reason}\n` : ''}Xin mở hồ sơ và giải quyết tiếp.`,
    },
    parcel: {
      title: 'Kết quả đã giao cho bưu tá',
      body: ({ item, reason }) => `Kết quả “${item}” đã giao cho bưu tá, mã vận đơn ${reason}. Xin chú ý nhận.`,
    },
    draftFor: {
      title: 'Có người đang khai hồ sơ thay ông/bà',
      body: ({ item, who }) =>
        `${who} bắt đầu khai hồ sơ “${item}” thay ông/bà, chưa nộp. Khi nộp chúng tôi sẽ báo. Nếu ông/bà không nhờ ai, xin gọi ngay số dưới đây.`,
    },
    draftDay: {
      title: 'Có hồ sơ chưa nộp',
      body: ({ item }) => `Hồ sơ “${item}” đang khai dở, nội dung vẫn được lưu. Có thể khai tiếp; không cần nữa thì xóa.`,
    },
    draftLast: {
      title: 'Hồ sơ chưa nộp, nhắc lần cuối',
      body: ({ item }) =>
        `Hồ sơ “${item}” đã ba ngày chưa khai tiếp. Nội dung vẫn được lưu, chúng tôi không nhắc nữa. Có thể khai tiếp; không cần nữa thì xóa.`,
    },
    channelClosed: {
      title: 'Cách nộp này tạm dừng',
      body: ({ item, by, reason, instead }) =>
        `Từ ${by}, hồ sơ “${item}” đang khai dở tạm thời không nộp được theo cách này. ${reason ? `Lý do: ${reason}\n` : ''}Nội dung đã khai vẫn còn. ${instead ? `Hiện có thể làm như sau: ${instead}.` : 'Khi mở lại chúng tôi sẽ báo.'}`,
    },
    channelOpen: {
      title: 'Cách nộp này đã mở lại',
      body: ({ item }) => `Ông/bà có thể tiếp tục hồ sơ “${item}”, nội dung đã khai vẫn còn.`,
    },
  },
  contact: (unit, officer, phone) => `Phụ trách: ${[unit, officer].filter(Boolean).join(', ')}${phone ? `, điện thoại ${phone}` : ''}`,
  point: (no, name, wrong) => `${no}. ${name}${wrong ? `: ${wrong}` : ''}`,
  owed: (name, by) => `${name}, chậm nhất ngày ${by}`,
  row: (name, no) => `${name} (bản ${no})`,
  list: (parts) => parts.join(', '),
  defects: {
    unreadable: 'không đọc được',
    incomplete: 'không đầy đủ',
    expired: 'đã hết hạn',
    'wrong-document': 'không đúng loại giấy tờ',
    'not-signed': 'chưa ký',
    'not-stamped': 'chưa đóng dấu',
    'names-differ': 'tên không khớp',
    'too-old': 'quá cũ',
    'page-missing': 'thiếu trang',
  },
  shortText: (agency: string, text: string, link: string) => `${agency}: ${text} ${link}`,
  mail: {
    subject: (agency, title, caseNo) => `${agency}: ${title}${caseNo ? ` (${caseNo})` : ''}`,
    open: 'Mở xem: ',
    foot: (agency) => `${agency}\nThư này do hệ thống gửi, xin không trả lời.`,
  },
  inbox: {
    title: 'Thông báo',
    lead: 'Mỗi bước của hồ sơ đều được báo ở đây.',
    unread: 'Chưa đọc',
    read: 'Đã biết',
    readAll: 'Đánh dấu đã đọc tất cả',
    open: 'Mở hồ sơ',
    openBooking: 'Xem phiếu hẹn',
    openDraft: 'Khai tiếp',
    empty: 'Chưa có thông báo.',
    older: 'Thông báo cũ hơn',
  },
  outbox: {
    title: 'Thư và tin nhắn của bản dùng thử',
    lead: 'Khi dùng thử, thư và tin nhắn không gửi đi mà được giữ ở đây, mới nhất ở trên.',
    none: 'Thư và tin nhắn được gửi qua nhà cung cấp, ở đây không có.',
    empty: 'Chưa gửi gì.',
    to: (address) => `Gửi đến ${address}`,
    text: 'Tin nhắn',
  },
  refusals: {
    not_found: 'Không có thông báo này.',
    bad_cursor: 'Trang không đúng, xin bắt đầu từ trang đầu.',
  },
};
