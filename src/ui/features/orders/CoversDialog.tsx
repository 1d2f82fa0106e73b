import { useLingui } from '@lingui/react/macro';
import { orderLimits } from '../../../domain/order/order.ts';
import { Button } from '../../kit/Button.tsx';
import { Dialog } from '../../kit/Dialog.tsx';
import { Stepper } from '../../kit/Stepper.tsx';
import './CoversDialog.css';

type CoversDialogProps = {
  covers: number;
  onChange: (covers: number) => void;
  onClose: () => void;
};

const usual = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

/** How many guests sit here: one tap up to twelve, steps beyond. */
export function CoversDialog({ covers, onChange, onClose }: CoversDialogProps) {
  const { t } = useLingui();
  return (
    <Dialog title={t`Guests`} isOpen onClose={onClose} size="s">
      <div className="CoversDialog">
        {usual.map((guests) => (
          <Button
            key={guests}
            size="xl"
            variant={guests === covers ? 'accent' : 'plain'}
            aria-pressed={guests === covers}
            onClick={() => {
              onChange(guests);
              onClose();
            }}
          >
            {guests}
          </Button>
        ))}
      </div>
      <div className="CoversDialog-more">
        <Stepper label={t`Guests`} value={covers} max={orderLimits.covers} onChange={onChange} />
      </div>
    </Dialog>
  );
}
