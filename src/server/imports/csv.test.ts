import { describe, expect, test } from 'vitest';
import { Refused } from '../refused.ts';
import { readCsv } from './csv.ts';

const columns = { required: ['item', 'price'], optional: ['portion'] } as const;
const read = (text: string | Uint8Array) =>
  readCsv<'item' | 'price' | 'portion'>(
    typeof text === 'string' ? new TextEncoder().encode(text) : text,
    columns,
  );
const cells = (text: string) => read(text).rows.map((row) => row.cells);

function reasonOf(text: string | Uint8Array): string {
  try {
    read(text);
  } catch (error) {
    if (error instanceof Refused) return String(error.facts?.['reason']);
    throw error;
  }
  return 'not refused';
}

describe('reading a CSV file', () => {
  test('columns may stand in any order and case, with a mark in front and more columns than known', () => {
    expect(cells('\ufeffPRICE, Colour ,Item\n2.50,red,Tea\n')).toEqual([
      { item: 'Tea', price: '2.50', portion: '' },
    ]);
  });

  test.each([
    ['comma', 'item,price\nTea,2.50\n'],
    ['semicolon', 'item;price\nTea;2.50\n'],
    ['tab', 'item\tprice\r\nTea\t2.50\r\n'],
  ])('a %s between the cells is found out from the header', (_name, text) => {
    expect(cells(text)).toEqual([{ item: 'Tea', price: '2.50', portion: '' }]);
  });

  test('quotes follow RFC 4180: commas, doubled quotes and line breaks inside', () => {
    expect(cells('item,price\n"Steak, ""rare""\nwith fries",19.00\n')).toEqual([
      { item: 'Steak, "rare" with fries', price: '19.00', portion: '' },
    ]);
  });

  test('a quotation mark inside a bare cell is a quotation mark', () => {
    expect(cells('item,price\n12" pizza,9\n')[0]?.item).toBe('12" pizza');
  });

  test('accents have one form, so that a name is found however it was typed', () => {
    expect(cells('item,price\nCre\u0300me,1\n')[0]?.item).toBe('Crème');
  });

  test('an apostrophe that keeps a spreadsheet from running a cell is taken off again (H4)', () => {
    expect(cells("item,price\n'=1+1,1\n'n Biryani,2\n").map(({ item }) => item)).toEqual([
      '=1+1',
      "'n Biryani",
    ]);
  });

  test('rows are numbered as a spreadsheet shows them, blank ones too', () => {
    const { rows } = read('item,price\nTea,1\n\n,,\nCake,2\n');
    expect(rows.map(({ row }) => row)).toEqual([2, 5]);
  });

  test('a row with too few or too many cells is refused by its number', () => {
    const { rows, refused } = read('item,price\nTea\nCake,2,extra\nJam,3,\nPie,4\n');
    expect(rows.map(({ row }) => row)).toEqual([4, 5]);
    expect(refused.map(({ row, reason }) => [row, reason])).toEqual([
      [2, 'The row has 1 cells where the header has 2.'],
      [3, 'The row has 3 cells where the header has 2.'],
    ]);
  });

  test('control characters are refused with their place', () => {
    expect(read('item,price\nTe\u0007a,1\nCake,2\n').refused).toEqual([
      {
        row: 2,
        column: 'item',
        value: 'Te\ufffda',
        reason: 'Control characters have no place in a file.',
      },
    ]);
  });

  test('a missing column is named', () => {
    expect(reasonOf('item,cost\nTea,1\n')).toMatch(/lacks price\. It needs item, price/);
  });

  test('a column that stands twice is named', () => {
    expect(reasonOf('item,price,Price\nTea,1,2\n')).toMatch(/names the column price twice/);
  });

  test('UTF-16 is refused, with or without its mark', () => {
    const text = Buffer.from('item,price\nTea,1\n', 'utf16le');
    expect(reasonOf(text)).toMatch(/UTF-16\. Save it as UTF-8/);
    expect(reasonOf(Buffer.concat([Buffer.from([0xff, 0xfe]), text]))).toMatch(/UTF-16/);
    expect(reasonOf(Buffer.from(text).swap16())).toMatch(/UTF-16/);
  });

  test('bytes that are not UTF-8 are refused rather than guessed at', () => {
    expect(reasonOf(Buffer.from('item,price\nCr\xe8me,1\n', 'latin1'))).toMatch(/not in UTF-8/);
  });

  test('an empty file and an open quotation mark are said plainly', () => {
    expect(reasonOf('')).toBe('The file is empty.');
    expect(reasonOf('item,price\nTea,1\n"Cake,2\nJam,3\n')).toMatch(/^Row 3: a quotation mark/);
  });
});
