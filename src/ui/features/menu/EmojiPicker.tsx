import { useLingui } from '@lingui/react/macro';
import { TextField } from '../../kit/TextField.tsx';
import './EmojiPicker.css';

/** What kitchens and bars sell most; any other can be typed. */
const offered = [
  '🍕', '🍔', '🌭', '🥪', '🌮', '🌯', '🥙', '🍝', '🍜', '🍲', '🍛', '🍚', '🍣', '🍤', '🥟', '🍗',
  '🥩', '🥓', '🐟', '🦐', '🧀', '🥚', '🥗', '🥦', '🍅', '🍄', '🌶️', '🫒', '🥔', '🍟', '🍞', '🥖',
  '🥨', '🥐', '🥞', '🍰', '🧁', '🍨', '🍮', '🍩', '🍪', '🍫', '🍓', '🍋', '☕', '🫖', '🥛', '🥤',
  '💧', '🧃', '🍺', '🍷', '🥂', '🍸', '🍹', '🥃',
] as const; // prettier-ignore

type EmojiPickerProps = { value: string; onChange: (emoji: string) => void };

export function EmojiPicker({ value, onChange }: EmojiPickerProps) {
  const { t } = useLingui();
  return (
    <div className="EmojiPicker">
      <TextField
        label={t`Emoji`}
        hint={t`Stands on the tile where there is no picture; choose one or type your own`}
        value={value}
        maxLength={16}
        onChange={onChange}
      />
      <div className="EmojiPicker-offered Scroll" role="group" aria-label={t`Emoji to choose from`}>
        {offered.map((emoji) => (
          <button
            key={emoji}
            type="button"
            className="EmojiPicker-emoji"
            aria-pressed={emoji === value}
            onClick={() => onChange(emoji === value ? '' : emoji)}
          >
            {emoji}
          </button>
        ))}
      </div>
    </div>
  );
}
