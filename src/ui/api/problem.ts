import type { Problem as ProblemDocument } from '../../contract/problem.ts';

/** The server said no, or said that it broke: its problem document, thrown. */
export class Problem extends Error {
  override name = 'Problem';
  readonly code: ProblemDocument['code'];
  readonly status: number;
  /** Finds what happened in the server's log. */
  readonly reference: string;
  readonly facts: NonNullable<ProblemDocument['facts']>;
  readonly fields: NonNullable<ProblemDocument['fields']>;
  /** The whole document; an import's refusal carries its rows here. */
  readonly document: ProblemDocument;

  constructor(document: ProblemDocument) {
    super(document.title);
    this.code = document.code;
    this.status = document.status;
    this.reference = document.reference;
    this.facts = document.facts ?? {};
    this.fields = document.fields ?? [];
    this.document = document;
  }
}

/** No answer came: whether the server did what was asked is not known until it is asked again. */
export class Unreachable extends Error {
  override name = 'Unreachable';
}

const worthRepeating: readonly string[] = ['busy', 'storage_failed', 'database_unreachable'];

/** No answer, or one that asks for patience: the same key may ask again, and nothing is done twice (O2). */
export function asksForPatience(error: unknown): boolean {
  if (error instanceof Unreachable) return true;
  return error instanceof Problem && worthRepeating.includes(error.code);
}
