import { useLingui } from '@lingui/react/macro';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { Floor } from '../../../contract/floor.ts';
import { removeTable } from '../../../contract/floor.ts';
import { fieldProblem } from '../../api/field-problem.ts';
import { useCommand } from '../../api/use-command.ts';
import { FormProblem } from '../../app/FormProblem.tsx';
import { ConfirmHold } from '../../kit/ConfirmHold.tsx';
import { notify } from '../../kit/notices.ts';
import { NumberField } from '../../kit/NumberField.tsx';
import { Segmented } from '../../kit/Segmented.tsx';
import { Select } from '../../kit/Select.tsx';
import { TextField } from '../../kit/TextField.tsx';
import { fitted, smallest } from './place.ts';
import type { Place } from './place.ts';
import type { DrawnTable } from './use-table-drafts.ts';

type TablePanelProps = {
  areas: Floor['areas'];
  table: DrawnTable;
  /** Whether guests sit there: such a table cannot go. */
  isOccupied: boolean;
  error: Error | null;
  onChange: (table: DrawnTable) => void;
  onRemoved: () => void;
};

/** The chosen table in words and figures; every change is saved by itself. */
export function TablePanel({
  areas,
  table,
  isOccupied,
  error,
  onChange,
  onRemoved,
}: TablePanelProps) {
  const { t } = useLingui();
  const [refusal, setRefusal] = useState<Error | null>(null);
  const removing = useCommand(removeTable, {
    onSuccess: () => {
      notify({ text: t`Table ${table.name} is gone` });
      onRemoved();
    },
    onError: setRefusal,
  });
  const change = (part: Partial<DrawnTable>) => onChange({ ...table, ...part });
  const place = (part: Partial<Place>) => onChange({ ...table, ...fitted({ ...table, ...part }) });
  const isNamed = table.name.trim() !== '';
  return (
    <>
      <FormProblem error={error}>{t`The last change is drawn here but not saved.`}</FormProblem>
      <TextField
        label={t`Name`}
        value={table.name}
        maxLength={20}
        error={isNamed ? fieldProblem(error, 'name') : t`Write a name or a number.`}
        onChange={(name) => change({ name })}
      />
      <NumberField
        label={t`Seats`}
        value={table.seats}
        min={0}
        max={99}
        onChange={(seats) => change({ seats: seats ?? 0 })}
      />
      <div className="Field">
        <span className="Field-label">{t`Shape`}</span>
        <Segmented
          block
          label={t`Shape`}
          value={table.shape}
          onChange={(shape) => change({ shape })}
          options={[
            { id: 'square', label: t`Square` },
            { id: 'round', label: t`Round` },
            { id: 'bar', label: t`Bar` },
          ]}
        />
      </div>
      <Select
        label={t`Area`}
        value={table.areaId}
        options={areas.map((area) => ({ id: area.areaId, label: area.name }))}
        onChange={(areaId) => change({ areaId })}
      />
      <div className="TablePanel-place">
        <NumberField
          label={t`From the left`}
          value={table.x}
          min={0}
          max={100}
          onChange={(x) => place({ x: x ?? 0 })}
        />
        <NumberField
          label={t`From the top`}
          value={table.y}
          min={0}
          max={100}
          onChange={(y) => place({ y: y ?? 0 })}
        />
        <NumberField
          label={t`Width`}
          value={table.width}
          min={smallest}
          max={100}
          onChange={(width) => place({ width: width ?? smallest })}
        />
        <NumberField
          label={t`Depth`}
          value={table.height}
          min={smallest}
          max={100}
          onChange={(height) => place({ height: height ?? smallest })}
        />
      </div>
      <p className="OwnerNote">{t`Places and sizes are hundredths of the room.`}</p>
      <FormProblem error={refusal}>{t`The table stays.`}</FormProblem>
      {isOccupied && (
        <p className="OwnerNote">{t`Guests sit here now; it can go when they have paid.`}</p>
      )}
      <ConfirmHold
        icon={<Trash2 size={20} aria-hidden />}
        disabled={isOccupied || removing.isPending}
        onConfirm={() => removing.mutate({ params: { tableId: table.tableId } })}
      >
        {t`Hold to remove the table`}
      </ConfirmHold>
    </>
  );
}
