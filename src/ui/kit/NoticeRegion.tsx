import { useLingui } from '@lingui/react/macro';
import { CircleAlert, CircleCheck, Info, X } from 'lucide-react';
import { Button } from './Button.tsx';
import { IconButton } from './IconButton.tsx';
import { dismissNotice, useNotices } from './notices.ts';
import './NoticeRegion.css';

const icons = { info: Info, success: CircleCheck, failure: CircleAlert };

/** Where toasts appear; stands once in the app, always mounted, so that screen readers hear it. */
export function NoticeRegion() {
  const { t } = useLingui();
  const notices = useNotices();
  return (
    <section className="NoticeRegion" aria-label={t`Messages`} aria-live="polite">
      {notices.map((notice) => {
        const Icon = icons[notice.tone];
        const { action } = notice;
        return (
          <div
            key={notice.id}
            className="Notice"
            data-tone={notice.tone}
            role={notice.tone === 'failure' ? 'alert' : undefined}
          >
            <Icon size={22} aria-hidden className="Notice-icon" />
            <div className="Notice-words">
              <p className="Notice-text">{notice.text}</p>
              {notice.detail !== undefined && <p className="Notice-detail">{notice.detail}</p>}
              {notice.reference !== undefined && (
                <p className="Notice-detail">{t`Reference ${notice.reference}`}</p>
              )}
            </div>
            {action && (
              <Button
                size="s"
                variant="soft"
                onClick={() => {
                  dismissNotice(notice.id);
                  action.run();
                }}
              >
                {action.label}
              </Button>
            )}
            <IconButton
              variant="quiet"
              label={t`Put this message away`}
              icon={<X size={18} aria-hidden />}
              onClick={() => dismissNotice(notice.id)}
            />
          </div>
        );
      })}
    </section>
  );
}
