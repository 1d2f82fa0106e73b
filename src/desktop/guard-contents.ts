import type { WebContents } from 'electron';
import { isOwnPage, isTillPage, ownActionOf } from './own-addresses.ts';
import type { OwnAction } from './own-addresses.ts';

export type Guarded = Pick<WebContents, 'on' | 'getURL' | 'setWindowOpenHandler'>;

/**
 * Keeps a page where it is: it may go to pages of the till, and from an own page ask for an own action.
 * Nothing else is navigated to, no window is opened, no webview attached, and nothing is handed to the
 * system's browser: the till links to no other place.
 */
export function guardContents(
  contents: Guarded,
  till: () => string | null,
  onAction: (action: OwnAction) => void,
): void {
  const decide = (event: { preventDefault: () => void }, url: string): void => {
    if (isTillPage(contents.getURL(), till()) && isTillPage(url, till())) return;
    event.preventDefault();
    const action = ownActionOf(url);
    if (action && isOwnPage(contents.getURL())) onAction(action);
  };
  contents.on('will-navigate', (event) => decide(event, event.url));
  contents.on('will-redirect', (event) => {
    if (!isTillPage(event.url, till())) event.preventDefault();
  });
  contents.on('will-frame-navigate', (event) => {
    // The till has no frames.
    if (!event.isMainFrame) event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}
