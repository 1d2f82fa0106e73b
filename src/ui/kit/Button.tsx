import { LoaderCircle } from 'lucide-react';
import type { ComponentPropsWithRef, MouseEvent, ReactNode } from 'react';
import './Button.css';

export type ButtonVariant = 'plain' | 'accent' | 'soft' | 'pay' | 'danger' | 'quiet';
export type ButtonSize = 's' | 'm' | 'l' | 'xl';

export type ButtonProps = ComponentPropsWithRef<'button'> & {
  variant?: ButtonVariant;
  size?: ButtonSize;
  icon?: ReactNode;
  /** Works on it: says so, keeps its focus and takes no second tap. */
  busy?: boolean;
  /** As wide as its place. */
  block?: boolean;
};

/** One class for every element that looks like a button, whichever element it is. */
export function buttonLook(variant: ButtonVariant = 'plain', size: ButtonSize = 'm') {
  return { className: 'Button', 'data-variant': variant, 'data-size': size };
}

export function Button({
  variant = 'plain',
  size = 'm',
  icon,
  busy = false,
  block = false,
  className,
  children,
  onClick,
  ...rest
}: ButtonProps) {
  const handleClick = (event: MouseEvent<HTMLButtonElement>) => {
    // A busy button stays focusable, so that a screen reader is not thrown back to the page's start.
    if (busy) event.preventDefault();
    else onClick?.(event);
  };
  return (
    <button
      type="button"
      {...rest}
      className={className ? `Button ${className}` : 'Button'}
      data-variant={variant}
      data-size={size}
      data-block={block || undefined}
      aria-busy={busy || undefined}
      aria-disabled={busy || rest['aria-disabled']}
      onClick={handleClick}
    >
      {busy ? <LoaderCircle className="Spin" size={20} aria-hidden /> : icon}
      {children !== undefined && <span className="Button-words">{children}</span>}
    </button>
  );
}
