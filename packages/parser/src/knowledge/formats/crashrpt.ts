import { defineFormat } from '../../define.ts';
import { addField, fieldText, remember, withFields, withTime } from '../../reading/entry.ts';
import { xmlEvents } from '../../reading/framings/xml-events.ts';
import { isoTime } from '../../reading/time.ts';
import { isZoomFile, zoomProgramOrPart } from '../zoom-identity.ts';

export default defineFormat({
  id: 'crashrpt',
  title: 'Crash report that Zoom wrote of itself on Windows (CrashRpt)',
  framing: xmlEvents('CrashRpt'),
  os: 'windows',
  names: ['crashrpt*.xml'],
  recognise: { starts: /<CrashRpt[\s>]/ },
  /** `program`: zoom, where the report or its place says so. */
  prepare: (entry, carry) => {
    const version = fieldText(entry, 'appversion');
    const image = fieldText(entry, 'imagename');
    // Where the program lies decides, not how it calls itself.
    const isZoom =
      image === null
        ? isZoomFile(carry.path) || /^Zoom\b/.test(fieldText(entry, 'appname') ?? '')
        : zoomProgramOrPart.test(image);
    if (isZoom && version) remember(carry.zoomVersions, version);
    if (isZoom) carry.osVersion ??= fieldText(entry, 'operatingsystem');
    const [module] = [
      entry.fields.get('exceptionmodule'),
      entry.fields.get('exceptiontype'),
      entry.fields.get('crashguid'),
    ].flatMap((fields) => fields ?? []);
    return withTime(
      withFields(entry, (fields) => {
        if (isZoom) addField(fields, 'program', { piece: 0, start: 0, end: 0, ...module, value: 'zoom' });
      }),
      isoTime(fieldText(entry, 'systemtimeutc') ?? '', 'utc'),
    );
  },
  samples: [
    {
      text: '<?xml version="1.0" encoding="utf-8" ?>\n<CrashRpt version="1403">\n    <CrashGUID>0a0b0c0d-0000-4000-8000-000000000001</CrashGUID>\n    <AppName>Zoom</AppName>\n    <AppVersion>6.2.5.48876</AppVersion>\n    <ImageName>C:\\Program Files\\Zoom\\bin\\Zoom.exe</ImageName>\n    <SystemTimeUTC>2025-05-14T07:08:09Z</SystemTimeUTC>\n    <ExceptionModule>C:\\Windows\\System32\\quartz.dll</ExceptionModule>\n    <CustomProps>\n        <Prop name="VideoLaunchReason" value="2" />\n    </CustomProps>\n</CrashRpt>',
      entry: { time: '2025-05-14T07:08:09Z', fields: { program: 'zoom', appversion: '6.2.5.48876' } },
    },
  ],
});
