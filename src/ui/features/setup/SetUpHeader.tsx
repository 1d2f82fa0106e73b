import { useLingui } from '@lingui/react/macro';
import { Languages, Moon, Sun } from 'lucide-react';
import { chooseLocale, useLocale } from '../../i18n/i18n.ts';
import { locales } from '../../i18n/locales.ts';
import { IconButton } from '../../kit/IconButton.tsx';
import { Menu } from '../../kit/Menu.tsx';
import { chooseTheme, useTheme } from '../../theme/theme.ts';
import './SetUpHeader.css';

export function SetUpHeader({ step, steps }: { step: number; steps: number }) {
  const { t } = useLingui();
  const { theme } = useTheme();
  const { id } = useLocale();
  const isDark = theme === 'dark';
  const now = step + 1;
  const offered = locales.filter((one) => one.id !== 'pseudo' || id === 'pseudo');
  return (
    <header className="SetUpHeader">
      <p className="SetUpHeader-brand">ArmorPOS</p>
      <div className="SetUpHeader-steps" role="img" aria-label={t`Step ${now} of ${steps}`}>
        {Array.from({ length: steps }, (_, index) => (
          <span
            key={index}
            className="SetUpHeader-step"
            data-done={index <= step ? true : undefined}
          />
        ))}
      </div>
      <IconButton
        variant="quiet"
        label={isDark ? t`Light theme` : t`Dark theme`}
        icon={isDark ? <Sun size={20} aria-hidden /> : <Moon size={20} aria-hidden />}
        onClick={() => chooseTheme(isDark ? 'light' : 'dark')}
      />
      {/* Another language starts the steps anew; it is offered while nothing can be lost. */}
      {step === 0 && (
        <Menu
          label={t`Language`}
          variant="quiet"
          trigger={<Languages size={20} aria-hidden />}
          entries={offered.map((one) => ({
            id: one.id,
            label: one.name,
            onAction: () => void chooseLocale(one.id),
          }))}
        />
      )}
    </header>
  );
}
