import { CircleAlert, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import './Banner.css';

type BannerProps = {
  tone?: 'info' | 'warning' | 'danger';
  title: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
};

const icons = { info: Info, warning: TriangleAlert, danger: CircleAlert };

/** Stands where it concerns until its cause is gone. */
export function Banner({ tone = 'info', title, children, actions }: BannerProps) {
  const Icon = icons[tone];
  return (
    <div className="Banner" data-tone={tone} role={tone === 'info' ? 'status' : 'alert'}>
      <Icon size={22} aria-hidden className="Banner-icon" />
      <div className="Banner-words">
        <p className="Banner-title">{title}</p>
        {children !== undefined && <div className="Banner-detail">{children}</div>}
      </div>
      {actions !== undefined && <div className="Banner-actions">{actions}</div>}
    </div>
  );
}
