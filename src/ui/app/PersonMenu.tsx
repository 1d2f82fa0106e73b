import { useLingui } from '@lingui/react/macro';
import { CircleAlert, Keyboard, Lock } from 'lucide-react';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { Avatar } from '../kit/Avatar.tsx';
import { Menu } from '../kit/Menu.tsx';
import { useFailures } from '../kit/notices.ts';
import { ProblemList } from './ProblemList.tsx';
import { screens } from './screens.ts';
import { useLock, useSession } from './session.ts';
import { showShortcuts } from './shortcut-overlay.ts';

/** Behind the avatar: where one may go, what went wrong, and the way out. */
export function PersonMenu() {
  const { t } = useLingui();
  const session = useSession();
  const lock = useLock();
  const failures = useFailures();
  const [, go] = useLocation();
  const [showsProblems, setShowsProblems] = useState(false);
  const offered = screens.filter(
    (screen) => screen.permission === undefined || session.may(screen.permission),
  );
  return (
    <>
      <Menu
        bare
        label={t`${session.name}: menu`}
        trigger={<Avatar name={session.name} />}
        entries={[
          ...offered.flatMap(({ path, menu }) => {
            if (!menu || menu.anyOf?.some(session.may) === false) return [];
            const Icon = menu.icon;
            return [
              {
                id: path,
                label: t(menu.words),
                icon: <Icon size={20} aria-hidden />,
                onAction: () => go(menu.address ?? path),
              },
            ];
          }),
          { id: 'line', separator: true },
          {
            id: 'problems',
            label: t`Problems`,
            hint: failures.length === 0 ? t`none` : String(failures.length),
            icon: <CircleAlert size={20} aria-hidden />,
            onAction: () => setShowsProblems(true),
          },
          {
            id: 'keys',
            label: t`Keyboard`,
            hint: '?',
            icon: <Keyboard size={20} aria-hidden />,
            onAction: () => showShortcuts(true),
          },
          {
            id: 'out',
            label: t`Sign out`,
            hint: t`Ctrl+L`,
            icon: <Lock size={20} aria-hidden />,
            onAction: () => lock('asked'),
          },
        ]}
      />
      <ProblemList isOpen={showsProblems} onClose={() => setShowsProblems(false)} />
    </>
  );
}
