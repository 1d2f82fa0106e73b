// Runs sandboxed, before the till's page, in a world of its own; a sandboxed preload is CommonJS.
const { contextBridge, ipcRenderer } = require('electron');

contextBridge.exposeInMainWorld('armorposDesktop', {
  /** @returns {Promise<boolean>} whether it was printed */
  print: () => ipcRenderer.invoke('armorpos:print'),
});
