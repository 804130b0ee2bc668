/** A report, an explanation or a list as it is. The report's schema is schema/report.schema.json. */
export const drawJson = (value: object): string => `${JSON.stringify(value, null, 2)}\n`;
