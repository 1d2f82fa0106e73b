import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { firstSize, rememberedSize } from './remembered-size.ts';

function profileWith(preferences: string): string {
  const profile = mkdtempSync(join(tmpdir(), 'armorpos-profile-'));
  onTestFinished(() => rmSync(profile, { recursive: true }));
  mkdirSync(join(profile, 'Default'));
  writeFileSync(join(profile, 'Default', 'Preferences'), preferences);
  return profile;
}

const placement = { bottom: 820, left: 120, maximized: false, right: 1300, top: 60 };
const size = { width: 1180, height: 760, isMaximized: false };

it('finds the window under its host, cut at the dots or whole', () => {
  const cut = { browser: { app_window_placement: { 127: { 0: { 0: { '1_/': placement } } } } } };
  expect(rememberedSize(profileWith(JSON.stringify(cut)))).toEqual(size);
  const whole = { browser: { app_window_placement: { '127.0.0.1_/': placement } } };
  expect(rememberedSize(profileWith(JSON.stringify(whole)))).toEqual(size);
});

it('remembers that it filled the screen', () => {
  const filled = { browser: { app_window_placement: { x: { ...placement, maximized: true } } } };
  expect(rememberedSize(profileWith(JSON.stringify(filled))).isMaximized).toBe(true);
});

it('is of the first day where nothing is remembered, or nothing that makes sense', () => {
  for (const odd of [
    '{}',
    '{"browser":{"app_window_placement":{"x":{"left":1}}}}',
    '{"brow',
    'null',
  ]) {
    expect(rememberedSize(profileWith(odd))).toEqual(firstSize);
  }
  expect(rememberedSize('/nowhere')).toEqual(firstSize);
});
