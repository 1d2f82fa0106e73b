import { BrowserWindow, nativeTheme, screen } from 'electron';
import type { Session } from 'electron';
import type { Preferences } from './preferences.ts';
import { webPreferences } from './web-preferences.ts';
import { boundsInside, smallest } from './window-bounds.ts';

/** The one window, where it was left. It shows itself with its first picture, never empty. */
export function openTillWindow(
  session: Session,
  preload: string,
  devTools: boolean,
  preferences: Preferences,
): BrowserWindow {
  const areas = [
    screen.getPrimaryDisplay(),
    ...screen.getAllDisplays().filter(({ id }) => id !== screen.getPrimaryDisplay().id),
  ].map(({ workArea }) => workArea);
  const window = new BrowserWindow({
    ...boundsInside(preferences.bounds, areas),
    minWidth: smallest.width,
    minHeight: smallest.height,
    title: 'ArmorPOS',
    kiosk: preferences.isKiosk,
    show: false,
    // The ground of both themes (src/ui/theme/tokens.css), so that nothing flashes.
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#090f1c' : '#eef4fb',
    autoHideMenuBar: true,
    webPreferences: webPreferences(session, preload, devTools),
  });
  if (preferences.isMaximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  return window;
}

/** What is worth remembering of a window that is about to close. */
export function rememberedBounds(
  window: BrowserWindow,
): Pick<Preferences, 'bounds' | 'isMaximized'> {
  return { bounds: window.getNormalBounds(), isMaximized: window.isMaximized() };
}
