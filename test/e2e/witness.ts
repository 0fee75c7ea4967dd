import { request } from 'undici';
import { z } from 'zod';
import { goodOrders } from '../demo/webShop.ts';
import type { SandboxAccount } from './sandboxCredentials.ts';

const value = z.object({ value: z.unknown() }).partial();
const records = z.array(
	z.object({
		CustomerOrder: value,
		CustomerID: value,
		Status: value,
		OrderTotal: value,
		Details: z.array(z.object({ InventoryID: value, OrderQty: value })),
	}),
);

/** A sales order as the API of the ERP tells it to somebody else. */
export interface WitnessedOrder {
	readonly number: string;
	readonly customer: string;
	readonly status: string;
	readonly total: number;
	/** Item and quantity of every line, in the order of the lines. */
	readonly lines: readonly { readonly item: string; readonly quantity: number }[];
}

/**
 * Reads the shop's orders with a client of its own: other code than our node and than n8n's HTTP client,
 * so that a mistake which they share does not hide itself.
 */
export async function witnessShopOrders(
	sandboxUrl: string,
	{ username, password, tenant }: SandboxAccount,
): Promise<WitnessedOrder[]> {
	const signIn = await request(`${sandboxUrl}/entity/auth/login`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ name: username, password, tenant }),
	});
	await signIn.body.dump();
	const cookie = [signIn.headers['set-cookie'] ?? []]
		.flat()
		.map((line) => line.slice(0, line.indexOf(';')))
		.join('; ');
	const filter = encodeURIComponent("startswith(CustomerOrder,'SHOP-')");
	const list = await request(
		`${sandboxUrl}/entity/Default/24.200.001/SalesOrder?$expand=Details&$filter=${filter}`,
		{ headers: { cookie, accept: 'application/json' } },
	);
	const body: unknown = await list.body.json();
	const signOut = await request(`${sandboxUrl}/entity/auth/logout`, {
		method: 'POST',
		headers: { cookie, 'content-length': '0' },
	});
	await signOut.body.dump();
	const exported = goodOrders();
	const orders = records
		.parse(body)
		.filter((order) => exported.includes(String(order.CustomerOrder.value)));
	return orders.map((order) => ({
		number: String(order.CustomerOrder.value),
		customer: String(order.CustomerID.value),
		status: String(order.Status.value),
		total: Number(order.OrderTotal.value),
		lines: order.Details.map(({ InventoryID, OrderQty }) => ({
			item: String(InventoryID.value),
			quantity: Number(OrderQty.value),
		})),
	}));
}
