import { useLingui } from '@lingui/react/macro';
import { useSyncExternalStore } from 'react';
import { useConnection } from '../api/use-events.ts';
import { Banner } from '../kit/Banner.tsx';
import './ConnectionBanner.css';

/** Says which of the three is missing (S1): the network of this screen, or the server. The internet is not needed. */
export function ConnectionBanner() {
  const { t } = useLingui();
  const connection = useConnection();
  const isOnline = useSyncExternalStore(followOnline, () => navigator.onLine);
  if (connection !== 'down') return null;
  const isLocal = location.hostname === 'localhost' || location.hostname === '127.0.0.1';
  return (
    <div className="ConnectionBanner">
      {isOnline || isLocal ? (
        <Banner tone="danger" title={t`The till’s server is not answering`}>
          {t`Everything confirmed is safe. Nothing new can be saved until it is back; this screen keeps trying.`}
        </Banner>
      ) : (
        <Banner tone="danger" title={t`This screen has lost the network`}>
          {t`Everything confirmed is safe. Check the cable or Wi-Fi; the internet is not needed.`}
        </Banner>
      )}
    </div>
  );
}

function followOnline(listener: () => void): () => void {
  addEventListener('online', listener);
  addEventListener('offline', listener);
  return () => {
    removeEventListener('online', listener);
    removeEventListener('offline', listener);
  };
}
