/** Texts that are not on disk: judged as the user types. */
import { type Connection, TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { shownText } from '../source-uri.ts';
import type { Context } from './shown.ts';

/** A text that is being edited is read after a pause. */
const typedMs = 150;

export function followUnsaved(
  connection: Connection,
  { bundles, texts }: Pick<Context, 'bundles' | 'texts'>,
): { close(): void } {
  const documents = new TextDocuments(TextDocument);
  const typed = new Map<string, NodeJS.Timeout>();
  documents.onDidChangeContent(({ document }) => {
    const { uri, languageId } = document;
    if (shownText(uri)?.path !== uri) return;
    texts.set(uri, document.getText());
    clearTimeout(typed.get(uri));
    const read = (): void => bundles.setText(uri, document.getText(), languageId === 'zoomlog');
    typed.set(uri, setTimeout(read, typedMs));
  });
  documents.onDidClose(({ document: { uri } }) => {
    clearTimeout(typed.get(uri));
    typed.delete(uri);
    texts.set(uri, null);
    bundles.setText(uri, null, false);
  });
  documents.listen(connection);
  return {
    close() {
      for (const timer of typed.values()) clearTimeout(timer);
    },
  };
}
