import type { Session } from 'electron';
import { isOwnPage, isTillPage } from './own-addresses.ts';

/** Kept on the disk, and shared with nothing else that Electron may open. */
export const partition = 'persist:till';

/** Chromium's number for "no, and do not ask": https://www.electronjs.org/docs/latest/api/session */
const certificateRefused = -2;

/** Shuts everything that the till has no use for: permissions, devices, the network beyond the till, certificates. */
export function guardSession(session: Session, till: () => string | null): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, answer) => answer(null));
  session.setBluetoothPairingHandler((_details, answer) => answer({ confirmed: false }));
  // The till is reached over this machine's own loop, which needs none.
  session.setCertificateVerifyProc((_request, answer) => answer(certificateRefused));
  session.webRequest.onBeforeRequest((request, answer) =>
    answer({ cancel: !mayLoad(request.url, till()) }),
  );
  session.on('will-download', (event, item) => {
    // Reports and exports are saved from the till, and nothing from anywhere else.
    if (!mayLoad(item.getURL(), till())) event.preventDefault();
  });
}

/** Whether a page may ask for this address: the till's, its own, or what it made itself. */
export function mayLoad(url: string, till: string | null): boolean {
  if (isTillPage(url, till) || isOwnPage(url)) return true;
  if (url.startsWith('blob:')) return isTillPage(url.slice('blob:'.length), till);
  // A picture that is part of a page. As a page of its own it is refused by guardContents.
  return url.startsWith('data:image/') || url.startsWith('devtools:');
}
