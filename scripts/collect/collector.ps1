# zoomlog-collect.ps1 @VERSION@
# @GENERATED@
#
# Gathers what zoomlog needs to find out why Zoom fails, on a Windows machine that has no zoomlog, into one zip:
#   commands\         what the commands below printed (they only read)
#   files\            copies of Zoom's own logs and folders, below their own paths
#   collection.json   what was asked, how each question ended, and the size and SHA-256 of each file
# It deletes and changes nothing but its own temporary folder, sends nothing, and asks other machines only with -Network.
# Run it as the affected user. As SYSTEM (Intune, GPO, SCCM) it asks for each user who is signed in.
#
# For Windows PowerShell 5.1, with what Windows ships. It was parsed and checked by a test, not run on Windows.
# In ConstrainedLanguage mode it works except that hidden files are missing from the zip (Compress-Archive leaves them out).
#
# Exit status: 0 the zip was written; 1 it could not be written; 2 an option is wrong.

[CmdletBinding(PositionalBinding = $false)]
param(
  # Only print what would be read, and what is private in it.
  [switch]$DryRun,
  # Also ask Zoom's site, name servers and time servers, and measure the clock against http://zoom.us.
  [switch]$Network,
  # The folder for the zip, or its file name; when it is not given the current folder, for SYSTEM C:\Windows\Temp.
  [string]$Output = '',
  [switch]$Help,
  [Parameter(ValueFromRemainingArguments = $true)][string[]]$Rest
)

$Tool = 'zoomlog-collect.ps1 @VERSION@'
$Usage = 'Usage: powershell.exe -ExecutionPolicy Bypass -File zoomlog-collect.ps1 [-DryRun] [-Network] [-Output PATH] [-Help]'
$LargestFile = 64 * 1024 * 1024
$LargestSum = 500 * 1024 * 1024
$MostFiles = 10000
$ClockServer = 'http://zoom.us'
$PrivatePlaces = 'names of people and meetings, account names'
$ErrorActionPreference = 'Continue'
$ProgressPreference = 'SilentlyContinue'

# ---- what is asked: generated from zoomlog's tables ---------------------------------------------

# Private: what is private in the answer. Network: it asks another machine. Account: it answers for the account that asks.
# Answers: exit statuses other than 0 that are an answer as well, or 'any'. Limit: the seconds after which it is ended.
$Questions = @(
# @QUESTIONS windows@
)

# %NAME% is a folder of a user, * matches any name.
$Places = @(
# @PLACES windows@
)

# ---- the machine --------------------------------------------------------------------------------

# Format s is ISO 8601 in every culture.
function Get-Now { (Get-Date).ToUniversalTime().ToString('s') + 'Z' }

# Whole seconds; none when the clock was set back meanwhile.
function Get-Seconds([datetime]$From) {
  $seconds = [int]((Get-Date) - $From).TotalSeconds
  if ($seconds -gt 0) { $seconds } else { 0 }
}

function Get-OsVersion {
  $key = Get-ItemProperty -LiteralPath 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion' -ErrorAction SilentlyContinue
  if ($key) { "Windows 10.0.$($key.CurrentBuild).$($key.UBR) $($key.EditionID) $($key.DisplayVersion)".Trim() } else { $null }
}

# The one who runs this; for SYSTEM the users who are signed in, and where there is none, those with a profile.
function Get-Owners {
  if (-not $IsSystem) {
    return @{ Name = $null; Sid = $null; Folders = @{ APPDATA = $env:APPDATA; LOCALAPPDATA = $env:LOCALAPPDATA; TEMP = $env:TEMP } }
  }
  $profiles = Get-ItemProperty -Path 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion\ProfileList\S-1-*' -ErrorAction SilentlyContinue
  $owners = foreach ($one in $profiles) {
    $sid = $one.PSChildName
    # Accounts of this machine, of a domain and of Entra; not those of services.
    if ($sid -notmatch '^S-1-(5-21|12-1)-[0-9-]+$') { continue }
    $hive = "Registry::HKEY_USERS\$sid"
    $session = Get-ItemProperty -LiteralPath "$hive\Volatile Environment" -ErrorAction SilentlyContinue
    $name = Split-Path -Leaf $one.ProfileImagePath
    $roaming = "$($one.ProfileImagePath)\AppData\Roaming"
    $local = "$($one.ProfileImagePath)\AppData\Local"
    if ($session.USERNAME) { $name = $session.USERNAME }
    if ($session.APPDATA) { $roaming = $session.APPDATA }
    if ($session.LOCALAPPDATA) { $local = $session.LOCALAPPDATA }
    @{
      Name = $name
      Sid = $sid
      IsSignedIn = Test-Path -LiteralPath $hive
      Folders = @{ APPDATA = $roaming; LOCALAPPDATA = $local; TEMP = "$local\Temp" }
    }
  }
  $signedIn = @($owners | Where-Object { $_.IsSignedIn })
  if ($signedIn.Count -gt 0) { $signedIn } else { $owners }
}

# How far this clock is ahead of a web server's Date. Nothing when somebody else answered: a sign-in page or a cache on the
# way has a clock of its own. Zoom sends everyone to HTTPS on its own host.
function Get-Clock {
  if (-not (Get-Command curl.exe -ErrorAction SilentlyContinue)) { return $null }
  $before = (Get-Date).ToUniversalTime()
  $headers = @(curl.exe -s -I -m 15 $ClockServer)
  $after = (Get-Date).ToUniversalTime()
  if ($headers -match '^(Age|Via|X-Cache):') { return $null }
  if (-not ($headers -match '^Location:\s*https://([a-z0-9-]+\.)*zoom\.us([:/?#]|\s*$)')) { return $null }
  $date = @($headers -match '^Date:')
  if ($date.Count -ne 1 -or $date[0] -notmatch '^Date:\s*((Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d\d:\d\d:\d\d GMT)\s*$') { return $null }
  $date = $Matches[1]
  $trip = ($after - $before).TotalSeconds
  # The server's time is anywhere within its second.
  $served = ([datetime]$date).ToUniversalTime()
  @{
    offset = [long]((($before - $served).TotalSeconds + $trip / 2 - 0.5) * 10) / 10
    error = [long](($trip / 2 + 0.6) * 10) / 10
    server = $ClockServer
  }
}

# ---- the collection -----------------------------------------------------------------------------

function Stop-WithError([string]$Message, [int]$Status = 1) {
  Write-Host "zoomlog-collect.ps1: $Message"
  exit $Status
}

function Get-Start([string]$Text) { if ($Text.Length -gt 500) { $Text.Substring(0, 500) } else { $Text } }

# What is recorded of one question; a fault while it is asked costs that question only. $Fill sees the variables of its
# function through this one, which therefore names its own differently.
function New-Record([string]$ItemWhat, $ItemCommand, $ItemPlace, $ItemUser, $Fill) {
  $record = [ordered]@{
    what = $ItemWhat; command = $ItemCommand; place = $ItemPlace; user = $ItemUser
    state = 'skipped'; exit = $null; error = $null; started = $null; seconds = $null; files = @()
  }
  $from = Get-Date
  try { $null = & $Fill $record } catch {
    $record.state = 'failed'
    $record.error = Get-Start "$_"
  }
  if ($record.started) { $record.seconds = Get-Seconds $from }
  $record
}

# What a file in the collection is known by.
function Get-PackedFile($File, [string]$Path, $From, $Modified) {
  [ordered]@{
    path = $Path.Replace('\', '/')
    from = $From
    bytes = $File.Length
    sha256 = "$((Get-FileHash -LiteralPath $File.FullName -Algorithm SHA256).Hash)".ToLower()
    modified = $Modified
  }
}

# ---- commands -----------------------------------------------------------------------------------

# Runs a command in a folder; returns its exit status (null when it was ended) and what it wrote to standard error.
function Invoke-Question([string]$Command, [int]$Limit, [string]$Folder) {
  $errors = "$Work\errors.txt"
  # A cmdlet has no exit status: 1 when it failed.
  $script = @(
    '$ProgressPreference = "SilentlyContinue"'
    "Set-Location -LiteralPath '$($Folder.Replace("'", "''"))'"
    '$LASTEXITCODE = $null'
    $Command
    '$worked = $?'
    'if ($null -ne $LASTEXITCODE) { exit $LASTEXITCODE }'
    'if (-not $worked) { exit 1 }'
  ) -join '; '
  $quoted = '"' + ($script -replace '(\\*)"', '$1$1\"') + '"'
  $process = Start-Process -FilePath $Shell -WindowStyle Hidden -PassThru -RedirectStandardError $errors -RedirectStandardOutput "$Work\printed.txt" -ArgumentList @(
    '-NoLogo', '-NoProfile', '-NonInteractive', '-OutputFormat', 'Text', '-Command', $quoted
  )
  if (-not $process) { return @{ Exit = 126; Errors = "$($Error[0])" } }
  # Windows PowerShell forgets the exit status unless the handle was read.
  $null = $process.Handle
  Wait-Process -Id $process.Id -Timeout $Limit -ErrorAction SilentlyContinue
  if (-not $process.HasExited) {
    # With all that it started.
    $null = taskkill.exe /PID $process.Id /T /F
    Wait-Process -Id $process.Id -Timeout 10 -ErrorAction SilentlyContinue
    return @{ Exit = $null; Errors = "it was ended after $Limit seconds" }
  }
  @{ Exit = $process.ExitCode; Errors = ("$(Get-Content -LiteralPath $errors -Raw -ErrorAction SilentlyContinue)").Trim() }
}

# The names in PowerShell's error records and the numbers are the same in every language.
$Refusal = '0x80070005|UnauthorizedAccess|PermissionDenied|Access is denied|requires elevation'

# How a question ended. An empty answer beside an error shows nothing.
function Get-State($Question, $Ended, [string]$Said, [bool]$HasOutput) {
  $isAnswer = $Ended.Exit -eq 0 -or $Question.Answers -eq 'any' -or $Question.Answers -contains $Ended.Exit
  if ($null -eq $Ended.Exit) { 'timed-out' }
  elseif ($Said -match 'CommandNotFoundException') { 'absent' }
  elseif ($Ended.Exit -eq 126) { 'not-allowed' }
  elseif ($isAnswer -and -not $Ended.Errors) { 'ran' }
  elseif ($Said -match $Refusal -or $Ended.Exit -eq 5) { 'not-allowed' }
  elseif ($Said -match 'ItemNotFoundException|PathNotFound') { 'absent' }
  elseif ($isAnswer -and $HasOutput) { 'ran' }
  else { 'failed' }
}

# Asks one question, as the table has it; for another user, that user's hive instead of HKCU.
function Get-Answer($Question, $Owner) {
  New-Record $Question.What $Question.Command $null $Owner.Name {
    param($record)
    if ($Question.Network -and -not $Network) { $record.error = 'it asks another machine: -Network was not given' }
    elseif ($Question.Account -and $IsSystem -and -not $Owner.IsSignedIn) {
      $record.error = 'it answers for the account that asks, and SYSTEM asked: no user is signed in'
    }
    else { Set-Answer $record $Question $Owner }
  }
}

function Set-Answer($Record, $Question, $Owner) {
  $command = $Question.Command
  if ($Owner.Sid) { $command = $command.Replace('HKCU\', "HKEY_USERS\$($Owner.Sid)\") }
  Write-Host "asking for $($Question.What)"
  $Record.started = Get-Now
  if ($command -match '^reg export "([^"]+)"') {
    $key = $Matches[1] -replace '^HKCU', 'HKEY_CURRENT_USER' -replace '^HKLM', 'HKEY_LOCAL_MACHINE'
    if (-not (Test-Path -LiteralPath "Registry::$key")) {
      $Record.state = 'absent'
      $Record.error = 'there is no such key'
      return
    }
  }
  $room = "$Work\room"
  if (Test-Path -LiteralPath $room) { Remove-Item -LiteralPath $room -Recurse -Force }
  New-Item -ItemType Directory -Path $room
  $ended = Invoke-Question $command $Question.Limit $room
  $made = @(Get-ChildItem -LiteralPath $room -File -Force)
  # What Windows PowerShell writes has a mark of its encoding; a file of at most three bytes is empty.
  $hasOutput = @($made | Where-Object { $_.Length -gt 3 }).Count -gt 0
  $short = foreach ($one in $made) { if ($one.Length -le 4096) { Get-Content -LiteralPath $one.FullName -Raw } }
  $said = "$($ended.Errors) $short".Trim()
  $Record.state = Get-State $Question $ended $said $hasOutput
  $Record.exit = $ended.Exit
  # A pattern that matches no file is not an error.
  if ($Record.state -eq 'ran' -and $made.Count -eq 0 -and $command -like 'Copy-Item *') {
    $Record.state = 'absent'
    $said = 'there is no such file'
  }
  if ($Record.state -ne 'ran') {
    $Record.error = Get-Start $said
    if (-not $said) { $Record.error = "exit status $($ended.Exit)" }
  }
  $folder = 'commands'
  if ($Owner.Name) { $folder = "commands\$($Owner.Name)" }
  # An empty answer is an answer; a short error is only told in the item.
  $Record.files = @(foreach ($one in $made) {
      if ($Record.state -ne 'ran' -and $one.Length -le 3) { continue }
      if ($Record.state -notin 'ran', 'timed-out' -and $one.Length -le 4096) { continue }
      $null = New-Item -ItemType Directory -Force -Path "$Collection\$folder"
      Copy-Item -LiteralPath $one.FullName -Destination "$Collection\$folder\"
      Get-PackedFile $one "$folder\$($one.Name)" $null $null
      if ($Question.Private) { $Seen.Private[$Question.Private] = $true }
    })
}

# ---- places -------------------------------------------------------------------------------------

# The files in a folder that are no links, and those in its folders.
function Get-FilesIn($Entry, [int]$Depth, $Left) {
  if ("$($Entry.Attributes)" -match 'ReparsePoint') { $Left[$Entry.FullName] = 'a link' }
  elseif (-not $Entry.PSIsContainer) { $Entry }
  elseif ($Depth -ge 32) { $Left[$Entry.FullName] = 'too deep' }
  else {
    $entries = Get-ChildItem -LiteralPath $Entry.FullName -Force -ErrorAction SilentlyContinue -ErrorVariable problems
    foreach ($problem in $problems) { $Left[$Entry.FullName] = "$problem $($problem.CategoryInfo)" }
    foreach ($one in $entries) { Get-FilesIn $one ($Depth + 1) $Left }
  }
}

# The path of a place for a user, or null where the user has no such folder.
function Get-PlacePath($Place, $Owner) {
  $path = $Place.Pattern
  foreach ($name in $Owner.Folders.Keys) {
    if ($path.StartsWith("%$name%")) {
      if (-not $Owner.Folders[$name]) { return $null }
      $path = $Owner.Folders[$name] + $path.Substring($name.Length + 2)
    }
  }
  $path
}

# The files and folders that a place names; only the last part of its path is a pattern.
function Get-Matches([string]$Path, $Left) {
  $folder = Split-Path -Parent $Path
  $leaf = Split-Path -Leaf $Path
  if (-not (Test-Path -LiteralPath $folder)) { return }
  Get-ChildItem -LiteralPath $folder -Force -ErrorAction SilentlyContinue -ErrorVariable problems | Where-Object { $_.Name -like $leaf }
  foreach ($problem in $problems) { $Left[$folder] = "$problem $($problem.CategoryInfo)" }
}

# Copies the files of one place, of one user.
function Copy-Place($Place, $Owner) {
  New-Record $Place.Holds $null $Place.Pattern $Owner.Name {
    param($record)
    $record.started = Get-Now
    # What is left out, and why.
    $left = [ordered]@{}
    $path = Get-PlacePath $Place $Owner
    $found = @(if ($path) { Get-Matches $path $left })
    $files = @(foreach ($one in $found) { Get-FilesIn $one 0 $left })
    $record.files = @(foreach ($file in $files) {
        $why = Get-Reason $file
        if (-not $why) {
          $name = "files\$($file.FullName.Replace(':', '').TrimStart('\'))"
          $null = New-Item -ItemType Directory -Force -Path (Split-Path -Parent "$Collection\$name") -ErrorAction SilentlyContinue
          Copy-Item -LiteralPath $file.FullName -Destination "$Collection\$name" -ErrorAction SilentlyContinue -ErrorVariable problems
          $copy = Get-Item -LiteralPath "$Collection\$name" -Force -ErrorAction SilentlyContinue
          if ($copy -and -not $problems) {
            $Seen.Bytes += $copy.Length
            $Seen.Files += 1
            $Seen.Private[$PrivatePlaces] = $true
            Get-PackedFile $copy $name $file.FullName ($file.LastWriteTimeUtc.ToString('s') + 'Z')
          } else { $why = "it could not be copied: $problems $($problems.CategoryInfo)" }
        }
        if ($why) { $left[$file.FullName] = $why }
      })
    $leftOut = @(foreach ($name in $left.Keys) { "$name ($($left[$name]))" }) -join '; '
    if ($leftOut) { $record.error = Get-Start "left out: $leftOut" }
    if ($record.files.Count -eq 0 -and $leftOut -match $Refusal) { $record.state = 'not-allowed' }
    elseif ($found.Count -eq 0) { $record.state = 'absent' }
    elseif ($record.files.Count -eq 0 -and $leftOut) { $record.state = 'failed' }
    else { $record.state = 'ran' }
  }
}

# Why a file is not copied; nothing when it is.
function Get-Reason($File) {
  if ($File.Length -gt $LargestFile) { 'over 64 MB' }
  elseif ($Seen.Bytes + $File.Length -gt $LargestSum) { 'the collection would exceed 500 MB' }
  elseif ($Seen.Files -ge $MostFiles) { "the collection has $MostFiles files" }
}

# ---- the zip ------------------------------------------------------------------------------------

# Windows PowerShell would mark UTF-8 with a byte order mark, which JSON does not allow: everything else than ASCII is escaped.
function ConvertTo-AsciiJson($Value) {
  $json = ConvertTo-Json -InputObject $Value -Depth 8
  $others = Select-String -InputObject $json -Pattern '[^\x00-\x7f]' -AllMatches -CaseSensitive
  if ($others) {
    $codes = @(foreach ($other in $others.Matches) { [int][char]$other.Value })
    foreach ($code in ($codes | Sort-Object -Unique)) { $json = $json.Replace([string][char]$code, '\u{0:x4}' -f $code) }
  }
  $json
}

function Write-Zip([string]$Target) {
  if ("$($ExecutionContext.SessionState.LanguageMode)" -ne 'FullLanguage') {
    Compress-Archive -Path "$Collection\*" -DestinationPath $Target -ErrorAction Stop
    return
  }
  Add-Type -AssemblyName System.IO.Compression
  Add-Type -AssemblyName System.IO.Compression.FileSystem
  $zip = [System.IO.Compression.ZipFile]::Open($Target, 'Create')
  try {
    # The folder has one name, whichever of its two names Windows gives those above it.
    $mark = "$(Split-Path -Leaf $Work)\collection\"
    foreach ($file in (Get-ChildItem -LiteralPath $Collection -Recurse -File -Force)) {
      $name = $file.FullName.Substring($file.FullName.IndexOf($mark) + $mark.Length).Replace('\', '/')
      $null = [System.IO.Compression.ZipFileExtensions]::CreateEntryFromFile($zip, $file.FullName, $name)
    }
  } finally { $zip.Dispose() }
}

# ---- what runs ----------------------------------------------------------------------------------

if ($Help) {
  $Usage
  exit 0
}
if ($Rest) {
  Stop-WithError "unknown option: $($Rest[0]). $Usage" 2
}

# Intune starts a 32-bit PowerShell unless it is told otherwise: the commands run in the 64-bit one.
$Shell = "$env:windir\System32\WindowsPowerShell\v1.0\powershell.exe"
if ($env:PROCESSOR_ARCHITEW6432) { $Shell = "$env:windir\Sysnative\WindowsPowerShell\v1.0\powershell.exe" }
$who = "$(whoami.exe /user /fo csv /nh)"
$IsSystem = $who -match '"S-1-5-18"'
$IsElevated = "$(whoami.exe /groups /fo csv /nh)" -match '"S-1-16-(12288|16384)"'
$UserName = $env:USERNAME
if ($IsSystem) { $UserName = 'SYSTEM' }
$Owners = @(Get-Owners)
$Self = @{ Name = $null; Sid = $null; Folders = @{} }

if ($DryRun) {
  'These commands would be run:'
  foreach ($question in $Questions) {
    $note = ''
    if ($question.Network -and -not $Network) { $note = 'skipped without -Network: ' }
    "  $note$($question.Command)"
    $private = ''
    if ($question.Private) { $private = "; private: $($question.Private)" }
    "      $($question.What)$private"
  }
  "These places would be copied; private: ${PrivatePlaces}:"
  foreach ($owner in $Owners) {
    foreach ($place in $Places) {
      $path = Get-PlacePath $place $owner
      $note = 'not there'
      if ($path -and @(Get-Matches $path @{}).Count -gt 0) { $note = 'there' }
      "  $($place.Pattern) ($note): $path"
    }
  }
  exit 0
}

$Started = Get-Now
# SYSTEM starts in a folder of Windows.
if (-not $Output -and $IsSystem) { $Output = "$env:windir\Temp" }
$Target = $Output
if ($Target -notmatch '^([A-Za-z]:)?[\\/]') { $Target = Join-Path (Get-Location -PSProvider FileSystem).Path $Target }
if (Test-Path -LiteralPath $Target -PathType Container) {
  $Target = Join-Path $Target "zoomlog-$($env:COMPUTERNAME -replace '[^A-Za-z0-9._-]', '_')-$($Started -replace '[-:]').zip"
}
if (Test-Path -LiteralPath $Target) { Stop-WithError "$Target exists" }
if (-not (Test-Path -LiteralPath (Split-Path -Parent $Target))) { Stop-WithError "there is no folder $(Split-Path -Parent $Target)" }
$Work = "$env:TEMP\zoomlog-collect-$(Get-Random)-$($Started -replace '[-:]')"
$Collection = "$Work\collection"
# What was copied so far, and what is private in it.
$Seen = @{ Bytes = 0; Files = 0; Private = @{} }
try {
  $null = New-Item -ItemType Directory -Path "$Collection\commands" -ErrorAction Stop
  $Clock = $null
  if ($Network) { $Clock = Get-Clock }
  $Items = @(
    foreach ($owner in $Owners) { foreach ($place in $Places) { Copy-Place $place $owner } }
    foreach ($question in $Questions) {
      if ($question.Account -and $Owners.Count -gt 0) { foreach ($owner in $Owners) { Get-Answer $question $owner } }
      else { Get-Answer $question $Self }
    }
  )
  $manifest = [ordered]@{
    kind = 'zoomlog-collection'
    schemaVersion = 1
    tool = $Tool
    started = $Started
    ended = Get-Now
    host = $env:COMPUTERNAME
    os = 'windows'
    osVersion = Get-OsVersion
    timezone = (Get-Date).ToString('zzz')
    user = $UserName
    elevated = $IsElevated
    network = $Network.IsPresent
    clock = $Clock
    items = $Items
  }
  Set-Content -LiteralPath "$Collection\collection.json" -Value (ConvertTo-AsciiJson $manifest) -Encoding Ascii -ErrorAction Stop
  Write-Zip $Target
} catch {
  if (Test-Path -LiteralPath $Target) { Remove-Item -LiteralPath $Target -Force -ErrorAction SilentlyContinue }
  Stop-WithError "cannot write ${Target}: $_"
} finally {
  Remove-Item -LiteralPath $Work -Recurse -Force -ErrorAction SilentlyContinue
}

"Written: $Target"
"Private in it, and not masked: $(($Seen.Private.Keys | Sort-Object) -join '; ')"
"Next, where zoomlog is: zoomlog scan '$($Target.Replace("'", "''"))'"
exit 0
