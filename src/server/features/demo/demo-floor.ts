import type { Table } from '../../../domain/floor/floor.ts';

export type DemoArea = {
  readonly name: string;
  readonly tables: readonly Omit<Table, 'tableId' | 'areaId'>[];
};

/** A dozen places to sit: a dining room with its bar, and a terrace. Hundredths of each room. */
export const demoAreas: readonly DemoArea[] = [
  {
    name: 'Dining room',
    tables: [
      { name: '1', seats: 2, shape: 'round', x: 2, y: 3, width: 16, height: 27 },
      { name: '2', seats: 4, shape: 'square', x: 29, y: 3, width: 22, height: 27 },
      { name: '3', seats: 2, shape: 'round', x: 62, y: 3, width: 16, height: 27 },
      { name: '4', seats: 4, shape: 'square', x: 2, y: 36.5, width: 22, height: 27 },
      { name: '5', seats: 8, shape: 'square', x: 35, y: 36.5, width: 43, height: 27 },
      { name: '6', seats: 6, shape: 'square', x: 2, y: 70, width: 43, height: 27 },
      { name: '7', seats: 2, shape: 'round', x: 62, y: 70, width: 16, height: 27 },
      { name: 'Bar', seats: 6, shape: 'bar', x: 86, y: 3, width: 12, height: 94 },
    ],
  },
  {
    name: 'Terrace',
    tables: [
      { name: '8', seats: 2, shape: 'round', x: 6, y: 12, width: 16, height: 27 },
      { name: '9', seats: 4, shape: 'round', x: 42, y: 12, width: 16, height: 27 },
      { name: '10', seats: 2, shape: 'round', x: 78, y: 12, width: 16, height: 27 },
      { name: '11', seats: 6, shape: 'square', x: 24, y: 58, width: 52, height: 27 },
    ],
  },
];
