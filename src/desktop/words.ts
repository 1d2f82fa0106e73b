import type { Trouble } from './server-states.ts';
import { arabic } from './words-ar.ts';
import { english } from './words-en.ts';

/** What happened, what is safe, and what to do: in this order on the screen. */
export type TroubleWords = {
  readonly title: string;
  readonly safe: string;
  readonly cure: readonly string[];
};

/** Every word of the desktop itself; the till's are its own. */
export type Words = {
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly starting: string;
  readonly tryAgain: string;
  readonly quit: string;
  readonly said: string;
  readonly troubles: Readonly<Record<Trouble, TroubleWords>>;
  readonly menu: {
    readonly till: string;
    readonly edit: string;
    readonly view: string;
    readonly printing: string;
    readonly about: string;
    readonly openAtLogin: string;
    readonly loadAgain: string;
    readonly larger: string;
    readonly smaller: string;
    readonly usualSize: string;
    readonly fullScreen: string;
    readonly kiosk: string;
    readonly developer: string;
    readonly askForPrinter: string;
  };
  readonly notPrinted: {
    readonly title: string;
    readonly detail: (printer: string, reason: string) => string;
    readonly chooseOther: string;
    readonly leave: string;
  };
};

/** The first of a person's languages that the desktop speaks; English otherwise. */
export function wordsFor(languages: readonly string[]): Words {
  const spoken = languages.map((each) => each.split('-')[0]);
  const first = spoken.find((each) => each === 'en' || each === 'ar');
  return first === 'ar' ? arabic : english;
}
