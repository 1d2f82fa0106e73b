import type { IncomingHttpHeaders } from 'node:http';

/** A name of this machine, with a port or without, and nothing behind it. */
const localHost = /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d{1,5})?$/i;

/**
 * Whether a request can only have come from the till's own pages or from a program on this machine:
 * its Host is a local name (against DNS rebinding), its Origin is the same host, and the browser says
 * that it was not made by another site (A6).
 */
export function isOwnRequest(method: string, headers: IncomingHttpHeaders): boolean {
  const host = headers.host ?? '';
  if (!localHost.test(host)) return false;
  const { origin } = headers;
  if (origin !== undefined && origin.toLowerCase() !== `http://${host.toLowerCase()}`) return false;
  const fetchSite = headers['sec-fetch-site'];
  if (fetchSite === undefined || fetchSite === 'same-origin') return true;
  // An address typed or a bookmark opened comes as "none"; it may look, not write.
  return fetchSite === 'none' && (method === 'GET' || method === 'HEAD');
}
