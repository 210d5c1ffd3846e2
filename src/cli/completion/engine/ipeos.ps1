# Completion of ipeos for PowerShell (5.1, 7). To load it, in $PROFILE: ipeos completion powershell | Out-String | Invoke-Expression

# The command that a word names under another.
function Step-Ipeos([string] $Command, [string] $Word) {
  switch -Exact -CaseSensitive ("$Command/$Word") {
#steps#
  }
}

function Get-IpeosCommand([string] $Command) {
  switch -Exact -CaseSensitive ($Command) {
#commands#
  }
}

function Get-IpeosOption([string] $Command) {
  switch -Exact -CaseSensitive ($Command) {
#options#
  }
}

# What an option takes; nothing for one that takes nothing.
function Get-IpeosValue([string] $Command, [string] $Option) {
  switch -Exact -CaseSensitive ("$Command/$Option") {
#values#
  }
}

# What stands at a place behind a command.
function Get-IpeosPlace([string] $Command, [int] $Place) {
  foreach ($key in "$Command/$Place", "$Command/*") {
    switch -Exact -CaseSensitive ($key) {
#places#
    }
  }
}

# What may stand for the current word, as lines: the word, a tab, what it means.
function Get-IpeosCandidate([string] $Source, [string] $Current, [string[]] $Words) {
  $kind, $rest = $Source -split ' ', 2
  switch ($kind) {
    'one' { $rest -split ' ' }
    'list' {
      $taken = @($Current -split ',')
      $before = @($taken | Select-Object -SkipLast 1)
      $head = if ($before.Count -gt 0) { ($before -join ',') + ',' } else { '' }
      $rest -split ' ' | Where-Object { $before -cnotcontains $_ } | ForEach-Object { "$head$_" }
    }
    'live' {
      $program = Get-Command ipeos -CommandType Application, ExternalScript -ErrorAction SilentlyContinue |
        Select-Object -First 1
      if ($program) { & $program __complete "$rest=$Current" @Words 2>$null }
    }
  }
}

# A value as it can stand on a command line.
function Format-IpeosWord([string] $Word) {
  if ($Word -cmatch '^[\w./:#+-]+$' -or $Word -cmatch '^--[\w-]+=[\w./:#+,-]*$') { return $Word }
  "'" + [System.Management.Automation.Language.CodeGeneration]::EscapeSingleQuotedStringContent($Word) + "'"
}

function Complete-Ipeos([string] $Current, [string[]] $Words) {
  $command = ''
  $place = 0
  $wanted = ''
  $rest = $false
  foreach ($word in $Words) {
    if ($wanted -and -not ($wanted.StartsWith('?') -and $word.StartsWith('-'))) { $wanted = ''; continue }
    $wanted = ''
    if ($rest) { $place++ }
    elseif ($word -ceq '--') { $rest = $true }
    elseif ($word.StartsWith('-')) {
      if (-not $word.Contains('=')) {
        $wanted = Get-IpeosValue $command $word
        if (-not $wanted) { $wanted = Get-IpeosValue '' $word }
      }
    }
    elseif ($next = Step-Ipeos $command $word) { $command = $next }
    else { $place++ }
  }
  if ($wanted -and -not ($wanted.StartsWith('?') -and $Current.StartsWith('-'))) {
    return Get-IpeosCandidate $wanted.TrimStart('?') $Current $Words
  }
  if (-not $rest -and $Current -cmatch '^--[^=]*=') {
    $name, $value = $Current -split '=', 2
    $source = Get-IpeosValue $command $name
    if (-not $source) { $source = Get-IpeosValue '' $name }
    if ($source) { return Get-IpeosCandidate $source.TrimStart('?') $value $Words | ForEach-Object { "$name=$_" } }
    return
  }
  if (-not $rest -and $Current.StartsWith('-')) {
    Get-IpeosOption $command
    if ($command) { Get-IpeosOption '' }
    return
  }
  $commands = @(Get-IpeosCommand $command)
  if ($commands.Count -gt 0) { return $commands }
  $source = Get-IpeosPlace $command $place
  if ($source) { Get-IpeosCandidate $source $Current $Words }
}

Register-ArgumentCompleter -Native -CommandName ipeos -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $words = @($commandAst.CommandElements | Select-Object -Skip 1 |
      Where-Object { $_.Extent.EndOffset -lt $cursorPosition } |
      ForEach-Object { if ($_.Value) { "$($_.Value)" } else { "$_" } })
  $current = "$wordToComplete".Trim("'", '"')
  # Nothing given: PowerShell offers files by itself, as where files are meant.
  Complete-Ipeos $current $words | ForEach-Object {
    $word, $about = "$_" -split "`t", 2
    if ($word.StartsWith($current, [System.StringComparison]::OrdinalIgnoreCase)) {
      $shown = if ($about) { $about } else { $word }
      [System.Management.Automation.CompletionResult]::new((Format-IpeosWord $word), $word, 'ParameterValue', $shown)
    }
  }
}
