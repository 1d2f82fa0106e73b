import { Plural, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { getMenu } from '../../contract/menu.ts';
import { query } from '../api/query.ts';
import { useFormat } from '../i18n/use-format.ts';
import { Banner } from '../kit/Banner.tsx';
import { Button } from '../kit/Button.tsx';
import { Checkbox } from '../kit/Checkbox.tsx';
import './TaxesOfOthers.css';

type TaxesOfOthersProps = {
  /** How many items of the file name no tax. */
  items: number;
  isBusy: boolean;
  onChoose: (taxIds: readonly string[]) => void;
};

/** Asks which of the place's taxes the items of a file carry that name none; nothing is guessed. */
export function TaxesOfOthers({ items, isBusy, onChoose }: TaxesOfOthersProps) {
  const { t } = useLingui();
  const { percentPpm } = useFormat();
  const menu = useQuery(query(getMenu, {}));
  const [chosen, setChosen] = useState<readonly string[]>([]);
  return (
    <div className="TaxesOfOthers">
      <Banner
        title={<Plural value={items} one="# item names no tax" other="# items name no tax" />}
      >
        {t`Nothing is imported yet. Which taxes do they carry?`}
      </Banner>
      <div className="TaxesOfOthers-taxes" role="group" aria-label={t`Taxes`}>
        {menu.data?.taxes.map((tax) => {
          const { taxId } = tax;
          const rate = percentPpm(tax.ratePpm);
          return (
            <Checkbox
              key={taxId}
              label={t`${tax.name} (${rate})`}
              checked={chosen.includes(taxId)}
              onChange={(isOn) =>
                setChosen(isOn ? [...chosen, taxId] : chosen.filter((one) => one !== taxId))
              }
            />
          );
        })}
      </div>
      <div className="TaxesOfOthers-actions">
        <Button busy={isBusy && chosen.length === 0} disabled={isBusy} onClick={() => onChoose([])}>
          {t`Import without a tax`}
        </Button>
        <Button
          variant="accent"
          busy={isBusy && chosen.length > 0}
          disabled={chosen.length === 0}
          onClick={() => onChoose(chosen)}
        >
          {t`Import with these taxes`}
        </Button>
      </div>
    </div>
  );
}
