/** What the lines are made of: words of no meaning for any failure. */
const list = (text: string): readonly string[] => text.trim().split(/\s+/);

export const words = list(`
  about above across active after again agent albums always amber among anchor apple arrow aside autumn await basic batch
  before begin below beyond blank blue border both brief bright broad buffer build cache calm center change check circle
  clean clear close cloud common compact copper core corner count cover create current cycle daily dark data deep default
  delta detail dialog digital direct display done double down draft drive early east echo edge eight empty enable end enter
  equal even every exact extra fast field fifth file final first five flag flat float flow focus folder forest form forward
  four frame free fresh front full future gentle global gold grand grant gray green grid group half handle harbor hash head
  heavy held hidden high hint hold home hour idle image import index inner input inside island item job jump keep kept key
  kind label large last later layer layout leaf left length level light limit line list little live load local lock long
  loop lower lunar main major maple margin mark mask matrix maximum medium memory merge middle minor mode model moment month
  more morning mount move narrow nearby new next night nine node noon normal north note notice now number ocean odd offset
  old once one only open optional orange order other outer output over own page paint pair panel part past pattern pause
  pending phase pixel place plain plan point pool prior private public pulse purple push queue quick quiet quota range rapid
  rate ready real recent record red refresh region release remote repeat request reserve resize rest right ring river road
  root round route row safe sample scale scope screen second secure select send sent set seven shade shape share sheet short
  side signal silver simple since single six size slice slow small smooth soft solid some source south space spare split
  spring square stable stack stage start state static step stone store stream strong submit summer sun supply swap switch
  table target task ten then third thread three tick time tiny title token total touch track tree trim true turn twelve two
  type under unit until update upper usage user valid value vector version view visible wait warm wave week west white wide
  width wind window winter wire with word work yellow yield young zero zone`);

export const nouns = list(`
  account album archive audio battery bluetooth broker browser cache calendar camera catalog channel clock cluster codec
  console contact context cursor daemon database desktop device directory disk display document driver editor event factory
  fetcher filter folder font gallery gateway graphics history icon index keyboard keychain layer library listener location
  mail mailbox manager media memory menu message metadata metrics mirror mixer monitor network notes notification observer
  package panel parser payload photo pipeline player plugin policy pool power preview printer profile provider queue reader
  receiver recorder registry renderer reporter resolver resource roster router sampler scanner scheduler screen sender
  sensor service session settings snapshot socket speaker spotlight storage store stream surface sync table telemetry
  theme thread thumbnail timer toolbar topology tracker transport updater upload viewer volume watcher wallpaper weather
  widget window worker`);

export const verbs = list(`
  activate add allocate apply attach begin bind build cancel check clear close collect commit complete compute configure
  copy create decode defer deliver detach discard dispatch drain dump encode enqueue evict fetch fill filter finish flush
  forward get handle import index insert invalidate keep launch list load lookup map mark merge monitor mount move notify
  open parse pause persist poll post prepare process publish pull purge push query queue read rebuild receive refresh
  register release reload remove render replay reset resize restore resume rotate run sample save scan schedule select
  send set sort start stop store submit swap sync touch trim update upload validate verify wait wake watch write`);

export const names = list(
  'alice bob carol dave erin frank grace heidi ivan judy mallory niaj olivia peggy rupert sybil trent',
);
