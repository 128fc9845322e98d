import type { HelpWords } from './index.ts';

export const words: HelpWords = {
  help: {
    title: 'Trợ giúp',
    lead: 'Gọi 12345, có người nghe 24 giờ. Dưới đây là những điều hay được hỏi.',
    sections: [
      {
        id: 'find',
        title: 'Tìm việc cần làm thế nào',
        text: [
          'Ở trang chủ, cứ gõ một câu thường ngày như “mở quán ăn”, “khai sinh cho con”. Có dấu hay không dấu đều được, sai một chữ vẫn tìm ra.',
          'Cũng có thể tìm theo chủ đề, cơ quan, nơi, hoặc theo số lần phải đến.',
        ],
        links: [
          { href: '/services', label: 'Tìm thủ tục' },
          { href: '/themes', label: 'Tìm theo chủ đề' },
          { href: '/directories', label: 'Phải đến mấy lần' },
        ],
      },
      {
        id: 'now',
        title: 'Nơi tiếp nhận đóng cửa thì làm sao',
        text: [
          'Mỗi hướng dẫn đều ghi cách nào đang mở, cách nào đã dừng, vì sao và dùng cách nào thay. Trả lời vài câu hỏi đơn giản cũng biết cách nào tiện nhất.',
        ],
        links: [
          { href: '/how-now', label: 'Bây giờ làm thế nào tiện nhất' },
          { href: '/notices', label: 'Thông báo' },
        ],
      },
      {
        id: 'apply',
        title: 'Nộp hồ sơ thế nào',
        text: [
          'Mở hướng dẫn của thủ tục, bấm “Bắt đầu nộp”. Mỗi trang chỉ hỏi một điều, có thể dừng bất cứ lúc nào, lần sau làm tiếp.',
          'Chưa bấm “Gửi” là chưa nộp, trang sẽ luôn nhắc bạn. Gửi xong có mã hồ sơ, hãy ghi lại.',
        ],
        links: [],
      },
      {
        id: 'track',
        title: 'Tra cứu hồ sơ thế nào',
        text: [
          'Chỉ cần mã hồ sơ và 4 số cuối điện thoại, không phải đăng nhập. Kết quả cho biết đang ở bước nào, ai giải quyết, ngày nào xong, gọi số nào.',
        ],
        links: [{ href: '/track', label: 'Tra cứu hồ sơ' }],
      },
      {
        id: 'book',
        title: 'Đặt lịch hẹn thế nào',
        text: [
          'Chọn thủ tục, nơi đến, ngày và giờ là có phiếu hẹn; đổi hay hủy không cần đăng nhập. Không dùng mạng thì gọi nơi tiếp nhận hoặc 12345, cán bộ đặt giúp. Việc gấp thì nêu tình hình trước.',
        ],
        links: [
          { href: '/book', label: 'Đặt lịch hẹn' },
          { href: '/halls', label: 'Điện thoại và giờ mở cửa' },
        ],
      },
      {
        id: 'ask',
        title: 'Hỏi ai',
        text: ['Cuối mỗi hướng dẫn có điện thoại của cơ quan và người phụ trách, gọi thẳng được. Chưa biết gọi ai thì gọi 12345.'],
        links: [{ href: '/contacts', label: 'Điện thoại các cơ quan và người phụ trách' }],
      },
      {
        id: 'complain',
        title: 'Phản ánh, khiếu nại',
        text: [
          'Chưa hài lòng, hãy gọi số “Giám sát, khiếu nại” trong hướng dẫn hoặc 12345, nêu mã hồ sơ. Mỗi phản ánh đều được ghi nhận và trả lời.',
          'Cũng có thể gửi thư đến nơi tiếp nhận, ghi họ tên và cách liên lạc. Nếu không đồng ý với quyết định, có thể khiếu nại hành chính hoặc khởi kiện theo cách ghi trong quyết định.',
        ],
        links: [{ href: '/contacts', label: 'Điện thoại bộ phận giám sát' }],
      },
      {
        id: 'rate',
        title: 'Đánh giá thế nào',
        text: ['Xong việc, bạn đánh giá ở trang tra cứu hồ sơ. Ai cho điểm thấp sẽ được gọi hỏi lý do và chúng tôi sửa.'],
        links: [{ href: '/track', label: 'Tra cứu hồ sơ' }],
      },
      {
        id: 'others',
        title: 'Làm thay, nhờ làm giúp',
        text: [
          'Không rành mạng vẫn làm được: nhờ người nhà, cán bộ thôn nộp thay; có thủ tục cán bộ đến tận nhà. Mỗi bước người khác làm thay, bạn đều nhận được tin báo.',
        ],
        links: [],
      },
      {
        id: 'privacy',
        title: 'Ai xem được thông tin của tôi',
        text: ['Chỉ người giải quyết việc này mới được xem. Ai đã xem, lúc nào: đăng nhập rồi tự tra được.'],
        links: [{ href: '/my/views', label: 'Ai đã xem thông tin của tôi' }],
      },
    ],
  },
  accessibility: {
    title: 'Khả năng tiếp cận',
    lead: 'Chúng tôi mong ai cũng tự làm được việc của mình. Trang này nói rõ đã làm được gì, chưa làm được gì và báo cho chúng tôi thế nào.',
    sections: [
      {
        id: 'done',
        title: 'Đã làm được',
        text: [
          'Theo Hướng dẫn tiếp cận nội dung web (WCAG) 2.2, mức AA; mỗi lần cập nhật đều kiểm tra tự động.',
          'Mọi trang làm việc đều dùng được chỉ bằng bàn phím, phóng to 200% không phải kéo ngang; tắt tập lệnh vẫn làm được.',
          'Trạng thái không chỉ dùng màu mà có cả hình và chữ. Khi điền sai, đầu trang liệt kê từng chỗ, bấm là đến nơi.',
          'Không có mã hình, không nhấp nháy, không quảng cáo, không tự phát.',
        ],
        links: [],
      },
      {
        id: 'care',
        title: 'Bản dễ dùng',
        text: [
          'Đầu mỗi trang có nút đổi sang bản dễ dùng: chữ lớn, nút lớn, mỗi trang chỉ giữ vài việc quan trọng nhất, số điện thoại luôn ở dưới màn hình. Chọn một lần là được ghi nhớ.',
        ],
        links: [{ href: '/?care=1', label: 'Mở bản dễ dùng' }],
      },
      {
        id: 'languages',
        title: 'Ngôn ngữ',
        text: [
          'Trang có tiếng Trung giản thể, phồn thể, tiếng Việt và tiếng Anh. Tên luật giữ nguyên văn. Có thủ tục chưa dịch, khi đó hiện nguyên văn tiếng Trung hoặc tiếng Việt.',
        ],
        links: [],
      },
      {
        id: 'gaps',
        title: 'Chưa làm được',
        text: [
          'Thủ tục nhận từ hệ thống khác hiển thị nguyên văn, có chỗ chưa dễ hiểu.',
          'Ảnh và tệp do người nộp tải lên không có lời mô tả.',
          'Ngoài sơ đồ dạng hình luôn có bản chữ; tệp PDF in ra chưa đánh dấu cấu trúc cho phần mềm đọc màn hình.',
          'Hiện chủ yếu kiểm tra bằng công cụ tự động và tự thao tác, chưa có người khuyết tật dùng thử một cách hệ thống.',
        ],
        links: [],
      },
      {
        id: 'tell',
        title: 'Báo cho chúng tôi, khiếu nại',
        text: [
          'Trang nào không dùng được, hãy gọi 12345 hoặc điện thoại cơ quan, nêu trang nào, dùng máy hay phần mềm gì. Chúng tôi giúp bạn xong việc trước rồi sửa trang.',
          'Chưa hài lòng với câu trả lời, hãy gọi số giám sát.',
        ],
        links: [{ href: '/contacts', label: 'Điện thoại các cơ quan và bộ phận giám sát' }],
      },
    ],
  },
};
