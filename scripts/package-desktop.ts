import { build } from 'electron-builder';
import { layOutDesktopApp } from '../packaging/desktop-app.ts';
import { configuration } from '../packaging/electron-builder.ts';
import { buildScreens } from './build-screens.ts';
import { projectRoot } from './project.ts';

/** `npm run package:desktop`: the installers of the desktop application for this system. Fetches Electron. */
await buildScreens();
await layOutDesktopApp();
const files = await build({ projectDir: projectRoot, config: configuration, publish: 'never' });
for (const file of files) console.log(file);
