import { once } from 'node:events';
import { createServer, type Server } from 'node:net';

/**
 * Ports of the loopback address that nobody listens on, all different.
 * They are held together until all are known, and then let go: a server that takes only a port number
 * has to be given one this way.
 */
export async function freePorts(count: number): Promise<number[]> {
	const servers: Server[] = [];
	for (let i = 0; i < count; i++) {
		const server = createServer().listen(0, '127.0.0.1');
		await once(server, 'listening');
		servers.push(server);
	}
	const ports = servers.map((server) => {
		const address = server.address();
		if (address === null || typeof address === 'string') throw new Error('No port was given.');
		return address.port;
	});
	await Promise.all(servers.map((server) => once(server.close(), 'close')));
	return ports;
}
