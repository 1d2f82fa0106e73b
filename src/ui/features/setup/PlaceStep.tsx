import { useLingui } from '@lingui/react/macro';
import { Plus, Trash2 } from 'lucide-react';
import { useMemo } from 'react';
import { Button } from '../../kit/Button.tsx';
import { ComboBox } from '../../kit/ComboBox.tsx';
import { IconButton } from '../../kit/IconButton.tsx';
import { Segmented } from '../../kit/Segmented.tsx';
import { TextField } from '../../kit/TextField.tsx';
import { useLocale } from '../../i18n/i18n.ts';
import { PercentField } from '../../kit/PercentField.tsx';
import { withCountry } from './place-draft.ts';
import type { PlaceDraft, Proposals } from './place-draft.ts';

type PlaceStepProps = {
  place: PlaceDraft;
  proposals: Proposals;
  onChange: (place: PlaceDraft) => void;
  onNext: () => void;
};

export function PlaceStep({ place, proposals, onChange, onNext }: PlaceStepProps) {
  const { t } = useLingui();
  const { tag } = useLocale();
  const change = (part: Partial<PlaceDraft>) => onChange({ ...place, ...part });
  const countries = useMemo(() => {
    const names = new Intl.DisplayNames(tag, { type: 'region' });
    return proposals.countries
      .map((one) => ({ id: one.country, label: names.of(one.country) ?? one.name }))
      .sort((a, b) => a.label.localeCompare(b.label, tag));
  }, [proposals, tag]);
  const currencies = useMemo(() => {
    const names = new Intl.DisplayNames(tag, { type: 'currency' });
    return proposals.currencies.map(({ currency }) => ({
      id: currency,
      label: `${currency} · ${names.of(currency) ?? currency}`,
    }));
  }, [proposals, tag]);
  const zones = useMemo(
    () => proposals.timeZones.map((zone) => ({ id: zone, label: zone.replaceAll('_', ' ') })),
    [proposals],
  );
  const taxes = place.taxes.map((tax, index) => ({ ...tax, index }));
  const changeTax = (at: number, part: { name?: string; ratePpm?: number }) =>
    change({ taxes: place.taxes.map((tax, index) => (index === at ? { ...tax, ...part } : tax)) });
  const isReady = place.name.trim() !== '' && place.taxes.every((tax) => tax.name.trim() !== '');

  return (
    <form
      className="SetUp-step"
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) onNext();
      }}
    >
      <div>
        <h1 className="SetUpTitle">{t`Your place`}</h1>
        <p className="SetUp-lead">
          {t`The country proposes the rest. Look it over: every line can be changed, now and later in the settings.`}
        </p>
      </div>
      <div className="SetUp-fields">
        <TextField
          label={t`Name of the place`}
          hint={t`As guests know it; it stands on every receipt`}
          value={place.name}
          maxLength={80}
          required
          autoFocus // oxlint-disable-line jsx-a11y/no-autofocus -- the first start begins by typing this name
          onChange={(name) => change({ name })}
        />
        <TextField
          label={t`Address`}
          hint={t`May stay empty`}
          value={place.address}
          maxLength={400}
          onChange={(address) => change({ address })}
        />
        <ComboBox
          label={t`Country`}
          value={place.country}
          options={countries}
          onChange={(country) => onChange(withCountry(place, proposals, country))}
        />
        <ComboBox
          key={`currency ${place.currency}`}
          label={t`Currency`}
          value={place.currency}
          options={currencies}
          onChange={(currency) => change({ currency })}
        />
        <ComboBox
          key={`zone ${place.timeZone}`}
          label={t`Time zone`}
          value={place.timeZone}
          options={zones}
          onChange={(timeZone) => change({ timeZone })}
        />
        <TextField
          label={t`The business day ends at`}
          hint={t`What is sold before counts as the day before`}
          type="time"
          required
          value={place.cutoff}
          onChange={(cutoff) => change({ cutoff })}
        />
        <fieldset className="SetUp-wide">
          <legend className="SetUp-legend">{t`Prices on the menu`}</legend>
          <Segmented
            block
            label={t`Prices on the menu`}
            value={place.taxMode}
            onChange={(taxMode) => change({ taxMode })}
            options={[
              { id: 'inclusive', label: t`include the tax` },
              { id: 'exclusive', label: t`tax is added` },
            ]}
          />
        </fieldset>
        <fieldset className="SetUp-wide">
          <legend className="SetUp-legend">{t`Tax rates`}</legend>
          {taxes.map((tax) => (
            <div key={tax.index} className="SetUp-tax">
              <TextField
                label={t`Name of the tax`}
                hideLabel
                value={tax.name}
                maxLength={60}
                onChange={(name) => changeTax(tax.index, { name })}
              />
              <PercentField
                label={t`Rate`}
                hideLabel
                valuePpm={tax.ratePpm}
                onChange={(ratePpm) => changeTax(tax.index, { ratePpm })}
              />
              <IconButton
                variant="quiet"
                label={t`Remove this tax`}
                icon={<Trash2 size={20} aria-hidden />}
                onClick={() =>
                  change({ taxes: place.taxes.filter((_, index) => index !== tax.index) })
                }
              />
            </div>
          ))}
          <div>
            <Button
              size="s"
              icon={<Plus size={18} aria-hidden />}
              onClick={() => change({ taxes: [...place.taxes, { name: '', ratePpm: 0 }] })}
            >
              {t`Add a tax`}
            </Button>
          </div>
        </fieldset>
      </div>
      <div className="SetUp-actions">
        <Button type="submit" variant="accent" size="l" disabled={!isReady}>
          {t`Next: the owner`}
        </Button>
      </div>
    </form>
  );
}
