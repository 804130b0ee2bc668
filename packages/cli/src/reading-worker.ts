/** What each thread of a scan runs, as a bundle of its own. */
import '@zoomlog/parser/node/reading-worker';
