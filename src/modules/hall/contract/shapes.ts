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
export const areas = ['hall', 'special'] as const;
export type Area = (typeof areas)[number];
export const Area = Type.Enum(areas);
