/** The same value, of which no part can be changed: whoever tries fails. */
export function frozen<Value>(value: Value): Value {
	if (typeof value === 'object' && value !== null) {
		Object.values(value).forEach(frozen);
		Object.freeze(value);
	}
	return value;
}
