/** What the privacy system of macOS says of a program rather than of a request: what it lacks, and that a permission is of another copy. */
import type { Entry } from '../../model.ts';
import { addField, withFields } from '../../reading/entry.ts';
import { isZoomBundle, zoomBundle } from '../zoom-identity.ts';
import { isOfZoomProcess } from './apple-process.ts';

/** `Failed to match existing code requirement for subject us.zoom.xos and service kTCCServiceCamera` */
const mismatch = /Failed to match existing code requirement for subject (\S{1,200}) and service (kTCCService\w{1,60})/;
/** `Refusing authorization request for service … and subject Sub:{us.zoom.xos}Resp:{…} without NSCameraUsageDescription key`; it may be broken into lines. */
const noPurpose =
  /Refusing authorization request for service\s{1,20}(kTCCService\w{1,60})\s{1,20}and subject\s{1,20}(?:Sub:\{([^}\s]{1,200})\}|(\S{1,200}))[\s\S]{0,600}?without\s{1,20}NS\w{1,60}UsageDescription/;
const noEntitlement =
  /service:\s{1,20}(kTCCService\w{1,60})\s{1,20}requires entitlement\s{1,20}com\.apple\.security\.[\w.-]{1,60}\s{1,20}but it is missing[\s\S]{0,200}?identifier=([\w.-]{1,200})/;
/** What the system tells a program before it ends it, in the program's own log. */
const ended =
  /attempted to access privacy-sensitive data without a usage description[^\n]{0,200}?NS(\w{1,40})UsageDescription/;

/**
 * Adds to what is said of Zoom `refused` (`mismatch`: the permission on record is of another copy; `purpose`: the copy does not
 * state what it wants the device for, or lacks the entitlement) and the service as `subject_service`.
 */
export function nameStatement(entry: Entry): Entry {
  for (const [piece, { text }] of entry.pieces.entries()) {
    const isOfSystem = entry.witness === undefined || entry.witness === 'tccd';
    const other = isOfSystem ? mismatch.exec(text) : null;
    const purpose = isOfSystem ? (noPurpose.exec(text) ?? noEntitlement.exec(text)) : null;
    const end = isOfZoomProcess(entry) ? ended.exec(text) : null;
    const told = other ?? purpose ?? end;
    if (!told) continue;
    const [client, service] = other
      ? [other[1], other[2]]
      : purpose
        ? [purpose[2] ?? purpose[3], purpose[1]]
        : [zoomBundle, `kTCCService${end?.[1] ?? ''}`];
    if (client === undefined || service === undefined || !isZoomBundle.test(client)) continue;
    const place = { piece, start: told.index, end: told.index + told[0].split('\n')[0]!.length };
    return withFields(entry, (fields) => {
      addField(fields, 'refused', { value: other ? 'mismatch' : 'purpose', ...place });
      addField(fields, 'subject_service', { value: service, ...place });
    });
  }
  return entry;
}
