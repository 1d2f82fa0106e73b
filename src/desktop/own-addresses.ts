/** The scheme of the desktop's own pages: those that are shown while there is no till to show. */
export const ownScheme = 'armorpos';
export const ownOrigin = `${ownScheme}://desktop`;

/** What a button of an own page asks for: it is a form that is sent to `armorpos://desktop/do/…`. */
export const ownActions = ['try-again', 'quit'] as const;
export type OwnAction = (typeof ownActions)[number];

export function isOwnPage(url: string): boolean {
  return url.startsWith(`${ownOrigin}/`);
}

export function ownActionOf(url: string): OwnAction | undefined {
  if (!isOwnPage(url)) return undefined;
  return ownActions.find((action) => new URL(url).pathname === `/do/${action}`);
}

/** Whether an address belongs to the till that is being served; `till` is its origin, null while there is none. */
export function isTillPage(url: string, till: string | null): boolean {
  return till !== null && URL.canParse(url) && new URL(url).origin === till;
}

/** The till is served by this machine to itself: an address of any other place is none (S4). */
export function tillOrigin(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const { protocol, hostname, origin } = new URL(address);
  const isLocal = ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);
  return protocol === 'http:' && isLocal ? origin : null;
}
