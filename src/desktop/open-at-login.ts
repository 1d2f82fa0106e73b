import type { App } from 'electron';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export type LoginSystem = {
  readonly platform: NodeJS.Platform;
  readonly app: Pick<App, 'getLoginItemSettings' | 'setLoginItemSettings'>;
  /** Linux: where programs keep their settings, such as ~/.config */
  readonly configDirectory: string;
  readonly program: string;
  readonly words: readonly string[];
};

export function isOpenedAtLogin(system: LoginSystem): boolean {
  return system.platform === 'linux'
    ? existsSync(autostartFile(system))
    : system.app.getLoginItemSettings().openAtLogin;
}

/** Windows and macOS keep a list; Linux reads files, and Electron writes none there. */
export function setOpenAtLogin(system: LoginSystem, isOn: boolean): void {
  if (system.platform !== 'linux') {
    system.app.setLoginItemSettings({ openAtLogin: isOn });
    return;
  }
  const file = autostartFile(system);
  if (!isOn) {
    rmSync(file, { force: true });
    return;
  }
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, autostartEntry(system));
}

/** https://specifications.freedesktop.org/autostart-spec */
function autostartFile({ configDirectory }: LoginSystem): string {
  return join(configDirectory, 'autostart', 'armorpos.desktop');
}

function autostartEntry({ program, words }: LoginSystem): string {
  return [
    '[Desktop Entry]',
    'Type=Application',
    'Name=ArmorPOS',
    `Exec=${[program, ...words].map(quoted).join(' ')}`,
    '',
  ].join('\n');
}

/** Twice escaped, as the specification of desktop entries has it; a lone per cent would be a field code. */
function quoted(word: string): string {
  const escaped = word
    .replaceAll('\\', String.raw`\\\\`)
    .replaceAll(/["`$]/g, String.raw`\\$&`)
    .replaceAll('%', '%%');
  return `"${escaped}"`;
}
