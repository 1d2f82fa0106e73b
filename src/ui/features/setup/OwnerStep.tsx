import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Banner } from '../../kit/Banner.tsx';
import { Button } from '../../kit/Button.tsx';
import { isGoodPin, NewPinFields, noPin } from '../../kit/NewPinFields.tsx';
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
  const [newPin, setNewPin] = useState(noPin);
  const [tried, setTried] = useState(false);
  const isNamed = name.trim() !== '';
  return (
    <form
      className="SetUp-step"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (isNamed && isGoodPin(newPin) && !isBusy) {
          onNext({ name: name.trim(), pin: newPin.pin });
        }
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
            error={tried && !isNamed ? t`Write a name.` : undefined}
            autoFocus // oxlint-disable-line jsx-a11y/no-autofocus -- the step begins by typing this name
            onChange={setName}
          />
        </div>
        <NewPinFields label={t`PIN`} value={newPin} onChange={setNewPin} tried={tried} />
      </div>
      <div className="SetUp-actions">
        <Button size="l" variant="quiet" onClick={onBack}>
          {t`Back`}
        </Button>
        <Button type="submit" variant="accent" size="l" busy={isBusy}>
          {t`Set up the till`}
        </Button>
      </div>
    </form>
  );
}
