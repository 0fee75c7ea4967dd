import { z } from 'zod';
import { goodOrders } from '../demo/webShop.ts';
import type { SandboxAccount } from './sandboxCredentials.ts';
import { asWitness } from './witnessSession.ts';

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

/** Reads the shop's orders with another client than ours. */
export async function witnessShopOrders(
	sandboxUrl: string,
	account: SandboxAccount,
): Promise<WitnessedOrder[]> {
	const filter = encodeURIComponent("startswith(CustomerOrder,'SHOP-')");
	const body = await asWitness(
		sandboxUrl,
		account,
		async ({ read }) => await read(`SalesOrder?$expand=Details&$filter=${filter}`),
	);
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
