import type { Compilable, CompiledQuery } from 'kysely';
import type { Bound, Sql } from './engine.ts';

/** Stands for the argument of this name while a statement is compiled. */
class Placeholder {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

/**
 * A statement whose SQL is built once for each engine and then only bound: building costs more than
 * running it. `parameter` gives a stand-in for each argument.
 */
export function prepared<Args extends Record<string, Bound>, Row>(
  build: (
    sql: Sql,
    parameter: <Name extends keyof Args & string>(name: Name) => Args[Name],
  ) => Compilable<Row>,
): (sql: Sql, args: Args) => Compilable<Row> {
  const compiledBySql = new WeakMap<Sql, CompiledQuery<Row>>();
  return (sql, args) => {
    let compiled = compiledBySql.get(sql);
    if (!compiled) {
      // The cast is the trick itself: a placeholder travels through the builder in the value's place.
      compiled = build(sql, (name) => new Placeholder(name) as never).compile();
      compiledBySql.set(sql, compiled);
    }
    const query: CompiledQuery<Row> = {
      ...compiled,
      parameters: compiled.parameters.map((value) =>
        value instanceof Placeholder ? args[value.name] : value,
      ),
    };
    return { compile: () => query };
  };
}
