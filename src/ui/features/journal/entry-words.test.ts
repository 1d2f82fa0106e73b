import { setupI18n } from '@lingui/core';
import { describe, expect, it, vi } from 'vitest';
import { makeFormat } from '../../i18n/format.ts';
import { gistOf, isKnownType } from './entry-words.ts';

// The macro exists at build time only; here its words stand as they are written.
vi.mock('@lingui/core/macro', () => ({
  msg: (parts: TemplateStringsArray, ...values: readonly unknown[]) => {
    const message = String.raw({ raw: parts }, ...values);
    return { id: message, message };
  },
}));

const i18n = setupI18n({ locale: 'en', messages: { en: {} } });
const format = makeFormat('en', { currency: 'EUR', exponent: 2, timeZone: 'UTC' });
const nameOf = (staffId: string) => (staffId === 'maya' ? 'Maya' : '');
const gist = (type: string, content: Record<string, unknown>) =>
  gistOf(i18n, format, nameOf, type, content);

describe('the gist of a journal entry', () => {
  it('J1: tells names and amounts as they were', () => {
    const item = { name: 'Margherita', portion: 'Large', unitPrice: 1250 };
    expect(gist('line_added', { item, quantity: 2, note: 'no basil' })).toBe(
      '2 × Margherita · Large · 12.50 · no basil',
    );
    expect(gist('payment_taken', { payment: { tender: 'Cash', applied: 4270 } })).toBe(
      'Cash · 42.70',
    );
    expect(gist('order_settled', { receiptNumber: 12, bill: { total: 4270 } })).toBe(
      'Receipt 12 · 42.70',
    );
    expect(gist('line_quantity_changed', { name: 'Water', from: 1, to: 3 })).toBe('Water · 1 → 3');
  });

  it('names people only where the reader may know them', () => {
    expect(gist('pin_changed', { staffId: 'maya', alias: 'x' })).toBe('Maya');
    expect(gist('pin_changed', { staffId: 'jonas', alias: 'y' })).toBe('');
  });

  it('says what a saved thing is called, or was', () => {
    expect(gist('item_saved', { before: null, after: { name: 'Greek' } })).toBe('Greek');
    expect(gist('item_removed', { before: { name: 'Greek' } })).toBe('Greek');
  });

  it('bears entries that a newer version wrote', () => {
    expect(isKnownType('drone_dispatched')).toBe(false);
    expect(isKnownType('constructor')).toBe(false);
    expect(gist('drone_dispatched', { lines: 3 })).toBe('');
    expect(gist('line_added', {})).toBe('');
    expect(gist('lines_sent', { lines: 'none' })).toBe('');
  });
});
