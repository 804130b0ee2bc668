/** What tells cameras and sound devices of Windows from others. Source: setup classes and problem codes of windows-driver-docs. */

/** Setup classes of cameras, imaging devices, media devices and audio endpoints. */
export const captureClass =
  /\{?(?:ca3e7ab9-b4c3-4ae6-8251-579ef933890f|6bdd1fc6-810f-11d0-bec7-08002be2092f|4d36e96c-e325-11ce-bfc1-08002be10318|c166523c-fe0c-4a94-a586-f1a80cfbbf3e)\}?/i;

/**
 * The whole text of an event, unless it is about a device of those classes that Zoom does not use: the sound of a display
 * (HDMI, DisplayPort), by its driver or the maker of its graphics card, and a scanner.
 */
export const usableDevice =
  /^(?![\s\S]*(?:NVHDA|IntcDAud|AtiHDAudio|AtihdWT|AMDHDAud|HDAUDIO\\{1,2}FUNC_01&(?:amp;)?VEN_(?:10DE|1002)|usbscan|WSDScan|StillCam))/i;

/** Setup classes of what such a device hangs on: USB controllers and hubs, Bluetooth. */
export const busClass = /\{?(?:36fc9e60-c465-11cf-8056-444553540000|e0cbf06c-cd8b-4647-bb8a-263b43f0f974)\}?/i;

/** A problem of a device that is there: 0x15, 0x18 and 0x2D mean being removed, absent and not connected. */
export const presentProblem = /^0x(?!0*(?:15|18|2d)?$)[\da-f]{1,8}$/i;
