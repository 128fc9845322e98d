import { audiences, type Item, type ItemKind, itemKinds, kindByCatalogueDigits } from '../../item.ts';
import type { Notes } from '../candidate.ts';

type Audience = Item['audience'][number];
type Level = NonNullable<Item['level']>;

/** The first that fits wins, so the narrower word stands before the wider. */
const kindWords: readonly (readonly [RegExp, ItemKind])[] = [
  [/许可|审批|licen[cs]e|permit|cấp phép|giấy phép/i, 'licence'],
  [/登记|registration|đăng ký/i, 'registration'],
  [/确认|confirmation|xác nhận/i, 'confirmation'],
  [/给付|benefit|trợ cấp|chi trả/i, 'benefit'],
  [/奖励|reward|khen thưởng/i, 'reward'],
  [/裁决|adjudication|giải quyết tranh chấp/i, 'adjudication'],
  [/征收|征用|levy|thu phí/i, 'levy'],
  [/公共服务|便民|public[ -]?service|dịch vụ công/i, 'public-service'],
  [/其他|其它|备案|other|khác/i, 'other-power'],
];

/** 事项类型: in words, by its digits, or by the digits inside a Chinese catalogue code. */
export function readKind(written: string, code: string, notes: Notes): ItemKind {
  const known = itemKinds.find((kind) => kind === written.trim().toLowerCase());
  const byWords = known ?? kindByCatalogueDigits[written.trim().padStart(2, '0')] ?? kindWords.find(([words]) => words.test(written))?.[1];
  if (byWords) return byWords;
  const byCode = kindByCatalogueDigits[/^[0-9A-Z]{18}\d\d{2}(\d{2})\d{8}/.exec(code)?.[1] ?? ''];
  notes.warn('kind_unknown', { written: written.slice(0, 60), taken: byCode ?? 'public-service' });
  return byCode ?? 'public-service';
}

const audienceWords: readonly (readonly [RegExp, Audience])[] = [
  [/非法人|unincorporated/i, 'unincorporated'],
  [/个体工商|sole trader|individual business|hộ kinh doanh/i, 'individual-business'],
  [/自然人|个人|公民|群众|居民|persons?|citizen|individual|cá nhân|công dân|người dân/i, 'person'],
  [/事业|public institution|đơn vị sự nghiệp/i, 'public-institution'],
  [/社会组织|社团|social organi[sz]ation|tổ chức xã hội|hội/i, 'social-organization'],
  [/企业|公司|enterprise|business|compan(y|ies)|doanh nghiệp/i, 'enterprise'],
  [/行政机关|政府|机关|government|cơ quan nhà nước/i, 'government'],
  [/其他|其它|组织|法人|other|organi[sz]ation|tổ chức|khác/i, 'other'],
];

export function readAudience(written: readonly string[], notes: Notes): Audience[] {
  const found = written.map(
    (words) => audiences.find((one) => one === words.toLowerCase()) ?? audienceWords.find(([known]) => known.test(words))?.[1],
  );
  const unknown = written.filter((_, at) => !found[at]);
  if (unknown.length > 0) notes.warn('audience_unknown', { written: unknown.slice(0, 10).map((words) => words.slice(0, 40)) });
  const audience = [...new Set(found.filter((one) => one !== undefined))];
  if (audience.length > 0) return audience;
  if (unknown.length === 0) notes.warn('audience_missing');
  return ['person', 'enterprise'];
}

const levelWords: readonly (readonly [RegExp, Level])[] = [
  [/国家|部级|中央|national|trung ương|cấp bộ/i, 'national'],
  [/省|自治区|province|tỉnh/i, 'province'],
  [/村|社区|village|thôn/i, 'village'],
  [/乡|镇|街道|town|ward|xã|phường/i, 'town'],
  [/县|区|county|district|huyện|quận/i, 'county'],
  [/市|city|thành phố/i, 'city'],
];

export function readLevel(written: string): Level | undefined {
  return levelWords.find(([words]) => words.test(written))?.[1];
}
