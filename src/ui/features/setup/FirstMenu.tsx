import { useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import type { CSSProperties } from 'react';
import { loadDemo } from '../../../contract/menu.ts';
import { command } from '../../api/command.ts';
import { TaxesOfOthers } from '../../app/TaxesOfOthers.tsx';
import { useMenuImport } from '../../app/use-menu-import.ts';
import { problemReference, problemWords } from '../../api/problem-words.ts';
import { Banner } from '../../kit/Banner.tsx';
import { Button } from '../../kit/Button.tsx';
import { ImportResult } from './ImportResult.tsx';

const tint = (hue: number): CSSProperties & Record<'--hue', number> => ({ '--hue': hue });

/** What the till starts with: the demo restaurant, one's own menu from a file, or nothing. */
export function FirstMenu({ onDone }: { onDone: () => void }) {
  const { t, i18n } = useLingui();
  const file = useRef<HTMLInputElement>(null);
  const demo = useMutation({
    mutationFn: () => command(loadDemo, { body: {} }),
    meta: { handled: true },
    onSuccess: onDone,
  });
  const menu = useMenuImport();
  const isBusy = demo.isPending || menu.isPending;
  const error = demo.error ?? menu.error;
  const reference = problemReference(error);
  return (
    <div className="SetUp-step">
      <div>
        <h1 className="SetUpTitle">{t`What do you start with?`}</h1>
        <p className="SetUp-lead">{t`All of it can be changed later.`}</p>
      </div>
      {error && (
        <Banner
          tone="danger"
          title={problemWords(i18n, error)}
          actions={
            menu.error && (
              <Button onClick={menu.sendWithoutBadRows}>{t`Import the good rows`}</Button>
            )
          }
        >
          {reference === undefined ? undefined : t`Reference ${reference}`}
        </Banner>
      )}
      {demo.isPending && (
        <Banner title={t`Laying out the demo restaurant`}>
          {t`A year of sales is being written; this takes a few seconds.`}
        </Banner>
      )}
      {menu.result ? (
        <ImportResult result={menu.result} onDone={onDone} />
      ) : menu.undecided !== undefined ? (
        <TaxesOfOthers
          items={menu.undecided}
          isBusy={menu.isPending}
          onChoose={menu.sendWithTaxes}
        />
      ) : (
        <div className="SetUp-choices">
          <button
            type="button"
            className="SetUp-choice Tinted"
            style={tint(40)}
            disabled={isBusy}
            onClick={() => demo.mutate()}
          >
            <span className="SetUp-choice-icon" aria-hidden>
              🍕
            </span>
            <span className="SetUp-choice-title">{t`The demo restaurant`}</span>
            <span className="SetUp-choice-words">
              {t`A pizzeria with its menu, tables and a year of sales, to try everything out`}
            </span>
          </button>
          <button
            type="button"
            className="SetUp-choice Tinted"
            style={tint(195)}
            disabled={isBusy}
            onClick={() => file.current?.click()}
          >
            <span className="SetUp-choice-icon" aria-hidden>
              📋
            </span>
            <span className="SetUp-choice-title">{t`My menu from a file`}</span>
            <span className="SetUp-choice-words">
              {t`A CSV with the columns category, item and price; portion, tax and others if you have them`}
            </span>
          </button>
          <button
            type="button"
            className="SetUp-choice Tinted"
            style={tint(300)}
            disabled={isBusy}
            onClick={onDone}
          >
            <span className="SetUp-choice-icon" aria-hidden>
              🌱
            </span>
            <span className="SetUp-choice-title">{t`Empty`}</span>
            <span className="SetUp-choice-words">{t`I will write the menu and draw the tables myself`}</span>
          </button>
          <input
            ref={file}
            type="file"
            accept=".csv,text/csv"
            hidden
            aria-label={t`Menu file`}
            onChange={(event) => {
              const [chosen] = event.target.files ?? [];
              event.target.value = '';
              if (chosen) menu.send(chosen);
            }}
          />
        </div>
      )}
    </div>
  );
}
