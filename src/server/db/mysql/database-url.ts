/** Where a MySQL-compatible database is reached, and as whom. */
export type MysqlPlace = {
  /** In the order in which they are tried: the first that answers and can be trusted is used. */
  readonly hosts: readonly { readonly host: string; readonly port: number }[];
  readonly user: string;
  readonly password: string;
  readonly database: string;
  /** Encrypted, with the server's certificate checked. */
  readonly tls: boolean;
};

/** The address of a database is not written as it must be. */
export class BadDatabaseUrl extends Error {
  override name = 'BadDatabaseUrl';
}

const usualPort = 3306;
const form = /^mysql:\/\/([^:@/]+)(?::([^@/]*))?@([^/?]+)\/([A-Za-z0-9_]{1,64})(?:\?(.*))?$/;

/** Whether this is the address of a server's database, and not the path of a file. */
export function isMysqlUrl(text: string): boolean {
  return text.startsWith('mysql://');
}

/**
 * Reads `mysql://user:password@host[:port][,host[:port]…]/database[?tls=on]`. Special characters of a
 * password are written in percent form. Throws BadDatabaseUrl, which never repeats the password.
 */
export function parseDatabaseUrl(url: string): MysqlPlace {
  const found = form.exec(url);
  if (!found) {
    throw new BadDatabaseUrl(
      'Write the database as mysql://user:password@host:port/database, with letters, digits and _ in its name; ' +
        'several hosts are separated by commas.',
    );
  }
  const [, user = '', password = '', hosts = '', database = '', search = ''] = found;
  const options = new URLSearchParams(search);
  for (const [name, value] of options) {
    if (name !== 'tls' || !['on', 'off'].includes(value)) {
      throw new BadDatabaseUrl(
        `The database's address may end in ?tls=on or ?tls=off, not in ${name}.`,
      );
    }
  }
  return {
    hosts: hosts.split(',').map(parseHost),
    user: decode(user),
    password: decode(password),
    database,
    tls: options.get('tls') === 'on',
  };
}

/** The address without its password, for a log or a person. */
export function withoutPassword({ hosts, user, database }: MysqlPlace): string {
  const named = hosts.map(({ host, port }) => (port === usualPort ? host : `${host}:${port}`));
  return `mysql://${user}@${named.join(',')}/${database}`;
}

function parseHost(text: string): { host: string; port: number } {
  const found = /^([A-Za-z0-9._-]+|\[[0-9A-Fa-f:]+\])(?::(\d{1,5}))?$/.exec(text);
  const port = found?.[2] === undefined ? usualPort : Number(found[2]);
  if (!found?.[1] || port < 1 || port > 65_535) {
    throw new BadDatabaseUrl(`"${text}" is no host and port of a database.`);
  }
  return { host: found[1].replace(/^\[|\]$/g, ''), port };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    throw new BadDatabaseUrl('The name or password of the database holds a broken % sign.', {
      cause: error,
    });
  }
}
