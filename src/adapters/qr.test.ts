import { spawnSync } from 'node:child_process';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { qrSvg } from './qr.ts';

const content = 'https://tongban.example/t/HC20-0730-A7K3?l=zh';

test('a QR code says where it leads, has its quiet zone, and no title breaks the picture', () => {
  const svg = qrSvg(content, '办件 <A7K3> & "进度"');
  expect(svg).toContain('<title>办件 &#60;A7K3&#62; &#38; &#34;进度&#34;</title>');
  expect(svg).toMatch(/viewBox="0 0 (\d+) \1"/);
  expect(svg).toContain('M4 4h7v1h-7z');
  expect(svg.length).toBeLessThan(9_000);
});

test.skipIf(spawnSync('zbarimg', ['--version']).error !== undefined)('a reader reads it (Debian package zbar-tools)', async () => {
  const png = await sharp(Buffer.from(qrSvg(content, 'x')), { density: 400 })
    .png()
    .toBuffer();
  expect(spawnSync('zbarimg', ['-q', '--raw', '-'], { input: png, encoding: 'utf8' }).stdout.trim()).toBe(content);
});
