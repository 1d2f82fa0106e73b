import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from '../../kit/Button.tsx';
import { Checkbox } from '../../kit/Checkbox.tsx';
import { RecoveryCode } from '../../kit/RecoveryCode.tsx';

export function RecoveryStep({ code, onNext }: { code: string; onNext: () => void }) {
  const { t } = useLingui();
  const [isKept, setKept] = useState(false);
  return (
    <div className="SetUp-step">
      <div>
        <h1 className="SetUpTitle">{t`Your recovery code`}</h1>
        <p className="SetUp-lead">
          {t`If your PIN is ever lost, this code alone lets you back in. It is shown this once and stored nowhere: print it, or write it down, and keep it away from the till.`}
        </p>
      </div>
      <RecoveryCode code={code} />
      <Checkbox label={t`I have kept the code`} checked={isKept} onChange={setKept} />
      <div className="SetUp-actions">
        <Button variant="accent" size="l" disabled={!isKept} onClick={onNext}>
          {t`Next: the menu`}
        </Button>
      </div>
    </div>
  );
}
