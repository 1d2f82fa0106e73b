import type { Deps } from '../deps.ts';
import type { Tx } from '../db/engine.ts';
import { journalHead } from './append.ts';
import { canonicalJson } from './canonical-json.ts';
import { record } from './record.ts';

type Context = { readonly deps: Pick<Deps, 'site' | 'announcer'>; readonly tx: Tx };
type Fact = Parameters<typeof record>[2][number];
type Change = Extract<Fact, { readonly before: unknown; readonly after: unknown }>;

/** Whether two things hold the same, whatever the order of their fields. */
export function isSame(a: unknown, b: unknown): boolean {
  return canonicalJson(a ?? null) === canonicalJson(b ?? null);
}

/** Records facts; answers where the journal then stands, by which a screen knows what it has seen. */
export async function recordFacts(
  { deps, tx }: Context,
  facts: readonly Fact[],
): Promise<{ seq: number }> {
  await record(deps, tx, facts);
  return { seq: (await journalHead(tx, deps.site)).seq };
}

/** Records a saved thing, unless it is as it was: a save that changes nothing appends nothing. */
export async function recordChange(context: Context, change: Change): Promise<{ seq: number }> {
  return recordFacts(context, isSame(change.before, change.after) ? [] : [change]);
}
