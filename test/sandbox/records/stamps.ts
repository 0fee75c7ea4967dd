import type { SchemaFacts } from '../contract/contract.ts';
import type { SandboxRecord } from '../record.ts';

const modifiedFields = ['LastModifiedDateTime', 'LastModified', 'LastModifiedDate'];
const createdFields = ['CreatedDateTime', 'CreatedDate'];

/** Fields of the system, which no body writes. */
export const systemFields: ReadonlySet<string> = new Set([
	...modifiedFields,
	...createdFields,
	'NoteID',
]);

/** Notes a change, in whichever fields the contract has for it; 33 entities of Default have none. */
export function modified(record: SandboxRecord, schema: SchemaFacts, at: string): void {
	for (const field of modifiedFields) stampField(record, schema, field, at);
}

export function created(record: SandboxRecord, schema: SchemaFacts, at: string): void {
	for (const field of createdFields) stampField(record, schema, field, at);
}

/** Rows show some timestamps as text in the server's culture: `12/14/2023 19:57:21`. */
function stampField(record: SandboxRecord, schema: SchemaFacts, field: string, at: string): void {
	const type = schema.fields[field];
	if (type === 'DateTime') record.fields[field] = at;
	if (type === 'String') record.fields[field] = cultureText(at);
}

function cultureText(at: string): string {
	const [year, month, day] = at.slice(0, 10).split('-');
	return `${month}/${day}/${year} ${at.slice(11, 19)}`;
}
