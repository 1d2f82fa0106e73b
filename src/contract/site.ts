import * as z from 'zod/mini';
import { countries } from '../domain/site/countries.ts';
import type { Site, Tender } from '../domain/site/site.ts';
import { id, lines, name, nothing, pin, position, ratePpm } from './primitives.ts';
import { route } from './route.ts';

const taxMode = z.enum(['inclusive', 'exclusive']);
const taxRounding = z.enum(['line', 'rate']);
const cutoff = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Write a time as HH:MM.'));

const siteFields = {
  name: name(80),
  address: lines(400),
  country: z.string().check(z.regex(/^[A-Z]{2}$/)),
  currency: z.string().check(z.regex(/^[A-Z]{3}$/)),
  timeZone: z.string().check(z.minLength(1), z.maxLength(64)),
  cutoff,
  taxMode,
  taxRounding,
  rounding: z.enum(['half_away', 'half_even', 'down']),
  cashStep: z.int().check(z.gte(0), z.lte(1_000_000)),
  idleLockMinutes: z.int().check(z.gte(1), z.lte(720)),
  lockAfterSale: z.boolean(),
};
export const site = z.object({ ...siteFields, exponent: z.int() });
const sameAsDomain = (wire: z.infer<typeof site>): Site => wire;
void sameAsDomain;

const tenderFields = {
  name: name(40),
  kind: z.enum(['cash', 'card', 'wallet']),
  active: z.boolean(),
  position,
};
export const tender = z.object({ tenderId: z.string(), ...tenderFields });
const tenderSame = (wire: z.infer<typeof tender>): Tender => wire;
void tenderSame;
const saved = z.object({ seq: z.int() });

/** What the screens may know before anybody has signed in. */
export const welcome = z.object({
  setUp: z.boolean(),
  version: z.string(),
  name: z.string(),
  currency: z.string(),
  exponent: z.int(),
  timeZone: z.string(),
  businessDate: z.string(),
  people: z.array(
    z.object({
      staffId: z.string(),
      name: z.string(),
      role: z.string(),
      /** When this person may try a PIN again, in UTC milliseconds; null when at once. */
      lockedUntil: z.nullable(z.int()),
    }),
  ),
});
export type Welcome = z.infer<typeof welcome>;

export const getWelcome = route({
  name: 'getWelcome',
  method: 'GET',
  path: '/welcome',
  summary: 'Whether this till is set up, and who may sign in.',
  access: 'anyone',
  kind: 'read',
  answer: welcome,
});
export const getHealth = route({
  name: 'getHealth',
  method: 'GET',
  path: '/health',
  summary: 'Answers when the till is up and its database can be read.',
  access: 'anyone',
  kind: 'read',
  answer: z.object({ up: z.boolean(), version: z.string() }),
});
export const getCountries = route({
  name: 'getCountries',
  method: 'GET',
  path: '/countries',
  summary:
    'What each country proposes at the first start, and all time zones and currencies known.',
  access: 'anyone',
  kind: 'read',
  answer: z.object({
    countries: z.array(
      z.object({
        country: z.string(),
        name: z.string(),
        currency: z.string(),
        timeZones: z.array(z.string()),
        cutoff: z.string(),
        taxMode,
        taxRounding,
        taxes: z.array(z.object({ name: z.string(), ratePpm })),
        cashStep: z.int(),
      }),
    ),
    currencies: z.array(z.object({ currency: z.string(), exponent: z.int() })),
    timeZones: z.array(z.string()),
  }),
});
export const knownCountries = countries;

const {
  idleLockMinutes: _idle,
  lockAfterSale: _lock,
  rounding: _rounding,
  ...setUpFields
} = siteFields;
export const setUp = route({
  name: 'setUp',
  method: 'POST',
  path: '/setup',
  summary:
    'The first start: makes the site and its owner, signs the owner in, and answers the recovery code, once.',
  access: 'anyone',
  kind: 'secret',
  body: z.strictObject({
    ...setUpFields,
    taxes: z.array(z.strictObject({ name: name(60), ratePpm })).check(z.maxLength(20)),
    owner: z.strictObject({ name: name(60), pin }),
  }),
  answer: z.object({ recoveryCode: z.string(), staffId: z.string() }),
});

export const getSite = route({
  name: 'getSite',
  method: 'GET',
  path: '/site',
  summary: 'The site’s settings and tenders.',
  access: 'signed_in',
  kind: 'read',
  answer: z.object({ site, tenders: z.array(tender), seq: z.int() }),
});
export const saveSite = route({
  name: 'saveSite',
  method: 'PUT',
  path: '/site',
  summary: 'Changes the settings; what was sold keeps those it was sold under (M8, N2).',
  access: 'settings.edit',
  kind: 'command',
  body: z.strictObject(siteFields),
  answer: saved,
});
export const saveTender = route({
  name: 'saveTender',
  method: 'PUT',
  path: '/tenders/:tenderId',
  summary: 'Adds or changes a tender; cash stays cash (P10).',
  access: 'settings.edit',
  kind: 'command',
  params: z.strictObject({ tenderId: id }),
  body: z.strictObject(tenderFields),
  answer: saved,
});

/** Signing in and out. */
export const session = z.object({
  staffId: z.string(),
  name: z.string(),
  role: z.string(),
  permissions: z.array(z.string()),
  businessDate: z.string(),
});
export type Session = z.infer<typeof session>;

export const signIn = route({
  name: 'signIn',
  method: 'POST',
  path: '/session',
  summary: 'Signs in with a PIN; the session is an HttpOnly cookie (U1).',
  access: 'anyone',
  kind: 'secret',
  body: z.strictObject({ staffId: id, pin }),
  answer: session,
});
export const getSession = route({
  name: 'getSession',
  method: 'GET',
  path: '/session',
  summary: 'Who is signed in here, and what they may do now.',
  access: 'signed_in',
  kind: 'read',
  answer: session,
});
export const signOut = route({
  name: 'signOut',
  method: 'DELETE',
  path: '/session',
  summary: 'Ends the session; nothing of the order is lost (U5).',
  access: 'anyone',
  kind: 'secret',
  query: z.strictObject({ reason: z.optional(z.enum(['asked', 'idle'])) }),
  answer: nothing,
});
export const keepSession = route({
  name: 'keepSession',
  method: 'POST',
  path: '/session/activity',
  summary: 'Says that somebody is using the screen; without it the session ends when idle.',
  access: 'signed_in',
  kind: 'secret',
  body: nothing,
  answer: nothing,
});
export const changeOwnPin = route({
  name: 'changeOwnPin',
  method: 'POST',
  path: '/session/pin',
  summary: 'Changes one’s own PIN and ends one’s other sessions.',
  access: 'signed_in',
  kind: 'secret',
  body: z.strictObject({ pin, newPin: pin }),
  answer: nothing,
});
export const recover = route({
  name: 'recover',
  method: 'POST',
  path: '/recovery',
  summary: 'Gives an owner a new PIN with the printed recovery code, and answers a new code (U4).',
  access: 'anyone',
  kind: 'secret',
  body: z.strictObject({ code: z.string().check(z.minLength(8), z.maxLength(80)), pin }),
  answer: z.object({ recoveryCode: z.string(), staffId: z.string() }),
});
export const newRecoveryCode = route({
  name: 'newRecoveryCode',
  method: 'POST',
  path: '/recovery/code',
  summary:
    'Makes a new recovery code for an owner who gives the PIN again, and answers it, once; the one before no longer works (U4).',
  access: 'settings.edit',
  kind: 'secret',
  body: z.strictObject({ pin }),
  answer: z.object({ recoveryCode: z.string() }),
});
