import { useLingui } from '@lingui/react/macro';
import { LockKeyhole } from 'lucide-react';
import { Suspense } from 'react';
import { Link, Redirect, useLocation, useParams } from 'wouter';
import { Button } from '../kit/Button.tsx';
import { EmptyState } from '../kit/EmptyState.tsx';
import { LoadingState } from '../kit/LoadingState.tsx';
import { Panel } from '../kit/Panel.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { addressOfOwnerPage, ownerPages } from './owner-pages.ts';
import { useSession } from './session.ts';
import { TopBar } from './TopBar.tsx';
import './Till.css';
import './OwnerPages.css';

/** On a phone the rail is longer than the screen is wide. */
function intoView(page: HTMLElement | null): void {
  page?.scrollIntoView({ inline: 'center', block: 'nearest' });
}

/** The frame of the owner's pages: the rail stays while the page beside it changes. */
export function OwnerPages() {
  const { t } = useLingui();
  const { may } = useSession();
  const [, go] = useLocation();
  const { page = '' } = useParams<{ page?: string }>();
  const offered = ownerPages.filter((one) => may(one.permission));
  const asked = ownerPages.find((one) => one.page === page);
  const [first] = offered;
  const shown = offered.find((one) => one === asked);
  // The first page is only a way in: who may not see it comes to the first that they may.
  if (!shown && page === '' && first) return <Redirect to={addressOfOwnerPage(first)} replace />;
  const title = asked ? t(asked.words) : t`Owner`;
  return (
    <div className="Till-screen OwnerPages">
      <TopBar title={title} onBack={() => go('/')} />
      <div className="OwnerPages-room" data-alone={offered.length < 2 || undefined}>
        {offered.length > 1 && (
          <Panel className="OwnerRail">
            <nav className="OwnerRail-scroll Scroll" aria-label={t`Owner’s pages`}>
              {offered.map((one) => {
                const Icon = one.icon;
                return (
                  <Link
                    key={one.page}
                    href={addressOfOwnerPage(one)}
                    className="OwnerRail-page"
                    aria-current={one === shown ? 'page' : undefined}
                    ref={one === shown ? intoView : undefined}
                  >
                    <Icon size={24} aria-hidden />
                    <span>{t(one.words)}</span>
                  </Link>
                );
              })}
            </nav>
          </Panel>
        )}
        <main className="OwnerPages-page">
          {shown ? (
            <ErrorBoundary resetKey={page}>
              <Suspense fallback={<LoadingState rows={6} />}>
                <shown.screen />
              </Suspense>
            </ErrorBoundary>
          ) : (
            <Panel className="Till-nothing">
              <EmptyState
                icon={<LockKeyhole size={34} aria-hidden />}
                title={
                  asked ? t`Your role does not open “${title}”` : t`There is no such page here`
                }
                actions={<Button variant="accent" onClick={() => go('/')}>{t`To the till`}</Button>}
              >
                {asked
                  ? t`Nothing is wrong: somebody who looks after people and roles can allow it.`
                  : t`The address may be from an older version.`}
              </EmptyState>
            </Panel>
          )}
        </main>
      </div>
    </div>
  );
}
