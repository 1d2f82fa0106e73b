import { useLingui } from '@lingui/react/macro';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { ChevronDown, ScrollText } from 'lucide-react';
import { useState } from 'react';
import { listJournal } from '../../../contract/journal.ts';
import { getStaff } from '../../../contract/staff.ts';
import type { Answer } from '../../api/call.ts';
import { call } from '../../api/call.ts';
import { problemReference, problemWords } from '../../api/problem-words.ts';
import { query } from '../../api/query.ts';
import { useSession } from '../../app/session.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Button } from '../../kit/Button.tsx';
import { EmptyState } from '../../kit/EmptyState.tsx';
import { ErrorState } from '../../kit/ErrorState.tsx';
import { LoadingState } from '../../kit/LoadingState.tsx';
import { Panel } from '../../kit/Panel.tsx';
import { Select } from '../../kit/Select.tsx';
import { gistOf, isKnownType, typeWords } from './entry-words.ts';
import { VerifyPanel } from './VerifyPanel.tsx';
import './JournalPage.css';

type Entry = Answer<typeof listJournal>['entries'][number];
const all = 'all';

/** Every change ever made, newest first, and the proof that none is missing. */
export function JournalPage() {
  const { t, i18n } = useLingui();
  const { may } = useSession();
  const [type, setType] = useState(all);
  const staff = useQuery({ ...query(getStaff, {}), enabled: may('staff.edit') });
  const nameOf = (staffId: string) =>
    staff.data?.staff.find((person) => person.staffId === staffId)?.name ?? '';
  const journal = useInfiniteQuery({
    queryKey: [listJournal.name, { type }],
    queryFn: ({ pageParam, signal }) =>
      call(
        listJournal,
        {
          query: {
            ...(pageParam === null ? {} : { before: pageParam }),
            ...(type === all ? {} : { type }),
          },
        },
        { signal },
      ),
    initialPageParam: null as number | null,
    getNextPageParam: (page) => page.more,
    // It grows with every tap anywhere: what was read before is old when the page is opened again.
    staleTime: 0,
  });
  const entries = journal.data?.pages.flatMap((page) => page.entries) ?? [];
  const options = [
    { id: all, label: t`Everything` },
    ...Object.keys(typeWords)
      .filter(isKnownType)
      .map((id) => ({ id, label: t(typeWords[id]) }))
      .sort((a, b) => a.label.localeCompare(b.label)),
  ];
  return (
    <div className="OwnerScroll Scroll">
      <VerifyPanel />
      <Panel padded aria-label={t`Entries`} className="JournalPage-entries">
        <div className="OwnerHead">
          <h2>{t`Entries`}</h2>
          <div className="JournalPage-filter">
            <Select
              label={t`Show only`}
              hideLabel
              value={type}
              options={options}
              onChange={setType}
            />
          </div>
        </div>
        {journal.isPending && <LoadingState rows={8} />}
        {journal.error && entries.length === 0 && (
          <ErrorState
            title={problemWords(i18n, journal.error)}
            reference={problemReference(journal.error)}
            onRetry={() => void journal.refetch()}
          >
            {t`The journal itself is untouched by reading.`}
          </ErrorState>
        )}
        {journal.data && entries.length === 0 && (
          <EmptyState
            icon={<ScrollText size={34} aria-hidden />}
            title={t`Nothing of that kind yet`}
          />
        )}
        {entries.length > 0 && (
          <ol className="JournalPage-list">
            {entries.map((entry) => (
              <EntryRow key={entry.seq} entry={entry} nameOf={nameOf} />
            ))}
          </ol>
        )}
        {journal.hasNextPage && (
          <Button
            block
            variant="quiet"
            busy={journal.isFetchingNextPage}
            onClick={() => void journal.fetchNextPage()}
          >
            {t`Show older entries`}
          </Button>
        )}
      </Panel>
    </div>
  );
}

type EntryRowProps = { entry: Entry; nameOf: (staffId: string) => string };

function EntryRow({ entry, nameOf }: EntryRowProps) {
  const { t, i18n } = useLingui();
  const format = useFormat();
  const [isOpen, setOpen] = useState(false);
  const gist = gistOf(i18n, format, nameOf, entry.type, entry.content);
  return (
    <li className="Entry">
      <button
        type="button"
        className="Entry-line"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        <span className="Entry-seq">{entry.seq}</span>
        <span className="Entry-words">
          <span className="Entry-type">
            {isKnownType(entry.type) ? t(typeWords[entry.type]) : entry.type}
          </span>
          {gist !== '' && <span className="Entry-gist">{gist}</span>}
        </span>
        <span className="Entry-who">
          {entry.by ?? t`The till itself`}
          <span className="Entry-at">{format.dateTime(entry.at)}</span>
        </span>
        <ChevronDown size={20} aria-hidden className="Entry-arrow" />
      </button>
      {isOpen && (
        <div className="Entry-content">
          <p className="Entry-hash">
            {t`Hash`} <code>{entry.hash}</code>
          </p>
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable from the keyboard */}
          <pre className="Scroll" dir="ltr" tabIndex={0}>
            {JSON.stringify(entry.content, null, 2)}
          </pre>
        </div>
      )}
    </li>
  );
}
