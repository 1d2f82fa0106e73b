/** What money looks like at this site, and where its days begin. */
export type SiteFormat = { currency: string; exponent: number; timeZone: string };

/** Everything the screens print that is no word: amounts, dates, times, lengths, shares. */
export type Format = {
  /** With the currency's sign: "€12.50". */
  money: (minor: number) => string;
  /** Without it: "12.50"; for rows under one heading. */
  amount: (minor: number) => string;
  number: (value: number) => string;
  /** 190000 is "19%" (M1). */
  percentPpm: (ratePpm: number) => string;
  /** A business date (YYYY-MM-DD) as "27 Nov 2026". */
  date: (businessDate: string) => string;
  /** As `date`, with the weekday and without the year: "Friday, 27 November". */
  longDate: (businessDate: string) => string;
  weekday: (businessDate: string) => string;
  /** An instant in UTC milliseconds as the site's clock shows it: "19:21", or "7:21 PM" where that is the custom. */
  time: (at: number) => string;
  dateTime: (at: number) => string;
  /** The site's today, for a clock: "Friday, 27 November". */
  dayOf: (at: number) => string;
  /** 72 minutes are "1 h 12 min". */
  duration: (minutes: number) => string;
};

/** A decimal string of minor units: Intl takes it exactly, where a division could not be trusted. */
function decimal(minor: number, exponent: number): Intl.StringNumericLiteral {
  const digits = String(Math.abs(minor)).padStart(exponent + 1, '0');
  const whole = digits.slice(0, digits.length - exponent);
  const text = exponent === 0 ? whole : `${whole}.${digits.slice(-exponent)}`;
  return `${minor < 0 ? '-' : ''}${text}` as Intl.StringNumericLiteral; // built of digits, a point and a sign only
}

/** Where words run from the right, the "$" of a closing "US$" would jump before its letters without a mark behind it. */
function withSignWhole(text: string): string {
  return text.startsWith('\u200f') && text.endsWith('$') ? `${text}\u200e` : text;
}

/** Makes the formatters of one language and one site; costly, so kept as long as both stay. */
export function makeFormat(language: string, site: SiteFormat): Format {
  const { currency, exponent, timeZone } = site;
  const fraction = { minimumFractionDigits: exponent, maximumFractionDigits: exponent };
  const money = new Intl.NumberFormat(language, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    ...fraction,
  });
  const amount = new Intl.NumberFormat(language, fraction);
  const number = new Intl.NumberFormat(language);
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 4 });
  // A business date has no zone of its own: it is printed as the day it names, wherever one is.
  const onDay = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' });
    return (businessDate: string) => format.format(new Date(`${businessDate}T00:00:00Z`));
  };
  const atInstant = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(language, { ...options, timeZone });
    return (at: number) => format.format(new Date(at));
  };
  const clock = { hour: 'numeric', minute: '2-digit' } as const;
  const day = { weekday: 'long', day: 'numeric', month: 'long' } as const;
  const unit = (name: 'hour' | 'minute') =>
    new Intl.NumberFormat(language, { style: 'unit', unit: name, unitDisplay: 'short' });
  const hours = unit('hour');
  const minutes = unit('minute');
  return {
    money: (minor) => withSignWhole(money.format(decimal(minor, exponent))),
    amount: (minor) => amount.format(decimal(minor, exponent)),
    number: (value) => number.format(value),
    percentPpm: (ratePpm) => percent.format(ratePpm / 1_000_000),
    date: onDay({ day: 'numeric', month: 'short', year: 'numeric' }),
    longDate: onDay(day),
    weekday: onDay({ weekday: 'short' }),
    time: atInstant(clock),
    dateTime: atInstant({ day: 'numeric', month: 'short', year: 'numeric', ...clock }),
    dayOf: atInstant(day),
    duration: (total) => {
      const whole = Math.max(0, Math.floor(total));
      if (whole < 60) return minutes.format(whole);
      const rest = whole % 60;
      const full = hours.format(Math.floor(whole / 60));
      return rest === 0 ? full : `${full} ${minutes.format(rest)}`;
    },
  };
}
