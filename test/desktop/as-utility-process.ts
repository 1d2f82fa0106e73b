import { EventEmitter } from 'node:events';

// The server's command line with the line to its parent that Electron's utility process has. Forked by
// real-server.test.ts, since Electron itself is not there.
const port = new EventEmitter();
process.on('message', (data) => port.emit('message', { data }));
Object.assign(process, {
  parentPort: {
    on: port.on.bind(port),
    postMessage: (message: object) => process.send?.(message),
  },
});
await import('../../src/server/cli.ts');
