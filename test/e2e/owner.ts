import type { Page } from 'playwright-core';
import type { Person } from './sign-in.ts';

/** What an owner does on the owner's pages before the first guest comes. */

export async function addTables(page: Page, area: string, count: number): Promise<void> {
  await page.goto('/owner/floor');
  await page.getByRole('button', { name: 'Add an area' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('New area').fill(area);
  await page.keyboard.press('Enter');
  await dialog.getByRole('button', { name: `Remove ${area}` }).waitFor();
  await dialog.getByRole('button', { name: 'Done' }).click();
  for (let number = 1; number <= count; number += 1) {
    await page.getByRole('button', { name: 'Add a table' }).click();
    await page.getByRole('region', { name: 'Chosen table' }).getByLabel('Name').waitFor();
  }
}

export async function hire(page: Page, { name, pin }: Person, role: string): Promise<void> {
  await page.goto('/owner/people');
  await page.getByRole('button', { name: 'Add a person' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name', { exact: true }).fill(name);
  await dialog.getByRole('button', { name: /Role/ }).click();
  await page.getByRole('option', { name: role }).click();
  await dialog.getByLabel('PIN', { exact: true }).fill(pin);
  await dialog.getByLabel('The same PIN again').fill(pin);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.waitFor({ state: 'detached' });
}
