/** Ends of the names under which logs and other evidence are found. */
export const textEndings = ['log', 'txt', 'xml', 'json', 'jsonl', 'ndjson', 'reg', 'csv', 'out', 'err', 'zenc', 'evtx'];
export const archiveEndings = ['zip', 'cab', '7z', 'tar', 'gz', 'tgz', 'xz', 'txz', 'zst', 'tzst', 'bz2', 'tbz2'];

/** Texts to look at; under other names only those in our language. */
export const evidenceNames = new RegExp(`\\.(?:${textEndings.join('|')})(?:\\.\\d{1,9})?$`, 'i');
