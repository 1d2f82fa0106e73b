import { Button } from './Button.tsx';
import type { ButtonProps } from './Button.tsx';
import './IconButton.css';

type IconButtonProps = Omit<ButtonProps, 'children' | 'icon' | 'aria-label'> & {
  /** What it does, for those who do not see the icon; also its hover title. */
  label: string;
  icon: ButtonProps['icon'];
};

export function IconButton({ label, className, ...rest }: IconButtonProps) {
  return (
    <Button
      {...rest}
      aria-label={label}
      title={label}
      className={className ? `IconButton ${className}` : 'IconButton'}
    />
  );
}
