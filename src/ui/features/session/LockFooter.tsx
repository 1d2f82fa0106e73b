import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Languages, Moon, Sun } from 'lucide-react';
import { getHealth } from '../../../contract/site.ts';
import { query } from '../../api/query.ts';
import { chooseLocale, useLocale } from '../../i18n/i18n.ts';
import { locales } from '../../i18n/locales.ts';
import { Button } from '../../kit/Button.tsx';
import { Menu } from '../../kit/Menu.tsx';
import { StatusDot } from '../../kit/StatusDot.tsx';
import { useUnsaved } from '../../order/unsaved.ts';
import { chooseTheme, useTheme } from '../../theme/theme.ts';
import './LockFooter.css';

/** Theme, language, and whether the till is there. */
export function LockFooter() {
  const { t } = useLingui();
  const { theme } = useTheme();
  const locale = useLocale();
  const health = useQuery({ ...query(getHealth, {}), refetchInterval: 4000, retry: false });
  const { taps } = useUnsaved();
  const isDark = theme === 'dark';
  // The pseudo-language is for trying the layout, not for guests of the shop.
  const offered = locales.filter(
    (one) => one.id !== 'pseudo' || import.meta.env.DEV || locale.id === 'pseudo',
  );
  const themeWord = isDark ? t`Dark` : t`Light`;
  return (
    <footer className="LockFooter">
      <Button
        icon={isDark ? <Moon size={20} aria-hidden /> : <Sun size={20} aria-hidden />}
        aria-label={t`${themeWord}: change the theme`}
        onClick={() => chooseTheme(isDark ? 'light' : 'dark')}
      >
        {themeWord}
      </Button>
      <Menu
        square={false}
        label={t`${locale.name}: change the language`}
        trigger={
          <>
            <Languages size={20} aria-hidden />
            {locale.name}
          </>
        }
        entries={offered.map((one) => ({
          id: one.id,
          label: one.name,
          onAction: () => void chooseLocale(one.id),
        }))}
      />
      <div className="LockFooter-state" role="status">
        {taps > 0 ? (
          <StatusDot tone="danger">
            {t`${plural(taps, { one: '# tap is', other: '# taps are' })} not saved: sign in to save`}
          </StatusDot>
        ) : health.isError ? (
          <StatusDot tone="danger">{t`The till’s server is not answering`}</StatusDot>
        ) : (
          <StatusDot tone="positive">{t`Everything saved · works without internet`}</StatusDot>
        )}
      </div>
    </footer>
  );
}
