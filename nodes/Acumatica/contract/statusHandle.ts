/**
 * What `Location` of an accepted action (202) leads to: the path of its status below the instance. The
 * header comes relative to the host or absolute, with the site name, and may carry the `/(W(n))/` of a
 * browser window. Only the path counts: whatever host it names, the instance itself is asked.
 *
 * @returns `entity/Default/24.200.001/Shipment/ConfirmShipment/status/<id>`, or undefined where the
 *   header leads elsewhere
 */
export function statusHandle(location: string): string | undefined {
	const path = URL.canParse(location)
		? new URL(location).pathname
		: (location.split(/[?#]/)[0] ?? '');
	const start = `/${path}`.indexOf('/entity/');
	if (start < 0) return undefined;
	const handle = `/${path}`.slice(start + 1).replace(/\/\(W\(\d+\)\)/gi, '');
	return isStatusHandle(handle) ? handle : undefined;
}

/** True for the path of an operation's status; nothing else may be asked in its place. */
export function isStatusHandle(text: string): boolean {
	return /^entity\/[^/]+\/[^/]+\/[^/]+\/[^/]+\/status\/[\w-]+$/.test(text) && !text.includes('..');
}
