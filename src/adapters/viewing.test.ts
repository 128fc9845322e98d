import { spawnSync } from 'node:child_process';
import sharp from 'sharp';
import { afterAll, expect, test } from 'vitest';
import { heic, pdf, picture } from './sniff-samples.ts';
import { openViewer, type ViewingCopy } from './viewing.ts';

const viewer = openViewer();
afterAll(() => viewer.close());

const gpsPointer = Buffer.from([0x25, 0x88]);

async function copyOf(bytes: Uint8Array, kind: 'jpg' | 'png' | 'webp'): Promise<ViewingCopy> {
  const copy = await viewer.makeCopy(bytes, { kind });
  if ('refused' in copy) throw new Error(copy.refused);
  return copy;
}

test('where and with what a photo was taken is gone from the copy', async () => {
  const place = { GPSLatitudeRef: 'N', GPSLatitude: '36/1 3/1 41/1', GPSLongitudeRef: 'E', GPSLongitude: '103/1 50/1 3/1' };
  const photo = await picture()
    .withExif({ IFD0: { Make: 'PhoneMaker', Artist: 'Wang Xiulan' }, IFD3: place })
    .jpeg()
    .toBuffer();
  const before = await sharp(photo).metadata();
  expect(before.exif?.includes(gpsPointer)).toBe(true);
  expect(photo.includes('Wang Xiulan')).toBe(true);
  const { bytes, mediaType } = await copyOf(photo, 'jpg');
  const after = await sharp(bytes).metadata();
  expect(mediaType).toBe('image/webp');
  expect([after.exif, after.xmp, after.iptc, after.icc]).toEqual([undefined, undefined, undefined, undefined]);
  for (const trace of ['GPS', 'EXIF', 'Exif', 'PhoneMaker', 'Wang']) expect(Buffer.from(bytes).includes(trace), trace).toBe(false);
});

test('a photo held sideways stands upright and fits in 1600 px; a small one is not blown up', async () => {
  const sideways = await picture(3000, 2000).withMetadata({ orientation: 6 }).jpeg().toBuffer();
  expect(await sharp((await copyOf(sideways, 'jpg')).bytes).metadata()).toMatchObject({ format: 'webp', width: 1067, height: 1600 });
  expect(await sharp((await copyOf(await picture().png().toBuffer(), 'png')).bytes).metadata()).toMatchObject({ width: 40, height: 30 });
});

test('PDF passes unchanged; what cannot be shown is refused and not thrown', async () => {
  expect(await viewer.makeCopy(pdf, { kind: 'pdf' })).toEqual({ mediaType: 'application/pdf', bytes: pdf });
  expect(await viewer.makeCopy(Buffer.from('not a picture'), { kind: 'jpg' })).toMatchObject({ refused: 'not_viewable' });
  expect(await viewer.makeCopy(pdf, { kind: 'xlsx' })).toMatchObject({ refused: 'not_viewable' });
  expect(await viewer.makeCopy(heic, { kind: 'heic' })).toMatchObject({ refused: 'not_viewable' });
  const wrong = openViewer({ heicConverter: 'no-such-program' });
  expect(await wrong.makeCopy(heic, { kind: 'heic' })).toMatchObject({ refused: 'not_viewable' });
});

const hasConverter = spawnSync('heif-convert', ['-h']).error === undefined;
test.skipIf(!hasConverter)('a phone’s HEIC is shown where heif-convert is installed (Debian package libheif-examples)', async () => {
  const copy = await openViewer({ heicConverter: 'heif-convert' }).makeCopy(heic, { kind: 'heic' });
  if ('refused' in copy) throw new Error(copy.refused);
  expect(await sharp(copy.bytes).metadata()).toMatchObject({ format: 'webp', width: 64, height: 48 });
});
