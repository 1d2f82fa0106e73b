import { useCallback, useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';
import './PrintArea.css';

/** The desktop program prints to the printer that was chosen in its menu; a browser asks for one. */
function printPage(): void {
  const { armorposDesktop } = window as { armorposDesktop?: { print: () => Promise<boolean> } };
  if (armorposDesktop) void armorposDesktop.print();
  else window.print();
}

/**
 * Prints something through the browser: it stands outside the screens and shows on paper alone. Put
 * `area` anywhere in the component.
 */
export function usePrint(): { print: (content: ReactNode) => void; area: ReactNode } {
  const [content, setContent] = useState<ReactNode>(null);
  const print = useCallback((next: ReactNode) => setContent(next), []);
  useEffect(() => {
    if (content === null) return undefined;
    const done = () => setContent(null);
    addEventListener('afterprint', done, { once: true });
    printPage();
    return () => removeEventListener('afterprint', done);
  }, [content]);
  const area =
    content === null
      ? null
      : createPortal(<div className="PrintArea">{content}</div>, document.body);
  return { print, area };
}
