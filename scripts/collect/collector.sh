#!/bin/sh
# zoomlog-collect.sh @VERSION@
# @GENERATED@
#
# Gathers what zoomlog needs to find out why Zoom fails, on a Mac or a Linux machine that has no zoomlog, into one zip:
#   commands/         what the commands below printed (they only read)
#   files/            copies of Zoom's own logs and folders, below their own paths
#   collection.json   what was asked, how each question ended, and the size and SHA-256 of each file
# It deletes and changes nothing but its own temporary folder, sends nothing, and asks other machines only with --network.
# Run it as the affected user. As root (Jamf, sudo) it reads the folders of the users who are signed in.
#
# Exit status: 0 the zip was written; 1 it could not be written; 2 an option is wrong; 130 or 143 it was interrupted.

# Quoted below: programs for awk, and the ~ of places. A && B || C: C ends the script.
# shellcheck disable=SC2015,SC2016,SC2088

set -u
umask 077
# Jamf and cron start with a short PATH.
PATH=$PATH:/usr/bin:/bin:/usr/sbin:/sbin
# C: file names are bytes to the tools below, and programs on Linux answer in English.
locale_before=${LC_ALL-}
LC_ALL=C
export PATH LC_ALL

tool='zoomlog-collect.sh @VERSION@'
largest_file=$((64 * 1024 * 1024))
largest_sum=$((500 * 1024 * 1024))
most_files=10000

# ---- what is asked: generated from zoomlog's tables --------------------------------------------

# ask WHAT PRIVATE TRAITS SECONDS COMMAND
#   PRIVATE: what is private in the answer. TRAITS: network, it asks another machine; account, it answers for the
#   account that asks; any or =N, exit statuses other than 0 that are an answer as well.
questions_macos() {
# @QUESTIONS macos@
}

questions_linux() {
# @QUESTIONS linux@
}

# place PATTERN HOLDS: ~ is the home folder of a user, * matches any name.
places_macos() {
# @PLACES macos@
}

places_linux() {
# @PLACES linux@
}

# ---- text for JSON -----------------------------------------------------------------------------

# Reads numbers of bytes and decodes UTF-8. `json` prints the inside of a JSON string in ASCII; a byte that is not UTF-8
# becomes U+FFFD. `name` prints a file name for printf %b: bytes that are not UTF-8 and control characters become %XX.
decoder='
function flush() { if (json) printf "%s", held; held = "" }
function invalid(byte) { flush(); if (json) printf "\\ufffd"; else printf "%%%02X", byte }
function ascii(byte) {
  if (json && (byte == 10 || byte == 13 || byte == 32)) { held = held (byte == 10 ? "\\n" : byte == 13 ? "\\r" : " "); return }
  flush()
  if (json && (byte < 32 || byte == 127)) printf "\\u%04x", byte
  else if (json && (byte == 34 || byte == 92)) printf "\\%c", byte
  else if (!json && (byte < 32 || byte == 127 || byte == 37 || byte == 92)) printf "%%%02X", byte
  else printf "%c", byte
}
function valid(  at) {
  flush()
  if (!json) for (at = 1; at <= kept; at++) printf "\\0%o", keep[at]
  else if (code < 65536) printf "\\u%04x", code
  else printf "\\u%04x\\u%04x", 55296 + int((code - 65536) / 1024), 56320 + (code - 65536) % 1024
}
function begin(byte, more, bits) { kept = 1; keep[1] = byte; need = more; code = bits; low = 128; high = 191 }
function broken(  at) { for (at = 1; at <= kept; at++) invalid(keep[at]); need = 0; kept = 0 }
function take(byte) {
  if (need > 0 && byte >= low && byte <= high) {
    keep[++kept] = byte; code = code * 64 + byte % 64; low = 128; high = 191
    if (--need == 0) valid()
    return
  }
  if (need > 0) broken()
  if (byte < 128) ascii(byte)
  else if (byte >= 194 && byte <= 223) begin(byte, 1, byte % 32)
  else if (byte >= 224 && byte <= 239) { begin(byte, 2, byte % 16); if (byte == 224) low = 160; if (byte == 237) high = 159 }
  else if (byte >= 240 && byte <= 244) { begin(byte, 3, byte % 8); if (byte == 240) low = 144; if (byte == 244) high = 143 }
  else invalid(byte)
}
{ for (at = 1; at <= NF; at++) take($at + 0) }
END { if (need > 0) broken() }'

# A JSON string of standard input, without the blanks at its end.
json_text() {
  printf '"'
  od -A n -v -t u1 | awk -v json=1 "$decoder"
  printf '"'
}

# Sets $quoted to a JSON string of $1; null when it is empty. Few texts need a program for that.
quote() {
  case $1 in
    '') quoted=null ;;
    *[!\ -~]* | *[\"\\]*) quoted=$(printf %s "$1" | json_text) ;;
    *) quoted="\"$1\"" ;;
  esac
}

json() {
  quote "$1"
  printf %s "$quoted"
}

# A number, or null when it is empty.
number() { printf %s "${1:-null}"; }

# Sets $name to the name in the zip of the file $1.
name_in_zip() {
  case $1 in
    *[!\ -~]* | *[%\\]*) name=files$(printf %b "$(printf %s "$1" | od -A n -v -t u1 | awk -v json=0 "$decoder")") ;;
    *) name=files$1 ;;
  esac
}

# ---- the machine -------------------------------------------------------------------------------

# echo would read the backslashes of some texts.
say() { printf '%s\n' "$1"; }
now() { date -u +%Y-%m-%dT%H:%M:%SZ; }
# An older macOS does not take a file after -r.
modified_of() {
  date -u -r "$1" +%Y-%m-%dT%H:%M:%SZ 2>/dev/null || date -u -r "$(stat -f %m "$1")" +%Y-%m-%dT%H:%M:%SZ 2>/dev/null
}
size_of() { wc -c <"$1" | tr -d ' '; }
sha256_of() {
  case $hasher in
    sha256sum) sha256sum <"$1" ;;
    shasum) shasum -a 256 <"$1" ;;
    *) openssl dgst -sha256 -r <"$1" ;;
  esac
}

os_version() {
  if [ "$os" = macos ]; then
    say "$(sw_vers -productName) $(sw_vers -productVersion) ($(sw_vers -buildVersion))"
  else
    sed -n 's/^PRETTY_NAME=//p' /etc/os-release | tr -d '"'
  fi 2>/dev/null
}

timezone() {
  link=$(readlink /etc/localtime 2>/dev/null)
  case $link in
    */zoneinfo/?*) printf %s "${link##*/zoneinfo/}" ;;
    *) date +%z | sed 's/^\(...\)\(..\)$/\1:\2/' ;;
  esac
}

home_of() {
  if [ "$os" = macos ]; then
    dscl /Search -read "/Users/$1" NFSHomeDirectory 2>/dev/null | sed -e 's/^NFSHomeDirectory://' -e 's/^ *//' -e '/^$/d'
  else
    getent passwd "$1" 2>/dev/null | cut -d : -f 6
  fi
}

# The users whose folders root reads, a line each: who called sudo, and who is signed in.
users_for_root() {
  {
    say "${SUDO_USER-}"
    if [ "$os" = macos ]; then
      stat -f %Su /dev/console
    else
      who | awk '{ print $1 }'
      loginctl --no-legend --no-pager list-users | awk '{ print $2 }'
    fi
  } 2>/dev/null | grep -Ev '^(root|loginwindow|_.*|)$' | sort -u
}

# Sets $clock: how far this clock is ahead of a web server's Date. Nothing when somebody else answered: a sign-in page or a
# cache on the way has a clock of its own. Zoom sends everyone to HTTPS on its own host. Nothing for a Date in another form.
measure_clock() {
  before=$(date +%s)
  headers=$(curl -s -I -m 15 "$clock_server" 2>/dev/null)
  after=$(date +%s)
  clock=$(printf '%s\n' "$headers" | awk -v before="$before" -v after="$after" -v server="$clock_server" '
    tolower($1) ~ /^(age|via|x-cache):$/ { cached = 1 }
    tolower($1) == "location:" && tolower($2) ~ /^https:[/][/]([a-z0-9-]+[.])*zoom[.]us([:\/?#]|[[:space:]]*$)/ { own = 1 }
    tolower($1) == "date:" && served != "" { unclear = 1 }
    tolower($1) == "date:" && $0 !~ /^[^:]*:[ \t]*(Mon|Tue|Wed|Thu|Fri|Sat|Sun), [0-3][0-9] (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) [0-9][0-9][0-9][0-9] [0-2][0-9]:[0-5][0-9]:[0-6][0-9] GMT[[:space:]]*$/ { unclear = 1 }
    tolower($1) == "date:" && served == "" {
      month = (index("JanFebMarAprMayJunJulAugSepOctNovDec", $4) + 2) / 3
      years = $5 - (month < 3)
      days = 365 * years + int(years / 4) - int(years / 100) + int(years / 400) + int((153 * (month + (month < 3 ? 9 : -3)) + 2) / 5) + $3 - 719469
      split($6, hour, ":")
      served = days * 86400 + hour[1] * 3600 + hour[2] * 60 + hour[3]
    }
    END {
      if (served != "" && own && !cached && !unclear)
        printf "{\"offset\": %.1f, \"error\": %.1f, \"server\": \"%s\"}", (before + after) / 2 - served, (after - before) / 2 + 1, server
    }')
  clock=${clock:-null}
}

# ---- the collection ----------------------------------------------------------------------------

fail() {
  say "zoomlog-collect.sh: $1" >&2
  exit 1
}

# The temporary folder holds all that is written until the zip is done.
must() { "$@" || fail "cannot write to $work: is the disk full?"; }

# Ends process $1 and all that it started, from the top: a shell whose child ended would go on.
end_tree() {
  tree=$(ps -A -o pid= -o ppid= 2>/dev/null | awk -v root="$1" '
    { parent[$1] = $2 }
    END {
      for (one in parent) {
        up = one
        for (steps = 0; up != root && (up in parent) && steps < 64; steps++) up = parent[up]
        if (up == root) print steps, one
      }
    }' | sort -n | awk '{ print $2 }')
  for process in ${tree:-$1}; do kill -KILL "$process" 2>/dev/null; done
}

clean() {
  [ -z "$running" ] || end_tree "$running"
  [ -z "$work" ] || rm -rf "$work"
}

# Runs command $1 in the folder $room for $2 seconds at most. Sets $exit; it is empty when the command was ended.
run() {
  rm -f "$work/exit"
  (
    cd "$room" || exit
    if [ "$os" = macos ]; then
      if [ -n "$locale_before" ]; then LC_ALL=$locale_before; else unset LC_ALL; fi
    fi
    sh -c "$1" </dev/null >/dev/null 2>"$work/stderr"
    echo $? >"$work/exit.new"
    mv "$work/exit.new" "$work/exit"
  ) 2>/dev/null &
  running=$!
  tenths=0 ended=false
  until [ -f "$work/exit" ]; do
    if [ "$tenths" -ge $(($2 * 10)) ]; then
      ended=true
      end_tree "$running"
      break
    fi
    if sleep 0.1 2>/dev/null; then tenths=$((tenths + 1)); else sleep 1 && tenths=$((tenths + 10)); fi
  done
  wait "$running" 2>/dev/null
  running=
  exit=
  [ "$ended" = true ] || exit=$(cat "$work/exit")
}

# Packs file $1 under the name $2, copied from $3 (empty: printed by a command) and changed at $4.
pack_file() {
  size=$(wc -c <"$1") hash=$(sha256_of "$1")
  quote "$2" && entry_text="{\"path\": $quoted"
  quote "$3" && entry_text="$entry_text, \"from\": $quoted"
  quote "$4" && entry_text="$entry_text, \"bytes\": $((size)), \"sha256\": \"${hash%% *}\", \"modified\": $quoted}"
  [ ! -s "$work/files" ] || must printf ',\n' >>"$work/files"
  must printf '      %s' "$entry_text" >>"$work/files"
}

begin_item() {
  started=$(now)
  start_second=$(date +%s)
  exit=
  : >"$work/files" && : >"$work/error" || must false
}

# Writes the item: what $1, command $2, place $3, user $4, state $5; the rest is in $exit, $started and the files.
end_item() {
  seconds=
  if [ -n "$started" ]; then
    seconds=$(($(date +%s) - start_second))
    [ "$seconds" -ge 0 ] || seconds=0
  fi
  error=null
  [ ! -s "$work/error" ] || error=$(head -c 500 "$work/error" | json_text)
  [ ! -s "$work/items" ] || must printf ',\n' >>"$work/items"
  {
    printf '    {"what": %s, "command": %s, "place": %s, "user": %s,\n' "$(json "$1")" "$(json "$2")" "$(json "$3")" "$(json "$4")"
    printf '     "state": "%s", "exit": %s, "error": %s, "started": %s, "seconds": %s,\n' \
      "$5" "$(number "$exit")" "$error" "$(json "$started")" "$(number "$seconds")"
    printf '     "files": ['
    [ ! -s "$work/files" ] || printf '\n'
    cat "$work/files"
    printf ']}'
  } >>"$work/items" || must false
}

# ---- commands ----------------------------------------------------------------------------------

refusal='permission denied|operation not permitted|access (is )?denied|insufficient permissions|not authorized|authentication is required|must be (run as )?root|requires root|not seeing messages from other users'
absence='no such file or directory|command not found'

ask() {
  what=$1 private=$2 traits=" $3 " limit=$4 command=$5
  skip=
  case $traits in
    *' network '*) [ "$network" = true ] || skip='it asks another machine: --network was not given' ;;
    *' account '*) [ "$elevated" = false ] || skip='it answers for the account that asks, and root asked: run this as the affected user' ;;
  esac
  if [ "$dry" = true ]; then
    if [ -n "$skip" ]; then say "  skipped ($skip): $command"; else say "  $command"; fi
    say "      ${what}${private:+; private: $private}"
    return
  fi
  begin_item
  if [ -n "$skip" ]; then
    started=
    printf %s "$skip" >"$work/error"
    end_item "$what" "$command" '' '' skipped
    return
  fi
  say "asking for $what" >&2
  rm -rf "$room" && mkdir "$room" || must false
  : >"$work/stderr"
  run "$command" "$limit"
  judge
  keep_output
  end_item "$what" "$command" '' '' "$state"
}

# Sets $state and the error from how the command ended.
judge() {
  { head -c 4096 "$work/stderr"; cat "$room"/* 2>/dev/null | head -c 4096; } >"$work/said"
  is_answer=false
  case "$exit $traits" in
    '0 '* | ?*' any '*) is_answer=true ;;
    *" =$exit "*) is_answer=true ;;
  esac
  case $exit in
    '') state=timed-out && say "it was ended after $limit seconds" >"$work/error" ;;
    127) state=absent ;;
    126) state=not-allowed ;;
    *)
      if [ "$is_answer" = true ]; then
        state=ran
        # An empty answer beside an error shows nothing.
        if [ -s "$work/stderr" ] && [ -z "$(cat "$room"/* 2>/dev/null | head -c 1 | od -A n -t u1)" ]; then
          if grep -Eiq "$refusal" "$work/stderr"; then state=not-allowed; else state=failed; fi
        elif ! grep -Eiq "$refusal" "$work/stderr"; then
          return
        fi
      elif grep -Eiq "$refusal" "$work/said"; then state=not-allowed
      elif grep -Eiq "$absence" "$work/said"; then state=absent
      else state=failed
      fi
      ;;
  esac
  [ -s "$work/error" ] || cat "$work/said" >"$work/error"
  [ -s "$work/error" ] || say "exit status $exit" >"$work/error"
}

# Whether file $1 holds no NUL.
is_text() { [ "$(tr -d '\000' <"$1" | wc -c)" -eq "$(wc -c <"$1")" ]; }

# Packs what the command wrote, what it says of its failure as well; what the shell says, or that something is not there, is
# only recorded as the error.
keep_output() {
  for made in "$room"/*; do
    [ -f "$made" ] || continue
    # An empty answer is an answer.
    [ -s "$made" ] || [ "$state" = ran ] || continue
    case "$state $exit" in
      ran\ * | timed-out\ *) ;;
      'not-allowed 126' | absent\ *) [ "$(size_of "$made")" -gt 4096 ] || continue ;;
      *) [ "$(size_of "$made")" -gt 4096 ] || is_text "$made" || continue ;;
    esac
    must mv "$made" "$collection/commands/"
    pack_file "$collection/commands/${made##*/}" "commands/${made##*/}" '' ''
    [ -z "$private" ] || say "$private" >>"$work/private"
  done
}

# ---- places ------------------------------------------------------------------------------------

place() {
  pattern=$1 holds=$2
  case $pattern in
    '~'*)
      while IFS= read -r owner; do
        # Without its ~/.
        if [ -z "$owner" ]; then look "$HOME" "${pattern#??}" ''; else look "$(home_of "$owner")" "${pattern#??}" "$owner"; fi
      done <<OWNERS
$owners
OWNERS
      ;;
    *) look / "${pattern#/}" '' ;;
  esac
}

# Copies what matches the pattern $2 in the folder $1, of user $3.
look() {
  folder=${1%/}
  owner=$3
  [ "$dry" = true ] || begin_item
  found=0 copied=0 refused=false
  # No home is known of a user that the system does not know.
  if [ -n "$1" ] && [ -e "$1" ]; then
    # Only $2 is a pattern: the folder may have blanks or brackets in its name.
    cd "${folder:-/}" 2>/dev/null || refused=true
    IFS=
    # shellcheck disable=SC2086
    set -- $2
    unset IFS
    for match in "$@"; do
      [ "$refused" = false ] || break
      if [ -e "$match" ] || [ -L "$match" ]; then
        found=$((found + 1))
        if [ "$dry" = true ]; then say "  $folder/$match"; else copy "$folder/$match" 0; fi
      fi
    done
    cd /
  fi
  if [ "$dry" = true ]; then
    [ "$found" -gt 0 ] || say "  $pattern${owner:+ of $owner} (not there)"
    say "      $holds"
    return
  fi
  state=ran
  if [ "$copied" -eq 0 ]; then
    if [ "$refused" = true ]; then state=not-allowed; elif [ "$found" -eq 0 ]; then state=absent; elif [ -s "$work/error" ]; then state=failed; fi
  else
    say "$private_places" >>"$work/private"
  fi
  end_item "$holds" '' "$pattern" "$owner" "$state"
}

leave_out() {
  [ -s "$work/error" ] || printf 'left out:' >"$work/error"
  printf ' %s (%s);' "$1" "$2" >>"$work/error"
}

# Copies the file or folder $1, which lies $2 folders below its place.
copy() {
  if [ -L "$1" ]; then
    leave_out "$1" 'a link'
  elif [ -d "$1" ]; then
    if ! ls "$1" >/dev/null 2>&1; then
      refused=true
      leave_out "$1" 'not allowed'
    elif [ "$2" -ge 32 ]; then
      leave_out "$1" 'too deep'
    else
      for entry in "$1"/* "$1"/.[!.]* "$1"/..?*; do
        if [ -e "$entry" ] || [ -L "$entry" ]; then copy "$entry" $(($2 + 1)); fi
      done
    fi
  elif [ -f "$1" ]; then
    copy_file "$1"
  else
    leave_out "$1" 'not a file'
  fi
}

copy_file() {
  if ! [ -r "$1" ]; then
    refused=true
    leave_out "$1" 'not allowed'
    return
  fi
  bytes=$(wc -c <"$1") && bytes=$((bytes))
  if [ "$bytes" -gt "$largest_file" ]; then
    leave_out "$1" "over 64 MB"
  elif [ $((total_bytes + bytes)) -gt "$largest_sum" ]; then
    leave_out "$1" "the collection would exceed 500 MB"
  elif [ "$total_files" -ge "$most_files" ]; then
    leave_out "$1" "the collection has $most_files files"
  else
    name_in_zip "$1"
    changed=$(modified_of "$1")
    [ -d "$collection/${name%/*}" ] || mkdir -p "$collection/${name%/*}"
    if cp -p "$1" "$collection/$name"; then
      total_bytes=$((total_bytes + bytes)) total_files=$((total_files + 1)) copied=$((copied + 1))
      pack_file "$collection/$name" "$name" "$1" "$changed"
    else
      rm -f "$collection/$name"
      leave_out "$1" 'it could not be copied'
    fi
  fi
}

# ---- the zip -----------------------------------------------------------------------------------

write_manifest() {
  {
    printf '{\n  "kind": "zoomlog-collection",\n  "schemaVersion": 1,\n  "tool": "%s",\n' "$tool"
    printf '  "started": "%s",\n  "ended": "%s",\n' "$begun" "$(now)"
    printf '  "host": %s,\n  "os": "%s",\n  "osVersion": %s,\n  "timezone": %s,\n' \
      "$(json "$host")" "$os" "$(json "$(os_version)")" "$(json "$(timezone)")"
    printf '  "user": %s,\n  "elevated": %s,\n  "network": %s,\n  "clock": %s,\n  "items": [\n' \
      "$(json "$(id -un)")" "$elevated" "$network" "$clock"
    cat "$work/items"
    printf '\n  ]\n}\n'
  } >"$collection/collection.json" || must false
}

# Packs the collection into $work/packed with the first program there is.
pack() {
  cd "$collection" || fail "cannot read $collection"
  case $packer in
    zip) zip -q -r -X -D "$work/packed.zip" . && mv "$work/packed.zip" "$work/packed" ;;
    ditto) ditto -c -k . "$work/packed" ;;
    tar) tar -czf "$work/packed" . ;;
  esac || fail "$packer could not pack the collection: is the disk full?"
  cd /
}

# Whether a program is there.
has() { command -v "$1" >/dev/null 2>&1; }

usage() {
  cat <<'USAGE'
Usage: sh zoomlog-collect.sh [--dry-run] [--network] [--output PATH]

Gathers Zoom's logs and what this machine shows about its network, proxy, clock, devices and permissions into one zip.

  --dry-run       only print what would be read, and what is private in it
  --network       also ask Zoom's site, name servers and time servers, and measure the clock against http://zoom.us
  --output PATH   the folder for the zip, or its file name (default: the current folder; /var/tmp for root without sudo)
  --help          print this
USAGE
}

wrong() {
  say "zoomlog-collect.sh: $1" >&2
  usage >&2
  exit 2
}

dry=false network=false output='' work='' running=''
clock=null clock_server=http://zoom.us
private_places='names of people and meetings, account names'
total_bytes=0 total_files=0
# Jamf passes the mount point, the computer and the user first, and an empty text for each parameter that is not set.
if [ "${1-}" = / ] && [ $# -ge 3 ]; then shift 3; fi
while [ $# -gt 0 ]; do
  case $1 in
    '') ;;
    --dry-run) dry=true ;;
    --network) network=true ;;
    --output=?*) output=${1#--output=} ;;
    --output)
      [ $# -ge 2 ] && [ -n "$2" ] || wrong '--output needs a path'
      output=$2
      shift
      ;;
    --help | -h) usage && exit 0 ;;
    *) wrong "unknown option: $1" ;;
  esac
  shift
done

case $(uname -s) in
  Darwin) os=macos ;;
  Linux) os=linux ;;
  *) fail "this is for macOS and Linux, not $(uname -s)" ;;
esac
HOME=${HOME:-/}
host=$(hostname 2>/dev/null || uname -n)
elevated=false owners=''
if [ "$(id -u)" -eq 0 ]; then
  elevated=true
  owners=$(users_for_root)
fi

if [ "$dry" = true ]; then
  say 'These commands would be run:'
  "questions_$os"
  say "These places would be copied; private: $private_places:"
  "places_$os"
  exit 0
fi

packer=tar ending=tar.gz
if has zip; then packer=zip ending=zip; elif has ditto; then packer=ditto ending=zip; fi
hasher=openssl
if has sha256sum; then hasher=sha256sum; elif has shasum; then hasher=shasum; fi
begun=$(now)
# Jamf starts in a folder that cannot be written to.
if [ -z "$output" ]; then
  if [ "$elevated" = true ] && [ -z "${SUDO_USER-}" ]; then output=/var/tmp; else output=$(pwd); fi
fi
target=$output
if [ -d "$output" ]; then
  target=${output%/}/zoomlog-$(printf %s "$host" | tr -c 'A-Za-z0-9._-' _)-$(printf %s "$begun" | tr -d ':-').$ending
fi
case $target in /*) ;; *) target=$(pwd)/$target ;; esac
[ ! -e "$target" ] && [ ! -L "$target" ] || fail "$target exists"
[ -d "${target%/*}/" ] && [ -w "${target%/*}/" ] || fail "cannot write to ${target%/*}"

trap clean EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP
work=$(mktemp -d "${TMPDIR:-/tmp}/zoomlog-collect.XXXXXX") || fail "cannot create a folder in ${TMPDIR:-/tmp}"
room=$work/room collection=$work/collection
must mkdir "$collection" "$collection/commands"
: >"$work/items" && : >"$work/private" || must false

[ "$network" = false ] || measure_clock
"places_$os"
"questions_$os"
write_manifest
pack
cp "$work/packed" "$target" || { rm -f "$target"; fail "cannot write $target: is the disk full?"; }
# Who called sudo can open the zip.
[ -z "${SUDO_UID-}" ] || chown "$SUDO_UID" "$target" 2>/dev/null

say "Written: $target"
say "Private in it, and not masked: $(sort -u "$work/private" | awk 'NR > 1 { printf "; " } { printf "%s", $0 }')"
say "Next, where zoomlog is: zoomlog scan '$(printf %s "$target" | sed "s/'/'\\\\''/g")'"
