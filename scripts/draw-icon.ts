import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { launchBrowser } from '../test/e2e/till.ts';
import { projectRoot } from './project.ts';

/** `npm run icon`: draws the installers' icon from the till's own. Once, after a change of it. */
const size = 512;
const svg = readFileSync(join(projectRoot, 'src/ui/public/icon.svg')).toString('base64');
const browser = await launchBrowser();
const page = await browser.newPage({ viewport: { width: size, height: size } });
await page.setContent(
  `<style>body { margin: 0 }</style><img width="${size}" src="data:image/svg+xml;base64,${svg}">`,
);
await page.screenshot({
  path: join(projectRoot, 'packaging/resources/icon.png'),
  omitBackground: true,
});
await browser.close();
