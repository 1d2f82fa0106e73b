import { useLingui } from '@lingui/react/macro';
import { ArrowRight } from 'lucide-react';
import { useState } from 'react';
import type { Welcome } from '../../../contract/site.ts';
import { Keypad } from '../../kit/Keypad.tsx';
import { Panel } from '../../kit/Panel.tsx';
import { PinDots } from '../../kit/PinDots.tsx';
import { RecoveryDialog } from './RecoveryDialog.tsx';
import { useCountdown } from './use-countdown.ts';
import { usePinKeys } from './use-pin-keys.ts';
import { useSignIn } from './use-sign-in.ts';
import './PinPanel.css';

const longestPin = 8;
const shortestPin = 4;

type PinPanelProps = { person: Welcome['people'][number]; onSignedIn: () => void };

/** The pad for one person's PIN. Wrong ones shake, say so, and count down to the next try. */
export function PinPanel({ person, onSignedIn }: PinPanelProps) {
  const { t } = useLingui();
  const [pin, setPin] = useState('');
  const [recovers, setRecovers] = useState(false);
  const signIn = useSignIn(person, onSignedIn, () => setPin(''));
  const wait = useCountdown(signIn.until);
  const isLocked = wait !== undefined;
  const canEnter = pin.length >= shortestPin && !isLocked && !signIn.isPending;

  const enter = () => {
    if (canEnter) signIn.enter(pin);
  };
  const type = (digits: string) => {
    if (isLocked || signIn.isPending) return;
    setPin((typed) => (typed + digits).slice(0, longestPin));
  };
  const erase = () => setPin((typed) => typed.slice(0, -1));
  usePinKeys({ type, erase, enter, clear: () => setPin(''), enabled: !recovers });

  const { name } = person;
  return (
    <Panel className="PinPanel" aria-label={t`PIN`}>
      <h2 className="PinPanel-hello">{t`Hello, ${name}`}</h2>
      <PinDots filled={pin.length} shakes={signIn.failures} />
      <p className="PinPanel-words" role="status" data-tone={signIn.words ? 'danger' : undefined}>
        {isLocked
          ? t`${signIn.words ?? t`Too many wrong PINs.`} Try again in ${wait}.`
          : signIn.words}
      </p>
      <Keypad
        label={t`PIN`}
        size="l"
        disabled={isLocked}
        onKey={(key) => (key === 'delete' ? erase() : type(key))}
        corner={
          <button
            type="button"
            className="Keypad-key PinPanel-enter"
            aria-label={t`Sign in`}
            aria-busy={signIn.isPending || undefined}
            disabled={!canEnter}
            onClick={enter}
          >
            <ArrowRight size={28} aria-hidden />
          </button>
        }
      />
      <button type="button" className="PinPanel-lost" onClick={() => setRecovers(true)}>
        {t`The owner’s PIN is lost`}
      </button>
      <RecoveryDialog isOpen={recovers} onClose={() => setRecovers(false)} />
    </Panel>
  );
}
