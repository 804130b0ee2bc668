/** What a policy kept from running, as the events of AppLocker, App Control and software restriction name it. */
import type { Pattern } from '../../define.ts';
import { references } from '../references.ts';
import { copiedEvent, jsonEvent, windowsEvent, windowsEventHits } from './samples.ts';
import { windowsEventFormats } from './windows-event-message.ts';

/** A program or package of Zoom's by its path. Only events of what was refused count; those of audit modes have other numbers. */
export const programKept = (whose: RegExp, sample: string, literal: string): Pattern[] => {
  const inDrive = `%OSDRIVE%\\USERS\\ALICE\\${sample}`;
  const onDisk = `C:\\Users\\alice\\${sample}`;
  const onVolume = `\\Device\\HarddiskVolume3\\Users\\alice\\${sample}`;
  const refusal = `Code Integrity determined that a process (\\Device\\HarddiskVolume3\\Windows\\explorer.exe) attempted to load ${onVolume} that did not meet the Enterprise signing level requirements or violated code integrity policy.`;
  const restricted = `Access to ${onDisk} has been restricted by your Administrator by location with policy rule {00000000-0000-4000-8000-000000000001} placed on path *.`;
  return [
    {
      has: literal,
      fields: { filepath: whose, eventid: [8004, 8007], provider: /AppLocker$/ },
      formats: windowsEventFormats,
      layout: 'documented',
      see: [references.appLocker],
      hits: windowsEventHits(
        'Microsoft-Windows-AppLocker',
        8004,
        { FilePath: inDrive },
        `${inDrive} was prevented from running.`,
      ),
    },
    {
      has: literal,
      fields: { 'file name': whose, eventid: [3077], provider: /CodeIntegrity$/ },
      formats: windowsEventFormats,
      layout: 'constructed',
      hits: windowsEventHits(
        'Microsoft-Windows-CodeIntegrity',
        3077,
        { 'File Name': onVolume, 'Process Name': '\\Device\\HarddiskVolume3\\Windows\\explorer.exe' },
        refusal,
      ),
    },
    {
      has: literal,
      fields: { path: whose, eventid: [1121, 1131], provider: /Windows Defender$/ },
      formats: windowsEventFormats,
      layout: 'constructed',
      hits: windowsEventHits(
        'Microsoft-Windows-Windows Defender',
        1121,
        { Path: onDisk, 'Process Name': 'C:\\Windows\\explorer.exe' },
        `Microsoft Defender Exploit Guard has blocked an operation that is not allowed by your IT administrator.\n\tUser: DESK-7\\alice\n\tPath: ${onDisk}\n\tProcess Name: C:\\Windows\\explorer.exe`,
      ),
    },
    {
      has: literal,
      fields: { data1: whose, eventid: [865, 866, 867, 868], provider: /SoftwareRestrictionPolicies$/ },
      formats: windowsEventFormats,
      layout: 'constructed',
      hits: [
        windowsEvent('Microsoft-Windows-SoftwareRestrictionPolicies', 866, { data1: onDisk }),
        copiedEvent('Microsoft-Windows-SoftwareRestrictionPolicies', 866, restricted),
        jsonEvent('Microsoft-Windows-SoftwareRestrictionPolicies', 866, restricted),
      ],
    },
  ];
};
