import { Buffer } from 'node:buffer';
import type { Random } from '../random.ts';
import type { PlainRequest } from '../contract/ask-route.ts';

const texts: readonly string[] = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\udfff\ud800',
  '\u202eevil',
  '\ufeff',
  '\u2028\u2029',
  'e\u0301'.repeat(50),
  '👩‍👩‍👧‍👦'.repeat(20),
  'ı İ ß ﬁ',
  'ẞ'.repeat(500),
  '__proto__',
  'constructor',
  'toString',
  "'; drop table orders; --",
  '" or 1=1 --',
  '%00',
  '%s%n%x',
  '${7*7}{{7*7}}',
  '../../../etc/passwd',
  '..\\..\\secrets.json',
  '<script>alert(1)</script>',
  'a'.repeat(10_000),
  'NaN',
  'null',
  '-0',
  '1e309',
  '2026-02-30',
  '0000-00-00',
  '9999-99-99',
  '019ce827-2348-7db4-a6d1-4d0db8a13117',
];
const numbers: readonly number[] = [
  0,
  -0,
  -1,
  0.1,
  1e-9,
  1e21,
  1e308,
  -1e308,
  2 ** 31,
  2 ** 32,
  2 ** 53 - 1,
  2 ** 53,
  -(2 ** 53),
  9_999,
  10_000_000_000,
  10_000_000_001,
];

/** Some value that the field was not meant for. */
export function oddValue(random: Random): unknown {
  const roll = random.integer(0, 9);
  if (roll < 4) return random.pick(texts);
  if (roll < 7) return random.pick(numbers);
  return random.pick<unknown>([null, true, false, [], {}, [[]], [null], { length: 1 }, { a: {} }]);
}

/** Changes one thing of a request that would be taken: a value, a key, the text, an address, a header. */
export function spoil(request: PlainRequest, random: Random): PlainRequest {
  const ways = [
    spoilValue,
    spoilValue,
    spoilValue,
    spoilText,
    spoilAddress,
    spoilQuery,
    spoilHeaders,
  ];
  let spoiled = random.pick(ways)(request, random);
  if (random.chance(0.3)) spoiled = random.pick(ways)(spoiled, random);
  return spoiled;
}

/** Puts an odd value, an odd key or a deep nest somewhere into the JSON body. */
function spoilValue(request: PlainRequest, random: Random): PlainRequest {
  if (typeof request.payload !== 'string') return spoilAddress(request, random);
  let spoiled: string;
  try {
    spoiled = JSON.stringify(changed(JSON.parse(request.payload), random));
  } catch {
    // Already spoiled as text, or nested too deep to be spoiled once more.
    return request;
  }
  // What JSON.stringify would not write itself.
  const raw = random.chance(0.2)
    ? spoiled.replace(/:("[^"]*"|-?\d+)/, () => `:${random.pick(rawValues)}`)
    : spoiled;
  return { ...request, payload: raw };
}

const rawValues = [
  '{"__proto__":{"polluted":1}}',
  '{"constructor":{"prototype":{"polluted":1}}}',
  '1e400',
  '-0.0',
  '123456789012345678901234567890',
  '"\\ud800"',
  '"\\u0000"',
  `${'['.repeat(5_000)}${']'.repeat(5_000)}`,
  `${'{"a":'.repeat(3_000)}1${'}'.repeat(3_000)}`,
  '"\\x"',
  'undefined',
  'NaN',
];

function changed(value: unknown, random: Random): unknown {
  if (typeof value !== 'object' || value === null) return oddValue(random);
  if (Array.isArray(value)) {
    if (value.length === 0 || random.chance(0.3)) {
      return random.pick([
        [oddValue(random)],
        Array.from({ length: 2_000 }, () => oddValue(random)),
      ]);
    }
    return value.map((each, i) => (i === 0 ? changed(each, random) : each));
  }
  const object: Record<string, unknown> = { ...value };
  const names = Object.keys(object);
  const roll = random.fraction();
  if (names.length === 0 || roll < 0.1) {
    return Object.fromEntries([...Object.entries(object), [random.pick(texts), oddValue(random)]]);
  }
  const name = random.pick(names);
  if (roll < 0.2) {
    delete object[name];
    return object;
  }
  object[name] = roll < 0.5 ? changed(object[name], random) : oddValue(random);
  return object;
}

/** Breaks the text of the body itself. */
function spoilText(request: PlainRequest, random: Random): PlainRequest {
  const text = String(request.payload ?? '{}');
  const cut = random.integer(0, text.length);
  const payload = random.pick<() => string | Buffer>([
    () => text.slice(0, cut),
    () => `${text}${text}`,
    () => `\ufeff${text}`,
    () => `${text.slice(0, cut)}\u0000${text.slice(cut)}`,
    () => Buffer.concat([Buffer.from(text.slice(0, cut)), Buffer.from([0xff, 0xfe, 0xc0, 0x80])]),
    () => Buffer.from(text, 'utf16le'),
    () => ' '.repeat(70_000),
    () => `[${'1,'.repeat(20_000)}1]`,
    () => 'a'.repeat(80_000),
    () => '"text"',
    () => 'null',
    () => '',
    () => '[',
  ])();
  return { ...request, payload };
}

/** Puts odd text into the address, escaped rightly, wrongly or not at all. */
function spoilAddress(request: PlainRequest, random: Random): PlainRequest {
  const [path = '', search] = request.url.split('?');
  const parts = path.split('/');
  const at = random.integer(2, parts.length - 1);
  parts[at] = random.pick<() => string>([
    () => safelyEscaped(random.pick(texts)),
    () => '%00',
    () => '%ff%fe',
    () => '%c0%af',
    () => '%2e%2e%2f',
    () => '%',
    () => '%zz',
    () => '..',
    () => 'x'.repeat(random.pick([127, 128, 129, 3_000])),
    () => '__proto__',
    () => '',
  ])();
  return { ...request, url: `${parts.join('/')}${search === undefined ? '' : `?${search}`}` };
}

function safelyEscaped(text: string): string {
  return encodeURIComponent(text.toWellFormed()).slice(0, 2_000);
}

function spoilQuery(request: PlainRequest, random: Random): PlainRequest {
  const [path = '', search = ''] = request.url.split('?');
  const odd = safelyEscaped(random.pick(texts));
  const names = [
    'from',
    'to',
    'compare',
    'before',
    'after',
    'type',
    'receiptNumber',
    'reason',
    'x',
  ];
  const name = random.pick([...names, '__proto__', 'constructor', '', '%']);
  const more = random.pick([
    `${name}=${odd}`,
    `${name}=1&${name}=2`,
    `${name}[]=1`,
    `${name}[a][b]=1`,
    name,
    '&&==&',
    `${name}=${String(random.pick(numbers))}`,
    'a=1&'.repeat(1_500),
  ]);
  return { ...request, url: `${path}?${search}${search ? '&' : ''}${more}` };
}

function spoilHeaders(request: PlainRequest, random: Random): PlainRequest {
  const odd = random.pick<Readonly<Record<string, string>>>([
    { 'idempotency-key': '' },
    { 'idempotency-key': 'not-a-key' },
    { 'idempotency-key': `${'0'.repeat(8)}-0000-7000-8000-${'0'.repeat(12)}` },
    { 'idempotency-key': 'x'.repeat(10_000) },
    { 'content-type': '' },
    { 'content-type': 'application/json; charset=utf-16' },
    { 'content-type': 'application/xml' },
    { 'content-type': 'text/csv' },
    { 'content-type': 'image/png' },
    { 'content-type': ';;;' },
    { 'content-encoding': 'gzip' },
    { 'content-length': '5' },
    { accept: '\u00ff' },
    { cookie: 'armorpos_session=' },
    { cookie: `armorpos_session=${'x'.repeat(5_000)}` },
    { cookie: 'armorpos_session=%ff; armorpos_terminal=%00; =; ;;' },
    { cookie: '__proto__=1; constructor=2' },
    { 'last-event-id': random.pick(['-1', 'NaN', '1e99', '9'.repeat(50), '0x10']) },
    { range: 'bytes=-1' },
    { expect: '100-continue' },
    { 'x-http-method-override': 'DELETE' },
    { 'if-none-match': '*' },
  ]);
  return { ...request, headers: { ...request.headers, ...odd } };
}
