import { useLingui } from '@lingui/react/macro';
import { Printer } from 'lucide-react';
import { Button } from './Button.tsx';
import './RecoveryCode.css';

/** A secret shown once, large enough to write down, and printed alone on its page. */
export function RecoveryCode({ code }: { code: string }) {
  const { t } = useLingui();
  return (
    <div className="RecoveryCode">
      <output className="RecoveryCode-code" dir="ltr" aria-label={t`Recovery code`}>
        {code}
      </output>
      <Button icon={<Printer size={20} aria-hidden />} onClick={() => print()}>
        {t`Print it`}
      </Button>
    </div>
  );
}
