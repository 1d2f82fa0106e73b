import { ConnectionLost } from '../failures.ts';
import { MysqlConnection } from './mysql-connection.ts';
import type { ConnectionOptions } from './mysql-connection.ts';
import { withoutPassword } from './database-url.ts';
import type { MysqlPlace } from './database-url.ts';

/**
 * The servers that hold one database. All connections go to the same one while it answers: on a cluster,
 * writers on different nodes only get in each other's way.
 */
export class MysqlHosts {
  readonly #place: MysqlPlace;
  readonly #slow: ConnectionOptions['slow'];
  #preferred = 0;

  constructor(place: MysqlPlace, slow?: ConnectionOptions['slow']) {
    this.#place = place;
    this.#slow = slow;
  }

  /** Connects to the preferred host, or else the next that answers and is ready to be written. */
  async connect(options: Pick<ConnectionOptions, 'patient'> = {}): Promise<MysqlConnection> {
    const { hosts } = this.#place;
    let lost: unknown;
    for (let tried = 0; tried < hosts.length; tried += 1) {
      const index = (this.#preferred + tried) % hosts.length;
      const host = hosts[index];
      if (!host) break;
      try {
        const connection = await MysqlConnection.open(this.#place, host, {
          ...options,
          slow: this.#slow,
        });
        await refuseCutOff(connection);
        this.#preferred = index;
        return connection;
      } catch (error) {
        if (!(error instanceof ConnectionLost)) throw error;
        lost = error;
      }
    }
    throw new ConnectionLost(`connect to ${withoutPassword(this.#place)}`, lost);
  }
}

/** A Galera node that lost its cluster still answers, but with what was true when it lost it. */
async function refuseCutOff(connection: MysqlConnection): Promise<void> {
  const rows = (await connection.all("show status like 'wsrep_ready'")) as { Value: string }[];
  const ready = rows[0]?.Value;
  if (ready === undefined || ready === 'ON') return;
  const [galera] = (await connection.all("show variables like 'wsrep_on'")) as { Value: string }[];
  if (galera?.Value !== 'ON') return;
  connection.destroy();
  throw new ConnectionLost('wsrep_ready', new Error('This node is not part of its cluster now.'));
}
