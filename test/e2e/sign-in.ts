import type { Page } from 'playwright-core';

export type Person = { readonly name: string; readonly pin: string };

/** Picks the name, types the PIN, and waits for the room. */
export async function signIn(page: Page, person: Person): Promise<void> {
  await page.goto('/');
  await typePin(page, person);
  await page.getByRole('heading', { level: 1, name: 'Floor' }).waitFor();
}

/** On the lock screen, without waiting for what the till says to it. */
export async function typePin(page: Page, { name, pin }: Person): Promise<void> {
  await page.locator('.PersonTiles').getByText(name, { exact: true }).click();
  await page.getByRole('heading', { name: `Hello, ${name}` }).waitFor();
  await page.keyboard.type(pin);
  await page.keyboard.press('Enter');
}
