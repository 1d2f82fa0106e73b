import { call } from './call.ts';
import type { Answer, AnyRoute, CallInput } from './call.ts';
import { asksForPatience } from './problem.ts';
import { uuidv7 } from './uuidv7.ts';

const retryAfterMs = [300, 900, 2000];

/**
 * One tap that writes. Its key is made here once and kept for every retry, so that a lost answer, a
 * busy server or a restart makes one effect (O2). Gives up after about three seconds with the last error.
 */
export async function command<R extends AnyRoute>(
  route: R,
  input: CallInput<R>,
  options: { file?: Blob; key?: string } = {},
): Promise<Answer<R>> {
  const key = options.key ?? uuidv7();
  for (const waitMs of retryAfterMs) {
    try {
      return await call(route, input, { ...options, key });
    } catch (error) {
      if (!asksForPatience(error) || route.kind === 'secret') throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, waitMs));
  }
  return call(route, input, { ...options, key });
}
