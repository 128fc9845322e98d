import type { Text } from '#kernel/locale.ts';
import type { DocumentSlot, Item, ItemKind, Question, Section, Stage } from '../item.ts';

/** What an imported item needs so that one can apply for it at once. */
export type Standard = Pick<Item, 'sections' | 'questions' | 'documents' | 'stages'> & { readonly result: NonNullable<Item['result']> };

type Form = { readonly extra: readonly Question[]; readonly stages: readonly Stage[]; readonly result: Text };

const text = (hans: string, vi: string, en: string): Text => ({ 'zh-Hans': hans, vi, en });

const sections: Section[] = [
  { key: 'applicant', name: text('申请人', 'Người nộp hồ sơ', 'The applicant') },
  { key: 'matter', name: text('申请的事情', 'Nội dung đề nghị', 'What you apply for') },
];

const applicant: readonly Question[] = [
  {
    key: 'applicantName',
    section: 'applicant',
    type: 'text',
    max: 100,
    ask: text(
      '申请人的姓名或者单位名称是什么？',
      'Họ tên hoặc tên tổ chức nộp hồ sơ là gì?',
      'What is the name of the person or organisation applying?',
    ),
    prefill: { profile: 'name' },
  },
  {
    key: 'applicantIdNo',
    section: 'applicant',
    type: 'identity-number',
    accepts: ['cn-resident', 'cn-organization', 'vn-citizen', 'vn-tax', 'passport'],
    ask: text(
      '证件号码或者统一社会信用代码是什么？',
      'Số căn cước, hộ chiếu hoặc mã số thuế là gì?',
      'What is the identity, passport or organisation number?',
    ),
    prefill: { profile: 'idNo' },
  },
  {
    key: 'applicantPhone',
    section: 'applicant',
    type: 'phone',
    ask: text('用哪个电话联系您？', 'Số điện thoại liên hệ là gì?', 'Which phone can we reach you on?'),
    prefill: { profile: 'phone' },
  },
];

const purpose: Question = {
  key: 'purpose',
  section: 'matter',
  type: 'long-text',
  max: 1000,
  ask: text('您要办的事情，请简单说明。', 'Hãy nêu ngắn gọn việc bạn cần giải quyết.', 'Describe briefly what you apply for.'),
};
const account: Question = {
  key: 'bankAccount',
  section: 'matter',
  type: 'text',
  min: 6,
  max: 40,
  ask: text('钱打到哪个银行账号？', 'Tiền chuyển vào tài khoản ngân hàng nào?', 'Which bank account should the money go to?'),
};
const place: Question = {
  key: 'place',
  section: 'matter',
  type: 'address',
  ask: text('在哪里进行？', 'Thực hiện ở đâu?', 'Where does it take place?'),
};
const otherParty: Question = {
  key: 'otherParty',
  section: 'matter',
  type: 'text',
  max: 100,
  ask: text('另一方是谁？', 'Bên kia là ai?', 'Who is the other party?'),
};

const intake: Stage = { key: 'intake', unit: 'window', limit: 1 };
const review: Stage = { key: 'review', unit: 'self' };
const decision: Stage = { key: 'decision', unit: 'self/head', notBy: ['review'], signs: true };
const issue: Stage = { key: 'issue', unit: 'window' };
const full = [intake, review, decision, issue];
const announcement: Stage = { key: 'announcement', unit: 'self' };
const hearing: Stage = { key: 'hearing', unit: 'self' };

const licenceResult = text('许可证件', 'Giấy phép', 'Licence');
const formByKind: Readonly<Record<ItemKind, Form>> = {
  licence: { extra: [purpose, place], stages: full, result: licenceResult },
  registration: { extra: [purpose], stages: full, result: text('登记证明', 'Giấy chứng nhận đăng ký', 'Certificate of registration') },
  confirmation: { extra: [purpose], stages: full, result: text('确认书', 'Văn bản xác nhận', 'Confirmation') },
  benefit: {
    extra: [purpose, account],
    stages: [intake, review, decision, { key: 'payment', unit: 'self' }],
    result: text('给付决定', 'Quyết định trợ cấp', 'Benefit decision'),
  },
  reward: {
    extra: [purpose],
    stages: [intake, review, announcement, decision, issue],
    result: text('奖励决定', 'Quyết định khen thưởng', 'Reward decision'),
  },
  adjudication: {
    extra: [otherParty, purpose],
    stages: [intake, review, hearing, decision, issue],
    result: text('裁决书', 'Quyết định giải quyết', 'Ruling'),
  },
  levy: { extra: [purpose], stages: [intake, review, decision, issue], result: text('征收决定', 'Quyết định thu', 'Levy decision') },
  'other-power': { extra: [purpose], stages: full, result: text('办理结果通知书', 'Thông báo kết quả', 'Notice of the result') },
  'public-service': {
    extra: [purpose],
    stages: [intake, { ...review, signs: true }, issue],
    result: text('办理结果', 'Kết quả giải quyết', 'The result'),
  },
};

/** The form, paper and stages common to items of a kind; an administrator replaces them with the item's own. */
export function guessStandard(kind: ItemKind, materials: readonly string[] = []): Standard {
  const { extra, stages, result } = formByKind[kind];
  return {
    sections: [...sections],
    questions: [...applicant, ...extra],
    documents: [
      identityPaper,
      ...materials.map(materialSlot).filter((slot, index, all) => all.findIndex((one) => one.key === slot.key) === index),
    ],
    stages: [...stages],
    result: { name: result, delivery: ['electronic', 'counter', 'courier'] },
  };
}

const identityPaper: DocumentSlot = {
  key: 'identity',
  name: text('身份证明或者主体资格证明', 'Giấy tờ tùy thân hoặc giấy tờ pháp nhân', 'Proof of identity or legal status'),
  necessity: 'main',
  from: [{ credential: 'identity' }, { upload: { max: 2 } }],
};

/** A paper another system only names. Its key follows from the name, so that importing again keeps it. */
function materialSlot(name: string): DocumentSlot {
  let hash = 0x811c9dc5;
  for (const character of name) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return { key: `paper${hash.toString(36)}`, name: { 'zh-Hans': name }, necessity: 'main', from: [{ upload: { max: 10 } }] };
}
