import { useLingui } from '@lingui/react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { getSession, getWelcome, signIn } from '../../../contract/site.ts';
import type { Session, Welcome } from '../../../contract/site.ts';
import { command } from '../../api/command.ts';
import { Problem } from '../../api/problem.ts';
import { problemWords } from '../../api/problem-words.ts';

/** Signing one person in: what went wrong, how often, and until when one must wait. */
export function useSignIn(
  person: Welcome['people'][number],
  onSignedIn: () => void,
  onFailed: () => void,
) {
  const { i18n } = useLingui();
  const client = useQueryClient();
  const [failures, setFailures] = useState(0);
  const [until, setUntil] = useState(person.lockedUntil);
  const mutation = useMutation<Session, Error, string>({
    mutationKey: [signIn.name],
    mutationFn: (pin) => command(signIn, { body: { staffId: person.staffId, pin } }),
    meta: { handled: true },
    onSuccess: (session) => {
      onSignedIn();
      client.setQueryData([getSession.name, {}], session);
    },
    onError: (error) => {
      setFailures((count) => count + 1);
      onFailed();
      const lockedUntil = error instanceof Problem ? error.facts['until'] : undefined;
      if (typeof lockedUntil === 'number') setUntil(lockedUntil);
      void client.invalidateQueries({ queryKey: [getWelcome.name] });
    },
  });
  return {
    enter: mutation.mutate,
    isPending: mutation.isPending,
    failures,
    until,
    words: mutation.error ? problemWords(i18n, mutation.error) : undefined,
  };
}
