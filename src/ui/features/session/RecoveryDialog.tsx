import { useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { getWelcome, recover } from '../../../contract/site.ts';
import { command } from '../../api/command.ts';
import { problemWords } from '../../api/problem-words.ts';
import { Button } from '../../kit/Button.tsx';
import { Dialog } from '../../kit/Dialog.tsx';
import { isGoodPin, NewPinFields, noPin } from '../../kit/NewPinFields.tsx';
import { RecoveryCode } from '../../kit/RecoveryCode.tsx';
import { TextField } from '../../kit/TextField.tsx';

/** What the server takes for a code at all. */
const shortestCode = 8;

/** The printed code lets an owner choose a new PIN, and is replaced by a new one (U4). */
export function RecoveryDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t, i18n } = useLingui();
  const client = useQueryClient();
  const formId = useId();
  const [code, setCode] = useState('');
  const [newPin, setNewPin] = useState(noPin);
  const [tried, setTried] = useState(false);
  const mutation = useMutation({
    mutationFn: () => command(recover, { body: { code: code.trim(), pin: newPin.pin } }),
    meta: { handled: true },
    onSuccess: () => client.invalidateQueries({ queryKey: [getWelcome.name] }),
  });
  const isCode = code.trim().length >= shortestCode;
  const close = () => {
    mutation.reset();
    setCode('');
    setNewPin(noPin);
    setTried(false);
    onClose();
  };
  const newCode = mutation.data?.recoveryCode;
  return (
    <Dialog
      title={newCode ? t`Your new recovery code` : t`A new PIN for the owner`}
      isOpen={isOpen}
      onClose={close}
      size="s"
      mustAnswer={newCode !== undefined}
      footer={
        newCode ? (
          <Button variant="accent" onClick={close}>{t`I have kept it`}</Button>
        ) : (
          <Button variant="accent" type="submit" form={formId} busy={mutation.isPending}>
            {t`Set the PIN`}
          </Button>
        )
      }
    >
      {newCode ? (
        <>
          <p>{t`The PIN is set. The old code no longer works; keep this one in its place.`}</p>
          <RecoveryCode code={newCode} />
        </>
      ) : (
        <form
          id={formId}
          className="Stack"
          onSubmit={(event) => {
            event.preventDefault();
            setTried(true);
            if (isCode && isGoodPin(newPin) && !mutation.isPending) mutation.mutate();
          }}
        >
          <TextField
            label={t`Recovery code`}
            hint={t`Printed at the first start`}
            dir="ltr"
            autoCapitalize="characters"
            spellCheck={false}
            value={code}
            onChange={setCode}
            error={
              mutation.error
                ? problemWords(i18n, mutation.error)
                : tried && !isCode
                  ? t`Type the recovery code.`
                  : undefined
            }
          />
          <NewPinFields value={newPin} onChange={setNewPin} tried={tried} />
        </form>
      )}
    </Dialog>
  );
}
