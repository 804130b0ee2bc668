/** Who issued a certificate, by the names in it: authorities that anybody may use, and products that inspect TLS. */

/** Authorities of the public web, and those of which Zoom's sites have certificates. */
const publicIssuer =
  /\b(?:DigiCert|GeoTrust|RapidSSL|Thawte|VeriSign|Symantec|Let'?s Encrypt|Internet Security Research Group|ISRG Root|Sectigo|COMODO|USERTrust|GlobalSign|Amazon(?: Root CA| RSA| ECDSA)|O ?= ?Amazon|Google Trust Services|Cloudflare|Entrust|GoDaddy|Starfield|Baltimore CyberTrust|Microsoft (?:RSA|ECC|Azure)|Buypass|Actalis|IdenTrust|QuoVadis|SwissSign|Certum|SSL\.com|ZeroSSL|T-TeleSec|HARICA|AC Camerfirma|TrustAsia|WoTrus)\b/i;

/** Products that put a certificate of their own in place of the site's. */
const inspector =
  /\b(?:Zscaler|Netskope|Fortinet|FortiGate|FortiGuard|Palo Alto|Check ?Point|Cisco (?:Umbrella|Secure)|OpenDNS|Blue ?Coat|Symantec (?:Web|Cloud)|Forcepoint|Websense|McAfee|Skyhigh|Sophos|Barracuda|WatchGuard|SonicWall|iboss|Cato Networks|Kaspersky|ESET|Avast|AVG|Bitdefender|Dr\.? ?Web|AdGuard|Norton|Trend Micro|Menlo Security|Lightspeed|Securly|GoGuardian|Untangle|pfSense|Squid|mitmproxy|Fiddler|Charles Proxy|Burp|PortSwigger|DO_NOT_TRUST|Olfeo|UserGate|Securebit|Smoothwall|ContentKeeper|Linewize|Qustodio|Net ?Nanny)\b/i;

/** No public authority, whatever name stands before it. */
const appliance = /\b(?:Gateway|Proxy|Firewall|Web ?Filter|Inspection|Interception|Decryption)\b/i;

/** Whose authority issued a certificate, by the issuer as any tool prints it. */
export const issuedBy = (issuer: string): 'inspector' | 'public' | 'private' =>
  inspector.test(issuer) ? 'inspector' : publicIssuer.test(issuer) && !appliance.test(issuer) ? 'public' : 'private';
