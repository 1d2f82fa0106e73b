import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { crc32, deflateSync } from 'node:zlib';
import { ensureXvfb } from '../../scripts/x-server.ts';

export type XScreen = {
  /** For DISPLAY, such as ":99". */
  readonly display: string;
  /** What is on the screen now, windows and all, as a PNG. */
  readonly picture: () => Promise<Buffer>;
  readonly close: () => Promise<void>;
};

/** A real screen of the X window system that nobody looks at but the test. */
export async function openXScreen(size: { width: number; height: number }): Promise<XScreen> {
  const folder = await mkdtemp(join(tmpdir(), 'armorpos-screen-'));
  const server = spawn(
    await ensureXvfb(),
    [
      '-screen',
      '0',
      `${size.width}x${size.height}x24`,
      '-displayfd',
      '3',
      '-fbdir',
      folder,
      '-nolisten',
      'tcp',
      '-noreset',
    ],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] },
  );
  const ended = once(server, 'exit');
  // The fourth of stdio, as it was asked for above.
  const [said] = (await Promise.race([
    once(server.stdio[3] as Readable, 'data'),
    ended.then(() => Promise.reject(new Error('Xvfb did not start'))),
  ])) as [Buffer];
  return {
    display: `:${said.toString().trim()}`,
    picture: async () => pictureOf(await readFile(join(folder, 'Xvfb_screen0'))),
    close: async () => {
      server.kill();
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Reads what Xvfb keeps its screen in: an X window dump (XWDFile.h), 32 bits a pixel, blue first. */
function pictureOf(dump: Buffer): Buffer {
  const field = (index: number): number => dump.readUInt32BE(index * 4);
  const [headerSize, width, height] = [field(0), field(4), field(5)];
  const [bytesPerLine, colours] = [field(12), field(19)];
  const start = headerSize + colours * 12;
  const rows = Buffer.alloc(height * (1 + width * 3));
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const from = start + y * bytesPerLine + x * 4;
      // Each row of a PNG begins with its filter: none.
      const to = y * (1 + width * 3) + 1 + x * 3;
      rows[to] = dump[from + 2] ?? 0;
      rows[to + 1] = dump[from + 1] ?? 0;
      rows[to + 2] = dump[from] ?? 0;
    }
  }
  return png(width, height, rows);
}

function png(width: number, height: number, rows: Buffer): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Eight bits each of red, green and blue.
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(name: string, data: Buffer): Buffer {
  const content = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(content));
  return Buffer.concat([length, content, check]);
}
