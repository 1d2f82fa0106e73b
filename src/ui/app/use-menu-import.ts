import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { importMenu } from '../../contract/menu.ts';
import { command } from '../api/command.ts';
import { Problem } from '../api/problem.ts';

type Sent = { file: File; skipsBadRows: boolean; taxesOfOthers: string };

/** A menu file on its way in: sent whole, then again with what the server had to ask first. */
export function useMenuImport() {
  // Kept while the answer is on its way, so that the question does not flicker.
  const [undecided, setUndecided] = useState<number | undefined>(undefined);
  const sending = useMutation({
    mutationFn: ({ file, skipsBadRows, taxesOfOthers }: Sent) =>
      command(
        importMenu,
        { query: { taxesOfOthers, ...(skipsBadRows ? { skipBadRows: 'true' } : {}) } },
        { file },
      ),
    meta: { handled: true },
    onSuccess: () => setUndecided(undefined),
    onError: (error) => setUndecided(isUndecided(error) ? Number(error.facts['items']) : undefined),
  });
  const { mutate, variables: sent, error } = sending;
  return {
    send: (file: File) => mutate({ file, skipsBadRows: false, taxesOfOthers: 'ask' }),
    sendWithoutBadRows: () => sent && mutate({ ...sent, skipsBadRows: true }),
    /** None of them: the items carry no tax. */
    sendWithTaxes: (taxIds: readonly string[]) =>
      sent && mutate({ ...sent, taxesOfOthers: taxIds.join(',') || 'none' }),
    file: sent?.file,
    isPending: sending.isPending,
    result: sending.data,
    /** How many new items name no tax, where that has to be decided first. */
    undecided,
    error: isUndecided(error) ? null : error,
  };
}

function isUndecided(error: Error | null): error is Problem {
  return error instanceof Problem && error.code === 'taxes_undecided';
}
