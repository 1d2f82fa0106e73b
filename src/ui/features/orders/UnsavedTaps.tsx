import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { problemReference, problemWords } from '../../api/problem-words.ts';
import { useSession } from '../../app/session.ts';
import { Banner } from '../../kit/Banner.tsx';
import { Button } from '../../kit/Button.tsx';
import type { RefusedCommand } from '../../order/order-queue.ts';
import type { OrderOnScreen } from '../../order/use-order.ts';
import './UnsavedTaps.css';

/** What the server refused or has not answered, beside the order it is about; stays until it is read (S3, X4). */
export function UnsavedTaps({ desk }: { desk: OrderOnScreen }) {
  const { t, i18n } = useLingui();
  const { staffId } = useSession();
  const describe = useDescribe();
  const { queue, view } = desk;
  const { length } = view.pending;
  const count = t`${plural(length, { one: '# tap is', other: '# taps are' })} not saved`;
  const isSomebodyElses = view.heldFor !== null && view.heldFor !== staffId;
  if (view.refused.length === 0 && !view.stalledBy && !isSomebodyElses) return null;
  return (
    <div className="UnsavedTaps">
      {isSomebodyElses && (
        <Banner
          tone="warning"
          title={count}
          actions={
            <>
              <Button size="s" onClick={queue.dropUnsent}>{t`Drop them`}</Button>
              <Button
                size="s"
                variant="soft"
                onClick={queue.takeOver}
              >{t`Save them as mine`}</Button>
            </>
          }
        >
          {t`They were made before you signed in.`}
        </Banner>
      )}
      {view.stalledBy && !isSomebodyElses && (
        <Banner
          tone="warning"
          title={count}
          actions={
            <>
              {length > 1 && <Button size="s" onClick={queue.dropUnsent}>{t`Drop them`}</Button>}
              <Button size="s" variant="soft" onClick={queue.resume}>{t`Try now`}</Button>
            </>
          }
        >
          {problemWords(i18n, view.stalledBy)}
        </Banner>
      )}
      {view.refused.map((refused) => {
        const reference = problemReference(refused.error);
        return (
          <Banner
            key={refused.id}
            tone="danger"
            title={describe(refused)}
            actions={
              <Button
                size="s"
                onClick={() => queue.forgetRefused(refused.id)}
              >{t`Understood`}</Button>
            }
          >
            {problemWords(i18n, refused.error)}
            {reference !== undefined && ` ${t`Reference ${reference}`}`}
          </Banner>
        );
      })}
    </div>
  );
}

/** Which tap it was, in the words of the screen. */
function useDescribe(): (refused: RefusedCommand) => string {
  const { t } = useLingui();
  return ({ command }) => {
    switch (command.do) {
      case 'open':
        return t`The order was not opened`;
      case 'addLine':
        return t`Not added: ${command.item.name}`;
      case 'changeQuantity':
        return t`The quantity was not changed`;
      case 'changeNote':
        return t`The note was not saved`;
      case 'voidLine':
        return t`Not voided`;
      case 'send':
        return t`Not sent to the kitchen`;
      case 'changeCovers':
        return t`The number of guests was not saved`;
      case 'preBill':
        return t`The bill was not issued`;
      case 'cancel':
        return t`The order was not closed`;
      case 'pay':
        return t`The payment was not taken`;
    }
  };
}
