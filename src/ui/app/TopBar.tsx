import { useLingui } from '@lingui/react/macro';
import { ArrowLeft, Lock } from 'lucide-react';
import type { ReactNode } from 'react';
import { IconButton } from '../kit/IconButton.tsx';
import { Panel } from '../kit/Panel.tsx';
import { PersonMenu } from './PersonMenu.tsx';
import { SavedBadge } from './SavedBadge.tsx';
import { useLock } from './session.ts';
import { ThemeToggle } from './ThemeToggle.tsx';
import './TopBar.css';

type TopBarProps = {
  title: ReactNode;
  /** Leads back to where one came from; without it there is no arrow. */
  onBack?: () => void;
  /** Beside the title: tabs, chips, search. On a phone it gets a row of its own. */
  children?: ReactNode;
};

/** The glass bar that stands on top of every main screen. */
export function TopBar({ title, onBack, children }: TopBarProps) {
  const { t } = useLingui();
  const lock = useLock();
  return (
    <header className="TopBar-place">
      <Panel className="TopBar">
        <div className="TopBar-start">
          {onBack && (
            <IconButton
              label={t`Back`}
              icon={<ArrowLeft size={20} aria-hidden className="FlipsWithText" />}
              onClick={onBack}
            />
          )}
          <h1 className="TopBar-title">{title}</h1>
        </div>
        {children !== undefined && <div className="TopBar-centre">{children}</div>}
        <div className="TopBar-end">
          <SavedBadge />
          <ThemeToggle />
          <IconButton
            className="TopBar-lock"
            label={t`Lock the screen`}
            icon={<Lock size={20} aria-hidden />}
            onClick={() => lock('asked')}
          />
          <PersonMenu />
        </div>
      </Panel>
    </header>
  );
}
