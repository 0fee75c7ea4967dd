import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contentOnDisk, type FileContent } from './fileContent.ts';
import type { ReceivedFile } from './receiveFile.ts';

/** What a file hangs on. */
export interface FileOwner {
	readonly tenant: string;
	/** Name in Default. */
	readonly entity: string;
	readonly recordId: string;
	/** Of the detail row, where it is one. */
	readonly detailId?: string;
	/** `Sales Orders (SO, 000001)`: the folder that the ERP files it under. */
	readonly folder: string;
}

export interface FileVersion {
	/** From 1. */
	readonly number: number;
	readonly size: number;
	readonly sha256: string;
	readonly comment: string | null;
	readonly contentType?: string;
	readonly at: number;
}

export interface KeptFile extends FileOwner {
	readonly id: string;
	readonly name: string;
	readonly versions: readonly FileVersion[];
	/** The bytes of the latest version; undefined when there was no room for them. */
	readonly content?: FileContent;
}

/** A file on its way in. */
export interface NewFile extends Omit<FileVersion, 'number'> {
	readonly name: string;
	readonly content?: FileContent;
}

/**
 * The files of all tenants. Bytes lie in a throw-away folder: those of the latest versions, as far as
 * there is room; sizes and checksums are kept of all.
 */
export class FileStore {
	readonly #room: number;
	readonly #files = new Map<string, KeptFile>();
	readonly #byOwner = new Map<string, string[]>();
	readonly #paths = new Map<string, string>();
	#folder: string | undefined;

	/** @param room bytes that may lie on the disk */
	constructor(room: number) {
		this.#room = room;
	}

	/** The folder for bytes, made when it is first needed. */
	folder(): string {
		this.#folder ??= mkdtempSync(join(tmpdir(), 'acumatica-sandbox-'));
		return this.#folder;
	}

	/** Bytes that may still be written. */
	get roomLeft(): number {
		return [...this.#paths.keys()].reduce((left, id) => left - this.#sizeOf(id), this.#room);
	}

	all(): readonly KeptFile[] {
		return [...this.#files.values()];
	}

	find(tenant: string, id: string): KeptFile | undefined {
		const file = this.#files.get(id.toLowerCase());
		return file?.tenant === tenant ? file : undefined;
	}

	/** The files of a record or of a detail row. */
	of(tenant: string, ownerId: string): readonly KeptFile[] {
		const ids = this.#byOwner.get(ownerKey(tenant, ownerId)) ?? [];
		return ids.flatMap((id) => this.#files.get(id) ?? []);
	}

	/** Adds a file that came over the wire; its bytes belong to the store from now on. */
	receive(
		owner: FileOwner,
		received: ReceivedFile,
		about: Pick<NewFile, 'name' | 'comment' | 'contentType' | 'at'>,
	): KeptFile {
		const { size, sha256, path } = received;
		const content = path === undefined ? undefined : contentOnDisk(path, size);
		const file = this.add(owner, { ...about, size, sha256, content });
		if (path !== undefined) this.#paths.set(file.id, path);
		return file;
	}

	/** Adds a file, or a new version of the one that has this name already. */
	add(owner: FileOwner, { name, content, ...version }: NewFile): KeptFile {
		const ownerId = owner.detailId ?? owner.recordId;
		const known = this.of(owner.tenant, ownerId).find((file) => isSameName(file.name, name));
		const earlier = known?.versions ?? [];
		const file: KeptFile = {
			...(known ?? { ...owner, id: randomUUID(), name }),
			versions: [...earlier, { ...version, number: earlier.length + 1 }],
			content,
		};
		if (known === undefined) {
			const key = ownerKey(owner.tenant, ownerId);
			this.#byOwner.set(key, [...(this.#byOwner.get(key) ?? []), file.id]);
		}
		this.#forgetBytes(file.id);
		this.#files.set(file.id, file);
		return file;
	}

	/** Removes the bytes of an upload that did not become a file. */
	discard({ path }: Pick<ReceivedFile, 'path'>): void {
		if (path === undefined || [...this.#paths.values()].includes(path)) return;
		rmSync(path, { force: true });
	}

	/** Forgets all files, and removes the folder. */
	clear(): void {
		this.#files.clear();
		this.#byOwner.clear();
		this.#paths.clear();
		if (this.#folder !== undefined) rmSync(this.#folder, { recursive: true, force: true });
		this.#folder = undefined;
	}

	#sizeOf(id: string): number {
		return this.#files.get(id)?.content?.size ?? 0;
	}

	#forgetBytes(id: string): void {
		const path = this.#paths.get(id);
		if (path !== undefined) rmSync(path, { force: true });
		this.#paths.delete(id);
	}
}

function ownerKey(tenant: string, ownerId: string): string {
	return `${tenant}/${ownerId.toLowerCase()}`;
}

/** As the database compares. */
function isSameName(one: string, other: string): boolean {
	return one.toUpperCase() === other.toUpperCase();
}
