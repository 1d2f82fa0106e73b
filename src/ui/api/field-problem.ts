import { Problem } from './problem.ts';

/** What the server said of one field of the body, by its path such as `portions.0.price`. */
export function fieldProblem(error: unknown, path: string): string | undefined {
  if (!(error instanceof Problem)) return undefined;
  const found = error.fields.find((field) => field.path.replace(/^body\./, '') === path);
  return found?.message;
}
