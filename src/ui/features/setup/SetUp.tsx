import { useLingui } from '@lingui/react/macro';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { getCountries, getSession, getWelcome, setUp } from '../../../contract/site.ts';
import { command } from '../../api/command.ts';
import { problemReference, problemWords } from '../../api/problem-words.ts';
import { query } from '../../api/query.ts';
import { ErrorState } from '../../kit/ErrorState.tsx';
import { LoadingState } from '../../kit/LoadingState.tsx';
import { Panel } from '../../kit/Panel.tsx';
import { FirstMenu } from './FirstMenu.tsx';
import { OwnerStep } from './OwnerStep.tsx';
import { emptyPlace, likelyCountry, withCountry } from './place-draft.ts';
import type { PlaceDraft, Proposals } from './place-draft.ts';
import { PlaceStep } from './PlaceStep.tsx';
import { RecoveryStep } from './RecoveryStep.tsx';
import { SetUpHeader } from './SetUpHeader.tsx';
import './SetUp.css';

/** The first start: place, owner, recovery code, menu. Nothing is guessed silently. */
export function SetUp() {
  const { i18n } = useLingui();
  const proposals = useQuery(query(getCountries, {}));
  return (
    <main className="SetUp">
      <Panel className="SetUp-panel">
        {proposals.data ? (
          <Steps proposals={proposals.data} />
        ) : proposals.error ? (
          <ErrorState
            title={problemWords(i18n, proposals.error)}
            reference={problemReference(proposals.error)}
            onRetry={() => void proposals.refetch()}
          />
        ) : (
          <LoadingState rows={6} />
        )}
      </Panel>
    </main>
  );
}

type Step = 'place' | 'owner' | 'code' | 'menu';
const order: readonly Step[] = ['place', 'owner', 'code', 'menu'];

function Steps({ proposals }: { proposals: Proposals }) {
  const { i18n } = useLingui();
  const client = useQueryClient();
  const [step, setStep] = useState<Step>('place');
  const [place, setPlace] = useState<PlaceDraft>(() =>
    withCountry(emptyPlace, proposals, likelyCountry(proposals)),
  );
  const mutation = useMutation({
    mutationFn: (owner: { name: string; pin: string }) =>
      command(setUp, { body: { ...place, owner } }),
    meta: { handled: true },
    onSuccess: () => setStep('code'),
  });
  // Only now does the rest of the app hear of it: the code had to be seen first.
  const finish = async () => {
    await client.invalidateQueries({ queryKey: [getSession.name] });
    await client.invalidateQueries({ queryKey: [getWelcome.name] });
  };
  return (
    <>
      <SetUpHeader step={order.indexOf(step)} steps={order.length} />
      {step === 'place' && (
        <PlaceStep
          place={place}
          proposals={proposals}
          onChange={setPlace}
          onNext={() => setStep('owner')}
        />
      )}
      {step === 'owner' && (
        <OwnerStep
          isBusy={mutation.isPending}
          error={mutation.error ? problemWords(i18n, mutation.error) : undefined}
          onBack={() => setStep('place')}
          onNext={(owner) => mutation.mutate(owner)}
        />
      )}
      {step === 'code' && mutation.data && (
        <RecoveryStep code={mutation.data.recoveryCode} onNext={() => setStep('menu')} />
      )}
      {step === 'menu' && <FirstMenu onDone={() => void finish()} />}
    </>
  );
}
