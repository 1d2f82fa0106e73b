import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import { useLingui } from '@lingui/react/macro';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { IconButton } from '../../kit/IconButton.tsx';
import { Select } from '../../kit/Select.tsx';
import { TextField } from '../../kit/TextField.tsx';
import { addDays, daysIn, isDate, presets, rangeOf } from './range.ts';
import type { DateRange, Preset } from './range.ts';
import type { Comparison } from './report-queries.ts';
import './RangeBar.css';

export type RangeChoice = {
  preset: Preset | 'custom';
  range: DateRange;
  compare: Comparison | undefined;
};

const words: Record<Preset | 'custom', MessageDescriptor> = {
  today: msg`Today`,
  yesterday: msg`Yesterday`,
  last_7_days: msg`Last 7 days`,
  last_30_days: msg`Last 30 days`,
  this_week: msg`This week`,
  last_week: msg`Last week`,
  this_month: msg`This month`,
  last_month: msg`Last month`,
  this_year: msg`This year`,
  last_year: msg`Last year`,
  custom: msg`Other dates`,
};

type RangeBarProps = {
  choice: RangeChoice;
  today: string;
  onChange: (choice: RangeChoice) => void;
};

/** Which days, and what they are compared with. */
export function RangeBar({ choice, today, onChange }: RangeBarProps) {
  const { t } = useLingui();
  const { range } = choice;
  const days = daysIn(range);
  const step = (by: number) =>
    onChange({
      ...choice,
      preset: 'custom',
      range: { from: addDays(range.from, by * days), to: addDays(range.to, by * days) },
    });
  return (
    <div className="RangeBar">
      <div className="RangeBar-group">
        <IconButton
          label={t`As many days before`}
          icon={<ChevronLeft size={20} aria-hidden className="FlipsWithText" />}
          onClick={() => step(-1)}
        />
        <div className="RangeBar-preset">
          <Select
            label={t`Range`}
            hideLabel
            value={choice.preset}
            onChange={(preset) =>
              onChange({
                ...choice,
                preset,
                range: preset === 'custom' ? range : rangeOf(preset, today),
              })
            }
            options={[...presets, 'custom' as const].map((id) => ({ id, label: t(words[id]) }))}
          />
        </div>
        <IconButton
          label={t`As many days after`}
          icon={<ChevronRight size={20} aria-hidden className="FlipsWithText" />}
          onClick={() => step(1)}
        />
      </div>
      <Dates
        key={`${range.from} ${range.to}`}
        range={range}
        onChange={(next) => onChange({ ...choice, preset: 'custom', range: next })}
      />
      <div className="RangeBar-compare">
        <Select
          label={t`Compare with`}
          hideLabel
          value={choice.compare ?? 'none'}
          onChange={(compare) =>
            onChange({ ...choice, compare: compare === 'none' ? undefined : compare })
          }
          options={[
            { id: 'before', label: t`Against the days before` },
            { id: 'weekdays', label: t`Against the same weekdays` },
            { id: 'none', label: t`Without comparison` },
          ]}
        />
      </div>
    </div>
  );
}

/** Keeps what is being typed until both dates are dates and stand in order. */
function Dates({ range, onChange }: { range: DateRange; onChange: (range: DateRange) => void }) {
  const { t } = useLingui();
  const [draft, setDraft] = useState(range);
  const change = (next: DateRange) => {
    setDraft(next);
    if (isDate(next.from) && isDate(next.to) && next.from <= next.to) onChange(next);
  };
  const backwards = isDate(draft.from) && isDate(draft.to) && draft.from > draft.to;
  return (
    <div className="RangeBar-group RangeBar-dates">
      <TextField
        label={t`From`}
        hideLabel
        type="date"
        required
        value={draft.from}
        onChange={(from) => change({ ...draft, from })}
        error={backwards ? t`Must not be after the last day` : undefined}
      />
      <span className="RangeBar-dash" aria-hidden>
        –
      </span>
      <TextField
        label={t`To`}
        hideLabel
        type="date"
        required
        value={draft.to}
        onChange={(to) => change({ ...draft, to })}
      />
    </div>
  );
}
