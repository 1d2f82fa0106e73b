import type { Session, WebPreferences } from 'electron';

/** What the desktop's one page may do: what a page in a browser may, plus what `preload` hands it. */
export function webPreferences(session: Session, preload: string, devTools: boolean) {
  return {
    session,
    preload,
    devTools,
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    plugins: false,
    navigateOnDragDrop: false,
    // Its dictionaries would be downloaded.
    spellcheck: false,
    // The till stays awake behind another window: its event stream and its lock go on.
    backgroundThrottling: false,
  } as const satisfies WebPreferences;
}
