import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Suspense, useCallback, useEffect, useMemo } from 'react';
import { Route, Switch, useLocation } from 'wouter';
import type { Session } from '../../contract/site.ts';
import { getSite } from '../../contract/site.ts';
import { query } from '../api/query.ts';
import { ConnectionContext, useEvents } from '../api/use-events.ts';
import { Button } from '../kit/Button.tsx';
import { EmptyState } from '../kit/EmptyState.tsx';
import { LoadingState } from '../kit/LoadingState.tsx';
import { Panel } from '../kit/Panel.tsx';
import { listenForShortcuts, useShortcuts } from '../kit/shortcuts.ts';
import { ConnectionBanner } from './ConnectionBanner.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { screens } from './screens.ts';
import { SessionContext, useLock, useSession } from './session.ts';
import { showShortcuts } from './shortcut-overlay.ts';
import { ShortcutOverlay } from './ShortcutOverlay.tsx';
import { TopBar } from './TopBar.tsx';
import { UpdatedBanner } from './UpdatedBanner.tsx';
import { useActivity } from './use-activity.ts';
import './Till.css';

/** Until the site has said how long: short enough for a till that is left alone. */
const idleMinutesUnknown = 10;

/** Everything that needs somebody signed in. */
export function Till({ session }: { session: Session }) {
  const connection = useEvents();
  const [address] = useLocation();
  return (
    <SessionContext value={session}>
      <ConnectionContext value={connection}>
        <Keys />
        <ErrorBoundary resetKey={address}>
          <Suspense fallback={<LoadingState rows={6} />}>
            <Screens />
          </Suspense>
        </ErrorBoundary>
        <ConnectionBanner />
        <UpdatedBanner />
        <ShortcutOverlay />
      </ConnectionContext>
    </SessionContext>
  );
}

function Screens() {
  const { may } = useSession();
  const shown = screens.filter((one) => one.permission === undefined || may(one.permission));
  return (
    <Switch>
      {shown.map(({ path, screen: Shown }) => (
        <Route key={path} path={path}>
          <Shown />
        </Route>
      ))}
      <Route>
        <NothingHere />
      </Route>
    </Switch>
  );
}

/** The keys of every screen, and the lock after idle time. */
function Keys() {
  const { t } = useLingui();
  const lock = useLock();
  const site = useQuery(query(getSite, {}));
  const lockIdle = useCallback(() => lock('idle'), [lock]);
  useActivity(site.data?.site.idleLockMinutes ?? idleMinutesUnknown, lockIdle);
  useEffect(listenForShortcuts, []);
  useShortcuts(
    useMemo(
      () => [
        { keys: 'Ctrl+l', words: t`Lock the screen`, run: () => lock('asked') },
        { keys: '?', words: t`Show these keys`, run: () => showShortcuts(true) },
      ],
      [t, lock],
    ),
  );
  return null;
}

function NothingHere() {
  const { t } = useLingui();
  const [, go] = useLocation();
  return (
    <div className="Till-screen">
      <TopBar title="ArmorPOS" />
      <Panel className="Till-nothing">
        <EmptyState
          title={t`There is no such screen, or your role does not open it`}
          actions={<Button variant="accent" onClick={() => go('/')}>{t`To the floor`}</Button>}
        />
      </Panel>
    </div>
  );
}
