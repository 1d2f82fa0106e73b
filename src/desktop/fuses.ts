/**
 * What the packaged program can never do again, burnt into its binary before it is signed: run as a bare
 * Node, be steered through NODE_OPTIONS or --inspect, or load code from anywhere but its own checked
 * archive. The names are those of electron-builder.
 */
export const fuses = {
  runAsNode: false,
  enableCookieEncryption: true,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  enableEmbeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
  // A snapshot of its own would have to be built and shipped; the till has none.
  loadBrowserProcessSpecificV8Snapshot: false,
  grantFileProtocolExtraPrivileges: false,
} as const;
