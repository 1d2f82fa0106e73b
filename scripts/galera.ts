import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createConnection } from 'mysql2/promise';
import { freePort } from './free-port.ts';
import { MariaDbNode } from './mariadb-node.ts';
import type { Settings } from './mariadb-node.ts';
import { ensureMariaDb, ensurePrograms } from './mariadb-programs.ts';
import { untilInterrupted } from './until-interrupted.ts';

export type Cluster = {
  /** Such as mysql://armorpos:…@127.0.0.1:4001,127.0.0.1:4002,127.0.0.1:4003, without a database. */
  readonly url: string;
  /** The same, with the node of this number first: it is tried first. */
  urlFrom(first: number): string;
  /** The URL of one node alone. */
  urlOf(node: number): string;
  /** Ends a node at once, as a power switch does. */
  kill(node: number): Promise<void>;
  /** Starts a node again; it has caught up with the others when this resolves. */
  start(node: number): Promise<void>;
  /** Starts a node whose disk was lost: it gets all that the others have (some 15 s). */
  startEmpty(node: number): Promise<void>;
  /** Starts a node that was killed as a server of its own, with what it had then. */
  startApart(node: number): Promise<void>;
  /** Waits until a node has all that was committed on any. */
  catchUp(node: number): Promise<void>;
  /** Ends all nodes and removes all that they had. */
  stop(): Promise<void>;
};

const provider = '/usr/lib/galera/libgalera_smm.so';
// rsync, the usual one, has no port of its own and fails with several nodes on one machine.
const transferPrograms = ['wsrep_sst_mariabackup', 'mariadb-backup', 'socat'];
const joinLimitMs = 60_000;
const packages = ['mariadb-server', 'galera-4', 'mariadb-backup', 'socat'];

/** A Galera cluster on this machine, each node with ports and data of its own, on the disk. */
export async function startCluster(size: number): Promise<Cluster> {
  await ensurePrograms([provider, ...transferPrograms], packages, [
    'or elsewhere leave the trials of a cluster out: npm run trials -- R1 R5 …',
  ]);
  const programs = await ensureMariaDb();
  const directory = mkdtempSync(join(tmpdir(), 'armorpos-galera-'));
  const remove = (): void => rmSync(directory, { recursive: true, force: true });
  process.once('exit', remove);
  const ports: Ports[] = [];
  for (let i = 0; i < size; i += 1) ports.push(await freePorts());
  const nodes = ports.map(
    (own, i) =>
      new MariaDbNode(programs, join(directory, `node-${i}`), own.sql, settingsOf(own, ports)),
  );
  const [first, ...others] = nodes;
  if (!first) throw new Error('A cluster has one node at least.');
  await first.install();
  await first.start(['--wsrep-new-cluster']);
  await first.stop();
  // Nodes that start with the same state need none transferred.
  for (const node of others) node.copyFrom(first);
  await first.start(['--wsrep-new-cluster']);
  for (const node of others) await joinCluster(node);

  const host = (i: number): string => `127.0.0.1:${nodes[i]?.port}`;
  const credentials = first.url.replace(/[^@]*$/, '');
  const node = (i: number): MariaDbNode => {
    const found = nodes[i];
    if (!found) throw new Error(`The cluster has no node ${i}.`);
    return found;
  };
  const urlFrom = (start: number): string =>
    credentials + nodes.map((_, i) => host((start + i) % size)).join(',');
  return {
    url: urlFrom(0),
    urlFrom,
    urlOf: (i) => node(i).url,
    kill: (i) => node(i).kill(),
    async start(i) {
      await joinCluster(node(i), await whereItStood(node(i)));
    },
    async startEmpty(i) {
      node(i).empty();
      await joinCluster(node(i));
    },
    startApart: (i) => node(i).start(['--wsrep-on=OFF']),
    async catchUp(i) {
      const connection = await createConnection(node(i).url);
      await connection.query('set session wsrep_sync_wait = 1');
      await connection.query('start transaction');
      await connection.end();
    },
    async stop() {
      // Nothing of it is kept, so nothing has to be finished.
      await Promise.all(nodes.map((each) => each.kill()));
      process.off('exit', remove);
      remove();
    },
  };
}

/** Starts a node and waits until it has what the others have: it answers before that. */
async function joinCluster(node: MariaDbNode, own: readonly string[] = []): Promise<void> {
  await node.start(own);
  const connection = await createConnection(node.url);
  try {
    const giveUpAt = Date.now() + joinLimitMs;
    while (Date.now() < giveUpAt) {
      const [rows] = await connection.query("show status like 'wsrep_local_state_comment'");
      if ((rows as { Value: string }[])[0]?.Value === 'Synced') return;
      await sleep(50);
    }
    throw new Error(`The node did not join its cluster:\n${node.log.slice(-4_000)}`);
  } finally {
    await connection.end();
  }
}

/** As Debian's service does it: a node that was killed gets what it missed, and not everything. */
async function whereItStood(node: MariaDbNode): Promise<string[]> {
  const answer = await node.ask('--wsrep-recover');
  const position = /Recovered position:? (\S+:\d+)/.exec(answer)?.[1];
  return position ? [`--wsrep-start-position=${position}`] : [];
}

type Ports = { readonly sql: number; readonly group: number; ist: number; sst: number };

async function freePorts(): Promise<Ports> {
  return {
    sql: await freePort(),
    group: await freePort(),
    ist: await freePort(),
    sst: await freePort(),
  };
}

function settingsOf(own: Ports, all: readonly Ports[]): Settings {
  const group = `127.0.0.1:${own.group}`;
  const provided = {
    base_port: own.group,
    'gmcast.listen_addr': `tcp://${group}`,
    'ist.recv_addr': `127.0.0.1:${own.ist}`,
  };
  const inWords = Object.entries(provided).map(([name, value]) => `${name}=${value}`);
  return {
    wsrep_on: 'on',
    wsrep_provider: provider,
    wsrep_cluster_name: 'armorpos',
    wsrep_cluster_address: `gcomm://${all.map((each) => `127.0.0.1:${each.group}`).join(',')}`,
    wsrep_node_name: `node-${all.indexOf(own)}`,
    wsrep_node_address: group,
    wsrep_provider_options: `"${inWords.join(';')}"`,
    wsrep_sst_method: 'mariabackup',
    wsrep_sst_auth: 'root:',
    wsrep_sst_receive_address: `127.0.0.1:${own.sst}`,
    binlog_format: 'row',
    default_storage_engine: 'InnoDB',
    innodb_autoinc_lock_mode: 2,
    // The journal's triggers may be made by the till's user.
    log_bin_trust_function_creators: 1,
  };
}

if (import.meta.main) {
  const cluster = await startCluster(3);
  for (let i = 0; i < 3; i += 1) console.log(cluster.urlOf(i));
  console.log(cluster.url);
  await untilInterrupted();
  await cluster.stop();
}
