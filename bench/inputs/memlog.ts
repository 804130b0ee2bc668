/** Zoom's memory log: who connects to what, how a meeting's streams do, and what happens when nothing answers. */
import type { Random } from './random.ts';
import { templatesOf } from './templates.ts';

/** None of these has a word that any failure looks for. */
const ordinary = templatesOf(`
socket_ctx_t::print_i() [{n 9}/9], m_family = {n 3}, m_url = PKG|TCP://{ip}:{port}, m_addr_ver = 4, m_protocol = {hex 8}, m_host = {ip}, m_alias = , ip_addr = {ip}, m_port = {port}, this = {ptr}
socket_ctx_t::print_i() [{n 9}/9], m_family = {n 3}, m_url = pkg|ssl://{host}:443, m_addr_ver = 4, m_protocol = {hex 8}, m_host = {host}, m_alias = , ip_addr = {ip}, m_port = 443, this = {ptr}
socket_ctx_t::make_url(), m_url = TCP|SSL|HTTPDT|PKG|TUNNEL://{ip}:{port}, this = {ptr}
async_connector_t::async_connector_t, this = {ptr}
async_connector_t::open sink = {ptr}, sock = {ptr}, io_repo = {ptr}, this = {ptr}
async_connector_t::connect , sink = {ptr}, (void *)remote_peer = {ptr}, host = {ip}, port = {port}, local_peer = {ptr}, this = {ptr}
async_socket_mt::on_connect_ex_i, reason = 0, this = {ptr}
async_socket_mt::close , reason = {n 9}, m_status = {n 5}, m_sink = {ptr}, m_queue_blocked_sink = {true|false}, m_try_direct = {ptr}, this = {ptr}
ssl_connector_t::timer_work who_is = {ptr}, elapsed = {n 9000}, this = {ptr}
socket_http_t::socket_http_t(), sink = {ptr}, local_ctx = {ptr}, remote_ctx = {ptr}, mode = {n 3}, uid = {guid}, sessionid = {guid}, this = {ptr}
dest_addr_info_t::dest_addr_info_t_https(),   start, dest_url: pkg|tcp://{ip}:{port}, https_gw_tunnel: httpdt|SSL://{ip}:443,   is RLB? false,  flags: {n 9},   repeat times: {n 4}, this = {ptr}
tp_adpt::connect_req_pk_zc(), conn_idx: {n 9},  for sess_type: {n 6},   current dest_add is pkg|tcp://{ip}:{port},   its protocol: {n 4},  final_most_want_proto: {n 4}, req_id: {guid}, this = {ptr}
tp_adpt::set_timeout(), conn_idx: {n 9}, pk_timeout_interval: {n 9000},   final_delay: {n 900}, req_id: {guid}, this = {ptr}
tp_adapter_t::on_receive(),   conn_idx: {n 9},    for sess_type: {n 6},   total received count: {n 999999}, bytes: {n 99999999}, req_id: {guid}, this = {ptr}
zc_addr_mgr::print_all_group(),   index: {n 12},    group:   [pkg|tcp://{ip}:8801],    [pkg|tcp://{ip}:8801],    [pkg|ssl://{host}:443],  , req_id: {guid}, this = {ptr}
ping_mgr::ping_req_pk(),  split zc addr,  solo_zc_addr:  pkg|tcp://{ip}:8801,   original_mmr_addr:  pkg|tcp://{ip}:8801,pkg|ssl://{host}:443, req_id: {guid}, this = {ptr}
ping_mgr::on_tick(),  ping respond cnt: {n 20}, elapsed: {n 3000} ms, waiting_cnt: {n 12}, req_id: {guid}, this = {ptr}
vc::start_req(),  get client capability value: {n 4294967295}, req_id: {guid}, this = {ptr}
vc::on_roster_changed(),  node: {n 99999},  name_len: {n 40},  audio: {n 3},  video: {n 3},  role: {n 4},  total: {n 300}, this = {ptr}
video_stream_t::on_bandwidth(),  recv: {n 4000} kbps,  send: {n 4000} kbps,  rtt: {n 200},  jitter: {n 40},  lost: {n 3}%,  size: {640x360|1280x720|1920x1080}, fps: {n 31}
video_stream_t::on_subscribe(), ssrc: {n 4294967295}, layer: {n 4}, quality: {n 100}, node_id: {n 16777216}, pending: {n 5}
video_render_t::{verb}_{noun}, unit = {ptr}, width = {n 1920}, height = {n 1080}, rotation = {0|90|180|270}, dropped = {n 40}, cost = {float 30} ms
audio_mixer_t::on_level, volume = {n 255}, gain = {float 4}, speaker = "{Built-in Output|Headphones|USB Headset}", rate = {16000|44100|48000}, frames = {n 960}
audio_jitter_t::on_packet(), seq: {n 65536}, ts: {n 4294967295}, delay: {n 400} ms, target: {n 200}, late: {n 8}, plc: {n 4}
share_encoder_t::on_frame(), frame_id: {n 999999}, type: {I|P|B}, qp: {n 51}, bytes: {n 65000}, cost: {n 40} ms, region: {n 1920}x{n 1080}
net_monitor_t::on_interface, name = {en0|eth0|wlan0|utun3}, mtu = {1280|1400|1500}, addr = {ip}, gateway = {ip}, metric = {n 100}, flags = 0x{hex 4}
net_monitor_t::on_quality, uplink: {n 5}, downlink: {n 5}, rtt: {n 300}, loss: {float 5}, jitter: {n 60}, estimated: {n 8000} kbps
http_link_t::on_header, link = {ptr}, status = 200, length = {n 99999}, type = {application/json|text/html|application/octet-stream}, cached = {n 2}, self = {ptr}
http_link_t::on_body, link = {ptr}, offset = {n 999999}, length = {n 16384}, final = {n 2}, self = {ptr}
CRTCClient::{Verb}{Noun}, session={guid}, index={n 40}, step={n 12}, cost={n 900}ms
CmmTimerQueue::Schedule, tick={n 99999999}, pending={n 400}, next={n 900}ms, owner={ptr}
CSBWebService::OnRequestDone, req_id={guid}, path=/{word}/{word}?v={n 9}, cost={n 3000}ms, size={n 99999}
CZoomSettings::Get{Noun}{Noun}, key=conf.{noun}.{word}, value={n 2}, from={policy|local|default}
CmmDBStore::Exec, sql=SELECT {word}, {word} FROM {noun}_{noun} WHERE id = {n 99999}, rows={n 200}, cost={float 9}ms
presence_t::on_stanza, from = {hex 22}@example.com, show = {available|away|dnd}, priority = {n 99}, stanza_id = {hex 16}
xmpp_stream_t::on_ping, id = {hex 12}, elapsed = {n 400} ms, queue = {n 20}, self = {ptr}
crypto_ctx_t::rotate_key, key_id = {n 9999}, algorithm = {AES-256-GCM|AES-256-CTR}, epoch = {n 400}, participants = {n 300}, this = {ptr}
ui_bridge_t::post(), msg: {n 9000}, wparam: 0x{hex 8}, lparam: 0x{hex 8}, queue: {n 30}, thread: 0x{hex 4}
camera_t::on_format, device = "{FaceTime HD Camera|Integrated Camera|USB Video}", format = {NV12|YUY2|MJPG}, size = {640x360|1280x720}, fps = {15|24|30}
cpu_monitor_t::on_sample, process = {n 100}%, system = {n 100}%, cores = {4|8|12|16}, memory = {n 4000} MB, thermal = {nominal|fair|serious}
chat_t::on_sync, channel = {hex 22}@conference.example.com, from_ts = {n 1700000000 1799999999}, count = {n 50}, has_more = {n 2}, cost = {n 900} ms
file_cache_t::{verb}, path = {path}, bytes = {n 99999999}, age = {n 86400} s, kept = {n 2}
plugin_t::{verb}_{noun}, name = {noun}.{noun}, version = {n 7}.{n 20}.{n 9}.{n 9999}, {word} = {n 999}, {word} = {words 1 4}
scheduler_t::{verb}(), {Words 3 9}, {word}: {n 9999}, {word}: {word}, this = {ptr}
{noun}_{noun}_t::on_{verb}(),  {word} {word}: {n 99999},  {word}_{word}: {hex 8},  {word}? {true|false}, req_id: {guid}, this = {ptr}
policy_t::load, source = {registry|plist|json|server}, {word}.{word} = {n 2}, {word}.{noun} = "{words 1 3}", locked = {n 2}
whiteboard_t::on_stroke, board = {hex 12}, points = {n 400}, color = #{hex 6}, width = {n 12}, seq = {n 99999}
dns_provider_t::async_resolve , ctx = {ptr}, observer = {ptr}, this = {ptr}
`);

/** What a healthy client logs now and then in the words of a failure. */
const alike = templatesOf(`
vc::on_ping_confirm_cli(),  start,  result: 0,  top_mmr: {ip},   direct_mmr: {ip},   action_type: {n 40}, req_id: {guid}, this = {ptr}
conference_t::on_confirm, action = 34, result = 0, node = {n 99999}, this = {ptr}
GetProxy_ByResolver, return no proxy for URL:https://{ip}
vc::start_req(),  ping_list[{n 5}]:   pkg|tcp://{ip}:8801,pkg|ssl://{host}:443,,, req_id: {guid}, this = {ptr}
dns_provider_t::async_resolve_i, ctx->m_host = {host}, rv = 0, used = {n 900}, this = {ptr}
share_decoder_t::on_packet(), frame error corrected, seq: {n 65536}, fec: {n 20}, this = {ptr}
CSBWebService::OnRequestDone, req_id={guid}, http_code=200, result=0, cost={n 900}ms
`);

/** A client that reaches nothing, as it logs one try after the other. */
const failing = templatesOf(`
async_connector_t::connect failed, errno = {51|60|61|64|65}, this = {ptr}
dns_provider_t::sync_resolve failed, errno = 2, rv = 8, gai_strerror(rv) = nodename nor servname provided, or not known, this = {ptr}
dns_provider_t::async_resolve_i, ctx->m_host = {host}, rv = 8, get_last_errno() = {n 70}, this = {ptr}
ping_mgr::on_ping_confirm_pk(),  error, no ping rsp data! connect_result: {104101|104102|104103},  from ZC: ,      waiting_cnt: {n 9}, req_id: {guid}, this = {ptr}
vc::on_ping_confirm_cli(),  start,  result: {104101|104103|104104},  top_mmr: ,   direct_mmr: ,   action_type: 34, req_id: {guid}, this = {ptr}
conference_t::on_confirm, action = 34, result = {104101|104103}, node = 0, this = {ptr}
`);

export interface MemlogMix {
  /** The share of the lines that hold a word that a failure looks for, 0 to 1. */
  readonly share: number;
  /** Of those, the share that report a failure; the others only look alike. */
  readonly failing: number;
}

const two = (value: number): string => String(value).padStart(2, '0');

/** Lines without their ends, in the order of time. */
export function memlogLines(random: Random, mix: MemlogMix): () => string {
  const day = 20 + random.below(9);
  let ms = 7 * 3_600_000;
  return () => {
    ms = (ms + random.below(9)) % 86_400_000;
    const isOfInterest = random.chance(mix.share);
    const isFailing = isOfInterest && random.chance(mix.failing);
    const kind = random.pick(isFailing ? failing : isOfInterest ? alike : ordinary);
    const seconds = Math.floor(ms / 1000);
    const clock = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
    const level = isFailing ? 'ERROR' : random.chance(0.03) ? 'WARNING' : 'INFO';
    const thread = `[4711:${4800 + random.below(40)}:${61_200_000 + random.below(600)}]`;
    return `05/${day}/2025 ${clock}:${String(ms % 1000).padStart(3, '0')}\tZOOM\t${thread}\t${level}\t${kind(random)}`;
  };
}
