/** Ends of the names under which logs and other evidence are found. */
export const textEndings = ['log', 'txt', 'xml', 'json', 'jsonl', 'ndjson', 'reg', 'csv', 'out', 'err', 'zenc', 'evtx'];
export const archiveEndings = ['zip', 'gz', 'tgz', 'tar'];
