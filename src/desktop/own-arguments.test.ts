import { describe, expect, it } from 'vitest';
import { readOwnArguments, serveArguments, serverEnvironment } from './own-arguments.ts';

describe('how the desktop is started', () => {
  it('takes its own words from among Chromium’s', () => {
    const words = ['.', '--no-sandbox', '--kiosk', '--data', '/till', '--port=4750', '--lang=ar'];
    expect(readOwnArguments(words)).toEqual({ kiosk: true, data: '/till', port: '4750' });
    expect(readOwnArguments([])).toEqual({ kiosk: false });
  });

  it('hands data and port to the server, and after a crash the port that it had', () => {
    const own = { kiosk: false, data: '/till', port: '0' };
    expect(serveArguments(own, undefined)).toEqual(['serve', '--data', '/till', '--port', '0']);
    expect(serveArguments(own, 40123)).toEqual(['serve', '--data', '/till', '--port', '40123']);
    expect(serveArguments({ kiosk: false }, undefined)).toEqual(['serve']);
  });

  it('gives the server nothing that steers Electron or Node from outside', () => {
    const environment = {
      PATH: '/usr/bin',
      ARMORPOS_DATA_DIR: '/till',
      NODE_OPTIONS: '--require /tmp/evil.js',
      ELECTRON_RUN_AS_NODE: '1',
    };
    expect(serverEnvironment(environment)).toEqual({
      PATH: '/usr/bin',
      ARMORPOS_DATA_DIR: '/till',
    });
  });
});
