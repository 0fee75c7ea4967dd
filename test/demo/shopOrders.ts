import { z } from 'zod';
import { exportedOrders } from './webShop.ts';

const records = z.array(z.object({ fields: z.record(z.unknown()) }));

/** What the sandbox has of the shop's orders, and how many orders of anybody are open. */
export interface ShopOrders {
	/** The shop's numbers of this export, one for every sales order that carries one of them. */
	readonly numbers: readonly string[];
	readonly open: number;
}

/** Looks into the sandbox's data beside its API: neither our node nor a session is involved. */
export async function findShopOrders(sandboxUrl: string): Promise<ShopOrders> {
	const answer = await fetch(new URL('/_sandbox/records/SalesOrder', sandboxUrl));
	if (!answer.ok) throw new Error(`the sandbox does not show its records (${answer.status})`);
	const orders = records.parse(await answer.json()).map(({ fields }) => fields);
	const exported = new Set(exportedOrders());
	return {
		numbers: orders
			.map(({ CustomerOrder }) => String(CustomerOrder ?? ''))
			.filter((number) => exported.has(number)),
		open: orders.filter(({ Status }) => Status === 'Open').length,
	};
}
