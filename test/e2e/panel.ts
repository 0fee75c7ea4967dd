import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { owner } from './restClient.ts';

const pictures = resolve(import.meta.dirname, '../../docs/images');

/** What a person does in the panel of a node, in n8n's editor. */
export interface Panel {
	readonly page: Page;
	/** Opens the panel of a node of the workflow that is shown. */
	open(node: string): Promise<void>;
	/** The input of a parameter, or of a field of a resource mapper. */
	parameter(name: string): Locator;
	/** Chooses from a list of options; with several inputs of that name, in the last one. */
	choose(name: string, option: string | RegExp): Promise<void>;
	/** Searches in the list of a resource locator, and takes the entry. */
	pick(name: string, search: string, entry: string): Promise<void>;
	/** Enters text. */
	fill(name: string, text: string): Promise<void>;
	/** Adds one of the fields that the mapper keeps for adding. */
	addField(field: string): Promise<void>;
	/** The fields that the mapper shows, in their order. */
	fields(): Promise<string[]>;
	/** Adds a condition: its field, and what goes into its other inputs, chosen or entered. */
	addCondition(field: string, inputs: Readonly<Record<string, string>>): Promise<void>;
	/** Runs the node, waits until it has succeeded, and tells how many items there are. */
	run(): Promise<string>;
	/** For the documents, and only on request: a test run leaves the checkout as it was. */
	takePicture(name: string): Promise<void>;
}

export async function signIn(page: Page, serverUrl: string): Promise<void> {
	await page.goto(`${serverUrl}/signin`);
	await page.locator('input[name=emailOrLdapLoginId]').fill(owner.email);
	await page.locator('input[name=password]').fill(owner.password);
	await page.getByTestId('form-submit-button').click();
	await page.waitForURL(/\/home|\/workflow/);
}

export function panelOf(page: Page): Panel {
	const parameter = (name: string) => page.getByTestId(`parameter-input-${name}`).last();
	// A name has an element of its own, beside that of its description.
	const option = (text: string | RegExp) => {
		const options = page.locator('[role=option]:visible');
		return typeof text === 'string'
			? options.filter({ has: page.getByText(text, { exact: true }) }).first()
			: options.filter({ hasText: text }).first();
	};
	return {
		page,
		parameter,
		async open(node) {
			await page.locator(`[data-test-id="canvas-node"][data-node-name="${node}"]`).dblclick();
			await page.getByTestId('ndv').waitFor();
		},
		async choose(name, text) {
			// A list that takes several values lies over its own input, which is off while it loads.
			await parameter(name).locator('input:enabled').first().click({ force: true });
			await option(text).click();
		},
		async pick(name, search, entry) {
			const locator = page.getByTestId(`resource-locator-${name}`).first();
			await locator.getByTestId('rlc-input').click();
			await page.getByTestId('rlc-search').fill(search);
			await page.getByTestId('rlc-item').filter({ hasText: entry }).first().click();
		},
		async fill(name, text) {
			await parameter(name).locator('input,textarea,[contenteditable=true]').first().fill(text);
		},
		async addField(field) {
			await page.getByTestId('add-fields-select').getByRole('button').first().click();
			await page.getByRole('menuitem', { name: field, exact: true }).first().click();
		},
		async fields() {
			const container = page.getByTestId('mapping-fields-container');
			await container.locator('.parameter-item').first().waitFor();
			const labels = await container.locator('.parameter-item label').allInnerTexts();
			// A label holds the switch between Fixed and Expression as well.
			return labels.map((text) => text.split('\n')[0]?.trim() ?? '');
		},
		async addCondition(field, inputs) {
			const rows = page.locator('[data-parameter-path$="].field"]');
			const row = await rows.count();
			await page.getByTestId('fixed-collection-add').click();
			const cell = (name: string) =>
				page.locator(`[data-parameter-path="parameters.filters.conditions[${row}].${name}"]`);
			await cell('field').locator('input').click();
			await option(field).click();
			for (const [name, entered] of Object.entries(inputs)) {
				const input = cell(name).locator('input').first();
				const isList = name === 'operator' || name === 'choice';
				await input.click();
				if (isList) await option(entered).click();
				else {
					await input.fill(entered);
					await page.keyboard.press('Enter');
				}
			}
		},
		async run() {
			await settled(page);
			await page.getByTestId('node-execute-button').first().click();
			const error = page.getByTestId('node-error-message').first();
			const success = page.getByTestId('node-run-status-success').first();
			await success.or(error).first().waitFor();
			if (await error.isVisible()) throw new Error(`The node failed: ${await error.innerText()}`);
			const count = page.getByTestId('ndv-items-count').first();
			await count.waitFor();
			return await count.innerText();
		},
		takePicture: async (name) => await takePicture(page, name),
	};
}

/**
 * What was typed last reaches the workflow after delays of the editor's own (100 and 200 ms in the inputs
 * of a panel), one of which may begin when another ends. The timers of a page come in their order, however
 * busy the machine is.
 */
export async function settled(page: Page): Promise<void> {
	for (let delays = 0; delays < 3; delays++) {
		await page.evaluate(async () => await new Promise((done) => setTimeout(done, 250)));
	}
}

/** For the documents, and only on request: a test run leaves the checkout as it was. */
export async function takePicture(page: Page, name: string): Promise<void> {
	if (!process.env.SCREENSHOTS) return;
	await page.getByText('Node executed successfully').first().waitFor({ state: 'hidden' });
	mkdirSync(pictures, { recursive: true });
	await page.screenshot({ path: join(pictures, `${name}.png`) });
}
