import type { ReactNode } from 'react';
import './StateScreen.css';

type EmptyStateProps = {
  title: ReactNode;
  children?: ReactNode;
  icon?: ReactNode;
  actions?: ReactNode;
};

/** Nothing here yet, why that is, and what to do about it. */
export function EmptyState({ title, children, icon, actions }: EmptyStateProps) {
  return (
    <div className="StateScreen">
      {icon !== undefined && <div className="StateScreen-icon">{icon}</div>}
      <p className="StateScreen-title">{title}</p>
      {children !== undefined && <div className="StateScreen-words">{children}</div>}
      {actions !== undefined && <div className="StateScreen-actions">{actions}</div>}
    </div>
  );
}
