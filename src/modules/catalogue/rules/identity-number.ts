import { isCalendarDay } from './calendar-day.ts';

export type IdentityNumberKind = 'cn-resident' | 'cn-organization' | 'vn-citizen' | 'vn-tax' | 'passport';

const checks: Readonly<Record<IdentityNumberKind, (text: string) => boolean>> = {
  'cn-resident': isResidentNumber,
  'cn-organization': isOrganizationCode,
  'vn-citizen': isVietnameseCitizenNumber,
  'vn-tax': isVietnameseTaxNumber,
  passport: (text) => /^(?=.*\d)[A-Z0-9]{6,12}$/.test(text),
};

/** The kind of a number among those accepted, or undefined. Expects capitals without spaces. */
export function identityNumberKind(text: string, accepted: readonly IdentityNumberKind[]): IdentityNumberKind | undefined {
  return accepted.find((kind) => checks[kind](text));
}

const residentWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** 居民身份证 (GB 11643-1999): six digits of place, a birthday, three of sequence, a check character modulo 11-2. */
export function isResidentNumber(text: string): boolean {
  return /^[1-9]\d{16}[\dX]$/.test(text) && isBirthday(text.slice(6, 14)) && residentCheck(text) === text[17];
}

export function residentCheck(text: string): string {
  return '10X98765432'.charAt(residentWeights.reduce((sum, weight, index) => sum + weight * Number(text[index]), 0) % 11);
}

const organizationAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** 统一社会信用代码 (GB 32100-2015): eighteen characters without I O Z S V, the last a check modulo 31. */
export function isOrganizationCode(text: string): boolean {
  return /^[1-9A-HJ-NPQRTUWXY][0-9A-HJ-NPQRTUWXY]\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/.test(text) && organizationCheck(text) === text[17];
}

export function organizationCheck(text: string): string {
  let sum = 0;
  let weight = 1;
  for (const character of text.slice(0, 17)) {
    sum += organizationAlphabet.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return organizationAlphabet.charAt((31 - (sum % 31)) % 31);
}

/** Số căn cước công dân (Decree 137/2015, Circular 59/2021): province, sex and century, year, six random digits; no check digit. */
export function isVietnameseCitizenNumber(text: string): boolean {
  return /^0\d{11}$/.test(text) && Number(text.slice(0, 3)) >= 1 && Number(text.slice(0, 3)) <= 96;
}

const taxWeights = [31, 29, 23, 19, 17, 13, 7, 5, 3];

/** Mã số thuế: ten digits, the tenth a check digit, and three more for a branch. */
export function isVietnameseTaxNumber(text: string): boolean {
  return /^\d{10}(-?(?!000)\d{3})?$/.test(text) && taxCheck(text) === text[9];
}

/** Undefined where no digit fits: such numbers are not given out. */
export function taxCheck(text: string): string | undefined {
  const check = 10 - (taxWeights.reduce((sum, weight, index) => sum + weight * Number(text[index]), 0) % 11);
  return check < 10 ? String(check) : undefined;
}

function isBirthday(digits: string): boolean {
  const year = Number(digits.slice(0, 4));
  return year >= 1850 && year <= 2199 && isCalendarDay(year, Number(digits.slice(4, 6)), Number(digits.slice(6)));
}
