import { useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { getWelcome, recover } from '../../../contract/site.ts';
import { command } from '../../api/command.ts';
import { problemWords } from '../../api/problem-words.ts';
import { Button } from '../../kit/Button.tsx';
import { Dialog } from '../../kit/Dialog.tsx';
import { RecoveryCode } from '../../kit/RecoveryCode.tsx';
import { TextField } from '../../kit/TextField.tsx';

/** The printed code lets an owner choose a new PIN, and is replaced by a new one (U4). */
export function RecoveryDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t, i18n } = useLingui();
  const client = useQueryClient();
  const formId = useId();
  const [code, setCode] = useState('');
  const [pin, setPin] = useState('');
  const [again, setAgain] = useState('');
  const mutation = useMutation({
    mutationFn: () => command(recover, { body: { code: code.trim(), pin } }),
    meta: { handled: true },
    onSuccess: () => client.invalidateQueries({ queryKey: [getWelcome.name] }),
  });
  const isPin = /^\d{4,8}$/.test(pin);
  const isSame = pin === again;
  const close = () => {
    mutation.reset();
    setCode('');
    setPin('');
    setAgain('');
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
          <Button
            variant="accent"
            type="submit"
            form={formId}
            busy={mutation.isPending}
            disabled={code.trim().length < 8 || !isPin || !isSame}
          >
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
            mutation.mutate();
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
            error={mutation.error ? problemWords(i18n, mutation.error) : undefined}
          />
          <TextField
            label={t`New PIN`}
            type="password"
            inputMode="numeric"
            autoComplete="new-password"
            value={pin}
            onChange={setPin}
            error={pin !== '' && !isPin ? t`A PIN is 4 to 8 digits.` : undefined}
          />
          <TextField
            label={t`New PIN again`}
            type="password"
            inputMode="numeric"
            autoComplete="new-password"
            value={again}
            onChange={setAgain}
            error={again !== '' && !isSame ? t`The two PINs differ.` : undefined}
          />
        </form>
      )}
    </Dialog>
  );
}
