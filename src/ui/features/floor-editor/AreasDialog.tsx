import { useLingui } from '@lingui/react/macro';
import { Check, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { Floor } from '../../../contract/floor.ts';
import { removeArea, saveArea } from '../../../contract/floor.ts';
import { command } from '../../api/command.ts';
import { useCommand } from '../../api/use-command.ts';
import { uuidv7 } from '../../api/uuidv7.ts';
import { FormProblem } from '../../app/FormProblem.tsx';
import { Button } from '../../kit/Button.tsx';
import { Dialog } from '../../kit/Dialog.tsx';
import { DragList } from '../../kit/DragList.tsx';
import { IconButton } from '../../kit/IconButton.tsx';
import { TextField } from '../../kit/TextField.tsx';

type Area = Floor['areas'][number];
type AreasDialogProps = { floor: Floor; onAdded: (areaId: string) => void; onClose: () => void };

/** The rooms of the place: terrace, dining room, bar. */
export function AreasDialog({ floor, onAdded, onClose }: AreasDialogProps) {
  const { t } = useLingui();
  const [name, setName] = useState('');
  const [error, setError] = useState<Error | null>(null);
  const adding = useCommand(saveArea, {
    onSuccess: (_, { params: { areaId } }) => {
      setName('');
      setError(null);
      onAdded(areaId);
    },
    onError: setError,
  });
  const reorder = async (areaIds: readonly string[]) => {
    setError(null);
    try {
      for (const [position, areaId] of areaIds.entries()) {
        const area = floor.areas.find((one) => one.areaId === areaId);
        if (area && area.position !== position) {
          await command(saveArea, { params: { areaId }, body: { name: area.name, position } });
        }
      }
    } catch (failed) {
      setError(failed instanceof Error ? failed : new Error(String(failed)));
    }
  };
  const add = () =>
    adding.mutate({
      params: { areaId: uuidv7() },
      body: { name, position: floor.areas.length },
    });
  return (
    <Dialog
      title={t`Areas`}
      isOpen
      onClose={onClose}
      place="side"
      footer={<Button variant="accent" onClick={onClose}>{t`Done`}</Button>}
    >
      <FormProblem error={error} />
      <DragList
        label={t`Areas in the order of their tabs`}
        items={floor.areas}
        itemKey={(area) => area.areaId}
        itemName={(area) => area.name}
        onReorder={(areaIds) => void reorder(areaIds)}
        render={(area) => (
          <AreaRow
            key={area.name}
            area={area}
            tables={floor.tables.filter((table) => table.areaId === area.areaId).length}
            onError={setError}
          />
        )}
      />
      <form
        className="AreasDialog-add"
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== '') add();
        }}
      >
        <TextField
          label={t`New area`}
          placeholder={t`Terrace, garden, upstairs …`}
          value={name}
          maxLength={60}
          onChange={setName}
        />
        <Button
          type="submit"
          icon={<Plus size={20} aria-hidden />}
          busy={adding.isPending}
          disabled={name.trim() === ''}
        >
          {t`Add`}
        </Button>
      </form>
    </Dialog>
  );
}

type AreaRowProps = { area: Area; tables: number; onError: (error: Error | null) => void };

function AreaRow({ area, tables, onError }: AreaRowProps) {
  const { t } = useLingui();
  const [name, setName] = useState(area.name);
  const clear = () => onError(null);
  const saving = useCommand(saveArea, { onSuccess: clear, onError });
  const removing = useCommand(removeArea, { onSuccess: clear, onError });
  const params = { areaId: area.areaId };
  const isChanged = name.trim() !== area.name && name.trim() !== '';
  return (
    <form
      className="AreasDialog-row"
      onSubmit={(event) => {
        event.preventDefault();
        if (isChanged) saving.mutate({ params, body: { name, position: area.position } });
      }}
    >
      <TextField
        label={t`Name of the area`}
        hideLabel
        value={name}
        maxLength={60}
        onChange={setName}
      />
      {isChanged ? (
        <Button
          type="submit"
          variant="accent"
          aria-label={t`Save the name`}
          icon={<Check size={20} aria-hidden />}
          busy={saving.isPending}
        />
      ) : (
        <IconButton
          variant="quiet"
          label={tables === 0 ? t`Remove ${area.name}` : t`${area.name} still has ${tables} tables`}
          icon={<Trash2 size={20} aria-hidden />}
          disabled={tables > 0 || removing.isPending}
          onClick={() => removing.mutate({ params })}
        />
      )}
    </form>
  );
}
