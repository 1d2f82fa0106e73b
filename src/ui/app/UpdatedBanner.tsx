import { useLingui } from '@lingui/react/macro';
import { RotateCw } from 'lucide-react';
import { useOtherVersion } from '../api/till-version.ts';
import { useConnection } from '../api/use-events.ts';
import { Banner } from '../kit/Banner.tsx';
import { Button } from '../kit/Button.tsx';
import './ConnectionBanner.css';

/** A till that was updated behind an open screen says so; when to load the new one is for the person to say. */
export function UpdatedBanner() {
  const { t } = useLingui();
  const other = useOtherVersion();
  const connection = useConnection();
  // A till that does not answer is the worse news, and stands in the same place.
  if (other === undefined || connection === 'down') return null;
  return (
    <div className="ConnectionBanner">
      <Banner
        title={t`The till was updated`}
        actions={
          <Button icon={<RotateCw size={18} aria-hidden />} onClick={() => location.reload()}>
            {t`Load the screen again`}
          </Button>
        }
      >
        {t`This screen is still as it was before. Loading it again takes a moment; orders stay as they are.`}
      </Banner>
    </div>
  );
}
