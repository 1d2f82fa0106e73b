import { createHash } from 'node:crypto';
import { crc32, deflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectOk, openTestTill } from '../../test-till.ts';
import type { TestTill } from '../../test-till.ts';

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(named.length + 8);
  framed.writeUInt32BE(data.length, 0);
  named.copy(framed, 4);
  framed.writeUInt32BE(crc32(named), named.length + 4);
  return framed;
}

/** A PNG all in black, of 8-bit greys. */
function png(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.writeUInt8(8, 8);
  const rows = deflateSync(Buffer.alloc(Math.min((width + 1) * height, 10_000)));
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', rows),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** The frame of a JPEG of 3 × 2 pixels. */
const jpeg = Buffer.from(
  'ffd8ffe000104a46494600010100000100010000ffc0000b080002000301011100ffda0008010100003f00d2ffd9',
  'hex',
);
const webp = Buffer.from('UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==', 'base64');

describe('pictures', () => {
  let till: TestTill;
  beforeAll(async () => {
    till = await openTestTill();
  });
  afterAll(() => till.close());
  const send = (bytes: Buffer, type: string, key = till.newKey()) =>
    till.as('owner').post('/pictures', bytes, { key, headers: { 'content-type': type } });
  const stored = async () =>
    till.deps.database.read((tx) => tx.all(tx.sql.selectFrom('pictures').select('picture_id')));

  it.each([
    ['PNG', png(40, 30), 'image/png', 40, 30],
    ['JPEG', jpeg, 'image/jpeg', 3, 2],
    ['WebP', webp, 'image/webp', 1, 1],
    ['PNG as large as may be', png(4096, 4096), 'image/png', 4096, 4096],
  ])(
    'a %s comes back byte by byte, named by its SHA-256',
    async (_what, bytes, type, width, height) => {
      const pictureId = createHash('sha256').update(bytes).digest('hex');
      expect(expectOk(await send(bytes, type)).json()).toEqual({ pictureId, width, height });
      const answer = expectOk(await till.as('owner').get(`/pictures/${pictureId}`));
      expect(answer.rawPayload.equals(bytes)).toBe(true);
      expect(answer.headers).toMatchObject({
        'content-type': type,
        'x-content-type-options': 'nosniff',
        'content-security-policy': "default-src 'none'; sandbox",
      });
      expect(answer.headers['cache-control']).toContain('immutable');
    },
  );

  it('the same picture is stored once, however often it is sent', async () => {
    const before = await stored();
    const key = till.newKey();
    const answers = [
      await send(png(40, 30), 'image/png'),
      await send(png(40, 30), 'image/png', key),
      await send(png(40, 30), 'image/png', key),
    ];
    expect(new Set(answers.map((answer) => expectOk(answer).payload)).size).toBe(1);
    expect(await stored()).toEqual(before);
    const reused = await send(png(41, 30), 'image/png', key);
    expect(reused.json().code).toBe('key_reused');
  });

  const html = Buffer.from('<script>alert(1)</script>');
  it.each([
    ['is no image', html, 'image/png'],
    ['is empty', Buffer.alloc(0), 'image/png'],
    ['is an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'image/png'],
    ['is a GIF', Buffer.from('R0lGODlhAQABAAAAACwAAAAAAQABAAACAkQBADs=', 'base64'), 'image/png'],
    ['only starts as an image', Buffer.concat([png(1, 1).subarray(0, 8), html]), 'image/png'],
    ['was cut short', png(40, 30).subarray(0, 45), 'image/png'],
    ['is a JPEG cut short', jpeg.subarray(0, -2), 'image/jpeg'],
    ['is a WebP cut short', webp.subarray(0, -6), 'image/webp'],
    ['is another kind than it says', png(40, 30), 'image/jpeg'],
    ['has no pixels', png(0, 30), 'image/png'],
    ['is too wide', png(4097, 1), 'image/png'],
    ['is too high', png(1, 4097), 'image/png'],
  ])('refuses a picture that %s', async (_what, bytes, type) => {
    const before = await stored();
    const answer = await send(bytes, type);
    expect(answer.statusCode).toBe(422);
    expect(answer.json().code).toBe('picture_invalid');
    expect(await stored()).toEqual(before);
  });

  it.each([
    ['JSON', 'application/json', '{}', 'media_type'],
    ['CSV', 'text/csv', 'a,b', 'media_type'],
    ['SVG', 'image/svg+xml', '<svg/>', 'media_type'],
  ])('refuses %s', async (_what, type, body, code) => {
    const answer = await send(Buffer.from(body), type);
    expect(answer.statusCode).toBe(415);
    expect(answer.json().code).toBe(code);
  });

  it('refuses a picture of more than 2 MiB', async () => {
    const answer = await send(
      Buffer.concat([png(1, 1), Buffer.alloc(2 * 1024 * 1024)]),
      'image/png',
    );
    expect(answer.statusCode).toBe(413);
  });

  it('is shown to nobody who is not signed in, and is not found where there is none', async () => {
    const { pictureId } = (await send(png(5, 5), 'image/png')).json();
    expect((await till.browser().get(`/pictures/${pictureId}`)).statusCode).toBe(401);
    expect((await till.as('owner').get(`/pictures/${'0'.repeat(64)}`)).statusCode).toBe(404);
    expect((await till.as('owner').get('/pictures/..%2fsecrets')).statusCode).toBe(400);
  });

  it('M8: an item carries a picture that is stored', async () => {
    const { pictureId } = (await send(png(5, 5), 'image/png')).json();
    const category = { name: 'Pizza', emoji: '', hue: 0, position: 0 };
    expectOk(await till.as('owner').put('/menu/categories/pizza', category));
    const item = {
      categoryId: 'pizza',
      name: 'Pizza',
      description: '',
      emoji: '',
      pictureId,
      sku: '',
      barcode: '',
      taxIds: [],
      position: 0,
      portions: [{ portionId: 'one', name: '', price: 850 }],
    };
    expectOk(await till.as('owner').put('/menu/items/pizza', item));
    expect((await till.as('owner').get('/menu')).json().items[0].pictureId).toBe(pictureId);
  });
});
