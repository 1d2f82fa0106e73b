import { createContext, use, useMemo } from 'react';
import { makeFormat } from './format.ts';
import type { Format, SiteFormat } from './format.ts';
import { formatTag, useLocale } from './i18n.ts';

/** Provided by the app from what the server says of the site. */
export const SiteFormatContext = createContext<SiteFormat>({
  currency: 'XXX',
  exponent: 2,
  timeZone: 'UTC',
});

const made = new Map<string, Format>();

/** Amounts, dates and times in the screen's language and the site's currency and zone. */
export function useFormat(): Format {
  const { tag } = useLocale();
  const site = use(SiteFormatContext);
  return useMemo(() => formatOf(formatTag(tag), site), [tag, site]);
}

function formatOf(tag: string, site: SiteFormat): Format {
  const key = `${tag} ${site.currency} ${site.exponent} ${site.timeZone}`;
  const known = made.get(key) ?? makeFormat(tag, site);
  made.set(key, known);
  return known;
}
