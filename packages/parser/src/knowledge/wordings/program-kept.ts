/** What a policy kept from running, as the events of AppLocker, App Control and software restriction name it. */
import type { Pattern } from '../../define.ts';
import { references } from '../references.ts';
import { copiedEvent, jsonEvent, windowsEvent, windowsEventHits } from './samples.ts';
import { windowsEventFormats } from './windows-event-message.ts';

/**
 * Attack surface rules that keep programs from running: those that hardly anyone has, those on USB sticks, those that look
 * like ransomware. Others refuse single acts, such as looking at other processes, and the program runs all the same.
 */
const programRules =
  /^\{?(?:01443614-cd74-433a-b99e-2ecdc07bfc25|b2b3f03d-6a65-4f7b-a9c7-1c7ef74a9ba4|c1db55ab-c21a-4637-bb3f-a12568109d35)/i;
const commonPrograms = '01443614-CD74-433A-B99E-2ECDC07BFC25';

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
      fields: { path: whose, id: programRules, eventid: [1121], provider: /Windows Defender$/ },
      formats: windowsEventFormats,
      layout: 'constructed',
      hits: windowsEventHits(
        'Microsoft-Windows-Windows Defender',
        1121,
        { ID: commonPrograms, Path: onDisk, 'Process Name': 'C:\\Windows\\explorer.exe' },
        `Microsoft Defender Exploit Guard has blocked an operation that is not allowed by your IT administrator.\n\tID: ${commonPrograms}\n\tUser: DESK-7\\alice\n\tPath: ${onDisk}\n\tProcess Name: C:\\Windows\\explorer.exe`,
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
