import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Deps } from '../deps.ts';

const sessionCookie = 'armorpos_session';
const terminalCookie = 'armorpos_terminal';
const terminalPattern = /^[A-Za-z0-9_-]{22}$/;

/** Strict and HttpOnly: no page of another site can use it and no script can read it (A5, A6). */
const options = { path: '/', httpOnly: true, sameSite: 'strict' } as const;

export function tokenOf(request: FastifyRequest): string | undefined {
  const token = request.cookies[sessionCookie];
  return token && token.length <= 64 ? token : undefined;
}

/** Gives the browser a new session, or takes it away. It ends with the browser, too. */
export function writeToken(reply: FastifyReply, token: string | undefined): void {
  if (token === undefined) void reply.clearCookie(sessionCookie, options);
  else void reply.setCookie(sessionCookie, token, options);
}

/** The device's own name, made at its first request and kept for years: wrong PINs are counted by it. */
export function terminalOf(deps: Deps, request: FastifyRequest, reply: FastifyReply): string {
  const known = request.cookies[terminalCookie];
  if (known && terminalPattern.test(known)) return known;
  const made = deps.randomBytes(16).toString('base64url');
  void reply.setCookie(terminalCookie, made, { ...options, maxAge: 5 * 365 * 86_400 });
  return made;
}
