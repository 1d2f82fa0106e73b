import { parseArgs } from 'node:util';

export type OwnArguments = {
  readonly kiosk: boolean;
  /** Handed to `serve`. */
  readonly data?: string;
  readonly port?: string;
};

/** Reads the words that the program was started with; Electron and Chromium have words of their own among them. */
export function readOwnArguments(words: readonly string[]): OwnArguments {
  const { values } = parseArgs({
    args: [...words],
    strict: false,
    options: {
      kiosk: { type: 'boolean' },
      data: { type: 'string' },
      port: { type: 'string' },
    },
  });
  return {
    kiosk: values['kiosk'] === true,
    ...(typeof values['data'] === 'string' ? { data: values['data'] } : {}),
    ...(typeof values['port'] === 'string' ? { port: values['port'] } : {}),
  };
}

/** What the server process is told. `again` is the port that it had before a crash. */
export function serveArguments(own: OwnArguments, again: number | undefined): string[] {
  const port = again === undefined ? own.port : String(again);
  return [
    'serve',
    ...(own.data === undefined ? [] : ['--data', own.data]),
    ...(port === undefined ? [] : ['--port', port]),
  ];
}

/** The server's environment: this one, without what steers Electron or Node from outside. */
export function serverEnvironment(environment: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).filter(
      (entry): entry is [string, string] =>
        entry[1] !== undefined && !/^(ELECTRON_|NODE_)/.test(entry[0]),
    ),
  );
}
