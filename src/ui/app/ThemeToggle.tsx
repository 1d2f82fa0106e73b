import { useLingui } from '@lingui/react/macro';
import { Moon, Sun } from 'lucide-react';
import { IconButton } from '../kit/IconButton.tsx';
import { chooseTheme, useTheme } from '../theme/theme.ts';

export function ThemeToggle() {
  const { t } = useLingui();
  const { theme } = useTheme();
  const isDark = theme === 'dark';
  return (
    <IconButton
      label={isDark ? t`Light theme` : t`Dark theme`}
      icon={isDark ? <Sun size={20} aria-hidden /> : <Moon size={20} aria-hidden />}
      onClick={() => chooseTheme(isDark ? 'light' : 'dark')}
    />
  );
}
