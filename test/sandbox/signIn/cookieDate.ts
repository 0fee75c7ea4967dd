/** The date form of ASP.NET's cookies: `Thu, 17-Dec-2026 07:00:00 GMT`. */
export function cookieDate(milliseconds: number): string {
	const [day, date, month, year, ...rest] = new Date(milliseconds).toUTCString().split(' ');
	return `${day} ${date}-${month}-${year} ${rest.join(' ')}`;
}

export function addDays(milliseconds: number, days: number): number {
	return milliseconds + days * 86_400_000;
}
