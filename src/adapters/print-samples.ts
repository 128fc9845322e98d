import type { Sheets } from './print-sheets.ts';

/** One filled sheet per template, in the languages people read; for tests and for looking at. */
const page = {
  agency: '禾川市政务服务中心',
  date: '2020-07-30',
  qr: { content: 'https://tongban.example/t/HC20-0730-A7K3', title: 'tongban.example/t/HC20-0730-A7K3', caption: '扫码查看办理进度' },
  foot: '禾川市政务服务中心 · 热线 12345 · 经办 W017 · 2020年7月30日 10:12',
  pages: '第 {page} 页，共 {pages} 页',
} as const;
const letter = { addressee: '王秀兰：', opening: '您于2020年7月27日提出的“食品经营许可（新办）”申请，我们已经审查。', rows: [] } as const;
const closing = {
  closing: { agency: '禾川市市场监督管理局', date: '2020年7月30日' },
  seal: { name: '禾川市市场监督管理局', caption: '电子印章' },
};
const vietnamese = {
  language: 'vi',
  agency: 'Trung tâm Phục vụ Hành chính công Hòa Xuyên',
  agencyLine: 'Ủy ban nhân dân thành phố Hòa Xuyên',
  date: '2020-07-30',
  qr: {
    content: 'https://tongban.example/t/HX20-0730-B2M9',
    title: 'tongban.example/t/HX20-0730-B2M9',
    caption: 'Quét mã để theo dõi hồ sơ',
  },
  foot: 'Trung tâm Phục vụ Hành chính công Hòa Xuyên · Đường dây nóng 1022 · Cán bộ W017',
  pages: 'Trang {page}/{pages}',
} as const;

export const samples: Sheets = {
  receipt: {
    ...page,
    language: 'zh-Hans',
    title: '受理通知书',
    number: { label: '受理编号', value: 'HC20 0730 A7K3' },
    intro: '您的申请材料齐全、符合法定形式，我们于2020年7月30日受理。',
    rows: [
      { label: '申请人', value: '王秀兰' },
      { label: '事项', value: '食品经营许可（新办）' },
      { label: '办理部门', value: '禾川市市场监督管理局' },
      { label: '承诺办结', value: '2020年8月13日前（10个工作日；法定20个工作日）' },
      { label: '负责人', value: '李建国 · 0831-2200017' },
    ],
    papers: { title: '已收到的材料', items: ['营业执照（电子证照，已核验）', '经营场所平面图（照片3张）', '食品安全管理制度（PDF）'] },
    next: {
      title: '接下来',
      steps: [
        { title: '审查材料', text: '市场监督管理局在3个工作日内审查。需要补正时，会一次告诉您全部内容。' },
        { title: '视频核查现场', text: '工作人员会电话与您约定时间，您不用到大厅来。' },
        { title: '送达结果', text: '许可证以电子证照发给您；需要纸质的，免费寄到您填写的地址。' },
      ],
    },
    note: '请保存受理编号。凭编号和手机号可以随时查询，不用登录。',
  },
  decision: {
    ...page,
    ...letter,
    ...closing,
    language: 'zh-Hans',
    title: '准予行政许可决定书',
    number: { label: '文号', value: '禾市监许〔2020〕1047号' },
    qr: { ...page.qr, caption: '扫码验证本文件真伪' },
    rows: [
      { label: '申请人', value: '禾川市秀兰小吃店' },
      { label: '统一社会信用代码', value: '92510399MA00000000' },
    ],
    outcome: { label: '决定', value: '准予食品经营许可' },
    reasons: { title: '理由', items: ['申请材料齐全；经2020年7月29日视频核查，经营场所与平面图相符，符合食品经营许可的条件。'] },
    basis: { title: '法律依据', items: ['《中华人民共和国行政许可法》第三十八条第一款', '《中华人民共和国食品安全法》第三十五条'] },
    appeal: {
      title: '如果您不同意',
      items: ['可以自收到本决定书之日起六十日内向禾川市人民政府申请行政复议，或者自收到之日起六个月内向禾川市人民法院提起行政诉讼。'],
    },
  },
  'refusal-notice': {
    ...page,
    ...closing,
    language: 'zh-Hant',
    agency: '禾川市政務服務中心',
    title: '不予受理通知書',
    number: { label: '文號', value: '禾市監不受〔2020〕88號' },
    foot: '禾川市政務服務中心 · 熱線 12345',
    pages: '第 {page} 頁，共 {pages} 頁',
    addressee: '陳麗華：',
    opening: '您於2020年7月28日提出的申請，依法不屬於本機關職權範圍，決定不予受理。',
    rows: [{ label: '事項', value: '藥品零售經營許可' }],
    reasons: { title: '理由', items: ['該事項由省級藥品監督管理部門辦理。'] },
    basis: { title: '法律依據', items: ['《中華人民共和國行政許可法》第三十二條第一款第二項'] },
    instead: { title: '請這樣辦', items: ['向省藥品監督管理局網上申請；我們已把您填寫的內容保留三十天，可以直接轉去。'] },
    appeal: { title: '如果您不同意', items: ['可以自收到本通知書之日起六十日內申請行政復議。'] },
    closing: { agency: '禾川市市場監督管理局', date: '2020年7月30日' },
    seal: { name: '禾川市市場監督管理局', caption: '電子印章' },
  },
  'correction-notice': {
    ...page,
    ...letter,
    ...closing,
    language: 'en',
    agency: 'Hechuan Government Service Centre',
    agencyLine: '禾川市政务服务中心',
    title: 'What to correct',
    number: { label: 'Case number', value: 'HC20 0730 A7K3' },
    qr: { ...page.qr, caption: 'Scan to correct online' },
    foot: 'Hechuan Government Service Centre · hotline 12345',
    pages: 'Page {page} of {pages}',
    addressee: 'Dear Ms Carter,',
    opening: 'We have looked at everything you sent. These two points, and no others, need your attention.',
    defects: {
      title: 'Two points',
      items: [
        {
          title: 'Floor plan',
          wrong: 'The photo is too dark; the room sizes cannot be read.',
          remedy: 'Take it again in daylight, from above.',
        },
        { title: 'Lease', wrong: 'Page 2 is missing.', remedy: 'Send page 2, the one with the signatures.' },
      ],
    },
    by: { label: 'Please send by', value: 'Thursday, 6 August 2020' },
    otherwise:
      'If nothing reaches us by then, the application is taken as withdrawn. You can apply again at any time and reuse these documents.',
    closing: { agency: 'Hechuan Market Regulation Bureau', date: '30 July 2020' },
    seal: { name: 'Hechuan Market Regulation Bureau', caption: 'Electronic seal' },
  },
  apology: {
    ...vietnamese,
    motto: ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc'],
    title: 'Phiếu xin lỗi và hẹn lại ngày trả kết quả',
    number: { label: 'Mã hồ sơ', value: 'HX20 0730 B2M9' },
    addressee: 'Kính gửi: Bà Nguyễn Thị Diễm',
    opening: 'Ngày 16/7/2020, chúng tôi đã tiếp nhận hồ sơ đề nghị cấp giấy phép kinh doanh thực phẩm của bà.',
    rows: [
      { label: 'Thủ tục', value: 'Cấp giấy phép kinh doanh thực phẩm' },
      { label: 'Bộ phận giải quyết', value: 'Sở Công Thương' },
    ],
    cause: { title: 'Lý do chậm', items: ['Đơn vị phối hợp chưa gửi kết quả thẩm định đúng hạn.'] },
    promised: { label: 'Ngày hẹn trước', value: '30/7/2020' },
    renewed: { label: 'Ngày hẹn mới', value: '04/8/2020' },
    sorry: 'Chúng tôi xin lỗi bà vì sự chậm trễ này. Bà không phải nộp thêm giấy tờ nào và không phải đến lại Trung tâm.',
    closing: { agency: 'Sở Công Thương Hòa Xuyên', date: 'Ngày 30 tháng 7 năm 2020' },
    seal: { name: 'Sở Công Thương Hòa Xuyên', caption: 'Con dấu điện tử' },
  },
  'courier-label': {
    language: 'zh-Hans',
    agency: '禾川市政务服务中心',
    title: '证照寄递',
    date: '2020-07-30',
    number: { label: '运单号', value: 'TB 4731 2482 9 CN' },
    qr: { content: 'TB473124829CN', title: 'TB473124829CN', caption: '扫码揽收' },
    to: { label: '收件', name: '王秀兰', phone: '138 0000 0000', lines: ['四川省禾川市大安区', '凉高山街道 47 号 2 单元 301'] },
    from: { label: '寄件', name: '出件窗口', phone: '0831-2200000', lines: ['禾川市政务服务中心 一楼 12 号窗口'] },
    note: '内有证照原件，请本人签收。',
  },
};
