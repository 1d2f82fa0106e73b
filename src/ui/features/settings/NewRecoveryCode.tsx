import { useLingui } from '@lingui/react/macro';
import { LifeBuoy } from 'lucide-react';
import { useId, useState } from 'react';
import { newRecoveryCode } from '../../../contract/site.ts';
import { useCommand } from '../../api/use-command.ts';
import { FormProblem } from '../../app/FormProblem.tsx';
import { Button } from '../../kit/Button.tsx';
import { Dialog } from '../../kit/Dialog.tsx';
import { RecoveryCode } from '../../kit/RecoveryCode.tsx';
import { TextField } from '../../kit/TextField.tsx';

const shortestPin = 4;

/** A new recovery code in place of one that is lost or was seen by others (U4). */
export function NewRecoveryCode() {
  const { t } = useLingui();
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="OwnPinForm">
      <h2>{t`Recovery code`}</h2>
      <p className="OwnerNote">
        {t`It lets an owner back in whose PIN is lost. Make a new one where the printed code is gone, or somebody has seen it.`}
      </p>
      <Button icon={<LifeBuoy size={20} aria-hidden />} onClick={() => setOpen(true)}>
        {t`Make a new code`}
      </Button>
      {isOpen && <RenewDialog onClose={() => setOpen(false)} />}
    </div>
  );
}

function RenewDialog({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  const formId = useId();
  const [pin, setPin] = useState('');
  const [error, setError] = useState<Error | null>(null);
  const making = useCommand(newRecoveryCode, {
    onError: (refusal) => {
      setError(refusal);
      setPin('');
    },
  });
  const code = making.data?.recoveryCode;
  return (
    <Dialog
      title={code === undefined ? t`A new recovery code` : t`Your new recovery code`}
      isOpen
      onClose={onClose}
      size="s"
      mustAnswer={code !== undefined}
      footer={
        code === undefined ? (
          <Button
            variant="accent"
            type="submit"
            form={formId}
            busy={making.isPending}
            disabled={pin.length < shortestPin}
          >
            {t`Make a new code`}
          </Button>
        ) : (
          <Button variant="accent" onClick={onClose}>{t`I have kept it`}</Button>
        )
      }
    >
      {code === undefined ? (
        <form
          id={formId}
          className="Stack"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            setError(null);
            if (!making.isPending) making.mutate({ body: { pin } });
          }}
        >
          <FormProblem error={error}>{t`The code before still works.`}</FormProblem>
          <p>{t`The code before stops working at once. Your PIN shows that it is you.`}</p>
          <TextField
            label={t`Your PIN`}
            type="password"
            inputMode="numeric"
            autoComplete="current-password"
            value={pin}
            onChange={(typed) => setPin(typed.replace(/\D/g, '').slice(0, 8))}
          />
        </form>
      ) : (
        <>
          <p>{t`The old code no longer works; keep this one in its place. It is shown this once.`}</p>
          <RecoveryCode code={code} />
        </>
      )}
    </Dialog>
  );
}
