import { type Refusal, refuse } from '#kernel/result.ts';
import { type HelperTimes, openHelper } from './helper-process.ts';
import { mediaTypes, type Sniffed } from './sniff.ts';

export type ViewingCopy = { readonly mediaType: string; readonly bytes: Uint8Array };
export type ViewingOrder = { readonly bytes: Uint8Array; readonly kind: Sniffed['kind']; readonly heicConverter?: string | undefined };
export type Viewer = {
  makeCopy(bytes: Uint8Array, sniffed: Pick<Sniffed, 'kind'>): Promise<ViewingCopy | Refusal<'not_viewable'>>;
  close(): void;
};

/**
 * What an officer looks at instead of the original: upright, at most 1600 px, re-encoded, without place, device or any other metadata.
 * PDF passes as it is. Our image library cannot decode HEIC as phones write it (patents); `heicConverter`, a program called as
 * `program -q 90 in.heic out.jpg` (libheif's heif-convert), can. Without it the answer is `not_viewable`: the original is kept and offered for download.
 */
export function openViewer(config: HelperTimes & { readonly heicConverter?: string | undefined } = {}): Viewer {
  const helper = openHelper<ViewingOrder, Uint8Array | undefined>(new URL('./viewing-worker.ts', import.meta.url), config);
  return {
    makeCopy: async (bytes, { kind }) => {
      if (kind === 'pdf') return { mediaType: mediaTypes.pdf, bytes };
      if (kind === 'docx' || kind === 'xlsx') return refuse('not_viewable', { kind });
      const copy = await helper.ask({ bytes, kind, heicConverter: config.heicConverter });
      return copy ? { mediaType: mediaTypes.webp, bytes: copy } : refuse('not_viewable', { kind });
    },
    close: helper.close,
  };
}
