import { expect, test } from 'vitest';
import { BadDatabaseUrl, parseDatabaseUrl, withoutPassword } from './database-url.ts';

test('an address names hosts in the order they are tried, and its password may hold any character', () => {
  const place = parseDatabaseUrl(
    'mysql://till:a%40b%2Fc%3A@db1,db2:3307,[::1]:4000/armorpos?tls=on',
  );
  expect(place).toEqual({
    hosts: [
      { host: 'db1', port: 3306 },
      { host: 'db2', port: 3307 },
      { host: '::1', port: 4000 },
    ],
    user: 'till',
    password: 'a@b/c:',
    database: 'armorpos',
    tls: true,
  });
  expect(withoutPassword(place)).toBe('mysql://till@db1,db2:3307,::1:4000/armorpos');
});

test.each([
  ['mysql://db/armorpos', /user:password@host/],
  ['mysql://till:secret@db', /user:password@host/],
  ['mysql://till:secret@db/a-b', /letters, digits and _/],
  ['mysql://till:secret@db:99999/armorpos', /"db:99999" is no host/],
  ['mysql://till:secret@db,/armorpos', /"" is no host/],
  ['mysql://till:100%secret@db/armorpos', /broken % sign/],
  ['mysql://till:secret@db/armorpos?ssl=1', /not in ssl/],
])('A14: %s is refused in words without the password', (url, words) => {
  const parse = () => parseDatabaseUrl(url);
  expect(parse).toThrow(BadDatabaseUrl);
  expect(parse).toThrow(words);
  expect(parse).not.toThrow(/secret/);
});
