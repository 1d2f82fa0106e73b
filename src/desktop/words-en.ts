import type { Words } from './words.ts';

export const english: Words = {
  language: 'en',
  direction: 'ltr',
  starting: 'The till is starting …',
  tryAgain: 'Try again',
  quit: 'Quit',
  said: 'What the till said',
  troubles: {
    locked: {
      title: 'A till is already running on this data',
      safe: 'Nothing is lost: the other one holds everything.',
      cure: [
        'Look for its window, or for one that another user of this PC left open.',
        'Or stop it: it may run as a service, or in a terminal.',
        'Then try again.',
      ],
    },
    damaged: {
      title: 'The till’s database is damaged',
      safe: 'Nothing was changed, and the backups are untouched.',
      cure: [
        'Delete nothing: the damaged file may still hold your latest sales.',
        'Copy the whole data folder to another disk.',
        'Restore the newest backup with armorpos restore FILE; it asks for the number of the last receipt. A disk that damages files wants replacing first.',
      ],
    },
    disk: {
      title: 'The till cannot use its disk',
      safe: 'What was confirmed before is as safe as the disk itself.',
      cure: [
        'See whether the disk is full, read-only or unplugged.',
        'See whether this user may write to the data folder.',
        'Then try again.',
      ],
    },
    newer: {
      title: 'This data belongs to a newer ArmorPOS',
      safe: 'Nothing was changed: an older program does not touch newer data.',
      cure: ['Install the version that this till ran last, or a newer one.'],
    },
    place: {
      title: 'The data does not lie where it is safe',
      safe: 'Nothing was changed.',
      cure: [
        'Put the data folder on a disk of this PC; a network share loses sales.',
        'What exactly is missing stands below.',
      ],
    },
    port: {
      title: 'Another program is in the till’s place',
      safe: 'Nothing is lost: the till has not started.',
      cure: [
        'Close the other program and try again.',
        'Or start ArmorPOS with another port, such as --port 4748.',
      ],
    },
    crashing: {
      title: 'The till keeps stopping',
      safe: 'Orders and payments that were confirmed are safe on the disk.',
      cure: [
        'Try again.',
        'If it comes back, restart this PC.',
        'If it still does, copy the data folder to another disk and ask for help with the lines below.',
      ],
    },
    other: {
      title: 'The till could not start',
      safe: 'Orders and payments that were confirmed are safe on the disk.',
      cure: ['Try again.', 'If it comes back, ask for help with the lines below.'],
    },
  },
  menu: {
    till: 'Till',
    edit: 'Edit',
    view: 'View',
    printing: 'Receipts',
    about: 'About ArmorPOS',
    openAtLogin: 'Open when this PC starts',
    loadAgain: 'Load the screen again',
    larger: 'Larger',
    smaller: 'Smaller',
    usualSize: 'Usual size',
    fullScreen: 'Full screen',
    kiosk: 'Kiosk: nothing but the till',
    developer: 'Developer tools',
    askForPrinter: 'Ask for the printer each time',
  },
  notPrinted: {
    title: 'The receipt was not printed',
    detail: (printer, reason) =>
      `The printer ${printer} did not take it (${reason}). The payment is saved, and the receipt can be printed at any time.`,
    chooseOther: 'Choose a printer …',
    leave: 'Leave it',
  },
};
