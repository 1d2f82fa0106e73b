import { useLingui } from '@lingui/react/macro';
import { Search, X } from 'lucide-react';
import type { ComponentPropsWithRef } from 'react';
import './SearchField.css';

type SearchFieldProps = Omit<ComponentPropsWithRef<'input'>, 'value' | 'onChange' | 'type'> & {
  label: string;
  value: string;
  onChange: (value: string) => void;
  /** The key that brings one here, shown while the field is empty. */
  shortcut?: string;
};

export function SearchField({
  label,
  value,
  onChange,
  shortcut,
  className,
  onKeyDown,
  ...rest
}: SearchFieldProps) {
  const { t } = useLingui();
  return (
    <div className={className ? `SearchField ${className}` : 'SearchField'} role="search">
      <Search size={20} aria-hidden className="SearchField-icon" />
      <input
        placeholder={label}
        autoComplete="off"
        spellCheck={false}
        {...rest}
        type="search"
        className="SearchField-input"
        aria-label={label}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && value !== '') {
            event.stopPropagation();
            onChange('');
          }
          onKeyDown?.(event);
        }}
      />
      {value === '' && shortcut !== undefined && (
        <kbd className="SearchField-key" aria-hidden>
          {shortcut}
        </kbd>
      )}
      {value !== '' && (
        <button
          type="button"
          className="SearchField-clear"
          aria-label={t`Clear the search`}
          onClick={() => onChange('')}
        >
          <X size={18} aria-hidden />
        </button>
      )}
    </div>
  );
}
