import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { projectRoot } from '../../scripts/project.ts';
import type { Person } from './sign-in.ts';

export const menuFile = join(projectRoot, 'fixtures/pizzeria/menu.csv');

export type Place = { readonly name: string; readonly country: string };

/** The first screen: the place, and what its country proposes. */
export async function fillPlace(page: Page, { name, country }: Place): Promise<void> {
  await page.goto('/');
  await page.getByLabel('Name of the place').fill(name);
  const field = page.getByRole('combobox', { name: 'Country' });
  await field.fill(country);
  await page.getByRole('option', { name: country, exact: true }).click();
}

/** The owner with a PIN, then the recovery code, which is handed back. */
export async function fillOwner(page: Page, { name, pin }: Person): Promise<string> {
  await page.getByRole('button', { name: 'Next: the owner' }).click();
  await page.getByLabel('Your name').fill(name);
  await page.getByLabel('PIN', { exact: true }).fill(pin);
  await page.getByLabel('The same PIN again').fill(pin);
  await page.getByRole('button', { name: 'Set up the till' }).click();
  const code = await page.getByLabel('Recovery code').innerText();
  await page.getByText('I have kept the code').click();
  await page.getByRole('button', { name: 'Next: the menu' }).click();
  await page.getByRole('heading', { name: 'What do you start with?' }).waitFor();
  return code;
}

/** Chooses the menu from a file, says which tax its items carry where that is asked, and waits until it says how much of it came in. */
export async function importMenu(page: Page, file: string, tax?: string): Promise<void> {
  await page.getByLabel('Menu file').setInputFiles(file);
  if (tax !== undefined) {
    await page.getByText(tax).click();
    await page.getByRole('button', { name: 'Import with these taxes' }).click();
  }
  await page.getByText(/items? (was|were) imported/).waitFor();
}

export async function openTill(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Open the till' }).click();
  await page.getByRole('heading', { level: 1, name: 'Floor' }).waitFor();
}
