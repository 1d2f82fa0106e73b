import type { ComponentProps, ReactNode } from 'react';
import { Focusable, Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components/Tooltip';
import './Tooltip.css';

type Child = ComponentProps<typeof Focusable>['children'];

/** More about its child on hover and focus. The child must be a focusable element with a role. */
export function Tooltip({ words, children }: { words: ReactNode; children: Child }) {
  return (
    <TooltipTrigger delay={500}>
      <Focusable>{children}</Focusable>
      <AriaTooltip className="Tooltip" offset={8}>
        {words}
      </AriaTooltip>
    </TooltipTrigger>
  );
}
