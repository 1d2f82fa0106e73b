import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { ArrowRight } from 'lucide-react';
import { useEffect, useEffectEvent, useState } from 'react';
import { listApprovers } from '../../../contract/staff.ts';
import { problemWords } from '../../api/problem-words.ts';
import { query } from '../../api/query.ts';
import { useSession } from '../../app/session.ts';
import { Avatar } from '../../kit/Avatar.tsx';
import { ErrorState } from '../../kit/ErrorState.tsx';
import { Keypad } from '../../kit/Keypad.tsx';
import { LoadingState } from '../../kit/LoadingState.tsx';
import { PinDots } from '../../kit/PinDots.tsx';
import './ApproverPad.css';

export type Approval = { readonly staffId: string; readonly pin: string };

type ApproverPadProps = {
  isBusy: boolean;
  failure: Error | undefined;
  onApprove: (approval: Approval) => void;
};

const shortestPin = 4;
const longestPin = 8;

/** Somebody who may approve picks their name and types their PIN, for this one command (U3). */
export function ApproverPad({ isBusy, failure, onApprove }: ApproverPadProps) {
  const { t, i18n } = useLingui();
  const { staffId: own } = useSession();
  const approvers = useQuery(query(listApprovers, {}));
  const [chosen, setChosen] = useState<string | undefined>(undefined);
  const [pin, setPin] = useState('');
  const [answered, setAnswered] = useState<{ failure: Error | undefined; times: number }>({
    failure: undefined,
    times: 0,
  });
  if (answered.failure !== failure) {
    // A wrong PIN is not offered again.
    setAnswered({ failure, times: answered.times + (failure ? 1 : 0) });
    setPin('');
  }
  const people = approvers.data?.people.filter((person) => person.staffId !== own) ?? [];
  const staffId = chosen ?? (people.length === 1 ? people[0]?.staffId : undefined);
  const canApprove = staffId !== undefined && pin.length >= shortestPin && !isBusy;
  const approve = () => {
    if (staffId !== undefined && canApprove) onApprove({ staffId, pin });
  };
  const type = (digit: string) => setPin((typed) => (typed + digit).slice(0, longestPin));
  const heard = useEffectEvent((event: KeyboardEvent) => {
    if (/^\d$/.test(event.key)) type(event.key);
    else if (event.key === 'Backspace') setPin((typed) => typed.slice(0, -1));
    else if (event.key === 'Enter' && canApprove && !isOwnKey(event.target)) {
      event.preventDefault();
      approve();
    }
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => heard(event);
    addEventListener('keydown', listener);
    return () => removeEventListener('keydown', listener);
  }, []);

  if (approvers.isPending) return <LoadingState rows={3} />;
  if (!approvers.data) {
    return (
      <ErrorState
        title={problemWords(i18n, approvers.error)}
        onRetry={() => void approvers.refetch()}
      />
    );
  }
  return (
    <div className="ApproverPad">
      <p>{t`Somebody who may approve this types their PIN.`}</p>
      {people.length === 0 && <p role="alert">{t`Nobody else may approve voids here.`}</p>}
      <div className="ApproverPad-people" role="group" aria-label={t`Who approves`}>
        {people.map((person) => (
          <button
            key={person.staffId}
            type="button"
            className="ApproverPad-person"
            aria-pressed={person.staffId === staffId}
            onClick={() => {
              setChosen(person.staffId);
              setPin('');
            }}
          >
            <Avatar name={person.name} size="s" />
            {person.name}
          </button>
        ))}
      </div>
      <PinDots filled={pin.length} shakes={answered.times} />
      <Keypad
        label={t`PIN`}
        disabled={staffId === undefined || isBusy}
        onKey={(key) => (key === 'delete' ? setPin((typed) => typed.slice(0, -1)) : type(key))}
        corner={
          <button
            type="button"
            className="Keypad-key ApproverPad-enter"
            aria-label={t`Approve`}
            aria-busy={isBusy || undefined}
            disabled={!canApprove}
            onClick={approve}
          >
            <ArrowRight size={26} aria-hidden />
          </button>
        }
      />
    </div>
  );
}

/** Enter on a key of the pad is that key's own; on the name just picked it ends the PIN. */
function isOwnKey(target: EventTarget | null): boolean {
  return target instanceof HTMLButtonElement && !target.matches('.ApproverPad-person');
}
