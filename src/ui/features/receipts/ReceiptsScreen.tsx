import { useLingui } from '@lingui/react/macro';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Receipt as ReceiptIcon } from 'lucide-react';
import { useState } from 'react';
import { useLocation, useParams } from 'wouter';
import { listReceipts } from '../../../contract/receipts.ts';
import { call } from '../../api/call.ts';
import { problemReference, problemWords } from '../../api/problem-words.ts';
import { useSession } from '../../app/session.ts';
import '../../app/Till.css';
import { TopBar } from '../../app/TopBar.tsx';
import { Button } from '../../kit/Button.tsx';
import { EmptyState } from '../../kit/EmptyState.tsx';
import { ErrorState } from '../../kit/ErrorState.tsx';
import { LoadingState } from '../../kit/LoadingState.tsx';
import { Panel } from '../../kit/Panel.tsx';
import { TextField } from '../../kit/TextField.tsx';
import { ReceiptRow } from './ReceiptRow.tsx';
import { ReceiptView } from './ReceiptView.tsx';
import './ReceiptsScreen.css';

type Search = { businessDate?: string; receiptNumber?: number };

/** `/receipts` and `/receipts/:orderId`: what was paid, by day and number, and each receipt as it was. */
export function ReceiptsScreen() {
  const { t, i18n } = useLingui();
  const { orderId } = useParams();
  const [, go] = useLocation();
  const { businessDate } = useSession();
  const [day, setDay] = useState('');
  const [number, setNumber] = useState('');
  const search: Search = {
    ...(day === '' ? {} : { businessDate: day }),
    ...(/^[1-9]\d{0,8}$/.test(number) ? { receiptNumber: Number(number) } : {}),
  };
  const list = useInfiniteQuery({
    queryKey: [listReceipts.name, { query: search }, 'pages'],
    queryFn: ({ pageParam, signal }) =>
      call(
        listReceipts,
        { query: { ...search, ...(pageParam === null ? {} : { before: pageParam }) } },
        { signal },
      ),
    initialPageParam: null as number | null, // the first page starts at the newest
    getNextPageParam: (page) => page.more,
  });
  const receipts = list.data?.pages.flatMap((page) => page.receipts) ?? [];
  const isSearching = day !== '' || number !== '';
  return (
    <div className="Till-screen ReceiptsScreen" data-shows={orderId ? 'receipt' : 'list'}>
      <TopBar title={t`Receipts`} onBack={() => go('/floor')} />
      <main className="ReceiptsScreen-body">
        <Panel className="ReceiptsScreen-list" aria-label={t`Receipts`}>
          <form className="ReceiptsScreen-search" onSubmit={(event) => event.preventDefault()}>
            <TextField
              label={t`Day`}
              type="date"
              max={businessDate}
              value={day}
              onChange={setDay}
            />
            <TextField
              label={t`Receipt number`}
              inputMode="numeric"
              value={number}
              onChange={setNumber}
            />
          </form>
          <div className="ReceiptsScreen-rows Scroll">
            {list.isPending ? (
              <LoadingState rows={6} />
            ) : !list.data ? (
              <ErrorState
                title={problemWords(i18n, list.error)}
                reference={problemReference(list.error)}
                onRetry={() => void list.refetch()}
              />
            ) : receipts.length === 0 ? (
              <EmptyState
                icon={<ReceiptIcon size={32} aria-hidden />}
                title={isSearching ? t`No receipt was found` : t`Nothing was sold yet`}
                actions={
                  isSearching && (
                    <Button
                      onClick={() => {
                        setDay('');
                        setNumber('');
                      }}
                    >{t`Show all receipts`}</Button>
                  )
                }
              />
            ) : (
              <ul>
                {receipts.map((receipt) => (
                  <li key={receipt.orderId}>
                    <ReceiptRow
                      receipt={receipt}
                      isChosen={receipt.orderId === orderId}
                      onOpen={() => go(`/receipts/${receipt.orderId}`)}
                    />
                  </li>
                ))}
              </ul>
            )}
            {list.hasNextPage && (
              <Button
                block
                busy={list.isFetchingNextPage}
                onClick={() => void list.fetchNextPage()}
              >
                {t`Older receipts`}
              </Button>
            )}
          </div>
        </Panel>
        <Panel className="ReceiptsScreen-receipt Scroll" aria-label={t`Receipt`}>
          {orderId === undefined ? (
            <EmptyState
              icon={<ReceiptIcon size={32} aria-hidden />}
              title={t`Choose a receipt to see it`}
            />
          ) : (
            <ReceiptView key={orderId} orderId={orderId} />
          )}
        </Panel>
      </main>
    </div>
  );
}
