import { useLingui } from '@lingui/react/macro';
import { Dialog } from '../kit/Dialog.tsx';
import { useActiveShortcuts } from '../kit/shortcuts.ts';
import { showShortcuts, useShortcutsShown } from './shortcut-overlay.ts';
import './ShortcutOverlay.css';

/** `?` shows the keys that work on the screen behind it. */
export function ShortcutOverlay() {
  const { t } = useLingui();
  const shortcuts = useActiveShortcuts();
  const isShown = useShortcutsShown();
  return (
    <Dialog title={t`Keyboard`} isOpen={isShown} onClose={() => showShortcuts(false)} size="s">
      <dl className="ShortcutOverlay">
        {shortcuts.map((shortcut) => (
          <div key={shortcut.keys} className="ShortcutOverlay-row">
            <dt>{shortcut.words}</dt>
            <dd>
              {shortcut.keys.split('+').map((key) => (
                <kbd key={key}>{key.length === 1 ? key.toUpperCase() : key}</kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
