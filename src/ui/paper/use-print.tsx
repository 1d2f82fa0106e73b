import { useCallback, useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';
import './PrintArea.css';

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
    window.print();
    return () => removeEventListener('afterprint', done);
  }, [content]);
  const area =
    content === null
      ? null
      : createPortal(<div className="PrintArea">{content}</div>, document.body);
  return { print, area };
}
