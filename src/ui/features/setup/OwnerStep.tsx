import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Banner } from '../../kit/Banner.tsx';
import { Button } from '../../kit/Button.tsx';
import { TextField } from '../../kit/TextField.tsx';

type OwnerStepProps = {
  isBusy: boolean;
  error: string | undefined;
  onBack: () => void;
  onNext: (owner: { name: string; pin: string }) => void;
};

export function OwnerStep({ isBusy, error, onBack, onNext }: OwnerStepProps) {
  const { t } = useLingui();
  const [name, setName] = useState('');
  const [pin, setPin] = useState('');
  const [again, setAgain] = useState('');
  const isPin = /^\d{4,8}$/.test(pin);
  const isSame = pin === again;
  const isReady = name.trim() !== '' && isPin && isSame;
  return (
    <form
      className="SetUp-step"
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady && !isBusy) onNext({ name: name.trim(), pin });
      }}
    >
      <div>
        <h1 className="SetUpTitle">{t`You, the owner`}</h1>
        <p className="SetUp-lead">
          {t`You sign in with your name and this PIN, and may do everything. Others get their own later.`}
        </p>
      </div>
      {error !== undefined && <Banner tone="danger" title={error} />}
      <div className="SetUp-fields">
        <div className="SetUp-wide">
          <TextField
            label={t`Your name`}
            value={name}
            maxLength={60}
            required
            autoFocus // oxlint-disable-line jsx-a11y/no-autofocus -- the step begins by typing this name
            onChange={setName}
          />
        </div>
        <TextField
          label={t`PIN`}
          hint={t`4 to 8 digits`}
          type="password"
          inputMode="numeric"
          autoComplete="new-password"
          value={pin}
          onChange={setPin}
          error={pin !== '' && !isPin ? t`A PIN is 4 to 8 digits.` : undefined}
        />
        <TextField
          label={t`The PIN again`}
          type="password"
          inputMode="numeric"
          autoComplete="new-password"
          value={again}
          onChange={setAgain}
          error={again !== '' && !isSame ? t`The two PINs differ.` : undefined}
        />
      </div>
      <div className="SetUp-actions">
        <Button size="l" variant="quiet" onClick={onBack}>
          {t`Back`}
        </Button>
        <Button type="submit" variant="accent" size="l" busy={isBusy} disabled={!isReady}>
          {t`Set up the till`}
        </Button>
      </div>
    </form>
  );
}
