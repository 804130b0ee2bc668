/** The Windows Installer's verbose log of one product after another; one in twelve installations fails. */
import type { Random } from './random.ts';
import { type Template, templatesOf } from './templates.ts';

/** `HEAD` is a thread's head with the time. */
const begins: readonly Template[] = templatesOf(`
HEAD: Resetting cached policy values
HEAD: Machine policy value 'Debug' is 0
HEAD: ******* RunEngine:
           ******* Product: {winpath}
           ******* Action:
           ******* CommandLine: **********
HEAD: Machine policy value 'DisableUserInstalls' is 0
HEAD: Cloaking enabled.
HEAD: Attempting to enable all disabled privileges before calling Install on Server
HEAD: Incrementing counter to disable shutdown. Counter after increment: 0
HEAD: Grabbed execution mutex.
HEAD: Original package ==> {winpath}
HEAD: Package we're running from ==> C:\\Windows\\Installer\\{hex 6}.msi
HEAD: APPCOMPAT: Compatibility mode property overrides found.
HEAD: Opening existing patch '{winpath}'.
`);

const ordinary: readonly Template[] = templatesOf(`
HEAD: PROPERTY CHANGE: Adding {Noun}{Noun} property. Its value is '{winpath}'.
HEAD: PROPERTY CHANGE: Modifying {Noun}Folder property. Its current value is '{winpath}'. Its new value: '{winpath}'.
HEAD: PROPERTY CHANGE: Deleting {Noun}{Verb} property. Its current value is '{n 9}'.
HEAD: Note: 1: 2205 2:  3: {Noun}
HEAD: Note: 1: 2228 2:  3: {Noun} 4: SELECT \`Message\` FROM \`{Noun}\` WHERE \`{Noun}\` = {n 1000 3000}
HEAD: Note: 1: 1402 2: HKEY_LOCAL_MACHINE\\Software\\Example\\{Noun}\\{id} 3: 2
HEAD: Note: 1: 2262 2: {Noun}{Noun} 3: -2147287038
HEAD: Doing action: {Verb}{Noun}
HEAD: Skipping action: {Verb}{Noun}.{id} (condition is false)
HEAD: Executing op: FileCopy(SourceName={upper 6}~1.DLL|{noun}.{noun}.dll,SourceCabKey=fil{upper 32},DestName={noun}.{noun}.dll,Attributes=512,FileSize={n 9999999},PerTick=65536,,VerifyMedia=1,,,,,CheckCRC=0,Version={n 20}.{n 9}.{n 999}.{n 9},Language=1033,InstallMode=58982400,,,,,,,)
HEAD: Executing op: SetTargetFolder(Folder={winpath}\\)
HEAD: Executing op: RegAddValue(Name={Noun}{Verb},Value={winpath},)
HEAD: Executing op: RegOpenKey(Root=-2147483646,Key=SOFTWARE\\Example\\{Noun}\\{Noun},,BinaryType={n 2},,)
HEAD: Executing op: ComponentRegister(ComponentId={{id}},KeyPath={winpath},State=3,,Disk={n 9},SharedDllRefCount=0,BinaryType=1)
HEAD: Executing op: ActionStart(Name={Verb}{Noun},Description={Words 2 5},Template={Words 1 3}: [1])
HEAD: Executing op: ProgressTotal(Total={n 999},Type={n 3},ByteEquivalent={n 99999})
HEAD: Executing op: CacheSizeFlush(,)
HEAD: File: {winpath};	To be installed;	{Won't patch|No patch};	{No existing file|Existing file is a lower version}
HEAD: File: {winpath};	Overwrite;	Won't patch;	Existing file is a lower version
HEAD: Verifying accessibility of file: {noun}.{noun}.dll
HEAD: Source for file '{noun}.dll' is compressed
HEAD: Component: {Noun}_{upper 8}; Installed: {Absent|Local}; Request: Local; Action: {Local|Null}
HEAD: Feature: {Noun}{Noun}; Installed: Absent; Request: Local; Action: Local
HEAD: Disallowing installation of component: {{id}} since the same component with higher versioned keyfile exists
HEAD: Feature: {Noun}; Component: {Noun}.{hex 8}; Cost: {n 999999}; Attributes: {n 40}
HEAD: Using cached policy value '{Noun}{Noun}' is {n 2}
HEAD: Transforming table {Noun}{Noun}.
HEAD: Invoking remote custom action. DLL: C:\\Windows\\Installer\\MSI{upper 4}.tmp, Entrypoint: {Verb}{Noun}
HEAD: Creating MSIHANDLE ({n 900}) of type {n 790000 790999} for thread {n 99999}
HEAD: Closing MSIHANDLE ({n 900}) of type {n 790000 790999} for thread {n 99999}
HEAD: RESTART MANAGER: {Words 2 6}. {Words 2 6}.
HEAD: Transferring files: {winpath} to {winpath}
HEAD: Created Custom Action Server with PID {n 99999} (0x{upper 4}).
HEAD: Hello, I'm your {32bit|64bit} Impersonated custom action server.
HEAD: WIN64DUALFOLDERS: Substitution in '{winpath}' folder had been blocked by the {n 2} mask argument (the folder pair's iSwapAttrib member = 0).
HEAD: Counted {n 99} foreign folders to disk.
HEAD: SequenceTable {Noun}: {n 99} rows, {words 2 5}
HEAD: {Words 3 9} {n 99999}
Property(S): {Noun}{Noun} = {winpath}
Property(S): {Noun}Dir = {winpath}\\
Property(S): {Verb}Level = {n 9}
Property(S): {upper 8}_{upper 4} = {{id}}
Property(C): {Noun}{Verb} = {words 1 4}
Property(N): Date = {n 1 13}/{n 1 29}/2025
Info {n 2000 2999}.{Words 2 8}: '{winpath}'
{Noun}{Verb}: {Words 2 7} [{n 999}]
  {Verb}: {winpath}, {n 9999999} bytes
Action start CLOCK: {Verb}{Noun}.
Action ended CLOCK: {Verb}{Noun}. Return value 1.
Action ended CLOCK: {Verb}{Noun}. Return value 0.
1: {n 2200 2999} 2: {Noun} 3: {Noun}
`);

const succeeds = `
Action ended CLOCK: InstallFinalize. Return value 1.
HEAD: Product: PRODUCT -- Installation completed successfully.
HEAD: Windows Installer installed the product. Product Name: PRODUCT. Product Version: 6.{n 9}.{n 40}. Product Language: 1033. Manufacturer: Example. Installation success or error status: 0.
Action ended CLOCK: INSTALL. Return value 1.
HEAD: MainEngineThread is returning 0
`;
const fails = `
HEAD: Product: PRODUCT -- Error 1925. You do not have sufficient privileges to complete this installation for all users of the machine.
Action ended CLOCK: InstallFinalize. Return value 3.
HEAD: Windows Installer installed the product. Product Name: PRODUCT. Product Version: 6.{n 9}.{n 40}. Product Language: 1033. Manufacturer: Example. Installation success or error status: 1603.
Action ended CLOCK: INSTALL. Return value 3.
HEAD: MainEngineThread is returning 1603
`;
const endings = { succeeds: templatesOf(succeeds), fails: templatesOf(fails) };

const products = ['Zoom Workplace (64-bit)', 'Example Reader', 'Example Runtime 9.0', 'Example Agent', 'Example Fonts'];
const linesEach = 4000;

/** Lines without their ends. */
export function msiLines(random: Random): () => string {
  let ms = 7 * 3_600_000;
  let product: string | null = null;
  let waiting: Template[] = [];
  let left = 0;
  return () => {
    ms = (ms + random.below(40)) % 86_400_000;
    const clock = new Date(ms).toISOString().slice(11, 23).replace('.', ':');
    if (waiting.length === 0 && left-- === 0) {
      left = linesEach;
      if (product === null) {
        product = random.pick(products);
        return `=== Verbose logging started: 5/13/2025  ${clock.slice(0, 8)}  Build type: SHIP UNICODE 5.00.10011.00  Calling process: C:\\Windows\\System32\\msiexec.exe ===`;
      }
      waiting = [...(random.chance(1 / 12) ? endings.fails : endings.succeeds), ...begins];
    }
    const template = waiting.shift() ?? random.pick(ordinary);
    const line = template(random)
      .replace(
        'HEAD',
        `MSI (${random.pick(['s', 's', 'c'])}) (${random.pick(['9C', '2C'])}:${random.hex(2).toUpperCase()}) [${clock}]`,
      )
      .replace('CLOCK', clock.slice(0, 8).replace(/^0/, ''))
      .replaceAll('PRODUCT', product!);
    if (waiting.length === begins.length) product = random.pick(products);
    return line;
  };
}
