import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import {
  Menu as AriaMenu,
  MenuItem,
  MenuTrigger,
  Popover,
  Separator,
} from 'react-aria-components/Menu';
import type { ButtonSize, ButtonVariant } from './Button.tsx';
import './Button.css';
import './IconButton.css';
import './Float.css';
import './Menu.css';

export type MenuEntry =
  | {
      id: string;
      label: ReactNode;
      icon?: ReactNode;
      hint?: ReactNode;
      danger?: boolean;
      disabled?: boolean;
      onAction: () => void;
    }
  | { id: string; separator: true };

type MenuProps = {
  /** What the button opens, said aloud. */
  label: string;
  trigger: ReactNode;
  entries: readonly MenuEntry[];
  variant?: ButtonVariant;
  size?: ButtonSize;
  /** The trigger is a lone icon or avatar. */
  square?: boolean;
  bare?: boolean;
};

export function Menu({
  label,
  trigger,
  entries,
  variant = 'plain',
  size = 'm',
  square = true,
  bare = false,
}: MenuProps) {
  return (
    <MenuTrigger>
      <AriaButton
        className={bare ? 'Menu-bare' : square ? 'Button IconButton' : 'Button'}
        data-variant={variant}
        data-size={size}
        aria-label={label}
      >
        {trigger}
      </AriaButton>
      <Popover className="Float" placement="bottom end" offset={8}>
        <AriaMenu className="Float-list Menu" aria-label={label}>
          {entries.map((entry) =>
            'separator' in entry ? (
              <Separator key={entry.id} className="Menu-line" />
            ) : (
              <MenuItem
                key={entry.id}
                id={entry.id}
                className="Float-item Menu-item"
                data-danger={entry.danger || undefined}
                isDisabled={entry.disabled ?? false}
                textValue={typeof entry.label === 'string' ? entry.label : entry.id}
                onAction={entry.onAction}
              >
                {entry.icon !== undefined && <span className="Menu-icon">{entry.icon}</span>}
                <span className="Menu-words">{entry.label}</span>
                {entry.hint !== undefined && <span className="Menu-hint">{entry.hint}</span>}
              </MenuItem>
            ),
          )}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
