import { useLingui } from '@lingui/react/macro';
import { ArrowUp, Plus, Trash2 } from 'lucide-react';
import { use } from 'react';
import { menuLimits } from '../../../domain/menu/menu.ts';
import { fieldProblem } from '../../api/field-problem.ts';
import { SiteFormatContext } from '../../i18n/use-format.ts';
import { Button } from '../../kit/Button.tsx';
import { IconButton } from '../../kit/IconButton.tsx';
import { MoneyField } from '../../kit/MoneyField.tsx';
import { TextField } from '../../kit/TextField.tsx';
import { newPortion } from './item-draft.ts';
import type { DraftProblem, PortionDraft } from './item-draft.ts';
import './PortionFields.css';

type PortionFieldsProps = {
  portions: readonly PortionDraft[];
  onChange: (portions: readonly PortionDraft[]) => void;
  /** Found on this screen, shown once saving was tried. */
  problems: ReadonlyMap<string, DraftProblem>;
  error: Error | null;
};

/** Sizes and their prices; an item of one size needs no name for it. */
export function PortionFields({ portions, onChange, problems, error }: PortionFieldsProps) {
  const { t } = useLingui();
  const { currency, exponent } = use(SiteFormatContext);
  const single = portions.length === 1;
  const words: Record<DraftProblem, string> = {
    name: t`Write a name.`,
    portion_name: t`Several portions need names to be told apart.`,
    portion_twice: t`Another portion has this name.`,
    price: t`Write a price; 0 is one.`,
  };
  const problemAt = (path: string) => {
    const problem = problems.get(path);
    return problem ? words[problem] : fieldProblem(error, path);
  };
  const change = (at: number, part: Partial<PortionDraft>) =>
    onChange(portions.map((one, index) => (index === at ? { ...one, ...part } : one)));
  const raise = (at: number) =>
    onChange(
      portions.flatMap((one, index) => {
        if (index === at) return [];
        const raised = portions[at];
        return index === at - 1 && raised ? [raised, one] : [one];
      }),
    );
  return (
    <fieldset className="PortionFields">
      <legend className="EditDialog-heading">{single ? t`Price` : t`Portions and prices`}</legend>
      {portions.map((portion, at) => (
        <div key={portion.portionId} className="PortionFields-row">
          <TextField
            label={single ? t`Portion (may stay empty)` : t`Portion`}
            hideLabel={at > 0}
            placeholder={single ? t`One size` : t`Small, large …`}
            value={portion.name}
            maxLength={60}
            error={problemAt(`portions.${at}.name`)}
            onChange={(name) => change(at, { name })}
          />
          <MoneyField
            label={t`Price (${currency})`}
            hideLabel={at > 0}
            exponent={exponent}
            value={portion.price}
            error={problemAt(`portions.${at}.price`)}
            onChange={(price) => change(at, { price })}
          />
          {!single && (
            <div className="PortionFields-keys">
              <IconButton
                variant="quiet"
                label={t`Move up`}
                disabled={at === 0}
                icon={<ArrowUp size={20} aria-hidden />}
                onClick={() => raise(at)}
              />
              <IconButton
                variant="quiet"
                label={t`Remove this portion`}
                icon={<Trash2 size={20} aria-hidden />}
                onClick={() => onChange(portions.filter((_, index) => index !== at))}
              />
            </div>
          )}
        </div>
      ))}
      <div>
        <Button
          size="s"
          icon={<Plus size={18} aria-hidden />}
          disabled={portions.length >= menuLimits.portions}
          onClick={() => onChange([...portions, newPortion()])}
        >
          {t`Add a portion`}
        </Button>
      </div>
    </fieldset>
  );
}
