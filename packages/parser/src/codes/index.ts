/** Every code zoomlog knows, Zoom's own namespaces first; resolve.ts tells them apart, prior.ts judges them. */
import type { Code } from '../define.ts';
import avfoundation from './avfoundation.ts';
import cfnetwork from './cfnetwork.ts';
import composite from './composite.ts';
import coreaudio from './coreaudio.ts';
import curl from './curl.ts';
import deviceProblem from './device-problem.ts';
import errno from './errno.ts';
import getaddrinfo from './getaddrinfo.ts';
import hresult from './hresult.ts';
import http from './http.ts';
import mediaFoundation from './media-foundation.ts';
import netError from './net-error.ts';
import openssl from './openssl.ts';
import schannel from './schannel.ts';
import securetransport from './securetransport.ts';
import tcc from './tcc.ts';
import wasapi from './wasapi.ts';
import win32 from './win32.ts';
import winhttp from './winhttp.ts';
import zoomClient from './zoom-client.ts';
import zoomConference from './zoom-conference.ts';
import zoomInstaller from './zoom-installer.ts';
import zoomSdk from './zoom-sdk.ts';
import zoomWeb from './zoom-web.ts';

/** In the order in which the readings of an ambiguous number are listed. */
export const allCodes: readonly Code[] = [
  ...zoomClient,
  ...zoomConference,
  ...composite,
  ...zoomInstaller,
  ...zoomWeb,
  ...zoomSdk,
  ...netError,
  ...cfnetwork,
  ...securetransport,
  ...avfoundation,
  ...getaddrinfo,
  ...curl,
  ...http,
  ...errno,
  ...winhttp,
  ...win32,
  ...hresult,
  ...wasapi,
  ...mediaFoundation,
  ...schannel,
  ...deviceProblem,
  ...openssl,
  ...coreaudio,
  ...tcc,
];

/** All readings of a code, under its canonical form: digits with their sign, or 0x and upper-case hex. */
export const codesByNumber: ReadonlyMap<string, readonly Code[]> = Map.groupBy(allCodes, (code) => code.code);
