import { settled, type Panel } from './panel.ts';

/** Inputs of the panel that take more than a click or a text. */

/** Picks a day in the calendar; the time of day stays what the editor proposes. */
export async function pickDay({ page, parameter }: Panel, name: string, day: string) {
	await parameter(name).locator('input').first().click();
	const calendar = page.locator('.el-picker-panel:visible').last();
	await calendar.getByPlaceholder('Select date').fill(day);
	await calendar.getByPlaceholder('Select date').press('Enter');
	await calendar.getByRole('button', { name: 'OK' }).click();
	await calendar.waitFor({ state: 'hidden' });
}

/** Turns the input of a mapped field into an expression. */
export async function enterExpression({ page, parameter }: Panel, name: string, text: string) {
	await page
		.getByTestId(`value["${name}"]-parameter-input-options-container`)
		.getByTestId('radio-button-expression')
		.click();
	await parameter(name).locator('[contenteditable=true]').first().fill(text);
}

/** Adds an option that takes names, and chooses them from its list by searching for each. */
export async function addNames(panel: Panel, label: string, name: string, ...entries: string[]) {
	const { page, parameter } = panel;
	await page.getByTestId('collection-parameter-add').locator('input').click();
	await page.locator('[role=option]:visible', { hasText: label }).first().click();
	await parameter(name).locator('.el-select__caret').click();
	const search = parameter(name).locator('input.el-select__input');
	for (const entry of entries) {
		await search.fill(entry);
		await page.locator('[role=option]:visible').getByText(entry, { exact: true }).first().click();
	}
	await page.keyboard.press('Escape');
}

/** The fields that the record is matched on, as the panel shows them. */
export async function matchFields({ page }: Panel): Promise<string[]> {
	return await page.getByTestId('matching-column-select').locator('.el-tag').allInnerTexts();
}

/** Chooses fields to match on, or takes them back: each entry changes. */
export async function toggleMatch({ page }: Panel, ...entries: string[]) {
	await page.getByTestId('matching-column-select').locator('.el-select__caret').click();
	for (const entry of entries) {
		await page.locator('[role=option]:visible').getByText(entry, { exact: true }).click();
	}
	await page.keyboard.press('Escape');
}

/** What the list of a resource locator offers for a search text. */
export async function listed({ page }: Panel, name: string, search: string, awaited: string) {
	await page.getByTestId(`resource-locator-${name}`).getByTestId('rlc-input').click();
	const entries = page.locator('[data-test-id=rlc-item]:visible');
	await entries.first().waitFor();
	await page.locator('[data-test-id=rlc-search]:visible').fill(search);
	await entries.filter({ hasText: awaited }).first().waitFor();
	return {
		texts: await entries.allInnerTexts(),
		take: async (entry: string) => await entries.filter({ hasText: entry }).first().click(),
	};
}

/** Closes the panel and opens it again, which makes it look whether its fields are up to date. */
export async function reopen(panel: Panel) {
	await settled(panel.page);
	await panel.page.getByTestId('ndv-close-button').click();
	await panel.open('Acumatica');
}
