import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import { projectRoot } from '../../scripts/project.ts';
import { ownPage } from '../../src/desktop/own-page.ts';
import { answerOwnRequest } from '../../src/desktop/own-protocol.ts';
import type { Trouble } from '../../src/desktop/server-states.ts';
import type { ServerState } from '../../src/desktop/server-states.ts';
import { arabic } from '../../src/desktop/words-ar.ts';
import { english } from '../../src/desktop/words-en.ts';
import type { Words } from '../../src/desktop/words.ts';
import { assertNoBarriers } from './barriers.ts';
import { launchBrowser } from './till.ts';

const pictures = join(projectRoot, 'build/own-pages');

/** The one with the longest words, in both languages; all are laid out alike. */
const trouble: Trouble = 'damaged';

/** The desktop's own page over HTTP, as its scheme would answer it in Electron. */
async function serveOwnPage(t: TestContext, shown: { state: ServerState; words: Words }) {
  const said = ['{"level":60,"msg":"uncaught"}', 'Error: something the till did not expect'];
  const answer = answerOwnRequest(join(projectRoot, 'src/desktop/own-page'), () =>
    ownPage(shown.state, shown.state.is === 'failed' ? said : [], shown.words),
  );
  const server = createServer((request, response) => {
    void (async () => {
      const { status, headers, body } = answer({ url: `armorpos://desktop${request.url}` });
      response.writeHead(status, Object.fromEntries(headers));
      response.end(body === null ? '' : Buffer.from(await new Response(body).arrayBuffer()));
    })();
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  t.after(() => server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

test('X4, WCAG: the desktop’s own page, starting and in trouble, both languages, both themes', async (t) => {
  const shown: { state: ServerState; words: Words } = {
    state: { is: 'starting', crashes: 0, address: null },
    words: english,
  };
  const address = await serveOwnPage(t, shown);
  await mkdir(pictures, { recursive: true });
  const browser = await launchBrowser();
  t.after(() => browser.close());
  for (const colorScheme of ['dark', 'light'] as const) {
    const context = await browser.newContext({
      colorScheme,
      viewport: { width: 1366, height: 768 },
    });
    const page = await context.newPage();
    const faults: string[] = [];
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
    for (const words of [english, arabic]) {
      shown.words = words;
      shown.state = { is: 'starting', crashes: 0, address: null };
      await page.goto(address);
      await assertNoBarriers(page, `starting, ${words.language}, ${colorScheme}`);
      shown.state = { is: 'failed', trouble, sentence: 'listen EADDRINUSE: address in use' };
      await page.goto(address);
      await page.getByRole('heading', { name: words.troubles[trouble].title }).waitFor();
      const place = `${trouble}, ${words.language}, ${colorScheme}`;
      await page.screenshot({ path: join(pictures, `${place.replaceAll(', ', '-')}.png`) });
      await assertNoBarriers(page, place);
      const focused = page.locator(':focus');
      assert.equal(await focused.innerText(), words.tryAgain, 'Enter tries again');
    }
    assert.deepEqual(faults, [], 'the policy lets the page load all that it has');
    await context.close();
  }
});
