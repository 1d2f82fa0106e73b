import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { OrderLine } from '../../../domain/order/order.ts';
import { orderLimits } from '../../../domain/order/order.ts';
import { Problem } from '../../api/problem.ts';
import { problemWords } from '../../api/problem-words.ts';
import { uuidv7 } from '../../api/uuidv7.ts';
import { useSession } from '../../app/session.ts';
import { Banner } from '../../kit/Banner.tsx';
import { Button } from '../../kit/Button.tsx';
import { Dialog } from '../../kit/Dialog.tsx';
import { Stepper } from '../../kit/Stepper.tsx';
import { TextField } from '../../kit/TextField.tsx';
import type { OrderOnScreen } from '../../order/use-order.ts';
import { ApproverPad } from './ApproverPad.tsx';
import type { Approval } from './ApproverPad.tsx';
import './VoidDialog.css';

type VoidDialogProps = { line: OrderLine; desk: OrderOnScreen; onClose: () => void };

/** Takes off what the kitchen or the guest has seen: how many, why, and whose approval (O3, U3). */
export function VoidDialog({ line, desk, onClose }: VoidDialogProps) {
  const { t, i18n } = useLingui();
  const { may } = useSession();
  const [quantity, setQuantity] = useState(line.quantity);
  const [other, setOther] = useState('');
  const [reason, setReason] = useState<string | undefined>(undefined);
  const [failure, setFailure] = useState<Error | undefined>(undefined);
  const [isBusy, setBusy] = useState(false);
  const [needsApproval, setNeedsApproval] = useState(!may('orders.void'));
  const reasons = [
    t`Guest changed their mind`,
    t`Wrong item`,
    t`Wrong table`,
    t`Complaint`,
    t`Kitchen is out of it`,
  ];

  const voidIt = async (why: string, approval?: Approval) => {
    setBusy(true);
    setFailure(undefined);
    try {
      await desk.queue.add(
        {
          do: 'voidLine',
          lineId: line.lineId,
          quantity,
          reason: why,
          splitLineId: uuidv7(),
          ...(approval ? { approval } : {}),
        },
        { quiet: true },
      );
      onClose();
    } catch (error) {
      const fault = error instanceof Error ? error : new Error(String(error));
      const code = fault instanceof Problem ? fault.code : undefined;
      // The right was taken away meanwhile, or belongs to somebody else: their PIN will do.
      if (code === 'approval_needed' || code === 'permission_missing') setNeedsApproval(true);
      setFailure(fault);
    } finally {
      setBusy(false);
    }
  };
  const choose = (why: string) => {
    if (why === '') return;
    setReason(why);
    if (!needsApproval) void voidIt(why);
  };

  return (
    <Dialog title={t`Void ${line.name}`} isOpen onClose={onClose} size="s">
      {failure && (
        <Banner tone="danger" title={t`Not voided`}>
          {problemWords(i18n, failure)}
        </Banner>
      )}
      {reason !== undefined && needsApproval ? (
        <ApproverPad
          isBusy={isBusy}
          failure={failure}
          onApprove={(approval) => void voidIt(reason, approval)}
        />
      ) : (
        <>
          {line.quantity > 1 && (
            <div className="VoidDialog-quantity">
              <span>{t`How many of ${line.quantity}?`}</span>
              <Stepper
                label={t`How many`}
                value={quantity}
                min={1}
                max={line.quantity}
                onChange={setQuantity}
              />
            </div>
          )}
          <div className="VoidDialog-reasons" role="group" aria-label={t`Reason`}>
            {reasons.map((why) => (
              <Button
                key={why}
                size="l"
                block
                busy={isBusy && reason === why}
                onClick={() => choose(why)}
              >
                {why}
              </Button>
            ))}
          </div>
          <form
            className="VoidDialog-other"
            onSubmit={(event) => {
              event.preventDefault();
              choose(other.trim());
            }}
          >
            <TextField
              label={t`Another reason`}
              value={other}
              onChange={setOther}
              maxLength={orderLimits.reason}
            />
            <Button
              type="submit"
              variant="danger"
              busy={isBusy && reason === other.trim()}
              disabled={other.trim() === ''}
            >
              {t`Void`}
            </Button>
          </form>
        </>
      )}
    </Dialog>
  );
}
