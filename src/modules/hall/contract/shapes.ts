import { Type } from 'typebox';

export const Venue = Type.String({ minLength: 1, maxLength: 100 });
export const Instant = Type.String({ format: 'date-time' });
export const Short = Type.String({ maxLength: 100 });
export const EventId = Type.String({
  minLength: 8,
  maxLength: 80,
  pattern: '^[\\w:.-]+$',
  description: 'Made by the device: the same event sent again is answered the same',
});
/** A Chinese division code, a Vietnamese or other national one, blanks around it allowed. */
export const RegionCode = Type.String({
  maxLength: 20,
  pattern: '^\\s*(\\d{2,12}|[A-Z]{2}-[A-Z0-9]{1,12})\\s*$',
  description: 'Code of a region: 2 to 12 digits, or as in ISO 3166-2, such as VN-HN',
});
export const areas = ['hall', 'special'] as const;
export type Area = (typeof areas)[number];
export const Area = Type.Enum(areas);
