import { crc32 } from 'node:zlib';

export type ZipEntry = { readonly name: string; readonly content: Uint8Array };

/** An archive of files as they are, without packing: photos and PDFs are packed already. Names are UTF-8. At most 65,535 entries and 4 GiB. */
export function zipOf(entries: readonly ZipEntry[]): Buffer {
  const parts: Uint8Array[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, content } of entries) {
    const label = Buffer.from(name);
    const common = commonPart(content, label.length);
    const local = Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), common, label]);
    const central = Buffer.concat([Buffer.from([0x50, 0x4b, 1, 2, 20, 0]), common, Buffer.alloc(14), label]);
    central.writeUInt32LE(at, 42);
    parts.push(local, content);
    directory.push(central);
    at += local.length + content.length;
  }
  const size = directory.reduce((sum, one) => sum + one.length, 0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, ...directory, end]);
}

/** Version, UTF-8 names, stored, 1 January 1980, checksum, sizes, length of the name, no extra field: the same in front of a file and in the directory. */
function commonPart(content: Uint8Array, nameLength: number): Buffer {
  const common = Buffer.alloc(26);
  common.writeUInt16LE(20, 0);
  common.writeUInt16LE(0x0800, 2);
  common.writeUInt16LE(0x21, 8);
  common.writeUInt32LE(crc32(content), 10);
  common.writeUInt32LE(content.length, 14);
  common.writeUInt32LE(content.length, 18);
  common.writeUInt16LE(nameLength, 22);
  return common;
}
