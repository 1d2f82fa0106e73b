import { useLingui } from '@lingui/react/macro';
import { Check, RotateCcw } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import type { getCountries, getSite } from '../../../contract/site.ts';
import { saveSite } from '../../../contract/site.ts';
import type { Answer } from '../../api/call.ts';
import { fieldProblem } from '../../api/field-problem.ts';
import { useCommand } from '../../api/use-command.ts';
import { FormProblem } from '../../app/FormProblem.tsx';
import { useLocale } from '../../i18n/i18n.ts';
import { Button } from '../../kit/Button.tsx';
import { ComboBox } from '../../kit/ComboBox.tsx';
import { MoneyField } from '../../kit/MoneyField.tsx';
import { notify } from '../../kit/notices.ts';
import { NumberField } from '../../kit/NumberField.tsx';
import { Panel } from '../../kit/Panel.tsx';
import { Select } from '../../kit/Select.tsx';
import { Switch } from '../../kit/Switch.tsx';
import { TextArea } from '../../kit/TextArea.tsx';
import { TextField } from '../../kit/TextField.tsx';

type Site = Answer<typeof getSite>['site'];
type SiteFormProps = { start: Site; known: Answer<typeof getCountries> };

/** The settings as one form: changed here, saved together, thrown away together. */
export function SiteForm({ start, known }: SiteFormProps) {
  const { t } = useLingui();
  const { tag } = useLocale();
  const [changes, setChanges] = useState<Partial<Site>>({});
  const [error, setError] = useState<Error | null>(null);
  const site: Site = { ...start, ...changes };
  const isDirty = JSON.stringify(site) !== JSON.stringify(start);
  const change = (part: Partial<Site>) => setChanges({ ...changes, ...part });
  const saving = useCommand(saveSite, {
    onSuccess: () => {
      setError(null);
      notify({ text: t`The settings are saved` });
    },
    onError: setError,
  });
  const save = () => {
    const { exponent: _, ...body } = site;
    saving.mutate({ body });
  };
  const undo = () => {
    setChanges({});
    setError(null);
  };
  const options = useMemo(() => optionsOf(known, tag), [known, tag]);
  const exponent =
    known.currencies.find((one) => one.currency === site.currency)?.exponent ?? site.exponent;
  return (
    <form
      className="SiteForm"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (isDirty && !saving.isPending) save();
      }}
    >
      <Section title={t`The place`} note={t`Printed on top of every receipt.`}>
        <TextField
          label={t`Name of the place`}
          value={site.name}
          maxLength={80}
          error={site.name.trim() === '' ? t`Write a name.` : fieldProblem(error, 'name')}
          onChange={(name) => change({ name })}
        />
        <ComboBox
          label={t`Country`}
          value={site.country}
          options={options.countries}
          onChange={(country) => change({ country })}
        />
        <TextArea
          label={t`Address`}
          value={site.address}
          maxLength={400}
          rows={3}
          error={fieldProblem(error, 'address')}
          onChange={(address) => change({ address })}
        />
      </Section>
      <Section
        title={t`Money and tax`}
        note={t`Bills that are already open or paid keep the rules they were made under.`}
      >
        <ComboBox
          key={`currency ${site.currency}`}
          label={t`Currency`}
          hint={t`Fixed once there are prices or sales`}
          value={site.currency}
          options={options.currencies}
          error={fieldProblem(error, 'currency')}
          onChange={(currency) => change({ currency })}
        />
        <Select
          label={t`Prices on the menu`}
          value={site.taxMode}
          onChange={(taxMode) => change({ taxMode })}
          options={[
            { id: 'inclusive', label: t`include the tax` },
            { id: 'exclusive', label: t`tax is added` },
          ]}
        />
        <Select
          label={t`Tax is rounded`}
          value={site.taxRounding}
          onChange={(taxRounding) => change({ taxRounding })}
          options={[
            { id: 'rate', label: t`once for each rate of the bill` },
            { id: 'line', label: t`on each line` },
          ]}
        />
        <Select
          label={t`Half a cent of tax`}
          value={site.rounding}
          onChange={(rounding) => change({ rounding })}
          options={[
            { id: 'half_away', label: t`goes up` },
            { id: 'half_even', label: t`goes to the even cent` },
            { id: 'down', label: t`goes down` },
          ]}
        />
        <MoneyField
          key={site.currency}
          label={t`Smallest coin for cash`}
          hint={t`Cash is rounded to it; 0 where every amount can be paid`}
          currency={site.currency}
          exponent={exponent}
          value={site.cashStep}
          error={fieldProblem(error, 'cashStep')}
          onChange={(cashStep) => change({ cashStep: cashStep ?? 0 })}
        />
      </Section>
      <Section title={t`Days`} note={t`What was sold keeps its day; changes hold from now on.`}>
        <ComboBox
          key={`zone ${site.timeZone}`}
          label={t`Time zone`}
          value={site.timeZone}
          options={options.zones}
          error={fieldProblem(error, 'timeZone')}
          onChange={(timeZone) => change({ timeZone })}
        />
        <TextField
          label={t`The business day ends at`}
          hint={t`What is sold before counts as the day before`}
          type="time"
          value={site.cutoff}
          error={fieldProblem(error, 'cutoff')}
          onChange={(cutoff) => change({ cutoff })}
        />
      </Section>
      <Section title={t`Locking`}>
        <NumberField
          label={t`Lock after so many idle minutes`}
          value={site.idleLockMinutes}
          min={1}
          max={720}
          onChange={(idleLockMinutes) =>
            change({ idleLockMinutes: idleLockMinutes ?? start.idleLockMinutes })
          }
        />
        <Switch
          label={t`Lock after every sale`}
          hint={t`Whoever takes the next order signs in again`}
          checked={site.lockAfterSale}
          onChange={(lockAfterSale) => change({ lockAfterSale })}
        />
      </Section>
      {isDirty && (
        <Panel depth="flat" className="SiteForm-save" aria-label={t`Changes`}>
          <FormProblem error={error} />
          <div className="SiteForm-keys">
            <span role="status">{t`Not saved yet`}</span>
            <Button icon={<RotateCcw size={20} aria-hidden />} onClick={undo}>
              {t`Undo`}
            </Button>
            <Button
              type="submit"
              variant="accent"
              icon={<Check size={20} aria-hidden />}
              busy={saving.isPending}
              disabled={site.name.trim() === '' || site.cutoff === ''}
            >
              {t`Save the settings`}
            </Button>
          </div>
        </Panel>
      )}
    </form>
  );
}

function Section({ title, note, children }: { title: string; note?: string; children: ReactNode }) {
  return (
    <Panel depth="flat" padded className="SiteForm-section" aria-label={title}>
      <div className="SiteForm-words">
        <h2>{title}</h2>
        {note !== undefined && <p className="OwnerNote">{note}</p>}
      </div>
      <div className="SiteForm-fields">{children}</div>
    </Panel>
  );
}

function optionsOf(known: SiteFormProps['known'], tag: string) {
  const regions = new Intl.DisplayNames(tag, { type: 'region' });
  const currencies = new Intl.DisplayNames(tag, { type: 'currency' });
  return {
    countries: known.countries
      .map((one) => ({ id: one.country, label: regions.of(one.country) ?? one.name }))
      .sort((a, b) => a.label.localeCompare(b.label, tag)),
    currencies: known.currencies.map(({ currency }) => ({
      id: currency,
      label: `${currency} · ${currencies.of(currency) ?? currency}`,
    })),
    zones: known.timeZones.map((zone) => ({ id: zone, label: zone.replaceAll('_', ' ') })),
  };
}
