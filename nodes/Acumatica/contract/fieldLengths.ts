import { isRecord, type WireRecord } from './scalar';

/**
 * Lengths of text fields. The contract does not publish any; DAC-based OData may, field by field of the
 * tables behind the forms. Which field of the contract is which of a table is nowhere said either: the
 * main ones are known, and only those are looked at.
 */

/** Characters by class and field: `SOOrder.OrderDesc`. */
export type DacLengths = ReadonlyMap<string, number>;

/** A text that is longer than its field. */
export interface TooLong {
	/** `Details[0].LineDescription`. */
	readonly path: string;
	readonly length: number;
	readonly most: number;
}

/** Fields that go by another name in the class; all others by their own. */
const names: Readonly<Record<string, Readonly<Record<string, string>>>> = {
	Address: { Country: 'CountryID' },
	ARInvoice: { CustomerOrder: 'InvoiceNbr', Description: 'DocDesc', ReferenceNbr: 'RefNbr' },
	Contact: { Email: 'EMail' },
	Customer: { CustomerClass: 'CustomerClassID', CustomerID: 'AcctCD', CustomerName: 'AcctName' },
	InventoryItem: { Description: 'Descr', InventoryID: 'InventoryCD' },
	SOLine: { LineDescription: 'TranDesc' },
	SOOrder: {
		CustomerOrder: 'CustomerOrderNbr',
		Description: 'OrderDesc',
		ExternalRef: 'CustomerRefNbr',
	},
	Vendor: { VendorClass: 'VendorClassID', VendorID: 'AcctCD', VendorName: 'AcctName' },
};

/** The class behind an entity, and behind what is nested in a class. */
const classes: Readonly<Record<string, string>> = {
	Customer: 'Customer',
	Invoice: 'ARInvoice',
	NonStockItem: 'InventoryItem',
	SalesOrder: 'SOOrder',
	StockItem: 'InventoryItem',
	Vendor: 'Vendor',
	'SOOrder.Details': 'SOLine',
	'Customer.MainContact': 'Contact',
	'Customer.PrimaryContact': 'Contact',
	'Vendor.MainContact': 'Contact',
	'Vendor.PrimaryContact': 'Contact',
	'Contact.Address': 'Address',
};

/** Entities of Default behind which the class is known; those of other endpoints may only share the name. */
export const entitiesWithKnownLengths: readonly string[] = Object.keys(classes).filter(
	(name) => !name.includes('.'),
);

/** True where the class behind the entity is known. */
export function hasKnownLengths(entity: string): boolean {
	return entitiesWithKnownLengths.includes(entity);
}

/**
 * Reads the lengths of texts from the description of DAC-based OData (CSDL 4.0), a document of up to
 * thousands of classes; only those behind known entities are kept, with the fields of all their bases.
 */
export function readDacLengths(metadata: string): DacLengths {
	const types = entityTypesIn(metadata);
	const lengths = new Map<string, number>();
	for (const name of new Set(Object.values(classes))) {
		// What a class says itself comes last, and counts.
		for (const { own } of descent(name, types).reverse())
			for (const [field, length] of own) lengths.set(`${name}.${field}`, length);
	}
	return lengths;
}

interface EntityType {
	/** Name of its base, without the namespace; empty where it has none. */
	readonly base: string;
	readonly own: Map<string, number>;
}

/**
 * Start and end tags of classes and their fields. A value in quotes may hold `>`; a `<` is none of XML's
 * inside a tag, and ends the search for the end of one that was cut off.
 */
const tags = /<(\/?)(EntityType|Property)\b([^<>"]*(?:"[^<"]*"[^<>"]*)*)>/g;

/** Goes from tag to tag: a class may be closed at once, and then the next fields are not its own. */
function entityTypesIn(metadata: string): ReadonlyMap<string, EntityType> {
	const types = new Map<string, EntityType>();
	let current: EntityType | undefined;
	for (const [, end, element, attributes = ''] of metadata.matchAll(tags)) {
		if (element === 'Property') {
			const length = end === '' ? Number(attribute(attributes, 'MaxLength')) : 0;
			if (length > 0) current?.own.set(attribute(attributes, 'Name'), length);
		} else if (end === '') {
			const base = attribute(attributes, 'BaseType').replace(/^.*\./, '');
			const type = { base, own: new Map<string, number>() };
			types.set(attribute(attributes, 'Name'), type);
			current = attributes.endsWith('/') ? undefined : type;
		} else current = undefined;
	}
	return types;
}

/** A class and its bases, the class first. Nobody vouches that the bases do not go round in a circle. */
function descent(name: string, types: ReadonlyMap<string, EntityType>): EntityType[] {
	const found = new Set<EntityType>();
	let type = types.get(name);
	while (type !== undefined && !found.has(type)) {
		found.add(type);
		type = types.get(type.base);
	}
	return [...found];
}

function attribute(attributes: string, name: string): string {
	return new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes)?.[1] ?? '';
}

/** The texts of a record that are longer than their fields; of fields that nobody knows nothing is said. */
export function textsTooLong(record: WireRecord, entity: string, lengths: DacLengths): TooLong[] {
	const found: TooLong[] = [];
	const visit = (part: WireRecord, dac: string, path: string): void => {
		for (const [field, value] of Object.entries(part)) {
			const at = path === '' ? field : `${path}.${field}`;
			const nested = classes[`${dac}.${field}`];
			if (Array.isArray(value) && nested !== undefined)
				value.forEach((row, index) => isRecord(row) && visit(row, nested, `${at}[${index}]`));
			else if (isRecord(value) && nested !== undefined) visit(value, nested, at);
			else if (field === 'custom' && isRecord(value)) {
				for (const [view, fields] of Object.entries(value))
					if (isRecord(fields)) visit(fields, dac, `${at}.${view}`);
			} else if (isRecord(value) && typeof value.value === 'string') {
				const most = lengths.get(`${dac}.${names[dac]?.[field] ?? field}`);
				const { length } = value.value;
				if (most !== undefined && length > most) found.push({ path: at, length, most });
			}
		}
	};
	if (hasKnownLengths(entity)) visit(record, classes[entity] ?? '', '');
	return found;
}
