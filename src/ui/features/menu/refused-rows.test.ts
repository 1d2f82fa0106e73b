import { describe, expect, it } from 'vitest';
import { Problem } from '../../api/problem.ts';
import { refusedRows } from './refused-rows.ts';

describe('a refused menu file', () => {
  it('names each row and column that was refused', () => {
    const error = new Problem({
      code: 'import_refused',
      status: 422,
      title: 'Refused',
      reference: 'r1',
      fields: [
        { path: 'rows.7.price', message: '“12,5”: a price is a decimal with a point' },
        { path: 'body', message: 'Something else' },
      ],
    });
    expect(refusedRows(error)).toEqual([
      { row: '7', column: 'price', reason: '“12,5”: a price is a decimal with a point' },
    ]);
  });

  it('names none where the whole file is of no use', () => {
    expect(refusedRows(new Error('cut'))).toEqual([]);
  });
});
