import type { SealBox } from '#adapters/seal-box.ts';
import type { VoiceClips } from '#adapters/voice-clips.ts';

export type HallSettings = {
  /** Opens and seals with the keys of the data folder. */
  readonly box: SealBox;
  /** Where robots without a network put their files; undefined: nowhere. */
  readonly dropFolder: string | undefined;
  /** What call screens say. */
  readonly voice: VoiceClips;
  /** Whether the demonstration's queue moves by itself. */
  readonly demo: boolean;
};

let settings: HallSettings | undefined;

/** Called once at start-up. */
export function configureHall(given: HallSettings): void {
  settings = given;
}

export function hallSettings(): HallSettings {
  if (!settings) throw new Error('the hall is not configured');
  return settings;
}
