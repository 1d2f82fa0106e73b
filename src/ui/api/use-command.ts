import { useMutation } from '@tanstack/react-query';
import type { Answer, AnyRoute, CallInput } from './call.ts';
import { command } from './command.ts';

/**
 * A write as a mutation: each `mutate` is one tap with its own key. `isPending` locks its button.
 * Invalidating is not needed: the event stream tells every screen, this one too, what to fetch again.
 */
export function useCommand<R extends AnyRoute>(
  route: R,
  handlers: {
    onSuccess?: (answer: Answer<R>, input: CallInput<R>) => void;
    /** Without it a failure is shown as a lasting message. */
    onError?: (error: Error, input: CallInput<R>) => void;
  } = {},
) {
  const { onSuccess, onError } = handlers;
  return useMutation<Answer<R>, Error, CallInput<R>>({
    mutationKey: [route.name],
    mutationFn: (input) => command(route, input),
    meta: { handled: onError !== undefined },
    ...(onSuccess ? { onSuccess } : {}),
    ...(onError ? { onError } : {}),
  });
}
