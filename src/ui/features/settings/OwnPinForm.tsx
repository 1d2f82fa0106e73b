import { useLingui } from '@lingui/react/macro';
import { KeyRound } from 'lucide-react';
import { useState } from 'react';
import { changeOwnPin } from '../../../contract/site.ts';
import { useCommand } from '../../api/use-command.ts';
import { FormProblem } from '../../app/FormProblem.tsx';
import { Banner } from '../../kit/Banner.tsx';
import { Button } from '../../kit/Button.tsx';
import { isGoodPin, NewPinFields, noPin } from '../../kit/NewPinFields.tsx';
import { TextField } from '../../kit/TextField.tsx';

/** Changes the PIN of whoever is signed in; their other screens are signed out. */
export function OwnPinForm() {
  const { t } = useLingui();
  const [pin, setPin] = useState('');
  const [newPin, setNewPin] = useState(noPin);
  const [tried, setTried] = useState(false);
  const [error, setError] = useState<Error | null>(null);
  const changing = useCommand(changeOwnPin, {
    onSuccess: () => {
      setPin('');
      setNewPin(noPin);
      setTried(false);
      setError(null);
    },
    onError: setError,
  });
  const save = () => {
    setTried(true);
    setError(null);
    if (pin !== '' && isGoodPin(newPin)) {
      changing.mutate({ body: { pin, newPin: newPin.pin } });
    }
  };
  return (
    <form
      className="OwnPinForm"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!changing.isPending) save();
      }}
    >
      <h2>{t`My PIN`}</h2>
      <FormProblem error={error}>{t`Your PIN is still the one before.`}</FormProblem>
      {changing.isSuccess && !tried && (
        <Banner title={t`Your PIN is changed`}>
          {t`Use the new one from now on. Your other screens are signed out.`}
        </Banner>
      )}
      <TextField
        label={t`PIN until now`}
        type="password"
        inputMode="numeric"
        autoComplete="current-password"
        value={pin}
        error={tried && pin === '' ? t`Type the PIN you use now.` : undefined}
        onChange={(typed) => setPin(typed.replace(/\D/g, '').slice(0, 8))}
      />
      <NewPinFields value={newPin} onChange={setNewPin} tried={tried} />
      <Button
        type="submit"
        variant="accent"
        icon={<KeyRound size={20} aria-hidden />}
        busy={changing.isPending}
      >
        {t`Change my PIN`}
      </Button>
    </form>
  );
}
