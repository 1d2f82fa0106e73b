import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { prepareData } from '../trials/prepare-data.ts';
import type { PreparedData } from '../trials/prepare-data.ts';
import { startServer } from '../trials/server-process.ts';
import { goal, heading, missedGoals, say, show } from './print.ts';
import { residentMb } from './resident-memory.ts';
import { fillWithSales, syntheticRange } from './synthetic-sales.ts';
import { Terminals } from './tapping.ts';
import { ms } from './timings.ts';
import { benchWrites } from './writes.ts';

const usage = `npm run bench -- [--orders N] [--writes N] [--data DIR] [--profile DIR]
  --orders N     synthetic orders for the long report (1000000)
  --writes N     order lines a terminal adds (1500)
  --data DIR     where to measure; by default the system's place for temporary files
  --profile DIR  leaves a CPU profile of the server there`;

const { values } = parseArgs({
  options: {
    orders: { type: 'string', default: '1000000' },
    writes: { type: 'string', default: '1500' },
    data: { type: 'string', default: tmpdir() },
    profile: { type: 'string' },
    help: { type: 'boolean' },
  },
});
if (values.help) {
  console.log(usage);
  process.exit(0);
}
const orders = Number(values.orders);
const writes = Number(values.writes);
const yearRange = { from: '2015-01-01', to: '2015-12-31' };

const directory = mkdtempSync(join(values.data, 'armorpos-bench-'));
try {
  await benchStart(join(directory, 'start'));
  for (const engine of ['sqlite', 'mysql'] as const) {
    await benchWrites(engine, directory, writes, values.profile);
  }
  await benchReports('a year, 21,350 orders', join(directory, 'year'), yearRange, 50, importYear);
  await benchReports(
    `five years, ${orders.toLocaleString('en')} orders`,
    join(directory, 'synthetic'),
    syntheticRange,
    200,
    fillSynthetic,
  );
} finally {
  rmSync(directory, { recursive: true, force: true });
}
const missed = missedGoals();
console.log(missed === 0 ? '\nEvery goal met.' : `\n${missed} goals missed.`);

/** Times the start of a till, and weighs it when nobody uses it. */
async function benchStart(data: string): Promise<void> {
  mkdirSync(data);
  await prepareData({ directory: data }, 1);
  const server = await startServer({ directory: data });
  heading('starting');
  goal('start to the first answer', ms(server.startedInMs), '≤ 1 s', server.startedInMs <= 1_000);
  await sleep(2_000);
  const memory = residentMb(server);
  if (memory === undefined) say('resident memory when idle', 'only measured on Linux');
  else goal('resident memory when idle', `${memory.toFixed(0)} MB`, '≤ 150 MB', memory <= 150);
  await server.stop();
}

/** Times a report over a filled till, alone, and what it does to the writes beside it. */
async function benchReports(
  what: string,
  data: string,
  range: { from: string; to: string },
  goalMs: number,
  fill: (data: string, prepared: PreparedData) => Promise<void>,
): Promise<void> {
  mkdirSync(data);
  const prepared = await prepareData({ directory: data }, 2);
  heading(`report over ${what}`);
  await fill(data, prepared);
  const server = await startServer({ directory: data });
  say('start to the first answer', ms(server.startedInMs));
  const terminals = new Terminals(server.port, prepared, 2);
  await terminals.addLines(100);
  const path = `/reports/sales?from=${range.from}&to=${range.to}`;
  const first = performance.now();
  await terminals.get(path);
  say('the first one', ms(performance.now() - first));
  const times: number[] = [];
  for (let i = 0; i < 15; i += 1) {
    const before = performance.now();
    await terminals.get(path);
    times.push(performance.now() - before);
  }
  const median = times.sort((a, b) => a - b)[7] ?? Number.NaN;
  goal('report, p50 of 15', ms(median), `≤ ${goalMs} ms`, median <= goalMs);
  let isDone = false;
  const beside = terminals.addLinesUntil(() => isDone);
  for (let i = 0; i < 15; i += 1) await terminals.get(path);
  isDone = true;
  const writesBeside = await beside;
  show('writes while 15 reports run', writesBeside);
  const { slowest } = writesBeside;
  goal('the slowest of these writes', ms(slowest), '≤ 50 ms', slowest <= 50);
  terminals.close();
  await server.stop();
}

async function importYear(data: string, prepared: PreparedData): Promise<void> {
  const server = await startServer({ directory: data });
  const file = readFileSync(new URL('../fixtures/pizzeria/sales-2015.csv', import.meta.url));
  const lines = file.toString('latin1').trimEnd().split('\n').length - 1;
  const before = performance.now();
  const answer = await fetch(`http://127.0.0.1:${server.port}/api/sales/import`, {
    method: 'POST',
    headers: {
      'content-type': 'text/csv',
      'idempotency-key': '019ce827-2348-7db4-a6d1-4d0db8a13117',
      cookie: `armorpos_session=${prepared.tokens[0]}`,
    },
    body: file,
  });
  if (!answer.ok) throw new Error(await answer.text());
  await answer.text();
  const perSecond = (lines * 1_000) / (performance.now() - before);
  goal('import of its sales', `${perSecond.toFixed(0)} lines/s`, '≥ 20,000', perSecond >= 20_000);
  await server.stop();
}

async function fillSynthetic(data: string): Promise<void> {
  const before = performance.now();
  await fillWithSales(data, orders, (done) => {
    if (process.stderr.isTTY) process.stderr.write(`\r  ${done.toLocaleString('en')} filled in `);
  });
  if (process.stderr.isTTY) process.stderr.write('\r\x1b[K');
  say('filled in', `in ${((performance.now() - before) / 1_000).toFixed(0)} s`);
}
